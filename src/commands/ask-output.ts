import type { EngineAnswer } from '../engines/engine.ts';

export type NamedBrand = { name: string; visible: boolean; mentions: number; rank: number; listRank: number | null };

/** An answer as people read it in a terminal. */
export function answerLines(label: string, answer: EngineAnswer, brands: NamedBrand[] | null): string[] {
  const lines = [headOf(label, answer), '', safeText(answer.text).trim() || '(no answer)'];
  const pages = pagesOf(answer);
  if (pages.length > 0) lines.push('', 'Sources', ...pages.map((page, index) => `  ${index + 1}. ${page}`));
  if (answer.retrieved) lines.push('', `Looked at ${answer.retrieved.length} pages, cited ${pages.length}.`);
  if (answer.searchQueries.length > 0)
    lines.push(`Searched for: ${answer.searchQueries.map((query) => `"${safeLine(query)}"`).join(', ')}`);
  if (brands) lines.push('', 'Brands named', ...(brands.length > 0 ? brands.map(brandLine) : ['  none of the panel']));
  return lines;
}

function headOf(label: string, { model, finish, latencyMs, costUsd, costSource }: EngineAnswer): string {
  const cost = costUsd === null ? 'cost not known' : `$${costUsd.toFixed(4)}${costSource === 'computed' ? ' by price table' : ''}`;
  return [label, model && safeLine(model), finish.replace('_', ' '), `${(latencyMs / 1000).toFixed(1)} s`, cost]
    .filter(Boolean)
    .join(' · ');
}

function pagesOf(answer: EngineAnswer): string[] {
  const titles = new Map<string, string | null>();
  for (const { url, title } of answer.citations) titles.set(url, titles.get(url) ?? title);
  return [...titles].map(([url, title]) => (title ? `${safeLine(title)}: ${safeLine(url)}` : safeLine(url)));
}

function brandLine({ name, visible, mentions, rank, listRank }: NamedBrand): string {
  const listed = listRank === null ? '' : `, number ${listRank} of the list`;
  return `  ${rank}. ${safeLine(name)}: ${mentions} ${mentions === 1 ? 'mention' : 'mentions'}${listed}${visible ? '' : ' (only to say that nothing is known)'}`;
}

/** Foreign text must not steer the terminal: no escape sequences, no other controls, no direction overrides. */
export function safeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(escapeSequence, '')
    .replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

// oxlint-disable-next-line no-control-regex -- ESC and BEL are what is looked for
const escapeSequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -~])?/g;

function safeLine(text: string): string {
  return safeText(text).replace(/\s+/g, ' ').trim();
}
