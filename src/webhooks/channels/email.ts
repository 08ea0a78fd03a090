import type { Message } from '../message.ts';

export type Mail = { subject: string; text: string; html: string };

/** Plain text and HTML that say the same. */
export function mailOf({ title, facts, link }: Message, language: string): Mail {
  const rows = facts.map(({ label, value }) => `<tr><th align="left">${escape(label)}</th><td>${escape(value)}</td></tr>`);
  const anchor = link ? `<p><a href="${escape(link.url)}">${escape(link.text)}</a></p>` : '';
  return {
    // A line break would begin another header.
    subject: title.replaceAll(/\s+/g, ' ').trim(),
    text: `${title}\n\n${facts.map(({ label, value }) => `${label}: ${value}`).join('\n')}\n${link ? `\n${link.text}: ${link.url}\n` : ''}`,
    html: `<!doctype html><html lang="${escape(language)}"><body><p><strong>${escape(title)}</strong></p><table cellpadding="4">${rows.join('')}</table>${anchor}</body></html>`,
  };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
