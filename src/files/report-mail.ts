import type { Block, Document, Section } from '../domain/report/document.ts';
import { escapeMarkup, figureMarkup, isLong } from './markup.ts';
import { reportText } from './report-text.ts';

export type MailWords = { subject: string; open: string; unsubscribe: string; why: string };
export type MailLinks = { open: string; unsubscribe: string };
export type ReportMail = { subject: string; text: string; html: string };

/** What a mail holds; the whole report is behind its link. */
const shown = new Set(['summary', 'actions', 'changes', 'stages', 'certainty']);

/** Plain text and HTML that say the same; the HTML is tables and styles in place, which every mail program shows. */
export function reportMail(document: Document, words: MailWords, links: MailLinks): ReportMail {
  const short = { ...document, sections: document.sections.filter(({ id }) => shown.has(id)).map(shorten) };
  const foot = `${words.why}\n${words.unsubscribe}: ${links.unsubscribe}`;
  return {
    // A line break would begin another header.
    subject: words.subject.replaceAll(/\s+/g, ' ').trim(),
    text: `${reportText(short)}\n${words.open}: ${links.open}\n\n-- \n${foot}\n`,
    html: mailHtml(short, words, links),
  };
}

/** Of the stages the own brand's rows, of what was missing the sentences: a mail is read in a minute. */
function shorten(section: Section): Section {
  const blocks = section.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return [block];
    if (section.id === 'certainty') return [];
    const own = block.rows.filter((row) => row.some(({ strong }) => strong));
    return section.id === 'stages' && own.length > 0 ? [{ ...block, rows: own }] : [block];
  });
  return { ...section, blocks };
}

// The outer table keeps to the window: on a phone a wide table moves by itself, and no sentence runs out of sight.
const grey = 'color:#57606a;font-size:12px';
const link = (href: string, text: string, style = '') => `<a href="${escapeMarkup(href)}" style="${style}">${escapeMarkup(text)}</a>`;

function mailHtml({ language, title, period, simulated, sections }: Document, words: MailWords, links: MailLinks): string {
  const parts = sections.map(
    (section) =>
      `<h2 style="font-size:17px;margin:24px 0 6px">${escapeMarkup(section.title)}</h2>${section.blocks.map(blockHtml).join('')}`,
  );
  const body = [
    `<h1 style="font-size:22px;margin:0">${escapeMarkup(title)}</h1><p style="${grey}">${escapeMarkup(period)}</p>`,
    simulated === null ? '' : `<p style="background-color:#fff3bf;padding:8px">${escapeMarkup(simulated)}</p>`,
    ...parts,
    `<p style="margin:24px 0">${link(links.open, words.open, 'background-color:#364fc7;color:#ffffff;padding:10px 16px;text-decoration:none')}</p>`,
    `<p style="${grey}">${escapeMarkup(words.why)} ${link(links.unsubscribe, words.unsubscribe, 'color:#57606a')}</p>`,
  ];
  const cell = `<td style="font-family:Arial,'Microsoft YaHei','PingFang SC',sans-serif;font-size:14px;line-height:1.5;color:#1f2328;padding:16px;overflow-wrap:break-word">${body.join('')}</td>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeMarkup(title)}</title></head><body style="margin:0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed"><tr>${cell}</tr></table></body></html>`;
}

function blockHtml(block: Block): string {
  if (block.kind === 'text') return `<p style="margin:6px 0">${figureMarkup(block.text)}</p>`;
  if (block.kind === 'list') {
    const items = block.items.map(
      ({ text, note }) =>
        `<li style="margin:6px 0">${figureMarkup(text)}${note === null ? '' : `<br><span style="${grey}">${escapeMarkup(note)}</span>`}</li>`,
    );
    return `<ol>${items.join('')}</ol>`;
  }
  const size = block.columns.length > 6 ? 'padding:4px 3px;font-size:11px' : 'padding:4px 6px;font-size:12px';
  const edge = `${size};border-bottom:1px solid #d0d7de;text-align:left;vertical-align:top`;
  const titles = block.columns.map((column) => `<th style="${edge};word-break:keep-all">${escapeMarkup(column)}</th>`).join('');
  const rows = block.rows.map(
    (row) =>
      `<tr>${row.map(({ text, strong }) => `<td style="${edge}${strong ? ';font-weight:bold' : ''}${isLong(text) ? '' : ';word-break:keep-all'}">${figureMarkup(text)}</td>`).join('')}</tr>`,
  );
  return `<p style="margin:6px 0;font-size:12px">${figureMarkup(block.caption)}</p><div style="overflow-x:auto"><table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse"><tr>${titles}</tr>${rows.join('')}</table></div>`;
}
