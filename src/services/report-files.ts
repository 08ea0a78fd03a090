import { toDocument } from '../domain/report/document.ts';
import type { Report, ReportLanguage } from '../domain/report/report.ts';
import { fontSheets, printPdf } from '../files/pdf.ts';
import { reportPage } from '../files/report-html.ts';
import { reportCsv, reportWorkbook } from '../files/report-sheets.ts';
import { reportText } from '../files/report-text.ts';

export { reportLanguages } from '../domain/report/report.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The files that a report can be had as. */
export const fileFormats = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx,
  pdf: 'application/pdf',
  html: 'text/html',
  text: 'text/plain',
} as const;
export type FileFormat = keyof typeof fileFormats;

export type ReportFile = { name: string; type: string; content: Uint8Array<ArrayBuffer> };

/** One report as a file; all of them hold the same numbers. JSON and CSV have no language. */
export async function reportFile(report: Report, format: FileFormat, language: ReportLanguage): Promise<ReportFile> {
  const content = await contentOf(report, format, language);
  const extension = format === 'text' ? 'txt' : format;
  const name = `${report.workspace.slug}-${report.period.from}-${report.period.to}.${extension}`;
  const type = fileFormats[format];
  const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
  return { name, type: `${type}${charset}`, content: Uint8Array.from(typeof content === 'string' ? Buffer.from(content) : content) };
}

function contentOf(report: Report, format: FileFormat, language: ReportLanguage): string | Uint8Array | Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv':
      return reportCsv(report);
    case 'xlsx':
      return reportWorkbook(report, language);
    case 'pdf':
      return printPdf(reportPage(toDocument(report, language), fontSheets));
    case 'html':
      return reportPage(toDocument(report, language));
    case 'text':
      return reportText(toDocument(report, language));
  }
}
