import { foldSource } from './comparison-rule.ts';

/**
 * How the rest of a sentence goes on about the two that it compared: `but` joins it, `which` makes the second its subject; what says
 * that its subject is `ahead` or `behind` without a comparative; `than` stands before the other's name. `marks`: a word that makes an
 * adjective a comparative, where the adjective itself does not change; `it`: a pronoun for the one that is compared with.
 */
type Source = { but: string; which?: string; ahead: string; behind: string; than: string; not: string; it: string; marks?: string };
export type Continuation = Record<'but' | 'ahead' | 'behind' | 'than' | 'not' | 'it', RegExp> & {
  which: RegExp | null;
  marks: RegExp | null;
  /** Where one clause ends and the next begins. */
  joints: RegExp;
};

/** In front of a name. */
const and = ' (?:and|und|y|e|et|en|и|i|ve|ja) ';
export const latin = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${foldSource(words)})(?!\\p{L})`, 'u');
export const dense = (words: string): RegExp => new RegExp(foldSource(words), 'u');

export function compile(source: Source, read: (words: string) => RegExp): Continuation {
  const { but, which, ahead, behind, than, not, it, marks } = source;
  return {
    but: read(but),
    ahead: read(ahead),
    behind: read(behind),
    than: new RegExp(`(?:${foldSource(than)}) ?$`, 'u'),
    not: read(not),
    it: read(it),
    which: which === undefined ? null : read(which),
    marks: marks === undefined ? null : read(marks),
    joints: new RegExp(
      `[;:–—；：]|[,、，](?=[^,、，]{0,20}[\\ue000-\\uf8ff])|${and}(?=[^ ]{0,4} ?[\\ue000-\\uf8ff])|${read(but).source}`,
      'u',
    ),
  };
}
