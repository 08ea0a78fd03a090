import { describedBy, sentencePattern } from '../../sentence-pattern.ts';

const words = {
  which: describedBy(
    'with|without|of|for|from|to|in|on|at|by|than|like|using|via|against|between|about|over|under|into|behind|beyond|besides|unlike|outside|and|or|nor|but|as|if|that|which|who|how|why|when|where|whether|what|is|are|was|were|has|have|does|do|can|will|better|cheaper|worse|similar|competing|rival|beating|avoiding|choosing',
  ),
  not: "(?:n't|\\bnot|\\bcannot|\\bnever|\\bunable to|\\bfailed to|\\bneither)",
  /** What readers will not find is told by one who knows: "You won't find Acme in stores". */
  youWill:
    "(?<!\\b(?:you|they|users|customers|shoppers|people|buyers) (?:wo|ca|do|did|could|would|might|may|will |can |could |may |might |would |do |did )|\\b(?:you|they|users|customers|shoppers|people|buyers)(?:'ll| will| may| might)? )",
  kind: '(?:brand|company|business|firm|product|tool|software|app|service|platform|provider|vendor|retailer|store|shop|manufacturer|name|option|solution|system|crm|website|organi[sz]ation|entity)s?',
  info: '(?:[a-z-]+ ){0,4}?(?:information|info|details?|data|results?|records?|mentions?|references?|evidence|reviews?|coverage|sources?|listings?|entr(?:y|ies)|trace|documentation|anything|much|knowledge|hits)',
  about:
    '(?:(?:available|currently|specifically|publicly|at all|online) )*(?:in (?:[a-z]+ ){1,4})?(?:about|on|for|regarding|concerning|related to|relating to|of|mentioning|that mentions?|with)',
  fill: '["*]*(?:(?:the|a|an|any|this|that|specific|particular|brand|company|product|tool|software|app|service|platform|firm|provider|vendor|retailer|store|called|named|known|as|either|of|both)[\\s"*]+){0,7}',
  /** "Acme's market share" is all that is asked for; "information about Acme's pricing, but users say …" is not all that is said. */
  end: "(?!'s? ?[a-z](?![^.,;]{0,40}(?:[.!]|$|, (?:so|since|as|because)\\b))|'s? [a-z ]{0,16}(?:weakness|flaw|drawback|fault|problem|downside|scandal|breach)| (?:to be|is|are|has|have|being)\\b|-)",
  place:
    '(?: anywhere| at all| explicitly| specifically)*(?=[\\s,]*$|[.,;!)]|"? (?:in|among|amongst|on|within|by|as|listed|mentioned|anywhere|from|at|but|and|or)\\b)',
  sources: '(?:any|the|my|these|those|our|this|available|provided|search|of|all|current|most|recent|major|or) ?',
};
const source =
  '(?:sources?|results?|lists?|articles?|documents?|pages?|search(?:es)?|data|database|reviews?|context|information|knowledge|training|materials?|records?|text|roundups?|guides?|rankings?|reports?|comparisons?|references|web|coverage|publications)';

export const en: readonly RegExp[] = [
  sentencePattern(
    `{not}~\\b(?:find|found|locate|identify|provide|verify|confirm|have|see|come across|access|retrieve|offer|give|discover|uncover|return|returned|know|say|dig up|unearth|pull up|turn up|obtain|gather)\\b (?:me |you |up )?{info} {about} {which}<names:Bs>{end}`,
    words,
  ),
  sentencePattern(
    `{youWill}{not}~\\b(?:find|found|locate|identify|verify|come across|recogni[sz]e|track down|heard of|hear of)\\b {fill}<names:Bs>{end}{place}`,
    words,
  ),
  sentencePattern(
    `\\b(?:no|zero|not any|n't any|nothing|without)(?: {info})?(?: (?:is|was|were|are|exists?|seems|appears|has been|have been|could be|can be|came|comes|turned|turns|shows|showed))*(?: (?:to be|publicly|readily|currently|available|found|listed|returned|known|provided|up|located|exist))* (?:about|on|for|regarding|concerning|related to|of|mentioning) {which}<names:Bs>{end}`,
    words,
  ),
  sentencePattern(
    `{not}(?: [a-z-]+){0,2}? (?:enough|sufficient|adequate) {info}(?: (?:available|publicly|online|readily|out there))* (?:about|on|for|regarding|concerning) {which}<names:Bs>{end}`,
    words,
  ),
  sentencePattern(
    `(?:{not} (?:\\w+ )?(?:aware|familiar|acquainted|knowledgeable)|\\bunaware|\\bunfamiliar)(?: (?:of|with|about))+ {which}<names:Bs>{end}`,
    words,
  ),
  sentencePattern(
    `(?:{not} (?:\\w+ )?(?:know|heard|recogni[sz]e|have (?:any )?(?:knowledge|record|data|details)))(?: (?:of|about|on))? {fill}<names:Bs>{end}{place}`,
    words,
  ),
  sentencePattern(
    `<names:Bs>(?: \\w+)?,? (?:is|was|are|were|does|did|do|has|have|could|can)(?:n't| not|not) (?:\\w+ ){0,2}?(?:mentioned|listed|included|covered|found|referenced|featured|discussed|shown|appear|show up|come up|turn up|surface|named|indexed|exist|be found|been mentioned|be verified|be located)(?: \\w+){0,2}?(?: (?:in|among|amongst|by|on|within|from|anywhere in|across) (?:{sources}){0,5}${source}|[.!]?$| anywhere)`,
    words,
  ),
  sentencePattern(
    `<names:Bs>(?: \\w+)? (?:does|do|did)(?:n't| not) (?:appear|seem) to (?:exist|be (?:a |an )?(?:real|known|recogni[sz]ed|widely|existing|established|well-known|listed|mentioned|covered))`,
    words,
  ),
  sentencePattern(
    `${source}\\b~(?:n't|\\bnot|\\bnever|\\bno) (?:\\w+ ){0,2}?(?:mention|cover|include|list|reference|discuss|contain|name|show|feature|return)s?(?: (?:any|anything|information|details|data|results?|about|on|for|to|of))* {fill}<names:Bs>{end}`,
    words,
  ),
  sentencePattern(
    `\\bnone of (?:the |these |my |those |two |three |four |five |many |several )*${source}~(?:mention|cover|include|list|reference|discuss|name|feature|bring up|brings up|talk about|talks about|touch on|touches on|refer to|refers to|contain|speak of|speaks of|write about|writes about|bother with)s?(?:ed)? {fill}<names:Bs>{end}`,
    words,
  ),
  sentencePattern(
    `{not} (?:\\w+ ){0,3}?(?:verify|confirm|establish|tell|say|find evidence|find proof) (?:that |whether |if )?{fill}<names:Bs> (?:exists?|is (?:a )?(?:real|legitimate|actual|known)|is an? (?:real|actual|existing))`,
    words,
  ),
  sentencePattern(`{not} (?:\\w+ ){0,2}?(?:verify|confirm|establish|find) (?:the |any )?existence of {which}<names:Bs>{end}`, words),
  sentencePattern(
    `\\bneither <names:Bs> (?:(?:is|are|was|were) (?:mentioned|listed|named|covered|included|found|featured)|(?:appears?|appeared|comes? up|came up|shows? up|showed up|turns? up|turned up|features?)) ?(?:in|among|on|at all|anywhere|[.,;])`,
    words,
  ),
  sentencePattern(`<names:Bs>(?: \\w+)? (?:is|was|are|remains?) (?:unknown|unfamiliar) to me`, words),
  sentencePattern(`\\bsearch(?:es|ing)? (?:for|on) {fill}<names:Bs>~(?:no|nothing|did not|didn't|without)\\b`, words),
  sentencePattern(
    `<names:B>"?\\**\\s*(?::|-|\\||\\()\\s*\\**(?:i )?(?:no (?:reliable |relevant |specific |public )?(?:information|info|data|results?|mentions?|records?)|not found|not mentioned|not listed|unknown|n/a|nothing found)`,
    words,
  ),
  sentencePattern(
    '\\b(?:came|come|coming|comes) (?:up|away|back) (?:empty|blank|empty-handed|with nothing) (?:on|for|about|regarding|when searching for) {which}<names:Bs>{end}',
    words,
  ),
  sentencePattern(
    '\\b(?:draw|drew|drawing|draws) a (?:complete |total )?blank (?:on|for|when it comes to|about) {fill}<names:Bs>{end}',
    words,
  ),
  sentencePattern(
    "\\b(?:no|zero|little to no|not a single|n't any|without any)(?: [a-z-]+){0,3}? (?:footprint|presence|trace|sign|listing|profile|page|website|reference|record|hits?|matches|match|results?|coverage|write-ups?|signal|indication)(?: [a-z]+){0,2}? (?:for|of|from|on|under|called|named|to|about|matching) (?:(?:company|brand|business|product|vendor|tool|name|any|the) )*{fill}<names:Bs>{end}",
    words,
  ),
  sentencePattern(
    "<names:Bs>(?: \\w+)? (?:isn't|is not|wasn't|was not|aren't|are not) (?:a |an |the )?(?:name|brand|company|product|tool|vendor|something|one|anything|in|on|part of|among)(?: (?:that|which))? ?(?:i|we|that i|my|the|any)?(?:'m| am|'ve| have)?(?: ever)? ?(?:recogni[sz]e|know|aware of|familiar with|heard of|come across|encountered|have (?:data|information|details|anything) on|data(?:base|set)?|radar|training|sources|knowledge|results|index)",
    words,
  ),
  sentencePattern("<names:Bs>(?: \\w+)? (?:doesn't|does not|didn't) ring (?:a|any) bells?", words),
  sentencePattern(
    '<names:Bs>(?: \\w+)? (?:returned|returns|yielded|yields|produced|turned up|brought up|gave|gives)(?: me)? (?:no|zero|nothing|not a single)(?! (?:complaints?|problems?|issues?|faults?|flaws?|errors?|fuss|drawbacks?|trouble))',
    words,
  ),
  sentencePattern(
    '\\b(?:nothing|no (?:results?|information|data|hits|mentions?)) (?:came|comes|turned|turns|showed|shows|popped|pops) up (?:for|on|about|when|under) (?:i (?:search|searched|look|looked) for )?{fill}<names:Bs>{end}',
    words,
  ),
  sentencePattern(
    "\\b(?:i've|i have|we've|we have|have) (?:never|not) (?:heard|come across|encountered|seen anything) ?(?:of|about|on)? {fill}<names:Bs>{end}",
    words,
  ),
  sentencePattern(
    "\\b(?:can't|cannot|couldn't|could not|unable to|not able to) (?:speak to|comment on|vouch for|tell you (?:anything|much) about|say (?:anything|much) about|help with|evaluate|assess|rate) {fill}<names:Bs>{end}(?=[^.!?]*(?:no|not|n't|without|lack|unknown|unfamiliar)\\b)",
    words,
  ),
  sentencePattern('<names:Bs>{end} (?:falls|is|lies) (?:outside|beyond) (?:of )?my (?:knowledge|training data|data|sources)', words),
  sentencePattern(
    '(?:{not}|\\bno|\\bunaware of|\\bno such)\\b[^.;:!?\\ue000-\\uf8ff]{0,40}?{kind}(?: [a-z]+){0,3}? (?:called|named|known as|by the name of|by the name|under the name) {fill}<names:Bs>{end}',
    words,
  ),
  sentencePattern(
    '<names:Bs>(?: \\w+)? (?:has|have|had) (?:no|zero|little to no|almost no|virtually no) (?:[a-z-]+ ){0,3}?(?:online|web|digital|public|internet) (?:presence|footprint|record|profile|trail)',
    words,
  ),
  sentencePattern(
    "\\b(?:unclear|not (?:entirely |quite |really )?(?:sure|clear|certain)|n't (?:entirely |quite |really )?(?:sure|clear|certain)|unsure|uncertain|not know|n't know|n't tell|cannot tell) (?:what|who|whether|if) (?:exactly )?{fill}<names:Bs>(?:\"| [a-z]+)? (?:refers to\\b|(?:is|are|does|do|actually is|even is|offers|(?:actually |really |even )?exists?|is (?:a )?(?:real|actual)(?: [a-z]+)?)(?=\\s*$|[.,;:!]|\\s(?:or|and|as|because|since)\\b))",
    words,
  ),
  sentencePattern(
    '\\b(?:search(?:es)?|results?|query|queries|lookups?)(?: (?:results?|queries|terms?|engines?))? (?:for|on|about) {fill}<names:Bs>\\W{0,3}(?:were|was|are|is|came|come|comes|turned|turns|return|returned|returns|yield|yielded|show|showed|gave)(?: (?:up|back|out|me))? (?:empty|blank|nothing|no|zero|inconclusive|unsuccessful)\\b',
    words,
  ),
  sentencePattern(
    "<names:Bs>(?: \\w+)? (?:isn't|is not|wasn't|was not|does not seem to be|doesn't seem to be|does not sound like|doesn't sound like) (?:a |an |any )?(?:[a-z]+ )?(?:real|recogni[sz]ed|recogni[sz]able|legitimate|verifiable|verified|existing|actual) (?:[a-z-]+ )?{kind}",
    words,
  ),
  sentencePattern(
    '<names:Bs>(?: \\w+)? (?:is|appears to be|seems to be|sounds like|looks like|may be|might be|could be) (?:an? )?(?:likely |purely |possibly |entirely )?(?:fictional|fictitious|made-up|made up|hypothetical|non-?existent|misspelling|misspelled|typo)\\b',
    words,
  ),
  sentencePattern(
    '\\black(?:s|ed|ing)? (?:any |the |sufficient |enough |reliable |specific |detailed |verified )*(?:information|info|data|details|knowledge|insight) (?:on|about|regarding|concerning) {which}<names:Bs>{end}',
    words,
  ),
  sentencePattern(
    "\\b(?:no|not any|n't any) (?:such |real |known |actual |existing )*{kind} (?:as )?{fill}<names:Bs>(?=\\s*$|[.,;!])",
    words,
  ),
  sentencePattern("<names:Bs>(?: \\w+)? (?:does not|doesn't|did not|didn't) (?:actually |really |seem to |appear to )*exist\\b", words),
  sentencePattern(
    "<names:Bs>[^.\\ue000-\\uf8ff]{0,80}(?:n't|\\bnot|\\bunable to) (?:verify|confirm|establish) (?:that |whether |if )?(?:it|they|(?:the|this) {kind}) (?:actually |really |even )?exists?",
    words,
  ),
  sentencePattern(
    '\\b(?:information|info|details|data|documentation|material|coverage) (?:[a-z]+ )?(?:about|on|regarding|concerning) {fill}<names:Bs>{end} (?:is|are|was|seems|appears|remains)(?: to be)?(?: very| quite| rather| extremely| fairly| still)? (?:limited|scarce|sparse|thin|scant|minimal|hard to (?:find|come by)|hard to come by)\\b',
    words,
  ),
  sentencePattern(
    '(?:{not} (?:\\w+ )?aware|\\bunaware) of (?:any|an?) (?:[a-z-]+ ){1,3}?(?:sold|made|offered|produced|published|marketed|from|by|under)(?: by| under| the| name| brand)* {fill}<names:Bs>{end}',
    words,
  ),
  sentencePattern(
    '<names:Bs>(?: \\w+)? (?:gets?|got|receives?|received|earns?|earned|merits?|is given|was given|garners?) (?:no|zero|not a single|nary a) (?:mentions?|coverage|references?|entry|listing|write-?ups?|attention)(?! (?:of|about) )',
    words,
  ),
  sentencePattern(
    "(?:n't|\\bnot|\\bnever|\\bno one|\\bnobody) (?:\\w+ ){0,3}?(?:bring|brings|brought) up {fill}<names:Bs>{end}{place}",
    words,
  ),
  sentencePattern(
    '(?:n\'t|\\bnot|\\bnever)(?: [a-z]+)? (?:see|seen|spot|notice|encounter) (?:any sign of )?{fill}<names:Bs>{end}"? (?:anywhere|mentioned|listed|named|in any)',
    words,
  ),
];
