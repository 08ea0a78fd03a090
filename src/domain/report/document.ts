import { paragraph } from './blocks.ts';
import { changeBlocks, noiseBlocks } from './document-changes.ts';
import { competitorBlocks, engineBlocks, stageBlocks } from './document-figures.ts';
import { actionBlocks, certaintyBlocks, promptBlocks, sourceBlocks } from './document-sources.ts';
import { isMeasured, type Report, type ReportLanguage } from './report.ts';
import { createWords, type Words } from './words.ts';

/** `value`: the number behind the text, where it is one; `unit` says what of. `strong`: the own brand, to be found at a glance. */
export type Cell = { text: string; value?: number | null; unit?: 'share' | 'count' | 'points'; href?: string; strong?: boolean };
export type Table = { kind: 'table'; caption: string; columns: string[]; rows: Cell[][] };
export type Block = { kind: 'text'; text: string } | { kind: 'list'; items: { text: string; note: string | null }[] } | Table;
export type Section = { id: SectionId; title: string; blocks: Block[] };
export const sectionIds = [
  'summary',
  'changes',
  'noise',
  'stages',
  'engines',
  'competitors',
  'sources',
  'prompts',
  'certainty',
  'actions',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** These say how the own brand stands; without one there is nothing to say, and the summary says so. */
const ofOwn: readonly SectionId[] = ['engines', 'competitors', 'prompts', 'actions'];

/** A report in a language, for whatever shows it: page, PDF, mail and workbook all say this. */
export type Document = { language: ReportLanguage; title: string; period: string; simulated: string | null; sections: Section[] };

export function toDocument(report: Report, language: ReportLanguage): Document {
  const words = createWords(language, report);
  const { texts, say } = words;
  const { kind, from, to } = report.period;
  const days = say(texts.period, { from: words.day(from), to: words.dayBefore(to) });
  const measured = isMeasured(report);
  return {
    language,
    title: say(texts.title, { brand: report.brand === null ? report.workspace.name : words.brand(report.brand) }),
    period: kind === 'custom' ? days : say(texts.named, { name: words.period(report.period), days }),
    simulated: report.workspace.simulated ? texts.simulated : null,
    sections: sectionIds
      .filter((id) => measured || id === 'summary' || id === 'certainty')
      .filter((id) => report.brand !== null || !ofOwn.includes(id))
      .map((id) => ({ id, title: texts.sections[id], blocks: filled(blocks[id](report, words), words) })),
  };
}

/** A table or list of nothing says nothing; a section without anything says so. */
function filled(all: Block[], { texts }: Words): Block[] {
  const kept = all.filter((block) => block.kind === 'text' || (block.kind === 'table' ? block.rows : block.items).length > 0);
  return kept.length > 0 ? kept : [paragraph(texts.none)];
}

const blocks: Record<SectionId, (report: Report, words: Words) => Block[]> = {
  summary: summaryBlocks,
  changes: changeBlocks,
  noise: noiseBlocks,
  stages: stageBlocks,
  engines: engineBlocks,
  competitors: competitorBlocks,
  sources: sourceBlocks,
  prompts: promptBlocks,
  certainty: certaintyBlocks,
  actions: actionBlocks,
};

/** The rules' paragraph, or a model's words for it, marked as such. */
function summaryBlocks({ summary, reworded }: Report, { language, texts, say }: Words): Block[] {
  const other = reworded[language];
  if (!other) return [{ kind: 'text', text: summary[language] ?? '' }];
  return [other.text, say(texts.reworded, { model: other.model })].map((text) => ({ kind: 'text', text }));
}
