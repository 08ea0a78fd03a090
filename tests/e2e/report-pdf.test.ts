import { expect, test } from 'vitest';
import { toDocument, type Document } from '../../src/domain/report/document.ts';
import { fontSheets, printPdf } from '../../src/files/pdf.ts';
import { reportPage } from '../../src/files/report-html.ts';
import { reportMail } from '../../src/files/report-mail.ts';
import { reportFile } from '../../src/services/report-files.ts';
import { sampleReport } from '../domain/report/sample.ts';
import { openBrowser } from './browser.ts';

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test('a report is printed with Han fonts of its own, whatever the machine has', async () => {
  const { content, name, type } = await reportFile(sampleReport(), 'pdf', 'zh-CN');
  const raw = Buffer.from(content).toString('latin1');
  expect({ name, type, start: raw.slice(0, 5) }).toEqual({
    name: 'sample-2026-09-07-2026-09-14.pdf',
    type: 'application/pdf',
    start: '%PDF-',
  });
  expect(raw).toMatch(/\/FontName\s*\/[A-Z]{6}\+NotoSansSC/);
  expect(pagesOf(content)).toBeGreaterThan(1);
});

test('a table over many pages is cut between rows only, its titles again on each; and nothing is asked of the network', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [{ text: `row ${i}\n`.repeat(3) }, { text: '<img src="https://example.com/x.png">' }]);
  const document: Document = {
    language: 'en',
    title: 'Long',
    period: '',
    simulated: null,
    sections: [{ id: 'changes', title: 'T', blocks: [{ kind: 'table', caption: 'c', columns: ['a', 'b'], rows }] }],
  };
  const html = reportPage(document, fontSheets);
  expect(html).toContain('thead { display: table-header-group; } tr { break-inside: avoid; }');
  expect(html).not.toContain('<img');
  expect(pagesOf(await printPdf(html))).toBeGreaterThan(2);
});

test('on a phone no sentence of a mailed report runs out of sight', async () => {
  const words = { subject: 'S', open: 'Open', unsubscribe: 'Leave', why: 'Why' };
  const links = { open: 'https://a.example', unsubscribe: `https://b.example/${'x'.repeat(200)}` };
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    for (const language of ['en', 'zh-CN', 'zh-TW'] as const) {
      await page.setContent(reportMail(toDocument(sampleReport(), language), words, links).html);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  } finally {
    await browser.close();
  }
});
