import type { Lexicon } from './comparison-rule.ts';

/** Words in -er that compare nothing. */
export const nounsInEr =
  'october|november|december|september|helicopter|barrier|courier|frontier|copper|pepper|calendar|later|adapter|after|alter|another|answer|banker|banner|batter|beginner|biker|blender|border|bother|broker|brother|browser|buffer|builder|butter|buyer|career|carrier|center|chapter|charger|charter|cluster|commuter|competitor|computer|consider|consumer|controller|cooker|cooler|corner|cover|customer|cyber|danger|dealer|deliver|designer|developer|differ|dinner|discover|driver|dryer|earlier|either|engineer|enter|ever|father|feather|fiber|filter|finger|flower|folder|former|foster|freelancer|freezer|fryer|further|gamer|gather|gender|header|heater|her|homeowner|however|hunger|hyper|inner|insider|insurer|ladder|laser|later|latter|layer|leader|learner|leather|lender|letter|litter|maker|manager|manner|marketer|master|matter|member|minister|mixer|monitor|mother|neither|never|newcomer|newsletter|newspaper|number|offer|order|other|outer|outsider|over|owner|paper|partner|per|pier|planner|player|power|prefer|premier|printer|proper|provider|quarter|rather|reader|refer|register|remember|reseller|retailer|reviewer|roller|router|rubber|runner|scanner|seller|server|shower|silver|sister|speaker|spinner|starter|streamer|suffer|summer|super|supplier|teacher|tester|tier|timer|toaster|together|tower|tracker|trader|trailer|transfer|traveler|traveller|trigger|twitter|under|upper|user|vacuumer|washer|water|weather|whether|winner|winter|wonder|worker';

export const lexicon: Lexicon = {
  good: `\\b(?:less (?:expensive|costly|complex|complicated|clunky|buggy|noisy|confusing|cluttered|risky|hassle|overwhelming|steep|intimidating|bloated|demanding)|fewer (?:bugs|issues|problems|complaints|ads|limitations|outages|drawbacks|restrictions|hassles|errors|glitches|delays|cancellations|crashes|breakdowns|failures|defects|recalls|returns|fees|steps|clicks|calories|accidents|interruptions|disruptions|headaches|complications|faults|repairs|charges|surcharges|dead zones|side effects)|better|easier|faster|cheaper|simpler|stronger|superior|safer|quicker|smoother|cleaner|lighter|quieter|nicer|friendlier|smarter|sharper|brighter|longer|bigger|larger|wider|deeper|richer|broader|greater|higher|finer|tastier|healthier|comfier|sturdier|roomier|newer|fresher|warmer|cooler|thinner|slimmer|sleeker|lower|fewer|more(?! (?:units|employees|stores|users|customers|phones|cars|revenue|staff|people|than half)\\b)|(?!(?:${nounsInEr}|older|newer|bigger|larger|smaller|taller|younger|darker|colder|earlier|later|bitterer|pushier|stingier|thirstier|glitchier|sloppier|fussier|fiddlier|grainier|blurrier|dimmer|duller|flimsier|stiffer|tighter|hotter|laggier|janky|jankier|shakier|patchier|spottier|pricier|worse|tougher|scarcer|uglier|blander|saltier|greasier|flatter|noisier)\\b)[a-z]{2,}(?:ier|er))\\b`,
  bad: '\\b(?:worse|pushier|stingier|thirstier|glitchier|sloppier|fussier|fiddlier|grainier|blurrier|dimmer|duller|flimsier|hotter|laggier|jankier|shakier|patchier|spottier|tougher|uglier|blander|saltier|greasier|flatter|slower|harder|pricier|costlier|weaker|heavier|noisier|louder|clunkier|bulkier|buggier|riskier|poorer|inferior|steeper|trickier|clumsier|shorter|smaller|narrower|dearer|older|thicker|messier|rougher|less (?!expensive|costly|complex|complicated|clunky|likely to|prone|buggy|noisy|confusing|cluttered|risky|hassle|overwhelming|steep|error|intimidating|bloated|demanding|time|work|effort)[a-z-]+|more (?:delays|cancellations|crashes|breakdowns|failures|defects|recalls|returns|fees|steps|clicks|calories|accidents|interruptions|disruptions|headaches|complications|faults|repairs|charges|surcharges|dead zones|side effects|expensive|costly|complex|complicated|difficult|confusing|cumbersome|limited|clunky|overwhelming|prone|error|bugs|issues|problems|complaints|ads|limitations|downtime|outages|restrictive|basic|frustrating|noisy|bloated|hassle|rigid|cluttered|time-consuming|fragile|unreliable|drawbacks|tedious|restrictions)|fewer (?!bugs|issues|problems|complaints|ads|limitations|outages|drawbacks|restrictions|hassles|errors|glitches|delays|cancellations|crashes|breakdowns|failures|defects|recalls|returns|fees|steps|clicks|calories|accidents|interruptions|disruptions|headaches|complications|faults|repairs|charges|surcharges|dead zones|side effects)[a-z-]+|higher (?:price|prices|cost|costs|fees|learning|failure|churn|latency)|lower (?:quality|rating|ratings|score|scores|satisfaction|performance|reliability|accuracy|limits|resolution|uptime)|longer (?:wait|load|setup|delivery|response|learning)|greater (?:complexity|cost))',
  aspects: [
    [
      /easier|simpler|user-friendly|intuitive|ease of use|easy|learning curve|difficult|confusing|complex|complicated|clunk|cumbersome/,
      'ease of use',
    ],
    [/cheaper|pricier|expensive|affordable|costl|price|pricing|cost|budget|inexpensive/, 'price'],
    [/faster|slower|quicker|speed/, 'speed'],
    [/reliab|stable|outage|downtime|uptime|bug/, 'reliability'],
    [/secur|safer|riskier/, 'security'],
    [/customer (?:service|support)|support/, 'support'],
    [/value/, 'value'],
    [/scal/, 'scalability'],
    [/flexib|customiz|rigid/, 'flexibility'],
    [/integrat/, 'integrations'],
    [/durab|sturd/, 'durability'],
    [/comfort|comfier/, 'comfort'],
    [/battery/, 'battery life'],
    [/quieter|noisier|louder/, 'noise'],
    [/lighter|heavier/, 'weight'],
    [/powerful|feature|functional|capab/, 'features'],
    [/accura/, 'accuracy'],
    [/tast/, 'taste'],
  ],
};
