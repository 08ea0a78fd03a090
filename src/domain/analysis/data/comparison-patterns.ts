import { fold } from '../fold.ts';
import { de, en, es, fr, it, ja, ko, type Lexicon, pt, ru, zh } from './comparison-lexicons.ts';
import { sentencePattern } from '../sentence-pattern.ts';

/** `winner`: which captured side is preferred, or `word`: the captured adjective decides. */
export type ComparisonRule = { pattern: RegExp; winner: 'a' | 'b' | 'word'; judge: (word: string) => 'a' | 'b' | null };

const never = (): null => null;
const rule = (source: string, winner: 'a' | 'b', words: Record<string, string> = {}): ComparisonRule => ({
  pattern: sentencePattern(source, words),
  winner,
  judge: never,
});

/** A comparative prefers the side it is said of, unless it names something nobody wants (slower, pricier). */
function byWord(source: string, lexicon: Lexicon, words: Record<string, string> = {}, turned = false): ComparisonRule {
  const good = new RegExp(foldSource(lexicon.good));
  const bad = new RegExp(foldSource(lexicon.bad));
  const judge = (word: string): 'a' | 'b' | null => {
    const isBad = bad.test(word);
    if (!isBad && !good.test(word)) return null;
    return isBad === turned ? 'a' : 'b';
  };
  return { pattern: sentencePattern(source, words), winner: 'word', judge };
}

function foldSource(source: string): string {
  return source.replace(/[^\u0000-\u007f]+/g, (part) => fold(part));
}

const enWords = {
  mid: "(?![^\\ue000-\\uf8ff]*\\b(?:not|never|no|hardly|neither|nor)\\b(?! only))(?![^\\ue000-\\uf8ff]*n't\\b)[^\\ue000-\\uf8ff.;:!?]{0,70}?",
  word: '(?<word>\\b(?:(?:much|far|significantly|slightly|a bit|considerably|generally|noticeably|even) )*(?:(?:more|less|fewer|higher|lower|longer|greater) [a-z-]+(?: (?:and|or) (?:more |less )?[a-z-]+)?|better|worse|superior|inferior|[a-z]{2,}(?:ier|er))\\b)',
  tail: '(?<aspect>(?:(?!\\b(?:but|while|though|more|less|yet)\\b)[^\\ue000-\\uf8ff.;:!?,]){0,60}?)',
  than: '(?:than|compared (?:to|with)|in comparison (?:to|with))(?: that of| those of| the one from| what)?(?: the| those from)?',
  own: "(?:'s?)?",
};
const enAspect =
  '(?:,? (?:when it comes to|in terms of|on|for|in|regarding|at|with respect to|with) (?<aspect>[a-z][a-z &-]{2,40}?)(?=[.,;!]| because| since| but| while|$))?';

const zhWords = {
  mid: '(?:[^，。；,;！？!?\\ue000-\\uf8ff不没]{0,12}?)',
  own: '(?:的[^，。；,;\\ue000-\\uf8ff]{1,8})?',
  noun: '(?:的(?<noun>[^，。；,;\\ue000-\\uf8ff比]{1,8}))?',
  word: '(?<word>(?:更|还|要|更加|更为|明显|稍微|略|略微|显著|在[^，。；,;\\ue000-\\uf8ff]{1,10}(?:上|方面))?[^，。；,;！!\\ue000-\\uf8ff不没]{1,14})',
  topic: '(?:(?:在|就|从)?(?<aspect>[^，。；,;\\ue000-\\uf8ff在就从]{2,8}?)(?:方面|上|而言|来说|来看|角度)[，,]?)?',
};

const romance = (than: string, not: string): Record<string, string> => ({
  mid: `(?![^\\ue000-\\uf8ff]*\\b(?:${not})\\b)[^\\ue000-\\uf8ff.;:!?]{0,60}?`,
  tail: '(?<aspect>[^\\ue000-\\uf8ff.;:!?,]{0,50}?)',
  than,
});
const esWords = romance('(?:que|en comparación con|frente a|a) (?:el |la |los |las )?', 'no|nunca|ni|tampoco');
const frWords = romance("(?:que|qu'|par rapport à|comparée? à|à) ?(?:le |la |les |l'|celui de |celle de )?", 'pas|jamais|ni');
const ptWords = romance('(?:(?:do )?que|em comparação com|comparado a|a|à|ao) (?:o |a |os |as )?', 'não|nunca|nem');
const itWords = romance("(?:di|del|della|dello|dell'|rispetto a|che|a) ?(?:il |la |lo |l')?", 'non|mai|né');

const lexicons: Record<string, Lexicon> = Object.fromEntries(
  Object.entries({ en, zh, ja, de, es, fr, ko, pt, it, ru }).map(([language, lexicon]) => [
    language,
    { ...lexicon, aspects: lexicon.aspects.map(([pattern, name]): [RegExp, string] => [new RegExp(foldSource(pattern.source)), name]) },
  ]),
);

export const comparisonRules: Readonly<Record<string, readonly ComparisonRule[]>> = {
  en: [
    byWord(
      '<a:Bs>{own}{mid}\\bnot (?:quite |nearly |really )?(?:as|so) (?<word>[a-z-]+){tail} as (?:the )?<b:Bs>',
      {
        ...en,
        good: '^(?!expensive|pric|cost|complex|complicated|slow|hard|difficult|heavy|noisy|clunky|bad|steep|confusing|limited|buggy|bulky)',
        bad: '^(?:expensive|pric|cost|complex|complicated|slow|hard|difficult|heavy|noisy|clunky|bad|steep|confusing|limited|buggy|bulky)',
      },
      { ...enWords, mid: '[^\\ue000-\\uf8ff.;:!?]{0,30}?' },
      true,
    ),
    byWord(
      "<a:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,30}?n't (?:quite |nearly |really )?(?:(?:last|run|work|perform|feel|look|sound|hold up|age|scale|charge|have|offer|get|be) )?(?:as|so) (?<word>[a-z-]+){tail} as (?:the )?<b:Bs>",
      {
        ...en,
        good: '^(?!expensive|pric|cost|complex|complicated|slow|hard|difficult|heavy|noisy|clunky|bad|steep|confusing|limited|buggy|bulky)',
        bad: '^(?:expensive|pric|cost|complex|complicated|slow|hard|difficult|heavy|noisy|clunky|bad|steep|confusing|limited|buggy|bulky)',
      },
      enWords,
      true,
    ),
    rule(
      '<a:Bs>{own}{mid}\\b(?:beats|beat|outperforms|outperform|outperformed|outshines|outclasses|outdoes|surpasses|surpass|trumps|edges out|edges ahead of|bests|tops|wins (?:out )?(?:over|against)|wins against|has (?:the|an|a clear|a slight) (?:edge|advantage|lead) over|pulls ahead of|(?:comes|came) out ahead of|(?:comes|came) out on top of|edged out|pulled ahead of|won (?:out )?(?:over|against)|is ahead of|is a (?:notch|cut|step|class) above|is (?:one|several|a few) (?:notches|steps) above|is a step up from|is in a (?:different|higher) league (?:than|from)|is (?:superior|preferable) to|is (?:a |the )?(?:much |far )?better (?:choice|option|pick|fit|value|alternative|tool|product|phone|deal)? ?(?:for [a-z ]{2,30} )?than|are superior to|is preferred (?:over|to)|has (?:a |the )?(?:clear |slight |real |big )?(?:edge|advantage|lead|upper hand) (?:over|on)|holds? (?:an? |the )?(?:clear |slight )?(?:edge|advantage|lead) over|leads|outpaces|outsells|outscores|outranks|scores higher than|ranks (?:above|ahead of|higher than)|is a (?:better|stronger|safer|smarter) (?:choice|option|pick|bet|fit|value|buy) than|wipes the floor with|runs circles around|is (?:the )?preferred (?:choice )?over|blows away|leaves behind|crushes|undercuts|undercut|dwarfs|eclipses|puts to shame|is (?:head and shoulders|miles|light years|leagues) (?:above|ahead of)|is one up on|scores (?:over|above)|gets the nod over|has the better of|shades|nudges out|nudges ahead of|pips|squeaks past) (?:the )?<b:Bs>{own}' +
        enAspect,
      'a',
      enWords,
    ),
    rule(
      "<a:Bs>{own}{mid}\\b(?:loses (?:out )?to|falls short of|lags (?:far )?behind|lag behind|trails(?: behind)?|is inferior to|can't match|cannot match|doesn't match|can't compete with|cannot compete with|can't beat|falls behind|is (?:outperformed|beaten|surpassed|outclassed|overshadowed) by|is no match for|pales (?:in comparison (?:to|with)|next to|beside)|ranks (?:below|behind)|comes (?:in )?(?:second|behind)(?: to)?|is behind|plays second fiddle to|takes a back seat to|(?:can't|cannot|doesn't|does not|can not) (?:quite )?(?:match|compete with|keep up with|hold a candle to|rival|beat|touch|measure up to|compare (?:to|with))) (?:the )?<b:Bs>{own}" +
        enAspect,
      'b',
      { ...enWords, mid: '[^\\ue000-\\uf8ff.;:!?]{0,50}?' },
    ),
    rule(
      "(?<!not |n't |never |rather |to )\\b(?:prefer|prefers|preferred|recommend|recommends|choose|chose|pick|picked|favou?r|favou?rs|go with|opt for|suggest|take|use|buy|get|select)(?:ing|s)? (?:using |the |going with |to use )*<a:Bs>(?:'s?)?[^\\ue000-\\uf8ff.;:!?]{0,24}? (?:over|to|rather than|instead of|above|ahead of|before) (?:the )?<b:Bs>" +
        enAspect,
      'a',
      enWords,
    ),
    rule(
      '\\b(?:compared (?:to|with)|unlike|versus|next to|in contrast to) (?:the )?<b:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,20}?, <a:Bs>{own}{mid}\\b(?<word>better|easier|faster|cheaper|simpler|stronger|safer|smoother|quieter|lighter|superior|more (?:affordable|intuitive|reliable|powerful|flexible|user-friendly|secure|comfortable|durable|accurate|scalable|features|integrations|value))',
      'a',
      enWords,
    ),
    rule(
      '<a:Bs>{own}{mid}\\b(?:costs?|charges?|is priced|are priced|comes in|weighs?|consumes?|uses|needs|requires) (?:much |far |slightly |significantly |considerably |a lot |a bit )?(?:less|lower|cheaper)(?: [a-z]+){0,2} than <b:Bs>',
      'a',
      enWords,
    ),
    rule(
      '<a:Bs>{own}{mid}\\b(?:costs?|charges?|is priced|are priced|comes in) (?:much |far |slightly |significantly |considerably |a lot |a bit )?(?:more|higher) than <b:Bs>',
      'b',
      enWords,
    ),
    byWord(
      '<a:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,70}? than <B>{own},? (?:and|but) (?:is |has |offers |also )*{word}{tail} {than} <b:Bs>',
      en,
      enWords,
    ),
    rule(
      '\\b(?:switch(?:ed|ing)|mov(?:ed|ing)|migrat(?:ed|ing)|upgrad(?:ed|ing)|chang(?:ed|ing)) (?:over )?from (?:the )?<b:Bs> to (?:the )?<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,40}?\\b(?:never look(?:ed)? back|not looked back|n.t looked back|no regrets|best decision|love it|could not be happier|couldn.t be happier)',
      'a',
      enWords,
    ),
    rule(
      '\\b(?:rather than|instead of|over) (?:using |choosing |buying |paying for )?(?:the )?<b:Bs>,[^\\ue000-\\uf8ff.;!?]{0,50}?\\b(?:use|choose|pick|go with|go for|try|get|buy|consider|recommend|suggest|opt for|prefer) (?:the )?<a:Bs>',
      'a',
      enWords,
    ),
    rule(
      '(?:^|\\b(?:while|although|though|if) )<b:Bs>{own}(?! (?:is|are) (?:not|n))[^\\ue000-\\uf8ff.;:!?]{0,50}?(?:, (?:but |yet )?| but )(?:the )?<a:Bs>{own}{mid}\\b(?:is|are|does|has|offers|feels|performs|works|remains) (?:even |still |much |far |clearly |simply |just |slightly |an even )*(?:better|superior|easier|faster|cheaper|stronger|simpler|safer|more (?:affordable|intuitive|reliable|powerful|flexible|user-friendly|secure|comfortable|durable|accurate))\\b(?! than)',
      'a',
      enWords,
    ),
    byWord('<a:Bs>{own}{mid}{word}{tail} {than} <b:Bs>{own}' + enAspect.replace('(?<aspect>', '(?<late>'), en, enWords),
    rule(
      '\\bbetween (?:the )?<a:B> and (?:the )?<b:B>, (?:the )?\\k<a> (?:clearly |easily |usually )?(?:wins|is (?:the )?better|comes out ahead|has the edge|takes the lead)' +
        enAspect,
      'a',
      enWords,
    ),
    rule(
      '\\bbetween (?:the )?<b:B> and (?:the )?<a:B>, (?:the )?\\k<a> (?:clearly |easily |usually )?(?:wins|is (?:the )?better|comes out ahead|has the edge|takes the lead)' +
        enAspect,
      'a',
      enWords,
    ),
    rule(
      '\\bbetween (?:the )?<b:B> and (?:the )?(?:<a:B>),? [^.;!?]{0,30}?(?:choose|pick|go with|recommend|prefer|take) (?:the )?\\k<a>' +
        enAspect,
      'a',
      enWords,
    ),
    rule(
      '\\bbetween (?:the )?<a:B> and (?:the )?<b:B>,? [^.;!?]{0,30}?(?:choose|pick|go with|recommend|prefer|take) (?:the )?\\k<a>' +
        enAspect,
      'a',
      enWords,
    ),
    rule(
      '^(?=[^\\ue000-\\uf8ff]*[\\ue000-\\uf8ff][^\\ue000-\\uf8ff]*[\\ue000-\\uf8ff][^\\ue000-\\uf8ff]*$)[^\\ue000-\\uf8ff]*<a:B>{mid}\\b(?:wins|takes the lead|comes out ahead|has the edge|takes the crown|leads)\\b(?: (?:on|for|in|at|when it comes to|in terms of) (?<aspect>[a-z][a-z &-]{2,30}?))?(?=,|;| while| but| and)[^\\ue000-\\uf8ff]{0,24}<b:B>',
      'a',
      enWords,
    ),
    rule(
      "<b:Bs>{own} (?:lacks|lack|has no|have no|misses|is missing|offers no|omits|skips|(?:does not|doesn't) (?:have|offer|include|support|provide|come with))\\b[^\\ue000-\\uf8ff.;!?]{2,60}?(?:, |; )?(?:whereas|while|but|unlike|something that|something) (?:the )?<a:Bs>(?:{own} (?:has|have|offers?|ships?|includes?|comes?|supports?|provides?|does|do|covers?|gives|delivers?)\\b|$|[.,;])",
      'a',
      enWords,
    ),
    rule(
      "\\b(?:unlike|compared (?:to|with)|next to|in contrast to) (?:the )?<b:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,20}?, (?:the )?<a:Bs>{own} (?:(?:doesn't|does not|won't|never|will not) (?:need|require|charge|lock|crash|force|nickel|break|overheat|lag|slow|freeze|cost|ask|bury|make you|hide)|(?:costs|is|runs|comes in at|sells for) (?:only |just |roughly |about )?(?:a fraction|half|a third|a quarter|free|a bargain|easy|simple|cheap|affordable|intuitive|fast|reliable))",
      'a',
      enWords,
    ),
    rule(
      '\\b(?:twice|double|three times|triple|half again) (?:the|as much|as many) [^\\ue000-\\uf8ff.;!?]{2,30}? (?:from|with|on|out of) (?:the )?<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,40}?\\b(?:from|with|on|as|than) (?:the )?<b:Bs>',
      'a',
      enWords,
    ),
    rule(
      '(?<=<B>[^\\ue000-\\uf8ff.;!?]{3,60}<b:B>[^.;!?]{3,40}(?:but|while|whereas|though) )<a:B> (?:takes it|wins|leads|pulls ahead|comes out ahead|has the edge|is (?:better|stronger|ahead))\\b',
      'a',
      enWords,
    ),
  ],
  zh: [
    rule('<a:Bs>{own}[^，。；,;！？!?\\ue000-\\uf8ff不没]{0,6}压(?:过)?<b:Bs>{own}(?:一头|一筹)?', 'a', zhWords),
    rule('<a:Bs>{own}(?:并不|不)(?:如|及)<b:Bs>{own}(?<word>[^，。；,;！!\\ue000-\\uf8ff]{0,12})', 'b', zhWords),
    rule(
      '<a:Bs>{own}{mid}(?:逊色于|逊于|不敌|输给|落后于|弱于|不及|差于|不如|略逊于|稍逊于)<b:Bs>{own}(?<word>[^，。；,;！!\\ue000-\\uf8ff]{0,10})',
      'b',
      zhWords,
    ),
    rule(
      '{topic}<a:Bs>{own}{mid}(?:优于|胜过|强于|好过|好于|超过|超越|领先于|领先|赢过|完胜|碾压|胜于|优胜于|秒杀|击败|略胜|高于|快于|远超|吊打)<b:Bs>{own}',
      'a',
      zhWords,
    ),
    rule(
      '<a:Bs>{own}没有?<b:Bs>{own}(?:那么|这么|那样)?(?<word>(?!贵|慢|复杂|难|重|吵|麻烦|卡|差|耗|问题|广告|故障|缺点|噪|的|提供|公布|关系|合作)[^，。；,;！!\\ue000-\\uf8ff]{1,6})(?=[，。；,;！!]|$)',
      'b',
      zhWords,
    ),
    rule('<a:Bs>{own}没有?<b:Bs>{own}(?:那么|这么|那样)?(?<word>贵|慢|复杂|难|重|吵|麻烦|卡|差)', 'a', zhWords),
    byWord(
      '{topic}<a:Bs>{noun}(?:[^，。；,;！？!?\\ue000-\\uf8ff不没]{0,12})(?<!并不|不)(?:比起|相比于|相比|相较于|比)<b:Bs>{own}(?:来说|而言)?[，,]?(?:都|也|来得|会|确实|明显)?{word}',
      zh,
      { ...zhWords, word: zhWords.word.replace('(?:更|', '(?:更|') },
    ),
    byWord(
      '(?:与|和|跟|同)?(?:相比|相较|比起|相比于|相较于|对比|比之)(?:于|起)?<b:Bs>{own}(?:来说|而言)?[，,]\\s?<a:Bs>{own}(?:在[^，。；,;\\ue000-\\uf8ff]{1,10}(?:上|方面))?{mid}{word}',
      zh,
      zhWords,
    ),
    byWord(
      '(?:与|和|跟|同)<b:Bs>{own}(?:相比|相较|比较|比起来|对比)[，,]?\\s?<a:Bs>{own}(?:在[^，。；,;\\ue000-\\uf8ff]{1,10}(?:上|方面))?{mid}{word}',
      zh,
      zhWords,
    ),
    byWord('<a:Bs>{own}(?:与|和|跟|同)<b:Bs>{own}(?:相比|相较|比起来)[，,]?{word}', zh, zhWords),
    rule(
      '(?<!不)(?:更推荐|推荐|选择|建议选|建议选择|更建议|更喜欢|更倾向于|优先选择|宁可选|选)(?:选择|使用|购买)?<a:Bs>{own}[，,]?(?:而不是|而非|不是|胜过|多于)<b:Bs>',
      'a',
      zhWords,
    ),
    rule(
      '(?:与其|與其)(?:买|选|用|选择|购买|入手|使用)?<b:Bs>{own}[，,]?(?:还|倒)?不如(?:买|选|用|选择|购买|入手|使用|直接买|直接上|考虑)?<a:Bs>',
      'a',
      zhWords,
    ),
    rule('(?:宁可|宁愿|宁肯)(?:买|选|用|选择)?<a:Bs>[，,]?也不(?:买|选|用|选择|要|会买|会选)?<b:Bs>', 'a', zhWords),
    rule(
      '<a:Bs>{own}[^，。；,;！？!?\\ue000-\\uf8ff不没]{0,10}(?:略胜|更胜|胜过|胜|领先|甩开|压过|超过|强过|赢)<b:Bs>{own}(?:一筹|一头|一截|一等|几条街|不少|很多)?',
      'a',
      zhWords,
    ),
    rule(
      '(?:比起|相比于?|与其选?择?)<b:Bs>[，,]?[^，。；,;\\ue000-\\uf8ff不]{0,8}(?:更推荐|更建议|更喜欢|更倾向|不如选?择?|更偏向|更看好|更适合)[^，。；,;\\ue000-\\uf8ff]{0,6}<a:Bs>',
      'a',
      zhWords,
    ),
  ],
  ja: [
    rule(
      '<a:Bs>(?:は|が)[^。\\ue000-\\uf8ff]{0,14}<b:Bs>(?:の[^、。\\ue000-\\uf8ff]{1,8})?に(?:は)?(?:一歩|やや|少し|わずかに)?(?:譲|見劣り|後れ|水をあけられ)',
      'b',
    ),
    byWord(
      '<a:Bs>(?:は|が|の[^、。\\ue000-\\uf8ff]{1,10}[はが])[^。\\ue000-\\uf8ff]{0,10}<b:Bs>(?:の[^、。\\ue000-\\uf8ff]{1,8})?ほど(?:は|には)?(?<word>[^。、\\ue000-\\uf8ff]{1,14}?)(?:ない|ありません|ません|なく)',
      { ...ja, good: ja.good, bad: ja.bad },
      {},
      true,
    ),
    rule(
      '<a:Bs>(?:は|が|の[^、。\\ue000-\\uf8ff]{1,10}[はが])[^。\\ue000-\\uf8ff]{0,14}<b:Bs>(?:の[^、。\\ue000-\\uf8ff]{1,8})?に(?:は)?(?:やや|少し|大きく|及び|)?(?:劣|及ばな|及びませ|かなわ|敵わ|負け|遅れ)(?<word>[^。\\ue000-\\uf8ff]{0,4})',
      'b',
    ),
    rule(
      '<a:Bs>(?:は|が|の[^、。\\ue000-\\uf8ff]{1,10}[はが])[^。\\ue000-\\uf8ff]{0,14}<b:Bs>(?:の[^、。\\ue000-\\uf8ff]{1,8})?(?:を(?:上回|凌|しのぐ|大きく上回|超え)|に勝|に優)',
      'a',
    ),
    rule(
      '<b:Bs>(?:の[^、。\\ue000-\\uf8ff]{1,8})?(?:より|よりも|と比べて|に比べて|と比較して)(?:も|は)?、?<a:Bs>(?:の方|のほう)?(?:を|が)[^。\\ue000-\\uf8ff]{0,8}(?<word>おすすめ|お勧め|推奨|選び|好み|好き)(?!しな|しませ|でき)',
      'a',
    ),
    byWord(
      '<a:Bs>(?:の方|のほう)?(?:は|が|の[^、。\\ue000-\\uf8ff]{1,10}[はが])、?[^。\\ue000-\\uf8ff]{0,16}<b:Bs>(?:の[^、。\\ue000-\\uf8ff]{1,8})?(?:より|よりも|と比べて|に比べて|と比較して|に比べ|と比べ)(?:も|は)?、?(?<word>(?![^。\\ue000-\\uf8ff]{0,20}(?:とは言え|とはいえ|とは限|わけでは|ではな|ではあり|くな|くあり))[^。\\ue000-\\uf8ff]{1,24})(?<!な|ませ)',
      ja,
    ),
    byWord(
      '<b:Bs>(?:の[^、。\\ue000-\\uf8ff]{1,8})?(?:より|よりも|と比べて|に比べて|と比較して|に比べ|と比べ|と比べると|に比べると)(?:も|は|、)*<a:Bs>(?:の方|のほう|の[^、。\\ue000-\\uf8ff]{1,10})?(?:が|は)、?(?<word>[^。\\ue000-\\uf8ff]{1,24})',
      ja,
    ),
    rule('<b:Bs>ではなく、?<a:Bs>を(?<word>おすすめ|お勧め|推奨|選)', 'a'),
  ],
  de: [
    rule('<a:Bs>(?: (?:gegenüber|vor) <b:Bs>) (?:klar |deutlich |knapp |leicht )?(?:die nase vorn|im vorteil|vorn|voraus)', 'a'),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}? (?:hat|behält|liegt|ist) [^\\ue000-\\uf8ff.;:!?]{0,30}?(?:vorteile?|nase vorn|vorsprung|vor|vorn) (?:gegenüber|vor)? ?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}?\\b(?:reicht|reichen|kommt|kommen|kann|können)[^\\ue000-\\uf8ff.;!?]{0,16}? (?:nicht|nie) (?:ganz )?(?:an|mit) <b:Bs> (?:heran|ran|mithalten)',
      'b',
    ),
    rule(
      '\\b(?:ich|wir|man|würde|würden|sollte|ziehe|ziehen)(?: [a-zäöü]+){0,3} <a:Bs>(?: (?:dem|der|den|einem))? <b:Bs>(?: jederzeit| immer| klar)? (?:vor|vorziehen|vorgezogen)',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:kostet|kosten|verlangt|berechnet|verbraucht|verbrauchen|braucht|benötigt|wiegt) (?:deutlich |etwas |viel |erheblich )?weniger als <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:kostet|kosten|verlangt|berechnet|verbraucht|verbrauchen|braucht|benötigt|wiegt) (?:deutlich |etwas |viel |erheblich )?mehr als <b:Bs>',
      'b',
    ),
    byWord(
      '<a:Bs>(?:s)?[^\\ue000-\\uf8ff.;:!?]{0,40}?\\bnicht (?:ganz )?(?:so|annähernd so) (?<word>[a-zäöüß]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) wie (?:bei )?<b:Bs>',
      {
        ...de,
        good: '^(?!teuer|langsam|kompliziert|komplex|schwer|laut|schlecht|schwierig|umständlich)',
        bad: '^(?:teuer|langsam|kompliziert|komplex|schwer|laut|schlecht|schwierig|umständlich)',
      },
      {},
      true,
    ),
    byWord(
      '<a:Bs>s?{mid}(?<word>\\b[a-zäöüß]{2,}(?:er)\\b|\\bmehr [a-zäöüß]+|\\bweniger [a-zäöüß]+|\\bhöhere[rn]? [a-zäöüß]+){tail}(?: ist| sind)? (?:als|im vergleich zu|gegenüber) (?:bei |die |der |das |von )?<b:Bs>',
      de,
      {
        mid: '(?![^\\ue000-\\uf8ff]*\\b(?:nicht|kein|keine|nie|kaum|weder)\\b(?! nur))[^\\ue000-\\uf8ff.;:!?]{0,60}?',
        tail: '(?<aspect>[^\\ue000-\\uf8ff.;:!?,]{0,50}?)',
      },
    ),
    rule(
      '<a:Bs>s?[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:schlägt|übertrifft|überholt|sticht|überflügelt|besiegt) (?:die |den |das )?<b:Bs>(?: (?:bei|beim|in|im) (?:der |den |dem )?(?<aspect>[a-zäöüß -]{3,30}?)(?=[.,;]|$))?',
      'a',
    ),
    rule('<a:Bs> ist (?:dem |der |den )?<b:Bs>[^\\ue000-\\uf8ff.;!?]{0,30}? (?:überlegen|voraus|vorzuziehen)', 'a'),
    rule(
      '<a:Bs> (?:ist (?:dem |der |den )?<b:Bs>[^\\ue000-\\uf8ff.;!?]{0,30}? unterlegen|(?:liegt|bleibt|hinkt|fällt)[^\\ue000-\\uf8ff.;!?]{0,20}? (?:hinter|gegenüber) <b:Bs>|kann (?:mit |nicht mit )<b:Bs> nicht mithalten|verliert gegen <b:Bs>)',
      'b',
    ),
    rule(
      '\\b(?:lieber|eher|bevorzuge|bevorzugen|empfehle|empfehlen|wählen sie|wähle|nehmen sie)(?: wir| ich)?(?: [a-zäöü]+)? <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:als|statt|anstatt|gegenüber|anstelle von) <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs> (?:ist|wäre|bleibt) (?:die|das|der) (?:klar |eindeutig )?bessere [a-zäöüß]+ (?:als|gegenüber|im vergleich zu) <b:Bs>',
      'a',
    ),
    byWord(
      '\\b(?:im vergleich zu|verglichen mit|anders als|gegenüber) <b:Bs>,? (?:ist|bietet|hat|wirkt|läuft|arbeitet|punktet)[^\\ue000-\\uf8ff.;!?]{0,8} <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,30}?(?<word>\\b[a-zäöüß]{2,}(?:er|ere|eren)\\b)',
      de,
    ),
  ],
  es: [
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?(?<!no )\\b(?:(?:le )?(?:saca|lleva|gana) (?:mucha |cierta |una clara |bastante )?(?:ventaja|terreno)|está (?:muy |un paso )?por (?:encima|delante)|va (?:un paso )?por delante|tiene ventaja) (?:a|sobre|de|respecto a|frente a) <b:Bs>',
      'a',
    ),
    rule('<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?\\b(?:va|está|queda) (?:muy |un paso )?por (?:debajo|detrás) de <b:Bs>', 'b'),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}?\\bno (?:está|llega|queda)[^\\ue000-\\uf8ff.;!?]{0,10}? (?:a la altura|al nivel) de <b:Bs>',
      'b',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?(?<!no )\\b(?:cuesta|cuestan|cobra|vale|gasta|gastan|consume|consumen|pesa) (?:mucho |bastante |algo )?menos que <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?(?<!no )\\b(?:cuesta|cuestan|cobra|vale|gasta|gastan|consume|consumen|pesa) (?:mucho |bastante |algo )?más que <b:Bs>',
      'b',
    ),
    byWord(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?\\bno (?:es|son|resulta|parece|está|ofrece|tiene) (?:una? )?tan (?<word>[a-záéíóúñ]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) como <b:Bs>',
      {
        ...es,
        good: '^(?!car[oa]|lent[oa]|complicad|complej|difícil|pesad|ruidos|cost|mal)',
        bad: '^(?:car[oa]|lent[oa]|complicad|complej|difícil|pesad|ruidos|cost|mal)',
      },
      {},
      true,
    ),
    byWord(
      '<a:Bs>{mid}(?<word>\\b(?:mejor(?:es)?|peor(?:es)?|superior(?:es)?|inferior(?:es)?|más [a-záéíóúñ-]+|menos [a-záéíóúñ-]+)){tail} {than}<b:Bs>',
      es,
      esWords,
    ),
    rule(
      '<a:Bs>{mid}\\b(?:supera|superan|vence|gana|aventaja|sobrepasa) (?:a |al |claramente a )?(?:la |el )?<b:Bs>(?: en (?<aspect>[a-záéíóúñ ]{3,30}?)(?=[.,;]|$))?',
      'a',
      esWords,
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}?\\b(?:pierde (?:frente a|contra)|queda (?:por )?detrás de|se queda (?:corto|corta|atrás) (?:frente a|respecto a)|es superad[oa] por|va por detrás de) <b:Bs>',
      'b',
    ),
    rule(
      '(?<!no )\\b(?:prefier[oae]n?|preferimos|preferiría|recomiendo|recomendamos|elige|elegiría|elija|escoge)(?: a| usar)? <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:antes que|a|sobre|en lugar de|en vez de|por encima de|frente a) (?:la |el )?<b:Bs>',
      'a',
    ),
    byWord(
      '\\b(?:en comparación con|comparad[oa] con|a diferencia de|frente a) <b:Bs>,? <a:Bs>{mid}(?<word>\\b(?:mejor|peor|más [a-záéíóúñ-]+|menos [a-záéíóúñ-]+))',
      es,
      esWords,
    ),
  ],
  fr: [
    rule(
      "<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?\\b(?:garde|a|conserve|prend|possède) (?:une |un |l')(?:net |nette |léger |légère |belle )?(?:longueur d'avance|avance|avantage|ascendant) sur <b:Bs>",
      'a',
    ),
    rule(
      "<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?\\b(?:est|reste) (?:nettement |clairement |un cran )?(?:au-dessus|devant) (?:de |d')?<b:Bs>",
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:coûte|coûtent|revient|consomme|consomment|pèse) (?:beaucoup |bien |nettement |un peu )?moins(?: cher)? que <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:coûte|coûtent|revient|consomme|consomment|pèse) (?:beaucoup |bien |nettement |un peu )?plus(?: cher)? que <b:Bs>',
      'b',
    ),
    byWord(
      "<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?\\b(?:n'est|n'offre|ne sont|n'a) pas (?:tout à fait )?(?:aussi|si) (?<word>[a-zàâéèêëîïôùûç]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) (?:que |qu')<b:Bs>",
      {
        ...fr,
        good: '^(?!cher|lent|complex|compliqu|difficile|lourd|bruyant|coût)',
        bad: '^(?:cher|lent|complex|compliqu|difficile|lourd|bruyant|coût)',
      },
      {},
      true,
    ),
    byWord(
      "<a:Bs>{mid}(?<word>\\b(?:meilleure?s?|mieux|pire|supérieure?s?|inférieure?s?|plus [a-zàâéèêëîïôùûç'-]+|moins [a-zàâéèêëîïôùûç'-]+)){tail} {than}<b:Bs>",
      fr,
      frWords,
    ),
    rule(
      "<a:Bs>{mid}\\b(?:surpasse|bat|devance|dépasse|surclasse|l'emporte sur) (?:le |la |l')?<b:Bs>(?: (?:en|sur|pour) (?<aspect>[a-zàâéèêëîïôùûç ']{3,30}?)(?=[.,;]|$))?",
      'a',
      frWords,
    ),
    rule(
      "(?<!pas )\\b(?:préfère|préférons|préférez|recommande|recommandons|choisissez|choisir|privilégiez) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:à|plutôt que|plutôt qu'|au lieu de|devant) (?:le |la )?<b:Bs>",
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}?\\b(?:perd face à|reste derrière|est (?:dépassée?|surpassée?|battue?) par|est en retrait par rapport à) <b:Bs>',
      'b',
    ),
    byWord(
      "\\b(?:par rapport à|comparée? à|contrairement à|face à) <b:Bs>,? <a:Bs>{mid}(?<word>\\b(?:meilleure?|pire|plus [a-zàâéèêëîïôùûç'-]+|moins [a-zàâéèêëîïôùûç'-]+))",
      fr,
      frWords,
    ),
  ],
  ko: [
    rule('<a:Bs>(?:이|가|은|는)? ?<b:Bs>보다 ?(?:한 수|한수|한 단계|훨씬|한층) ?(?:위|앞)', 'a'),
    byWord(
      '<a:Bs>(?:이|가|은|는|의 [가-힣]{1,6}[이가은는]|의 [가-힣]{1,6}[이가은는]?)?,? ?[^.\\ue000-\\uf8ff]{0,14}?<b:Bs>(?:의 [가-힣]{1,6})?(?:보다|보다는|보다도|에 비해|에 비해서|와 비교해|과 비교해) ?(?<word>(?![^.,\\ue000-\\uf8ff]{0,20}(?:지 않|지는 않|지 못|다고 할 수 없|다고 보기))[^.,\\ue000-\\uf8ff]{1,24})',
      ko,
    ),
    byWord(
      '<b:Bs>(?:의 [가-힣]{1,6})?(?:보다|보다는|보다도|에 비해|에 비해서|와 비교해|과 비교해|와 비교하면|과 비교하면),? ?<a:Bs>(?:이|가|은|는|의 [가-힣]{1,6}[이가은는]) ?(?<word>[^.,\\ue000-\\uf8ff]{1,24})',
      ko,
    ),
    rule('<b:Bs> ?(?:보다|보다는|대신|대신에) ?<a:Bs>(?:을|를)? ?(?<word>추천|권장|선택)(?!하지)', 'a'),
    rule('<a:Bs>(?:이|가|은|는)? ?[^.\\ue000-\\uf8ff]{0,10}<b:Bs>(?:을|를) ?(?:능가|앞서|이기|이깁|압도)', 'a'),
    rule('<a:Bs>(?:이|가|은|는)? ?[^.\\ue000-\\uf8ff]{0,10}<b:Bs>(?:에|에게|만) ?(?:못 ?미치|뒤처|밀리|밀립|못하|못합)', 'b'),
  ],
  pt: [
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?(?<!não )\\b(?:leva (?:uma )?(?:clara |ligeira )?vantagem|tem (?:uma )?vantagem|está à frente|fica à frente|sai na frente) (?:sobre|d[aoe]|em relação a|em relação ao) ?(?:o |a )?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:custam?|gastam?|consomem?|pesam?) (?:muito |bem )?menos (?:do )?que (?:o |a )?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:custam?|gastam?|consomem?|pesam?) (?:muito |bem )?mais (?:do )?que (?:o |a )?<b:Bs>',
      'b',
    ),
    byWord(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?\\bnão (?:é|são|parece|está) tão (?<word>[a-záâãéêíóôõúç]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) (?:quanto|como) (?:o |a )?<b:Bs>',
      {
        ...pt,
        good: '^(?!car[oa]|lent[oa]|complicad|complex|difícil|pesad)',
        bad: '^(?:car[oa]|lent[oa]|complicad|complex|difícil|pesad)',
      },
      {},
      true,
    ),
    byWord(
      '<a:Bs>{mid}(?<word>\\b(?:melhor(?:es)?|pior(?:es)?|superior(?:es)?|inferior(?:es)?|mais [a-záâãàéêíóôõúç-]+|menos [a-záâãàéêíóôõúç-]+)){tail} {than}<b:Bs>',
      pt,
      ptWords,
    ),
    rule(
      '<a:Bs>{mid}\\b(?:supera|superam|vence|ganha d[aoe]|bate) (?:o |a )?<b:Bs>(?: em (?<aspect>[a-záâãéêíóôõúç ]{3,30}?)(?=[.,;]|$))?',
      'a',
      ptWords,
    ),
    rule(
      '(?<!não )\\b(?:prefiro|preferimos|recomendo|recomendamos|escolha|escolheria) (?:o |a )?<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:a|ao|à|em vez d[aoe]|em lugar d[aoe]|sobre) (?:o |a )?<b:Bs>',
      'a',
    ),
  ],
  it: [
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?(?<!non )\\b(?:ha (?:una marcia in più|un vantaggio|qualcosa in più|la meglio)|è (?:un gradino|una spanna|nettamente) (?:sopra|avanti)) (?:rispetto a|su|a|di) ?<b:Bs>',
      'a',
    ),
    rule('<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:costan?o?|consuman?o?|pesan?o?) (?:molto )?meno (?:di |del |della )<b:Bs>', 'a'),
    rule('<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:costan?o?|consuman?o?|pesan?o?) (?:molto )?(?:di )?più (?:di |del |della )<b:Bs>', 'b'),
    byWord(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?\\bnon (?:è|sono|sembra) (?:così|tanto) (?<word>[a-zàèéìòù]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) (?:come|quanto) <b:Bs>',
      {
        ...it,
        good: '^(?!car[oa]|lent[oa]|complicat|compless|difficil|pesant)',
        bad: '^(?:car[oa]|lent[oa]|complicat|compless|difficil|pesant)',
      },
      {},
      true,
    ),
    byWord(
      "<a:Bs>{mid}(?<word>\\b(?:miglior[ei]?|meglio|peggior[ei]?|peggio|superior[ei]|inferior[ei]|più [a-zàèéìòù'-]+|meno [a-zàèéìòù'-]+)){tail} {than}<b:Bs>",
      it,
      itWords,
    ),
    rule(
      '<a:Bs>{mid}\\b(?:supera|batte|vince su|vince contro|sorpassa) (?:il |la )?<b:Bs>(?: (?:in|per|su) (?<aspect>[a-zàèéìòù ]{3,30}?)(?=[.,;]|$))?',
      'a',
      itWords,
    ),
    rule(
      '(?<!non )\\b(?:preferisco|preferiamo|consiglio|consigliamo|scegli|sceglierei) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:a|rispetto a|invece di|piuttosto che|al posto di) (?:il |la )?<b:Bs>',
      'a',
    ),
  ],
  ru: [
    rule(
      '<a:Bs>[а-я]{0,3}[^\\ue000-\\uf8ff.;!?]{0,12}? (?:на голову|на порядок|значительно|заметно|на ступень) (?:выше|сильнее|впереди)(?:,? чем)? <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[а-я]{0,3}[^\\ue000-\\uf8ff.;!?]{0,20}? (?<!не )стоит (?:намного |гораздо |значительно )?(?:меньше|дешевле),? (?:чем )?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[а-я]{0,3}[^\\ue000-\\uf8ff.;!?]{0,20}? (?<!не )стоит (?:намного |гораздо |значительно )?(?:больше|дороже),? (?:чем )?<b:Bs>',
      'b',
    ),
    byWord(
      '<a:Bs>[а-я]{0,3}{mid}(?<word>(?:лучше|хуже|[а-я]{3,}ее|дешевле|дороже|проще|легче|тише|дольше|больше|меньше|гибче|шире|менее [а-я]+|более [а-я]+)){tail},? чем (?:у |в |на )?<b:Bs>',
      ru,
      {
        mid: '(?![^\\ue000-\\uf8ff]*(?:^|[^а-я])(?:не|ни|нет)(?:[^а-я]))[^\\ue000-\\uf8ff.;:!?]{0,60}?',
        tail: '(?<aspect>[^\\ue000-\\uf8ff.;:!?,]{0,40}?)',
      },
    ),
    byWord(
      '<a:Bs>[а-я]{0,3}{mid}(?<word>(?:лучше|хуже|[а-я]{3,}ее|дешевле|дороже|проще|легче|тише)) <b:Bs>[а-я]{0,3}(?=[.,;!]|$| п| в)',
      ru,
      { mid: '(?![^\\ue000-\\uf8ff]*(?:^|[^а-я])(?:не|ни|нет)(?:[^а-я]))[^\\ue000-\\uf8ff.;:!?]{0,40}?' },
    ),
    rule(
      '<a:Bs>[а-я]{0,3}[^\\ue000-\\uf8ff.;!?]{0,20}? (?<!не )(?:превосходит|опережает|обходит|обгоняет|выигрывает у|побеждает) <b:Bs>[а-я]{0,3}(?: (?:по|в) (?<aspect>[а-я ]{3,30}?)(?=[.,;]|$))?',
      'a',
    ),
    rule(
      '<a:Bs>[а-я]{0,3}[^\\ue000-\\uf8ff.;!?]{0,20}? (?<!не )(?:уступает|проигрывает|отстает от) <b:Bs>[а-я]{0,3}(?: (?:по|в) (?<aspect>[а-я ]{3,30}?)(?=[.,;]|$))?',
      'b',
    ),
    rule(
      '(?<!не )(?:предпочитаю|предпочту|рекомендую|советую|выбирайте|выбрал бы|выберите) <a:Bs>[а-я]{0,3},? (?:а не|вместо) <b:Bs>',
      'a',
    ),
    byWord(
      '(?:по сравнению с|в отличие от) <b:Bs>[а-я]{0,3},? <a:Bs>[а-я]{0,3}[^\\ue000-\\uf8ff.;!?]{0,20}?(?<word>лучше|хуже|[а-я]{3,}ее|дешевле|дороже|проще)',
      ru,
    ),
  ],
};

/** `opening`: in the clause before the comparison; `within`: inside it. */
export const hypotheticals: Readonly<Record<string, { opening: RegExp; within: RegExp }>> = Object.fromEntries(
  Object.entries({
    en: [
      "\\b(?:if|whether|unless|suppose|assuming|imagine|unclear|debat[a-z]+|decide|wonder[a-z]*|depends on|used to be|once was|no one|nobody|few|would be|some (?:say|people|argue|claim|users)|claims? (?:that|to)|can't say|cannot say|not (?:say|mean|true)|doesn't mean|hard to say|no evidence)\\b",
      '\\b(?:might|could|may|would|were|if|whether|claims to|should|used to|once)\\b(?! (?:use|choose|pick|go|try|get|buy|consider))',
    ],
    zh: [
      '如果|假如|若|要是|是否|假设|也许|可能|或许|未必|不一定|有人说|取决于|并不是说|难说|不能说|很难说',
      '可能|也许|或许|未必|不一定|是否|如果|若|假如|会不会',
    ],
    ja: ['もし|場合|仮に|かどうか', 'かもしれ|でしょうか|だろうか|かどうか|とは言え|とはいえ|とは限|わけではな|れば|なら'],
    de: [
      '\\b(?:wenn|falls|ob|sofern|angenommen|unklar|vielleicht)\\b',
      '\\b(?:könnte|wäre|(?<!ich )(?<!wir )würde|vielleicht|möglicherweise|ob|wenn|falls|dürfte)\\b',
    ],
    es: [
      '\\b(?:si|suponiendo|depende|quizás?|tal vez|no está claro|acaso)\\b',
      '\\b(?:podría|podrían|sería|fuera|fuese|quizás?|tal vez|puede que|puede ser)\\b',
    ],
    fr: ['\\b(?:si|supposons|à savoir|dépend|peut-être)\\b', '\\b(?:pourrait|serait|était|peut-être|peut être)\\b'],
    ko: ['만약|만일|인지|여부', '라면|다면|을까|ㄹ까|일까|지도 모|수도 있|지 않'],
    pt: ['\\b(?:se|supondo|depende|talvez|caso)\\b', '\\b(?:poderia|seria|fosse|talvez|pode ser)\\b'],
    it: ['\\b(?:se|supponendo|dipende|forse)\\b', '\\b(?:potrebbe|sarebbe|fosse|forse|può essere)\\b'],
    ru: [
      '(?:^|[^а-я])(?:если|ли|возможно|может быть|допустим|зависит|вряд ли)(?:[^а-я]|$)',
      '(?:^|[^а-я])(?:бы|был бы|мог бы|может быть|возможно|ли)(?:[^а-я]|$)',
    ],
  }).map(([language, [opening = '', within = '']]) => [
    language,
    { opening: new RegExp(foldSource(opening)), within: new RegExp(foldSource(within)) },
  ]),
);

/** What the preference is about: by the comparative's meaning, else what the sentence says it is for. */
export function aspectOf(language: string, word: string, rest: string | null): string | null {
  const lexicon = lexicons[language];
  if (lexicon === undefined) return null;
  const tail = (rest ?? '').trim();
  for (const [pattern, name] of lexicon.aspects) if (pattern.test(`${word} ${tail}`)) return name;
  const named = tail
    .replace(/^(?:for|in terms of|when it comes to|on|in|at|to use for|with|regarding|bei|beim|für|en|para|pour)\s+/, '')
    .trim();
  if (named.length >= 3 && !/^(?:than|to|use|overall|and|or)\b/.test(named)) return named.slice(0, 60);
  const noun = /^(?:much |far )?(?:more|fewer|higher|lower|longer|greater|mehr|más|plus|mais|più) ([a-z-]{4,})$/.exec(word)?.[1];
  return noun !== undefined && noun.endsWith('s') ? noun : null;
}
