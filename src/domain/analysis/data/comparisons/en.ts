import {
  gappedSplitRules,
  byWord,
  contrastRules,
  type LanguageComparisons,
  rule,
  splitRules,
  turnRules,
  whole,
} from './comparison-rule.ts';
import { costRules } from './en-cost.ts';
import { lexicon, nounsInEr } from './en-lexicon.ts';

const enWords = {
  mid: "(?![^\\ue000-\\uf8ff]*\\b(?:not|never|no|hardly|neither|nor)\\b(?! only))(?![^\\ue000-\\uf8ff]*n't\\b)[^\\ue000-\\uf8ff.;:!?]{0,70}?",
  word: `(?<word>\\b(?:(?:much|far|significantly|slightly|a bit|considerably|generally|noticeably|even) )*(?:(?:more|less|fewer|higher|lower|longer|greater) [a-z-]+(?: (?:and|or) (?:more |less )?[a-z-]+)?|better|worse|superior|inferior|(?!(?:${nounsInEr})\\b)[a-z]{2,}(?:ier|er))\\b)`,
  tail: '(?<aspect>(?:(?!\\b(?:but|while|though|more|less|yet)\\b)[^\\ue000-\\uf8ff.;:!?,]){0,60}?)',
  than: '(?:than|compared (?:to|with)|in comparison (?:to|with))(?: that of| those of| the one from| what)?(?: the| those from)?',
  own: "(?:'s?)?",
};
const enAspect =
  '(?:,? (?:when it comes to|in terms of|on|for|in|regarding|at|with respect to|with) (?<aspect>[a-z][a-z &-]{2,40}?)(?=[.,;!]| because| since| but| while|$))?';

export const en: LanguageComparisons = {
  lexicon,
  articles:
    'that of|those of|the ones from|the one from|anything from|anything by|anything|everything|what|the|an?|your|their|my|our|any|both',
  opening:
    "\\b(?:if(?! (?:(?:i|we|you|they) (?:had|have|were|was|am|are|could|want|need|care|can|value|prefer|must)\\b|pressed|forced|pushed|push))|whether|unless|suppose|assuming|imagine|unclear|debat[a-z]+|decide|wonder[a-z]*|depends on|used to be|once was|no one|nobody|few|would be|some (?:say|people|argue|claim|users)|claims? (?:that|to)|can't say|cannot say|not (?:say|mean|true)|doesn't mean|(?:don't|doesn't|wouldn't|not|never) (?:think|believe|say|claim|feel|find)|not convinced|i doubt|hard to say|no evidence)\\b",
  supposed: '\\bif <B>[^\\ue000-\\uf8ff,.;]{0,24}?\\b(?:were|had|could|did|got|matched|would)\\b',
  within: '\\b(?:might|could|may|would|were|if|whether|claims to|should|used to|once)\\b(?! (?:use|choose|pick|go|try|get|buy|consider))',
  rules: [
    rule(
      '\\b(?:no|little|hardly any) (?:[a-z]+ )?(?:reason|point|sense) (?:to|in) (?:use|us|choos|pick|buy|get|tak)(?:e|ing)? <b:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}? (?:over|instead of|rather than) <a:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>{own}{mid}\\b(?:depreciates?|loses?|wears?(?: out)?|breaks?(?: down)?|drains?|ages?|fades?|fails?|crash(?:es)?|rusts?|overheats?|degrades?|runs? out|dies|lags?|freezes?|leaks?|scratch(?:es)?|deteriorates?|throttles?)\\b[^\\ue000-\\uf8ff.;:!?]{0,30}? (?:faster|quicker|sooner|earlier|more (?:often|frequently|quickly|easily|rapidly|readily))\\b[^\\ue000-\\uf8ff.;:!?]{0,20}? than <b:Bs>',
      'b',
      enWords,
    ),
    ...costRules(enWords),
    rule(
      '\\bbetter (?:served|off|suited|looked after) (?:by|with) <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,12}? than (?:by |with |paying (?:extra )?for |using |on )?<b:Bs>',
      'a',
    ),
    rule(
      '\\b(?:versus|compared (?:to|with)|next to|against|unlike|relative to|beside) <a:Bs>{own}, <b:Bs>{own} (?:[a-z]+ )?(?:skimps|lacks|falls short|struggles|cuts corners|charges more|costs more|feels (?:cheap|dated|slow|clunky)|looks (?:dated|pricey|expensive)|lags|trails|offers (?:less|fewer)|misses|has (?:no|fewer|less)|disappoints|underwhelms|sounds (?:thin|tinny|dull))',
      'a',
      enWords,
    ),
    rule(
      '<a:Bs>{own}{mid}\\b(?:costs?|charges?|is priced|are priced|comes in|weighs?|consumes?|uses|needs|requires|sells for|runs) [^\\ue000-\\uf8ff.;:!?]{0,28}?\\b(?:less|lower|cheaper) than <b:Bs>',
      'a',
      enWords,
    ),
    rule(
      '<a:Bs>{own}{mid}\\b(?:costs?|charges?|is priced|are priced|comes in|weighs?|consumes?|sells for|runs) [^\\ue000-\\uf8ff.;:!?]{0,28}?\\b(?:more|higher) than <b:Bs>',
      'b',
      enWords,
    ),
    rule(
      '\\b(?:neither|none of) <b:Bs>{own}[^\\ue000-\\uf8ff.;!?]{0,16}? (?:matches|match|beats|comes close to|come close to|can match|can beat|touches|rivals|equals|measures up to|lives up to|can touch|holds a candle to) <a:Bs>',
      'a',
      enWords,
    ),
    rule('<a:Bs>{own}[^\\ue000-\\uf8ff.;!?]{0,24}? (?:inferior|subpar|second best) to <b:Bs>', 'b', enWords),
    rule("<a:Bs>{own}(?![^\\ue000-\\uf8ff]*(?:not|n't) )[^\\ue000-\\uf8ff.;!?]{0,24}? (?:superior|preferable) to <b:Bs>", 'a', enWords),
    rule(
      "<a:Bs>{own}[^\\ue000-\\uf8ff.;!?]{0,24}?(?:n't|\\bnot|\\bnever|\\brarely) (?:depreciate|break(?: down)?|wear(?: out)?|crash|drain|overheat|rust|fail|lose|run out|lag|degrade|fade|age|leak|freeze|stall|throttle|warp|crack|stain|shrink|charge|cost|consume|use|pollute|annoy|nag)\\b[^\\ue000-\\uf8ff.;!?]{0,30}? (?:as|so) (?:quickly|fast|often|much|soon|easily|badly|frequently|many|hard)(?: [a-z]+){0,2}? as <b:Bs>",
      'a',
      enWords,
    ),
    byWord(
      '<a:Bs>{own}{mid}\\bnot (?:quite |nearly |really )?(?:as|so) (?<word>[a-z-]+){tail} as (?:the )?<b:Bs>',
      {
        ...lexicon,
        good: '^(?!expensive|pric|cost|complex|complicated|slow|hard|difficult|heavy|noisy|clunky|bad|steep|confusing|limited|buggy|bulky)',
        bad: '^(?:expensive|pric|cost|complex|complicated|slow|hard|difficult|heavy|noisy|clunky|bad|steep|confusing|limited|buggy|bulky)',
      },
      { ...enWords, mid: '[^\\ue000-\\uf8ff.;:!?]{0,30}?' },
      true,
    ),
    byWord(
      "<a:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,30}?n't (?:quite |nearly |really )?(?:[a-z]+ ){0,2}?(?:as|so) (?<word>[a-z-]+){tail} as (?:the )?<b:Bs>",
      {
        ...lexicon,
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
      lexicon,
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
    byWord('<a:Bs>{own}{mid}{word}{tail} {than} <b:Bs>{own}' + enAspect.replace('(?<aspect>', '(?<late>'), lexicon, enWords),
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
      '(?=<B>)(?<=<B>[^\\ue000-\\uf8ff.;!?]{3,60}<b:B>[^.;!?]{3,40}(?:but|while|whereas|though) )<a:B> (?:takes it|wins|leads|pulls ahead|comes out ahead|has the edge|is (?:better|stronger|ahead))\\b',
      'a',
      enWords,
    ),
    rule(
      '<a:Bs>{own}{mid}\\b(?:out(?!side|let|put|line|age|door|fit|come|look|reach|standing|of\\b)[a-z]{3,}(?:s|ed)|one-ups|dominates|overshadows|smokes|destroys|buries|embarrasses|thrashes|demolishes|upstages|overtakes|overtook|(?:runs|ran) rings around|does (?:it |this |that |far |much )*better than|(?:is|are|sits|stands|remains|stays|feels|seems|was)(?: [a-z]+)? (?:(?:a|an|one|two|several|half a|whole|full|entire) )*(?:[a-z]+ )?(?:steps?|notch(?:es)?|cut|class|generations?|league|tiers?|laps?|miles?|years?|light-years?|level|rung|way|far|well|streets|leagues) (?:ahead of|above|up from|beyond|better than)|(?:has|holds|keeps|maintains|enjoys|gains|retains) (?:an?|the|more of an|some) (?:[a-z]+ ){0,3}(?:edge|advantage|lead|leg up|head start|upper hand|margin) (?:over|on)|beats out|makes a stronger case than|(?:is|are) (?:far |much |clearly |generally |widely )*(?:preferable to|favou?red over|preferred over|preferred to|rated above|ahead of)|goes (?:further|deeper) than|comes? (?:out )?ahead of|takes the crown from|wins hands down (?:over|against)) <b:Bs>{own}',
      'a',
      enWords,
    ),
    rule(
      '<a:Bs>{own}{mid}\\b(?:makes|leaves|puts|blows|knocks|beats|takes|sends|has) <b:Bs>{own}(?: [a-z]+){0,2}? (?:look|feel|seem|in the dust|behind|standing|trailing|to shame|out of the water|into a cocked hat|hands down|to school|in the shade|by a mile|by a (?:wide|comfortable|clear) margin|easily|beat|eating)',
      'a',
      enWords,
    ),
    rule(
      "<a:Bs>{own}[^\\ue000-\\uf8ff.;!?]{0,50}?\\b(?:(?:doesn't|does not|don't|do not|didn't|did not|can't|cannot|couldn't|won't|never|hardly|barely|rarely) (?:quite |even |really )?(?:come|comes|get|gets|measure|stack|live|hold) ?(?:anywhere )?(?:close to|near|up to|up against|up with|a candle to)|(?:is|are|was) (?:still )?(?:nowhere|not anywhere) (?:near|close to)(?: as [a-z-]+ as)?|(?:isn't|is not|aren't|are not|not) (?:even |quite |really )?(?:in the same (?:league|class|ballpark) as|on (?:a )?par with|up to|a match for|a patch on)|can't (?:touch|beat)|cannot (?:touch|beat)|could learn from|has a lot to learn from|plays? catch-up (?:to|with)|struggles? to (?:match|keep up with|compete with|catch)|(?:is|gets|was) (?:outgunned|overtaken|eclipsed|overshadowed|outdone|beaten|trounced|edged out|outpaced|outsold|bettered|eclipsed) by|loses ground to|lost ground to|gives up ground to|(?:is|are|sits|stands) (?:(?:a|one|two|several) )?(?:far |well |steps?|notch(?:es)?|generations?|years|miles|rungs?) ?(?:below|behind|down from|short of|shy of)|(?:is|are) (?:far |much |clearly )?(?:inferior to|a poor substitute for|second to)|comes? off (?:second best|worse) (?:to|against)|bows to|concedes to|pales (?:next to|beside|against)) <b:Bs>{own}",
      'b',
      enWords,
    ),
    rule(
      "(?<!not |n't |never |no longer |rather )\\b(?:lean(?:ing|s)?|tilt|side|rank(?:s|ed)?|rate(?:s|d)?|place(?:s|d)?|put|value|trust(?:s)?|vote|stick|stay|keep|want|steer|point|nudge|push|advise|urge|steering|have|own|drive|wear|fly|book|order|rent|hire|install|download|play|watch|eat|drink|bank with|shop at|subscribe to|stick with|spend|suggesting|start|nod|pick|preference|love|like|liked|enjoyed|endorse|back|backs)\\b[^\\ue000-\\uf8ff.;:!?]{0,28}?(?<!from )<a:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,18}? (?:over|ahead of|above|rather than|instead of|better than|more than) <b:Bs>{own}",
      'a',
      enWords,
    ),
    rule(
      '\\brather (?:have|own|drive|use|buy|take|pay for|go with|be on|see|live with)? ?<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}? than <b:Bs>',
      'a',
      enWords,
    ),
    rule(
      '\\b(?:skip|pass on|look past|look beyond|ditch|drop|forget|bypass|avoid|steer clear of|walk past)(?:ping|ting|ing)? <b:Bs>[^\\ue000-\\uf8ff.;!?]{0,30}?(?:\\band\\b|;|,|\\bin favou?r of\\b|\\bfor\\b)[^\\ue000-\\uf8ff.!?]{0,44}?\\b(?:get|buy|go with|go for|choose|pick|take|on|favou?r of|for|to|try|use|consider) <a:Bs>',
      'a',
      enWords,
    ),
    rule(
      "\\b(?:recommend|recommendation is|choose|pick|go with|buy|get|choice is|answer is|winner is|winner here is|it's|pick is) <a:B>,? (?:and )?not <b:B>",
      'a',
      enWords,
    ),
    rule('<a:B>,? (?:and )?not <b:B>,? (?:is|would be|should be|remains|gets|wins|takes|deserves|offers)\\b', 'a', enWords),
    rule(
      '\\b(?:spend|pay|wait|waste|lose|shell out|fork out|worry|struggle)(?:ing|s)? (?:[a-z]+ )?(?:less|fewer)\\b[^\\ue000-\\uf8ff.;:!?]{0,30}? (?:with|from|on|at|in|through|using|by|for) <a:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,16}? than (?:with |from |on |at |in |for )?<b:Bs>',
      'a',
      enWords,
    ),
    rule(
      '\\b(?:spend|pay|wait|waste|lose|shell out|fork out|worry|struggle)(?:ing|s)? (?:[a-z]+ )?more\\b[^\\ue000-\\uf8ff.;:!?]{0,30}? (?:with|from|on|at|in|through|using|by|for) <a:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,16}? than (?:with |from |on |at |in |for )?<b:Bs>',
      'b',
      enWords,
    ),
    byWord(
      '(?<!spend|pay|wait|waste|lose) {word}[^\\ue000-\\uf8ff.;:!?]{0,40}? (?:with|from|on|at|in|through|using) <a:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,20}? than (?:with |from |on |at |in |through |using )?<b:Bs>',
      lexicon,
      enWords,
    ),
    byWord(
      '<a:B>(?<=(?!\\k<a>)<b:B>[^.!?]*){own}[^\\ue000-\\uf8ff.;!?]{0,30}?\\b(?:is|seems|feels|remains|was|looks|are|makes|would be|comes out as|proves)(?: by far| clearly| easily| still| probably| generally| usually)* the {word}(?: [a-z]+){0,3}?(?= of the (?:two|pair)| between the two|[.,;!]| for | to | if | when |$)',
      lexicon,
      enWords,
    ),
    byWord(
      '<a:B>{own}[^\\ue000-\\uf8ff.;!?]{0,30}?\\b(?:is|seems|feels|remains|was|looks|are|makes|would be|comes out as|proves)(?: by far| clearly| easily| still| probably| generally| usually)* the {word}(?: [a-z]+){0,3}?(?= of the (?:two|pair)| between the two|[.,;!]| for | to | if | when |$)(?=[^.!?]{0,70}<b:B>)',
      lexicon,
      enWords,
    ),
    rule(
      "<a:B>{own}[^\\ue000-\\uf8ff.!?]{5,70}?(?:[;,]|\\bbut\\b|\\band\\b) <b:B>{own} (?:can't|cannot|doesn't|does not|can not|never|won't|will not|simply can't|just can't)(?: quite| even| really)? (?:touch|match|beat|compete|keep up|come close|hold a candle|rival|do that|do (?:it|this|so) as|get near|equal)",
      'a',
      enWords,
    ),
    rule(
      "<b:B>{own}(?: [a-z]+){0,2}? (?:struggles|falls short|stumbles|fails|lags|disappoints|falters|comes up short|falls flat)[^\\ue000-\\uf8ff.;!?]{0,24}?(?:where|while|whereas|but|,) <a:B>{own}(?: [a-z]+)? (?:excels|shines|delivers|succeeds|handles|does not|doesn't|gets it right|wins|does well|thrives|is strong)",
      'a',
      enWords,
    ),
    rule(
      '<a:B>{own}(?: [a-z]+)? (?:excels|shines|wins|succeeds|delivers|thrives|is strong|is strongest|does well)[^\\ue000-\\uf8ff.;!?]{0,50}? (?:where|while|whereas|but) <b:B>{own}[^\\ue000-\\uf8ff.;!?]{0,20}?(?:struggles|falls short|stumbles|fails|lags|disappoints|falters|lacks|comes up short|is weak)',
      'a',
      enWords,
    ),
    byWord(
      '\\b(?:next to|compared (?:to|with)|against|beside|versus|alongside|unlike) <b:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,12}?,? <a:Bs>{own}[^\\ue000-\\uf8ff.!?]{0,90}?\\b(?:but|and|though) (?:it )?(?:is|feels|runs|offers|costs|has|looks) (?:far |much |a lot |also )*{word}',
      lexicon,
      enWords,
    ),
    rule(
      '\\b(?:nobody|no one|few|nothing)[^\\ue000-\\uf8ff.;:!?]{0,30}? (?:choose|pick|take|buy|prefer)s? <b:Bs> over <a:Bs>',
      'a',
      enWords,
    ),
    byWord(
      '\\b(?:compared (?:to|with)|unlike|next to|against|versus|relative to|in contrast to) <b:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,20}?, <a:Bs>{own}{mid}{word}',
      lexicon,
      enWords,
    ),
    byWord(
      '<a:Bs>{own}{mid}\\b(?:twice|two times|three times|four times|[0-9.]+ times|half again|nearly twice|almost twice|about twice|more than twice) as (?<word>[a-z-]+){tail} as <b:Bs>',
      {
        ...lexicon,
        good: '^(?!expensive|pric|cost|complex|complicated|slow|hard|difficult|heavy|noisy|loud|clunky|bad|steep|confusing|limited|buggy|bulky|likely to)',
        bad: '^(?:expensive|pric|cost|complex|complicated|slow|hard|difficult|heavy|noisy|loud|clunky|bad|steep|confusing|limited|buggy|bulky)',
      },
      enWords,
    ),
    rule(
      '\\b(?:unlike|in contrast to) <b:Bs>{own}[^\\ue000-\\uf8ff.;:!?]{0,20}?, <a:Bs>{own} (?:has|have|includes?|offers?|comes with|ships with|supports?|provides?|works|lets|allows)\\b(?! (?:no|few|little|fewer))',
      'a',
      enWords,
    ),
    ...contrastRules(lexicon, { mid: enWords.mid, word: enWords.word, than: 'than|as', but: 'while|whereas|but|though|although|and' }),
    ...splitRules(
      'wins(?: out)?(?! (?:praise|awards?|fans|plaudits))|leads|has the edge|pulls ahead|comes out ahead|takes it|takes the lead|scores higher|is (?:stronger|better|ahead|superior|unbeatable|strongest)|shines|excels',
      'on|in|for|at|when it comes to',
      'and|while|but|whereas',
    ),
    ...gappedSplitRules(
      'on|for|in|when it comes to|in terms of',
      'wins(?: out)?|leads|has the edge|comes out ahead|takes it|is (?:stronger|better|ahead|superior)|goes to|pulls ahead',
    ),
    rule(
      '\\bunless [^\\ue000-\\uf8ff.;!?,]{0,30}<b:B>{own}[^\\ue000-\\uf8ff.;!?]{0,40}, [^\\ue000-\\uf8ff.;!?]{0,30}?\\b(?:better (?:off|served) with|go with|choose|pick|get|stick with|take|use) <a:B>',
      'a',
      enWords,
    ),
    ...turnRules({
      but: whole('but|though|although|yet|however|still'),
      although: whole('although|though|even though|while|even if'),
      choose: whole(
        "(?:(?:i|we)(?:'d|'ll| would| will)?(?: still| personally| generally| usually| much)* (?:buy|get|order|book|hire|prefer|pick|choose|go with|go for|take|recommend|lean towards?|favou?r|stick with|rather have|rather use)|(?:my|our) (?:pick|choice|favou?rite|preference|recommendation|vote) (?:is|goes to|would be|remains))",
      ),
    }),
    byWord(
      '\\b(?:switch(?:ed|ing|es)?|mov(?:ed?|ing)|migrat(?:ed?|ing)|chang(?:ed?|ing)) (?:over )?from (?:the )?<b:Bs> to (?:the )?<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:because|since|as|for) [^\\ue000-\\uf8ff.;!?]{0,30}?{word}(?! than)',
      lexicon,
      enWords,
    ),
    rule(
      '\\b(?:nothing|none|no (?:other|[a-z]+)) (?:beats|matches|rivals|touches|tops|comes close to|compares to) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,24}?(?:not even|including|(?:and )?certainly not) <b:Bs>',
      'a',
    ),
  ],
};
