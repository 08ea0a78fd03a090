import { foldSource } from './comparison-rule.ts';

/**
 * How a sentence goes on about brands of the one before. `subject`: a pronoun that stands for the last subject, up to the first name;
 * `dropped`: a name right behind these, or in front of them, is compared with a subject that the sentence leaves out; `against`: the
 * sentence sets its name against the one before; `than`: it compares with something that it names itself;
 * `instead`: right before its name, takes that one in place of the other; `choice`: chooses it of two
 * that were just named; `same`: speaks of the point just made, so that an adjective compares.
 */
export type Anaphora = {
  subject: RegExp;
  dropped: RegExp | null;
  against: RegExp;
  than: RegExp;
  instead: RegExp;
  choice: RegExp | null;
  same: RegExp | null;
};

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${foldSource(words)})(?!\\p{L})`, 'u');
const dense = (words: string): RegExp => new RegExp(foldSource(words), 'u');
const brand = '[\\ue000-\\uf8ff]';

/** Turns to the other side, where it opens the sentence. */
export const turning = /^[^\p{L}]*(?:but|however|aber|doch|allerdings|pero|sin embargo|mais|cependant|ma|pero|mas|porem)(?!\p{L})/u;

export const anaphora: Readonly<Record<string, Anaphora>> = {
  en: {
    subject: word('it|they|this one'),
    dropped: null,
    against: word(
      'instead|by comparison|in comparison|by contrast|in contrast|on the other hand|meanwhile|of the two|of the pair|the one|my pick|my choice|in that respect|in this respect|on that front|on both counts|in this regard|does this better|does it better|instead|noticeably|significantly|considerably|clearly|far|much|a lot|still|also|the better|the stronger|the safer|the cheaper|the easier|the simpler|the faster',
    ),
    than: word('than|ever|compared'),
    instead: word(
      'instead,? (?:go|use|try|get|choose|pick|buy)[a-z ]{0,12}|(?:go|use|try|get|choose|pick|buy)[a-z ]{0,12} instead|rather (?:go|use|try|get|choose|pick|buy)[a-z ]{0,12}',
    ),
    choice: word(
      "(?:i'd|i would|we'd|we would) (?:still )?(?:lean|go|pick|choose|take|opt|get|side|buy|start|recommend|call it)(?: (?:to|toward|towards|with|for|the|a|an|it|on))*",
    ),
    same: null,
  },
  de: {
    subject: word('er|sie|es|dieser|diese|dieses'),
    dropped: null,
    against: word(
      'in diesem punkt|dagegen|hingegen|demgegenüber|im vergleich|im gegensatz dazu|wiederum|deutlich|wesentlich|klar|spürbar|weitaus|erheblich|viel|die bessere|der bessere|das bessere|von beiden|lieber|eher',
    ),
    than: word('als|denn je'),
    instead: word('(?:lieber|stattdessen|besser)(?: gleich| zu| auf| mit| zum| zur)*'),
    choice: word('(?:ich würde|würde ich|wir würden|würden wir)(?: eher| lieber)?(?: zum| zur| zu| den| die| das| auf| für)*'),
    same: null,
  },
  es: {
    subject: word('este|esta|ella|él|este último|esta última'),
    dropped: null,
    against: word(
      'ese aspecto|en eso|ese punto|en cambio|por el contrario|en comparación|por su parte|mucho|bastante|claramente|notablemente|de las dos|de los dos|sí|la mejor|el mejor|sale',
    ),
    than: word('que|de lo'),
    instead: word('(?:mejor|en su lugar|en vez de eso)(?: elige| elegir| opta por| con| ve a por| compra)*'),
    choice: word(
      '(?:me quedaría con|me quedo con|elegiría|yo elegiría|optaría por|apostaría por|me inclino por|me inclinaría por|compraría)(?: el| la| los| las)*',
    ),
    same: null,
  },
  fr: {
    subject: word('il|elle|ce dernier|cette dernière|celui-ci|celle-ci'),
    dropped: null,
    against: word(
      "sur ce point|en revanche|par contre|à l'inverse|en comparaison|de son côté|quant à|nettement|bien|beaucoup|clairement|des deux|le meilleur|la meilleure",
    ),
    than: word('que|qu’|jamais'),
    instead: word('(?:plutôt|à la place)(?: sur| pour| vers| avec)*'),
    choice: word('(?:je choisirais|je prendrais|j’opterais pour|je pencherais pour|je partirais sur)(?: le| la| les)*'),
    same: null,
  },
  pt: {
    subject: word('ele|ela|este|esta'),
    dropped: null,
    against: word('nesse ponto|nisso|por outro lado|em comparação|já|por sua vez|bem|muito|claramente|dos dois|das duas|em contrapartida'),
    than: word('que|do que'),
    instead: word('(?:melhor|em vez disso)(?: escolher| com| pelo| pela| o| a)*'),
    choice: word('(?:eu escolheria|eu ficaria com|fico com|optaria por|compraria)(?: o| a)*'),
    same: null,
  },
  it: {
    subject: word('esso|essa|questo|questa|quest’ultimo|quest’ultima'),
    dropped: null,
    against: word(
      'su questo punto|invece|al contrario|in confronto|dal canto suo|nettamente|decisamente|molto|chiaramente|tra i due|tra le due',
    ),
    than: word('di|rispetto|che'),
    instead: word('(?:piuttosto|meglio|invece)(?: scegliere| con| puntare su)*'),
    choice: word('(?:sceglierei|prenderei|opterei per|punterei su|mi butterei su)(?: il| la| lo)*'),
    same: null,
  },
  nl: {
    subject: word('hij|zij|ze|deze|dit'),
    dropped: null,
    against: word(
      'daarentegen|in vergelijking|op dat punt|wat dat betreft|daarin|daarbij|juist|veel|duidelijk|een stuk|aanzienlijk|van de twee|de betere',
    ),
    than: word('dan|ooit'),
    instead: word('(?:liever|in plaats daarvan|beter)(?: voor| met| naar)*'),
    choice: word('(?:ik zou|zou ik)(?: eerder| liever)?(?: voor| naar)*'),
    same: null,
  },
  ru: {
    subject: word('он|она|оно|они'),
    dropped: null,
    against: word(
      'с этим|в этом|в этом плане|на этом фоне|по сравнению|для сравнения|напротив|зато|же|гораздо|намного|заметно|значительно|куда|ощутимо|а вот|из двух',
    ),
    than: word('чем|когда-либо'),
    instead: word('(?:лучше|вместо этого)(?: сразу)?(?: выбрать| взять| выбирайте| берите| купить)*'),
    choice: word('(?:я бы выбрал|я бы взял|выбрал бы|взял бы|предпочёл бы)(?: скорее)*'),
    same: null,
  },
  pl: {
    subject: word('on|ona|ono'),
    dropped: null,
    against: word(
      'natomiast|z kolei|za to|pod tym względem|w porównaniu|dla porównania|znacznie|dużo|o wiele|zdecydowanie|wyraźnie|z tych dwóch',
    ),
    than: word('niż|od'),
    instead: word('(?:lepiej|zamiast tego)(?: wybrać| kupić| postawić na)*'),
    choice: word('(?:wybrałbym|wybrałabym|wziąłbym|postawiłbym na)'),
    same: null,
  },
  zh: {
    subject: dense('它们?'),
    dropped: new RegExp(`^[^，。；\\ue000-\\uf8ff]{0,10}(?:比起?|相比于?|优于|强于|不如|不及|胜过|好过)${brand}`, 'u'),
    against: dense('相比之下|反观|相对而言|对比之下|比较起来|这方面|这一点|则|还是|更胜|两者|二者|更|许多|不少|得多'),
    than: dense('比|相比于|与|和|跟|于'),
    instead: dense('(?:还得看|还是要看|还得是|还是得|首推|不如|倒不如|还是|改|换成|转而)(?:直接|先)?(?:选|买|用|上|入|考虑|看)+'),
    choice: dense('(?:我会选|我选|我更倾向于?|更推荐|我会买|建议选|倾向于?选?)'),
    same: dense('这方面|这一点|这点上|那方面|[这那]两点'),
  },
  ja: {
    subject: dense('それは|これは|こちらは|同社は|前者は|後者は'),
    dropped: new RegExp(`^[^、。\\ue000-\\uf8ff]{0,8}${brand}(?:より|に比べ|と比べ)(?![^。]*[はが])`, 'u'),
    against: dense('それに比べ|これに比べ|比べると|その点|一方|対して|逆に|反対に|ほうが|方が|断然|圧倒的|はるかに'),
    than: dense('より(?!も?[一高安使早速軽])|ほど'),
    instead: dense('(?:むしろ|代わりに)'),
    choice: null,
    same: dense('[そこ]の点|[そこ]の面'),
  },
  ko: {
    subject: dense('이것은|이는|이 제품은|이쪽은|그것은'),
    dropped: new RegExp(`^[^,.\\ue000-\\uf8ff]{0,8}${brand}(?:보다|에 비해)(?![^.]*[은는이가] )`, 'u'),
    against: dense('그에 비해|이에 비해|반면|그 점에서|상대적으로|훨씬|더|쪽이'),
    than: dense('보다|만큼'),
    instead: dense('(?:차라리|대신) ?'),
    choice: null,
    same: dense('그 점|이 점'),
  },
};
