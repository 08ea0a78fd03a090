import { writeFile } from 'node:fs/promises';
import { InputError } from '../errors.ts';
import { fileFormats, reportFile, reportLanguages, type FileFormat } from '../services/report-files.ts';

export type ReportOptions = { workspace?: string; from?: string; to?: string; format: string; language: string; output?: string };

export const formatNames = Object.keys(fileFormats).join(', ');
export const languageNames = reportLanguages.join(', ');

/** @returns null where no days are given. @throws {InputError} */
export function daysOf({ from, to }: ReportOptions): { from: string; to: string } | null {
  if (from === undefined && to === undefined) return null;
  const issues = Object.entries({ '--from': from, '--to': to })
    .filter(([, day]) => day === undefined || !isDay(day))
    .map(([path]) => ({ path, message: 'must be a day such as 2026-09-07' }));
  if (issues.length > 0 || from === undefined || to === undefined) throw new InputError('The period is not usable.', issues);
  return { from, to };
}

/** Not 31 February, which Date.parse takes for a day of March. */
function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** What a file is to be. @throws {InputError} */
export function checkOutput({ format, language }: ReportOptions): { format: FileFormat; language: (typeof reportLanguages)[number] } {
  const wanted = Object.keys(fileFormats).find((one): one is FileFormat => one === format);
  const spoken = reportLanguages.find((one) => one === language);
  const issues = [
    ...(wanted ? [] : [{ path: '--format', message: `must be one of ${formatNames}` }]),
    ...(spoken ? [] : [{ path: '--language', message: `must be one of ${languageNames}` }]),
  ];
  if (!wanted || !spoken) throw new InputError('The call is not usable.', issues);
  return { format: wanted, language: spoken };
}

/** Writes the report as a file, or to standard output. */
export async function putReport(report: Parameters<typeof reportFile>[0], options: ReportOptions): Promise<void> {
  const { format, language } = checkOutput(options);
  const { content } = await reportFile(report, format, language);
  if (options.output !== undefined) return writeOutput(options.output, content);
  await new Promise<void>((resolve, reject) => process.stdout.write(content, (error) => (error ? reject(error) : resolve())));
}

async function writeOutput(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new InputError(`--output: ${error instanceof Error ? error.message : String(error)}`);
  }
}
