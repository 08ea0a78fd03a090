/** Hits of one prompt: `visible` of `answered`, and the intent that it words. */
export type PromptRate = { intent: string; answered: number; visible: number };

/**
 * Where the variance V(1−V) of one answer comes from, as shares of it: what the answers to one intent have in common, what
 * those to one wording have besides; the rest is chance from one answer to the next.
 */
export type VarianceShares = { visibility: number; intent: number; wording: number };

const fewest = 10;

/**
 * Moments of a nested analysis of variance, intents over wordings over answers (Searle, Casella & McCulloch 1992, chapter
 * 3), prompts weighing the same; a negative share is none. @returns null under 10 intents, without a prompt that was
 * answered twice, or where the brand is named never or always
 */
export function varianceShares(prompts: readonly PromptRate[]): VarianceShares | null {
  const rates = prompts
    .filter(({ answered }) => answered > 0)
    .map(({ intent, answered, visible }) => ({ intent, answered, rate: visible / answered }));
  const intents = [...Map.groupBy(rates, ({ intent }) => intent).values()];
  const repeated = rates.filter(({ answered }) => answered > 1);
  const visibility = mean(rates.map(({ rate }) => rate));
  const total = visibility * (1 - visibility);
  if (intents.length < fewest || repeated.length === 0 || !(total > 0)) return null;
  const answer = mean(repeated.map(({ rate, answered }) => (rate * (1 - rate) * answered) / (answered - 1)));
  const answerError = answer * mean(rates.map(({ answered }) => 1 / answered));
  const worded = intents.filter((one) => one.length > 1);
  const betweenWordings = worded.length === 0 ? answerError : mean(worded.map((one) => variance(one.map(({ rate }) => rate))));
  const wording = Math.max(0, betweenWordings - answerError);
  const means = intents.map((one) => mean(one.map(({ rate }) => rate)));
  const wordingError = (wording + answerError) * mean(intents.map((one) => 1 / one.length));
  const intent = Math.max(0, variance(means) - wordingError);
  const sum = Math.max(total, intent + wording);
  return { visibility, intent: intent / sum, wording: wording / sum };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
