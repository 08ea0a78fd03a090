/** "Best overall:", "Runner-up:": what follows is a choice. */
export const choiceLabel =
  /\b(?:best|top|winner|runner-up|pick|choice|overall|budget|value|upgrade|premium|option|alternative|\d(?:st|nd|rd|th)|platz \d|puesto|lugar|posto|mejor|meilleure?|melhor|migliore?|beste[rsn]?|testsieger|second|third|first)\b[^:：.!?]{0,24}(?:[:：]| [–—-])[\s*]*$|(?<!\p{L})(?:место|місце|лучш\p{L}+|выбор|miejsce|najleps\p{L}+|nejlep\p{L}+|misto|místo|sija|paras|θέση|καλύτερ\p{L}+|sıra|en iyi)[^:.!?]{0,16}(?::| [–—-])[\s*]*$/iu;

/** "Wolf ist leiser als Vaillant", beside a brand. */
export const comparedTo = /^[^.,;:!?]{1,30} (?:als|than|dan|que|niż|než|чем|ніж|än|end|enn|kuin|dari|daripada|από|decât|hơn) \p{Lu}/u;

/** "Pros of Square", "alternatives to Notion". */
export const ofWhom =
  /\b(?:pros|cons|advantages|disadvantages|drawbacks|benefits|reviews?|alternatives?|downsides|upsides) (?:of|to|for|about) $/i;

/** "Orange, the French telecoms group". */
export const apposition =
  /^,\s(?:the|a|an|one of)\s[^.,;]{0,50}\b(?:company|group|retailer|maker|brand|fintech|lender|insurer|carmaker|automaker|neobank|telecom|supermarket|carrier|unicorn|exchange|marketplace|label|publisher|broker|provider|firm|chain|platform|operator|giant|start-?up|bank|carrier|app|service|manufacturer|vendor|store|airline|network)\b/i;

/** "If you're a Gemini": what somebody is. */
export const isPredicate = /(?:(?<!there)['’](?:m|re|s)|\b(?:am|is|are|was|were|be|been|become|as)) an? $/;

/** "in Blau", "ins Grüne": a colour is a noun there. */
export const colourPhrase = /^(?:in|ins|im|auf|das|dem|des|helles?|dunkles?)$/;

/** A German noun that is to be counted takes an article behind them, a name does not: "während Globus nur …". */
export const germanConjunctions = new Set(['während', 'weil', 'dass', 'wenn', 'ob', 'aber', 'sondern', 'denn', 'da', 'obwohl']);

export const takesArticles = new Set(['pt', 'it', 'es', 'fr', 'el']);

/** Languages whose words nobody takes into another one's text but as names. */
export const seldomBorrowed = new Set(['cs', 'fi', 'hu', 'ro', 'da', 'no', 'sv', 'pl', 'tr', 'vi', 'id']);
