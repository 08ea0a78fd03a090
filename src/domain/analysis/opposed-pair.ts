import type { Comparison } from './analyze.ts';
import type { Tally } from './judgements.ts';
import type { FoundMention } from './mentions.ts';
import { trimmed } from './sentence-around.ts';
import type { Workspace } from './workspace.ts';

/**
 * "With A I was cut off twice a week. Since I am with B, not once": an answer about two that only praises the one and only finds fault
 * with the other prefers the one, in the sentence that completes the contrast.
 */
export function preferenceOfOpposed(
  { text, sentences }: Workspace,
  mentions: readonly FoundMention[],
  brands: readonly string[],
  tallyOf: (brand: string) => Tally | undefined,
): Comparison[] {
  const [one, two] = brands;
  if (one === undefined || two === undefined || brands.length > 2) return [];
  const [first, second] = [tallyOf(one), tallyOf(two)];
  const isFirst = isPraised(first) && isBlamed(second);
  if (!isFirst && !(isPraised(second) && isBlamed(first))) return [];
  const at = mentions.find(({ pattern }) => pattern.brand === two)?.start ?? 0;
  let sentence = 0;
  while (sentence < sentences.count - 1 && (sentences.ends[sentence] as number) <= at) sentence++;
  const place = trimmed(text, sentences.starts[sentence] as number, sentences.ends[sentence] as number);
  const [winner, loser] = isFirst ? [one, two] : [two, one];
  return [{ winner, loser, aspect: null, ...place }];
}

const isPraised = (tally: Tally | undefined): boolean => tally !== undefined && tally.positive > 0 && tally.negative + tally.warned === 0;
const isBlamed = (tally: Tally | undefined): boolean =>
  tally !== undefined && tally.negative + tally.warned > 0 && tally.positive + tally.recommended === 0;
