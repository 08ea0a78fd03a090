import { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { printReport, registerAudit } from '../../src/commands/audit.ts';
import { auditDetector } from '../../src/services/audit-detector.ts';

test('audit detector prints each measure with precision, recall, F1 and their intervals', () => {
  const [head = '', , titles = '', first = ''] = printReport(auditDetector(), false).split('\n');
  expect(head).toMatch(/^\d{3,} labelled answers in \d+ languages/);
  expect(titles.split(/\s{2,}/)).toEqual(['measure', 'language', 'cases', 'items', 'precision', 'recall', 'F1', 'unknown', 'promised']);
  expect(first).toMatch(/^mentions +all +\d+ +\d+ +\d+\.\d% \[\d+\.\d%–\d+\.\d%\]/);
});

test('audit detector names what was read wrong where it is asked to', () => {
  const report = {
    ...auditDetector(),
    wrong: [
      {
        id: 'en-1',
        language: 'en',
        category: 'list',
        text: '1. Acme',
        verdicts: [{ measure: 'listRank' as const, expected: '1', got: null }],
      },
    ],
  };
  expect(printReport(report, true)).toContain('en-1  "1. Acme"\n    listRank: nothing instead of 1');
});

test('audit detector --json prints one JSON object', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const program = new Command();
    registerAudit(program);
    await program.parseAsync(['audit', 'detector', '--json'], { from: 'user' });
    expect(JSON.parse(String(written.mock.calls[0]?.[0]))).toMatchObject({ cases: expect.any(Number), wrong: expect.any(Array) });
  } finally {
    written.mockRestore();
  }
});
