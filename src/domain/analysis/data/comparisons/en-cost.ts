import { type ComparisonRule, rule } from './comparison-rule.ts';

/** "Costs more than", "charges twice as much as": who asks for more is not preferred. */
export const costRules = (words: Record<string, string>): ComparisonRule[] => [
  rule(
    '<a:Bs>{own}{mid}\\b(?:costs?|charges?|asks?|demands?) (?:far |much |a lot |considerably |significantly |slightly )?(?:more|higher)\\b[^\\ue000-\\uf8ff.;:!?]{0,34}? than <b:Bs>',
    'b',
    words,
  ),
  rule(
    '<a:Bs>{own}{mid}\\b(?:costs?|charges?|asks?|demands?|requires?|needs) (?:far |much |a lot |considerably |significantly |slightly )?(?:less|lower|fewer)\\b[^\\ue000-\\uf8ff.;:!?]{0,34}? than <b:Bs>',
    'a',
    words,
  ),
  rule(
    '<a:Bs>{own}{mid}\\b(?:costs?|charges?|asks?|demands?|consumes?|burns?|weighs?) (?:[a-z-]+ ){0,2}(?:twice|double|three times|triple|four times|[0-9.]+ times|half again|nearly twice|almost twice) (?:as much as|the price of|what|more than) (?:the )?<b:Bs>',
    'b',
    words,
  ),
  rule(
    '<a:Bs>{own}{mid}<b:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,40}? (?:at|for) (?:about |roughly |around |just |only )?(?:half|a third|a quarter|a fraction|two-thirds)(?: of)? (?:the|its) (?:price|cost|money)',
    'a',
    words,
  ),
  // "Everything" in front of a name is taken away with the articles.
  rule('<a:Bs>{own} does (?:that |of what )?<b:Bs> does,? and (?:then some|(?:a lot |much )?more)', 'a', words),
];
