/** Words that announce an order of names. In front of the names; in Chinese, Japanese and Korean behind them too. */
export const orderInFront = new RegExp(
  [
    '\\b(?:my|our|the|your|this|that|overall|final|personal|suggested|preferred|pecking|following|descending) (?:order|ranking|ranked list|shortlist)\\b(?! (?:at|from|with|online))',
    '\\bin order(?: of|:)',
    '\\b(?:rank|ranked|ranking|order|put|sort)(?: (?:them|these|those))\\b',
    '\\branked\\b',
    '\\branking:',
    '\\b(?:best|most|highest|strongest|cheapest|first) to (?:the )?(?:worst|least|lowest|weakest|priciest|last)\\b',
    '\\b(?:reihenfolge|rangfolge|rangliste|ranking|absteigend|rangordnung)\\b',
    '\\b(?:orden|ordenar(?:l[ao]s|i?a)?|ordenad[ao]s|clasificaci[oó]n|jerarqu[ií]a)\\b',
    "\\b(?:classement|dans l[’']ordre|ordre|class[eé]s|podium)\\b",
    '\\b(?:ordem|ordenaria|classifica[cç][aã]o|classifica|ordine)\\b',
    '\\b(?:volgorde|rangschikking)\\b',
    '(?:排序|排名|排行|顺序|順序|排个序|排個序|依次|排列|名次|从高到低|由高到低|從高到低)',
    '(?:順に|順で|ランキング|順位|並べる)',
    '(?:순서|순위|랭킹|순으로)',
    'в порядке|рейтинг|порядок',
  ].join('|'),
  'iu',
);
export const orderBehind = /^[\s*_」）)]{0,3}(?:の順|という順|순(?:입|으|이|서|위)|的(?:顺序|順序|排序|排名))/u;
/** What says that the order means nothing. */
export const noOrder =
  /alphabetical|no particular order|any order|alphabetisch|ohne bestimmte|alfab[eé]tic|alphab[eé]tique|sin (?:ning[uú]n )?orden|不分先后|不分先後|順不同|字母|アルファベット|五十音|가나다|무순/iu;
