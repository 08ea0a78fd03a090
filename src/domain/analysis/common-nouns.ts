import type { Candidate } from './candidates.ts';

/**
 * "Every snowflake melts; Snowflake bills by the second": who writes a name with a capital means something else by the small word. Not
 * where a name is in small letters by design ("adidas Originals"), nor of names that no word is spelt like (HubSpot).
 */
export function createCommonNounTest(text: string, candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  let capitals: Set<string> | null = null;
  return ({ pattern, start, end }) => {
    if (!isSmall(text, start) || !plainName.test(pattern.alias.text)) return false;
    if ('@#'.includes(text.charAt(start - 1)) && start > 0) return false;
    capitals ??= new Set(
      candidates.filter((one) => !isSmall(text, one.start) && isSmall(text, one.start + 1)).map((one) => one.pattern.folded),
    );
    return capitals.has(pattern.folded) && !/^ \p{Lu}|^\.[a-z]/u.test(text.slice(end, end + 2));
  };
}

/** A capital and small letters; of several words, the others in any case. */
const plainName = /^\p{Lu}\p{Ll}+(?: \p{L}\p{Ll}*)*$/u;

function isSmall(text: string, at: number): boolean {
  const first = text.charAt(at);
  return first.toLowerCase() === first && first.toUpperCase() !== first;
}
