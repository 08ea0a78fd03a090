import type { Lexicon } from './comparison-rule.ts';

export const lexicon: Lexicon = {
  good: '\\b(?:less (?:expensive|costly|complex|complicated|clunky|buggy|noisy|confusing|cluttered|risky|hassle|overwhelming|steep|intimidating|bloated|demanding)|fewer (?:bugs|issues|problems|complaints|ads|limitations|outages|drawbacks|restrictions|hassles|errors|glitches|delays|cancellations|crashes|breakdowns|failures|defects|recalls|returns|fees|steps|clicks|calories|accidents|interruptions|disruptions|headaches|complications|faults|repairs|charges|surcharges|dead zones|side effects)|better|easier|faster|cheaper|simpler|stronger|superior|safer|quicker|smoother|cleaner|lighter|quieter|nicer|friendlier|smarter|sharper|brighter|longer|bigger|larger|wider|deeper|richer|broader|greater|higher|finer|tastier|healthier|comfier|sturdier|roomier|newer|fresher|warmer|cooler|thinner|slimmer|sleeker|lower|fewer|more|(?!(?:older|newer|bigger|larger|smaller|taller|younger|darker|colder|earlier|later|bitterer|pushier|stingier|thirstier|glitchier|sloppier|fussier|fiddlier|grainier|blurrier|dimmer|duller|flimsier|stiffer|tighter|hotter|laggier|janky|jankier|shakier|patchier|spottier|pricier|worse|tougher|scarcer|uglier|blander|saltier|greasier|flatter|noisier)\\b)[a-z]{2,}(?:ier|er))\\b',
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
