import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isStage, stages, type Stage } from '../domain/journey.ts';
import { InputError } from '../errors.ts';

const touchpoints = [
  'search',
  'social',
  'blog',
  'review-site',
  'community',
  'email',
  'ads',
  'events',
  'video',
  'website',
  'pricing-page',
  'support',
  'referral',
] as const;

const placeholder = '{brand}';
const promptText = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !/[{}]/.test(text.replaceAll(placeholder, '')), `the only placeholder is ${placeholder}`);
const intent = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab-case'),
  touchpoint: z.enum(touchpoints).optional(),
  persona: z.string().trim().min(1).optional(),
  prompts: z.array(promptText).min(1),
});
const promptPack = z.strictObject({
  industry: z.string().min(1),
  stage: z.enum(stages),
  locale: z.string().min(1),
  title: z.string().trim().min(1),
  intents: z.array(intent).min(1),
});
type PromptPack = z.infer<typeof promptPack>;
type Place = Pick<PromptPack, 'industry' | 'stage' | 'locale'>;

type PromptPackEntry = Place & { title: string; intentCount: number; promptCount: number };
export type PackPrompt = Omit<Place, 'industry'> & {
  intent: string;
  touchpoint: string | null;
  persona: string | null;
  text: string;
  branded: boolean;
};

const defaultDir = join(import.meta.dirname, '../../prompts');

/** Every pack on disk, one entry a file, by industry, journey order and locale. @throws InputError naming a broken file and its fields */
export function listPromptPacks(dir: string = defaultDir): PromptPackEntry[] {
  return findPacks(dir).map((place) => {
    const { title, intents } = readPack(dir, place);
    return { ...place, title, intentCount: intents.length, promptCount: intents.flatMap(({ prompts }) => prompts).length };
  });
}

/** One industry's prompts in the asked stages and locales, the own brand's name put in. @throws InputError if a pack is missing or broken */
export function loadPromptPack(
  wanted: { industry: string; stages: readonly Stage[]; locales: readonly string[]; brand: string },
  dir: string = defaultDir,
): PackPrompt[] {
  const available = findPacks(dir);
  const asked = wanted.stages.flatMap((stage) => wanted.locales.map((locale) => ({ industry: wanted.industry, stage, locale })));
  const missing = asked.map(packPath).filter((path) => !available.some((pack) => packPath(pack) === path));
  if (missing.length > 0) {
    const industries = [...new Set(available.map(({ industry }) => industry))].join(', ');
    const issues = missing.map((path) => ({ path, message: 'does not exist' }));
    throw new InputError(`No such prompt pack: ${missing.join(', ')}. Industries with packs: ${industries}.`, issues);
  }
  return asked.flatMap((place) => promptsOf(readPack(dir, place), wanted.brand));
}

function promptsOf({ stage, locale, intents }: PromptPack, brand: string): PackPrompt[] {
  return intents.flatMap(({ id, touchpoint = null, persona = null, prompts }) =>
    prompts.map((template) => {
      const text = template.replaceAll(placeholder, () => brand); // a function, so that `$` in a name stays as it is
      return { intent: id, stage, locale, touchpoint, persona, text, branded: template.includes(placeholder) };
    }),
  );
}

function findPacks(dir: string): Place[] {
  const found = readdirSync(dir, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const [industry, stage, name, ...deeper] = path.split(sep);
    if (!industry || !stage || !name?.endsWith('.yaml') || deeper.length > 0 || !isStage(stage)) return [];
    return [{ industry, stage, locale: name.slice(0, -'.yaml'.length) }];
  });
  const order = ({ industry, stage, locale }: Place) => `${industry}/${stages.indexOf(stage)}/${locale}`;
  return found.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function readPack(dir: string, place: Place): PromptPack {
  const file = packPath(place);
  let content: unknown;
  try {
    content = parse(readFileSync(join(dir, file), 'utf8'));
  } catch (error) {
    throw brokenPack(file, [{ path: [], message: error instanceof Error ? error.message : String(error) }]);
  }
  const { success, data, error } = promptPack.safeParse(content);
  if (!success) throw brokenPack(file, error.issues);
  if (packPath(data) !== file) throw brokenPack(file, [{ path: ['industry, stage, locale'], message: 'must be those of the path' }]);
  return data;
}

function brokenPack(file: string, problems: { path: PropertyKey[]; message: string }[]): InputError {
  const issues = problems.map(({ path, message }) => ({ path: [file, path.map(String).join('.')].filter(Boolean).join(': '), message }));
  return new InputError(issues.map(({ path, message }) => `${path} ${message}`).join('; '), issues);
}

const packPath = ({ industry, stage, locale }: Place): string => `${industry}/${stage}/${locale}.yaml`;
