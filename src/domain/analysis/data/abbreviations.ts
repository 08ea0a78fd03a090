const words = new Set(
  'e.g i.e vs inc ltd corp co llc dr mr mrs ms jr sr st no nr approx dept est fig vol pp p al ca cf resp z.b d.h u.a o.ä bzw bspw usw inkl exkl evtl ggf p.ej ej sra núm aprox av env m mme mlle n° ex dott sig ecc pag т.е т.д т.п др г им см напр'.split(
    ' ',
  ),
);

/** Whether the full stop at `at` belongs to an abbreviation, an initial, or a list number that opens the sentence. */
export function isAbbreviation(text: string, at: number, sentenceStart: number): boolean {
  let from = at;
  while (from > sentenceStart && at - from < 12 && !/[\s(*_"'“]/.test(text.charAt(from - 1))) from--;
  const word = text.slice(from, at);
  if (words.has(word.toLowerCase())) return true;
  if (/^\p{Lu}(\.\p{Lu})*$/u.test(word)) return true;
  return /^\d{1,3}$/.test(word) && text.slice(sentenceStart, from).replace(/[\s*_#>-]+/g, '') === '';
}
