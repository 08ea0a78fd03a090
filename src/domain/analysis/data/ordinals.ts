/** Words for 1 to 5 that rank what stands behind them, and what may stand between. Lower case. */
const ordinals = [
  'first|1st|number one|no\\. ?1|winner|testsieger|gewinner|ganador[a]?|vencedor[a]?|vincitore|erste[rns]?|primer[oa]?|premi(?:er|ère)|primeir[oa]|prim[oa]|перв[а-яё]+|第一|首位|1位|1위|첫째|첫 번째',
  'second|2nd|number two|no\\. ?2|runner-up|followed by|gefolgt von|seguid[oa] (?:de|por)|suivie? (?:de|par)|seguit[oa] da|zweite[rns]?|segund[oa]|deuxième|second[oae]?|втор[а-яё]+|第二|其次|2位|2위|둘째|두 번째',
  'third|3rd|number three|no\\. ?3|dritte[rns]?|tercer[oa]?|troisième|terceir[oa]|terz[oa]|трет[а-яё]+|第三|3位|3위|셋째|세 번째',
  'fourth|4th|number four|vierte[rns]?|cuart[oa]|quatrième|quart[oa]|четв[её]рт[а-яё]+|第四|4位|4위|넷째',
  'fifth|5th|number five|fünfte[rns]?|quint[oa]|cinquième|пят[а-яё]+|第五|5位|5위|다섯째',
];
const nouns =
  'place|choice|pick|spot|position|option|platz|stelle|wahl|lugar|puesto|opción|choix|posto|scelta|место|месте|名|位|款|选择|選擇|推荐|推薦';
const links =
  'goes to|went to|we have|sits|stands|ranks|está|queda|se sitúa|figura|encontramos|fica|aparece|arrive|figure|on trouve|troviamo|figura|belegt|kommt|folgt|finden wir|belongs to|is taken by|comes|is|was|would be|to|:|：|,|，|–|—|ist|liegt|steht|geht an|es para|es|est|revient à|va para|va a|va|é|è|занимает|是|为|為|は|が|的';
const wanted = ordinals.map(
  (words) =>
    new RegExp(
      `(?:^|[^\\p{L}\\p{N}])(?:${words})(?:\\s?(?:${nouns}))?(?:\\s*(?:${links}))*\\s*(?:the |el |la |le |der |die |o |a )?[*_]*$`,
      'iu',
    ),
);
const han = wanted.map(
  (_, index) => new RegExp(`(?:${(ordinals[index] as string).replace(/^.*?(?=第|首)/, '')})(?:${nouns})?(?:${links})*\\s?[*_]*$`, 'u'),
);

/** The rank that the words right before a name give it; 0 if none. */
export function ordinalBefore(text: string): number {
  const patterns = /[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? han : wanted;
  return patterns.findIndex((pattern) => pattern.test(text)) + 1;
}

const behind = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th', 'fifth|5th'].map(
  (words) => new RegExp(`^[*_]* (?:${words})\\b`, 'i'),
);

/** "Zoho first, HubSpot second": the rank that the word right behind a name gives it; 0 if none. */
export const ordinalBehind = (text: string): number => behind.findIndex((pattern) => pattern.test(text)) + 1;
