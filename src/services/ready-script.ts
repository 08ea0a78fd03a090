import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Script } from '../domain/conversations/script.ts';
import { stages, type Stage } from '../domain/journey.ts';

const dir = join(import.meta.dirname, '../../prompts/conversation');
const questionsSchema = z.record(z.enum(stages), z.string().trim().min(1));

/**
 * A customer's questions: at the first stage who they are and what they need, then a ready question for each further one.
 * @returns null where there are no ready questions in the language
 */
export async function readyScript(
  { persona, need, language }: { persona: string; need: string; language: string },
  wanted: readonly Stage[],
): Promise<Script | null> {
  const known = (await readdir(dir)).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
  const locale = known.find((one) => one === language) ?? known.find((one) => scriptOf(one) === scriptOf(language));
  if (locale === undefined) return null;
  const questions = questionsSchema.parse(parse(await readFile(join(dir, `${locale}.yaml`), 'utf8')));
  const ordered = stages.filter((stage) => wanted.includes(stage));
  const gap = /\p{Script=Han}$/u.test(persona) || /[。！？]$/.test(persona) ? '' : ' ';
  return ordered.map((stage, index) => ({ stage, text: index === 0 ? `${persona}${gap}${need}` : questions[stage] }));
}

/** Language and script alike: Chinese of Hong Kong is asked as in Taiwan, English of Ireland as any. */
function scriptOf(language: string): string {
  const { language: code, script } = new Intl.Locale(language).maximize();
  return `${code}-${script}`;
}
