/** Words for 1 to 5 that rank what stands behind them, and what may stand between. Lower case. */
const ordinals = [
  "(?:pick|choose|name|recommend|buy) (?:just |only )?one,? (?:it would be|it'd be|i'd (?:pick|choose|go with|take|say))|my (?:first |top )?pick|mon choix|notre choix|mein tipp|unser tipp|mi elección|nuestra elección|la mia scelta|minha escolha|(?:my|our|mein|unser|mi|nuestr[oa]|mon|notre|il mio|o meu) (?:clear |clear all-time |klarer |absoluter |all-time )?(?:favou?rite|favorit|favorito|favori|preferito|preferido)|first|1st|number one|no\\. ?1|winner|testsieger|gewinner|ganador[a]?|vencedor[a]?|vincitore|erste[rns]?|primer[oa]?|premi(?:er|ère)|primeir[oa]|prim[oa]|перв[а-яё]+|am besten schneidet|an der spitze|spitzenreiter|(?:the|our) best(?: one| option| choice)?|(?:la|il) migliore|(?:el|la) mejor|(?:le|la) meilleure?|[ao] melhor|de beste|der beste|die beste|das beste|najlepsz[yae]|nejlepší|tốt nhất|terbaik|en iyisi|en tête|in testa|en cabeza|ganz vorne?|auf platz 1|nummer (?:1|één|een|eins)|(?:platz|rang) (?:1|eins)|número (?:1|uno|um)|numero (?:1|uno|un)|op één(?: staat)?|πρώτ[οη]|перше|birinci|pierwsz\\p{L}+|أولا|أولاً|الأول|المركز الأول|पहला|ראשון|thứ nhất|อันดับแรก|第一|首位|首选|首選|首推|榜首|最推荐|最推薦|まず(?:は)?|本命|筆頭|イチオシ|一押し|(?:一番|最も)の?(?:お(?:すすめ|薦め))|1位|1위|1순위|첫째|첫 번째(?:로 추천하는 (?:곳|것|제품|브랜드))?|가장 추천하는 (?:곳|것|제품|브랜드)",
  'second|2nd|after that|(?:dahinter|danach|dann)(?: folgt| folgen| kommt| kommen| liegt| liegen)?|(?:viennent? )?ensuite|vient après|luego|después(?: vienen?)?|le sigue[n]?|dietro|poi|segu(?:e|ono)|gevolgd door|nummer (?:2|twee|zwei)|op (?:twee|plaats twee)|(?:platz|rang) (?:2|zwei)|a close second(?: is)?|next comes|number two|no\\. ?2|runner-up|followed by|gefolgt von|seguid[oa] (?:muy )?(?:de cerca )?(?:de|por|pel[oa]|d[oa])|suivie? (?:de|par)|seguit[oa] da|zweite[rns]?|segund[oa]|deuxième|second[oae]?|втор[а-яё]+|δεύτερ[οη]|друге|ikinci|drug\\p{L}{1,4}|druh\\p{L}{1,3}|ثانيا|ثانياً|الثاني|المركز الثاني|दूसरा|שני|thứ hai|tiếp theo|disusul|kemudian|第二|其次|次选|次選|次推|再来|備选|备选|次点|二番手|対抗|次いで|続いて|次に|二番目|2位|2위|2순위|둘째|두 번째|그다음',
  'third|3rd|op drie|(?:platz|rang) (?:3|drei)|number three|no\\. ?3|dritte[rns]?|tercer[oa]?|troisième|terceir[oa]|terz[oa]|трет[а-яё]+|τρίτ[οη]|третє|üçüncü|trzeci\\p{L}*|třetí\\p{L}*|ثالثا|ثالثاً|الثالث|المركز الثالث|तीसरा|שלישי|thứ ba|第三|再次|最后|最後|三番手|3位|3위|3순위|셋째|세 번째',
  'fourth|4th|number four|vierte[rns]?|cuart[oa]|quatrième|quart[oa]|четв[её]рт[а-яё]+|第四|4位|4위|넷째',
  'fifth|5th|number five|fünfte[rns]?|quint[oa]|cinquième|пят[а-яё]+|第五|5位|5위|다섯째',
];
const nouns =
  'स्थान|vị trí|place|місце|miejsce|θέση|choice|pick|spot|position|option|platz|stelle|wahl|lugar|puesto|opción|choix|posto|scelta|место|месте|名|位|款|梯队|梯隊|选择|選擇|推荐|推薦';
const links =
  "là|adalah|oleh|pondría|pondria|metterei|colocaría|colocaria|mettrais|je mets|würde ich|setze ich|i'd put|i'd place|i put|c'è|c’è|vem|staat|viene|landet|goes to|went to|we have|sits|stands|ranks|está|queda|se sitúa|figura|encontramos|fica|aparece|arrive|figure|on trouve|troviamo|figura|belegt|kommt|folgt|finden wir|belongs to|is taken by|comes|is|was|would be|to|:|：|,|，|–|—|ist|liegt|steht|geht an|es para|es|est|revient à|va para|va a|va|é|è|занимает|当属|當屬|属于|归|給|给|要数|要數|才是|则是|則是|就是|选|選|是|为|為|は|が|的|는|은|로|으로";
const wanted = ordinals.map(
  (words) =>
    new RegExp(
      `(?:^|[^\\p{L}\\p{N}])(?:${words})(?:\\s?(?:${nouns}))?(?:\\s*(?:${links}))*\\s*(?:the |el |la |le |der |die |o |a )?[*_]*$`,
      'iu',
    ),
);
const eastern = /[\u3040-\u9fff\uac00-\ud7af]/;
const han = wanted.map(
  (_, index) =>
    new RegExp(
      `(?:${(ordinals[index] as string)
        .split('|')
        .filter((word) => eastern.test(word))
        .join('|')})(?:${nouns})?(?:${links})*\\s?[*_]*$`,
      'u',
    ),
);

/** The rank that the words right before a name give it; 0 if none. */
export function ordinalBefore(text: string): number {
  const patterns = /[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? han : wanted;
  return patterns.findIndex((pattern) => pattern.test(text)) + 1;
}

const behind = [
  'first|1st|number one|at the top|on top|the top spot|the crown|the lead|ersten?|den ersten|primer[oa]?|premi(?:er|ère)|primeir[oa]|prim[oa]|eerste',
  'second|2nd|in the middle|number two|zweite[nr]?|segund[oa]|deuxième|second[oae]?|tweede|runner-up',
  'third|3rd|number three|rounds out|rounding out|completes the|cierra la lista|schließt die liste|dritte[nr]?|tercer[oa]?|troisième|terceir[oa]|terz[oa]|derde',
  'fourth|4th|vierte[nr]?|cuart[oa]|quatrième|quart[oa]|vierde',
  'fifth|5th|fünfte[nr]?|quint[oa]|cinquième|vijfde',
].map(
  (words) =>
    new RegExp(
      `^[*_]* (?:(?:comes|takes|ranks|is|lands|finishes|sits|came|took|finished|placed|follows|folgt|landet|liegt|belegt|kommt|steht|queda|ocupa|va|viene|está|fica|vem|arrive|occupe|est|è|arriva|staat|komt|in|at|as|on|auf|an|en|em|au|à la|al|op|a close|the|dem|den|der|el|la|le|il|o|a) ){0,4}(?:${words})(?!\\p{L}| (?:thing|time|hand|of all|look|glance|class|aid|year|month|week|day|half|floor)\\b)`,
      'iu',
    ),
);
const behindHan = ['第一|首位|榜首', '第二|紧随其后|緊隨其後|次之|居次', '第三', '第四', '第五'].map(
  (words) => new RegExp(`^[*_]*(?:则|則|就|也)?(?:位居|位列|排名|排在|排|居|拿下|获得|獲得|夺得|名列|列)?(?:${words})`, 'u'),
);
const behindDigit =
  /^[^,，、;；.。]{0,12}?(?:(?:platz|rang|puesto|place|posto|lugar|nummer|number|no\.?|#) ?(\d)(?!\d)|(?<!\d)(\d)(?:位|위))/iu;

/** "Zoho first, HubSpot comes second", "Zoho landet auf Platz 2": the rank that the words right behind a name give it; 0 if none. */
export function ordinalBehind(text: string): number {
  const digit = behindDigit.exec(text);
  if (digit !== null) return Number(digit[1] ?? digit[2]);
  return (/[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? behindHan : behind).findIndex((pattern) => pattern.test(text)) + 1;
}

const lastBefore =
  /(?:^|[^\p{L}])(?:lastly|finally|in last place|last place(?: goes to)?|bringing up the rear|at the (?:very )?bottom|dead last|(?:das )?schlusslicht|zuletzt|zum schluss|an letzter stelle|auf dem letzten platz|(?:por|en) último(?: lugar)?|cierra la lista|en dernier(?: lieu)?|enfin|pour finir|infine|per ultim[oa]|chiude(?: la classifica)?|all[’']ultimo posto|(?:por|em) último(?: lugar)?|por fim|tot slot|als laatste|op de laatste plaats|hekkensluiter|na końcu|na ostatnim miejscu|nakonec|na posledním místě|наконец|на последнем месте|замыкает(?: тройку| список)?|нарешті|на останньому місці|son olarak|son sırada|sist|viimeisenä|akhirnya|terakhir|cuối cùng|τέλος)(?:[\s,:*_]|(?<!\p{L})(?:is|ist|bildet|es|est|è|é|comes|kommt|viene|vient|vem|komt|está|queda|liegt|steht|figura|the|der|die|das|el|la|le|il|o|a)(?!\p{L}))*$/iu;
const lastBeforeEast =
  /(?:最后|最後|末位|垫底|墊底|殿后|最下位|마지막(?:으로|은)?|꼴찌(?:는)?)(?:的?[是为為则則才就]|が|は|に|,|，|、| )*[*_「]*$/u;
const lastBehindWord =
  /^[*_,]*\s?(?:(?:(?:comes?|is|finishes|ranks|lands) )?(?:(?:dead )?last(?!\p{L})|at the (?:very )?bottom)|brings up the rear|rounds (?:it |things )?out|bildet das schlusslicht|(?:kommt|landet|liegt) (?:zuletzt|ganz hinten|auf dem letzten)|cierra|ferme la marche|arrive en dernier|chiude|fecha (?:a lista|o pódio)|sluit de rij|zamyka|замыка|垫底|墊底|殿后|最后|最後|がしんがり|が最下位|は最下位|(?:은|는|이|가) (?:마지막|꼴찌))/iu;

/** Whether the words right before a name put it last. */
export const isLastBefore = (text: string): boolean => (/[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? lastBeforeEast : lastBefore).test(text);
/** Whether the words right behind a name put it last. */
export const isLastBehind = (text: string): boolean => lastBehindWord.test(text);
