import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { measure, type MeasureOptions } from '../../src/commands/measure.ts';
import type { Figure } from '../../src/domain/metrics/cell.ts';
import { InputError } from '../../src/errors.ts';

export const folder = mkdtempSync(join(tmpdir(), 'wayseen-measure-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
let files = 0;
export function file(text: string): string {
  const path = join(folder, `${files++}.jsonl`);
  writeFileSync(path, text);
  return path;
}

export const observation = (rest: object = {}) => ({
  askedAt: '2026-09-07T08:00:00Z',
  sweep: '2026-W37-1',
  engine: 'openai',
  stage: 'consideration',
  intent: 'crm-small-agency',
  prompt: 'p17',
  promptVersion: 2,
  state: 'answered',
  brands: ['hubspot', 'zoho'],
  citations: ['hubspot.com'],
  ...rest,
});
export const lines = (observations: object[]) => observations.map((one) => JSON.stringify(one)).join('\n');
export const panel = JSON.stringify({
  brands: [
    { id: 'hubspot', name: 'HubSpot', domains: ['hubspot.com'] },
    { id: 'pipedrive', name: 'Pipedrive', domains: ['pipedrive.com'] },
    { id: 'zoho', name: 'Zoho' },
  ],
});

export type Line = { brand: string; [key: string]: unknown } & Record<
  'visibility' | 'firstMention' | 'shareOfVoice' | 'citationRate',
  Figure
>;
export async function run(text: string, options: MeasureOptions = {}, path: string | undefined = file(text)): Promise<Line[]> {
  let out = '';
  await measure(path, options, { stdin: Readable.from([Buffer.from(text)]), writeOut: (part) => (out += part), writeError: () => {} });
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
export async function failure(text: string, options: MeasureOptions = {}): Promise<InputError> {
  try {
    await run(text, options);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}
