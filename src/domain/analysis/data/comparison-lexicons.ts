/** Comparatives by language: what everybody wants (`good`), what nobody wants (`bad`, looked for first), and what each is about. */
export type Lexicon = { good: string; bad: string; aspects: [RegExp, string][] };

export const en: Lexicon = {
  good: '\\b(?:less (?:expensive|costly|complex|complicated|clunky|buggy|noisy|confusing|cluttered|risky|hassle|overwhelming|steep|intimidating|bloated|demanding)|fewer (?:bugs|issues|problems|complaints|ads|limitations|outages|drawbacks|restrictions|hassles|errors|glitches)|better|easier|faster|cheaper|simpler|stronger|superior|safer|quicker|smoother|cleaner|lighter|quieter|nicer|friendlier|smarter|sharper|brighter|longer|bigger|larger|wider|deeper|richer|broader|greater|higher|finer|tastier|healthier|comfier|sturdier|roomier|newer|fresher|warmer|cooler|thinner|slimmer|sleeker|lower|fewer|more)\\b',
  bad: '\\b(?:worse|slower|harder|pricier|costlier|weaker|heavier|noisier|louder|clunkier|bulkier|buggier|riskier|poorer|inferior|steeper|trickier|clumsier|shorter|smaller|narrower|dearer|older|thicker|messier|rougher|less (?!expensive|costly|complex|complicated|clunky|likely to|prone|buggy|noisy|confusing|cluttered|risky|hassle|overwhelming|steep|error|intimidating|bloated|demanding|time|work|effort)[a-z-]+|more (?:expensive|costly|complex|complicated|difficult|confusing|cumbersome|limited|clunky|overwhelming|prone|error|bugs|issues|problems|complaints|ads|limitations|downtime|outages|restrictive|basic|frustrating|noisy|bloated|hassle|rigid|cluttered|time-consuming|fragile|unreliable|drawbacks|tedious|restrictions)|fewer (?!bugs|issues|problems|complaints|ads|limitations|outages|drawbacks|restrictions|hassles|errors|glitches)[a-z-]+|higher (?:price|prices|cost|costs|fees|learning|failure|churn|latency)|lower (?:quality|rating|ratings|score|scores|satisfaction|performance|reliability|accuracy|limits|resolution|uptime)|longer (?:wait|load|setup|delivery|response|learning)|greater (?:complexity|cost))',
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

export const zh: Lexicon = {
  good: '好|强|优|快|懂|贴心|耐|准|亮|顺|透气|香|持久|省|便宜|实惠|划算|简单|易|方便|稳|轻|安静|清晰|安全|可靠|耐用|舒适|适合|丰富|全面|灵活|高|多|大|长|新|专业|省|流畅|先进|出色|精|完善|亲民|低|便捷|高效|直观|好用|准|靠谱|柔和|薄|成熟|友好|强大|香|甜|好吃|保湿|温和|广|深|久|智能',
  bad: '差|贵|慢|复杂|难|弱|重|吵|短|少|小|旧|麻烦|繁琐|卡|不稳|容易坏|价格(?:更|要|还)?高|(?:价格|售价|定价|成本|费用|故障率|噪音|功耗|油耗|溢价|门槛).{0,3}[高大]|成本.{0,3}高|费用.{0,3}高|门槛.{0,3}高|性价比.{0,2}低|质量.{0,2}低|广告.{0,2}多|问题.{0,2}多|故障.{0,2}多|落后|笨重|粗糙|逊|噪音.{0,2}大',
  aspects: [
    [/易用|上手|简单|好用|复杂|操作|方便|便捷|直观|难|繁琐/, '易用性'],
    [/性价比|划算/, '性价比'],
    [/便宜|贵|价格|实惠|成本|费用|亲民/, '价格'],
    [/快|慢|速度|流畅|卡/, '速度'],
    [/稳|可靠|靠谱/, '稳定性'],
    [/安全/, '安全'],
    [/功能|丰富|全面|强大/, '功能'],
    [/续航/, '续航'],
    [/售后|服务/, '服务'],
    [/拍照|影像/, '拍照'],
    [/耐用|质量/, '质量'],
    [/舒适/, '舒适度'],
    [/灵活/, '灵活性'],
  ],
};

export const ja: Lexicon = {
  good: '良|よ[いくり]|いい|優れ|使いやす|簡単|わかりやす|分かりやす|安[いくけ]|安価|お得|手頃|速|早[いく]|軽[いく]|静か|強[いく力]|高性能|高品質|豊富|充実|便利|安定|信頼|安全|柔軟|快適|丈夫|おすすめ|お勧め|上|勝|適|向い|美味|おいし|長[いく]|大き|多[いく]|高機能|手軽|スムーズ|評価が高|コスパが高|精度が高|満足度が高|性能が高|品質が高|機能性が高|正確',
  bad: '悪|劣|使いにく|使いづら|難し|複雑|高[いくか](?!評)|高価|割高|遅|重[いく]|うるさ|弱[いく]|少な|短[いく]|小さ|不安定|不便|面倒|わかりにく|分かりにく',
  aspects: [
    [/使いやす|簡単|わかりやす|分かりやす|操作|使いにく|使いづら|複雑|難し|手軽/, '使いやすさ'],
    [/安[いくけ]|安価|価格|料金|値段|高価|割高|手頃|高[いくか]/, '価格'],
    [/速|早[いく]|遅|スピード/, '速度'],
    [/機能|豊富|充実/, '機能'],
    [/安定|信頼/, '安定性'],
    [/サポート/, 'サポート'],
    [/コスパ|コストパフォーマンス/, 'コスパ'],
    [/軽[いく]|重[いく]/, '重さ'],
    [/バッテリー|電池/, 'バッテリー'],
    [/音質/, '音質'],
  ],
};

export const de: Lexicon = {
  good: '\\b(?:besser|einfacher|schneller|günstiger|billiger|preiswerter|stärker|sicherer|zuverlässiger|leichter|leiser|übersichtlicher|intuitiver|benutzerfreundlicher|flexibler|umfangreicher|leistungsfähiger|leistungsstärker|moderner|hochwertiger|robuster|länger|größer|höher|bequemer|komfortabler|vielseitiger|genauer|effizienter|stabiler|schöner|nachhaltiger|langlebiger|geeigneter|mehr|überlegen|ausgereifter|sparsamer|attraktiver|flüssiger|niedriger)',
  bad: '\\b(?:schlechter|langsamer|teurer|komplizierter|komplexer|schwächer|schwerer|lauter|umständlicher|unübersichtlicher|unzuverlässiger|schwieriger|weniger|unsicherer|kürzer|kleiner|anfälliger|unterlegen|veralteter|unflexibler|kostspieliger|mehr (?:probleme|fehler|bugs|beschwerden|werbung|einschränkungen)|höhere[rn]? (?:kosten|preise?|gebühren))',
  aspects: [
    [/einfacher|benutzerfreundlich|intuitiv|bedien|kompliziert|komplexer|ubersichtlich|umstandlich|schwieriger/, 'Bedienung'],
    [/gunstiger|billiger|preiswert|teurer|preis|kosten|kostspielig/, 'Preis'],
    [/schneller|langsamer|geschwindigkeit/, 'Geschwindigkeit'],
    [/zuverlassig|stabil/, 'Zuverlässigkeit'],
    [/sicher/, 'Sicherheit'],
    [/flexib/, 'Flexibilität'],
    [/support|kundenservice|kundendienst/, 'Support'],
    [/funktion|umfangreich|leistungs/, 'Funktionen'],
    [/akku/, 'Akkulaufzeit'],
    [/leiser|lauter/, 'Lautstärke'],
  ],
};

export const es: Lexicon = {
  good: '(?:mejor(?:es)?|superior(?:es)?|más [a-záéíóúñ-]+|menos (?:costos[oa]|car[oa]|complicad[oa]|complej[oa]|errores|problemas|pesad[oa]|ruidos[oa]|fallos|confus[oa]))',
  bad: '(?:peor(?:es)?|inferior(?:es)?|más (?:car[oa]s?|costos[oa]s?|lent[oa]s?|complicad[oa]s?|complej[oa]s?|difícil(?:es)?|limitad[oa]s?|pesad[oa]s?|ruidos[oa]s?|confus[oa]s?|frágil(?:es)?|problemas|errores|fallos|quejas|básic[oa]s?|débil(?:es)?|engorros[oa]s?)|menos (?!costos|car[oa]|complicad|complej|errores|problemas|pesad|ruidos|fallos|confus)[a-záéíóúñ-]+)',
  aspects: [
    [/facil|sencill|intuitiv|complicad|complej|dificil|usar|uso/, 'facilidad de uso'],
    [/barat|car[oa]|econom|asequible|precio|cost/, 'precio'],
    [/rapid|lent|velocidad/, 'velocidad'],
    [/fiable|confiable|estable/, 'fiabilidad'],
    [/segur/, 'seguridad'],
    [/flexib|personaliz/, 'flexibilidad'],
    [/soporte|atencion/, 'soporte'],
    [/complet|potente|funcion/, 'funciones'],
    [/bateria/, 'batería'],
  ],
};

export const fr: Lexicon = {
  good: "(?:meilleure?s?|mieux|supérieure?s?|plus [a-zàâéèêëîïôùûç'-]+|moins (?:cher|chère|chers|coûteux|coûteuse|complexe|compliquée?|lourde?|bruyante?))",
  bad: "(?:pire|moins bon(?:ne)?|inférieure?s?|plus (?:cher|chère|chers|coûteux|coûteuse|onéreux|onéreuse|lente?s?|complexes?|compliquée?s?|difficiles?|limitée?s?|lourde?s?|bruyante?s?|fragiles?)|moins (?!cher|chère|coûteu|complexe|compliqué|lourd|bruyant)[a-zàâéèêëîïôùûç'-]+)",
  aspects: [
    [/facile|simple|intuitif|intuitive|complexe|complique|difficile|utiliser/, 'facilité d’utilisation'],
    [/cher|chere|prix|abordable|couteu|onereu|economique/, 'prix'],
    [/rapide|lent|vitesse/, 'vitesse'],
    [/fiable|stable/, 'fiabilité'],
    [/complet|puissant|fonction/, 'fonctionnalités'],
    [/flexible/, 'flexibilité'],
    [/support|service client/, 'support'],
    [/autonomie|batterie/, 'autonomie'],
  ],
};

export const ko: Lexicon = {
  good: '좋|낫|나은|나아|뛰어|우수|저렴|싸|쉽|쉬운|쉬워|빠르|빠른|빨라|편리|편하|안정|강력|강하|가볍|가벼|조용|풍부|다양|훌륭|앞서|우세|유연|직관|적합|신뢰|안전|많|길|높',
  bad: '나쁘|나쁜|비싸|비싼|비쌉|비쌌|느리|느린|어렵|어려|복잡|불편|무겁|무거|약하|약한|시끄|못하|못합|뒤처|떨어|부족|적[다은습]|짧',
  aspects: [
    [/저렴|싸|비싸|비싼|가격|비용/, '가격'],
    [/쉽|쉬운|쉬워|편리|편하|복잡|어렵|어려|직관|사용/, '사용 편의성'],
    [/빠르|빠른|빨라|느리|느린|속도/, '속도'],
    [/기능|다양|풍부/, '기능'],
    [/안정|신뢰/, '안정성'],
    [/배터리/, '배터리'],
  ],
};

export const pt: Lexicon = {
  good: '(?:melhor(?:es)?|superior(?:es)?|mais [a-záâãàéêíóôõúç-]+|menos (?:car[oa]|complicad[oa]|complex[oa]|problemas|erros))',
  bad: '(?:pior(?:es)?|inferior(?:es)?|mais (?:car[oa]s?|lent[oa]s?|complicad[oa]s?|complex[oa]s?|difícil|difíceis|limitad[oa]s?|pesad[oa]s?|barulhent[oa]s?|problemas|erros)|menos (?!car[oa]|complicad|complex|problemas|erros)[a-záâãàéêíóôõúç-]+)',
  aspects: [
    [/facil|simples|intuitiv|complicad|complex|dificil|usar/, 'facilidade de uso'],
    [/barat|car[oa]|econom|acessivel|preco|custo/, 'preço'],
    [/rapid|lent|velocidade/, 'velocidade'],
    [/confiavel|estavel/, 'confiabilidade'],
    [/complet|poderos|funcion|recurso/, 'recursos'],
  ],
};

export const it: Lexicon = {
  good: "(?:miglior[ei]?|meglio|superior[ei]|più [a-zàèéìòù'-]+|meno (?:caro|cara|costos[oa]|compless[oa]|complicat[oa]|problemi))",
  bad: "(?:peggior[ei]?|peggio|inferior[ei]|più (?:car[oaie]|costos[oaie]|lent[oaie]|complicat[oaie]|compless[oaie]|difficil[ei]|limitat[oaie]|pesant[ei]|rumoros[oaie]|problemi)|meno (?!car[oa]|costos|compless|complicat|problemi)[a-zàèéìòù'-]+)",
  aspects: [
    [/facil|semplic|intuitiv|complicat|compless|difficil|usare/, 'facilità d’uso'],
    [/economic|car[oaie]|prezzo|costos|convenient/, 'prezzo'],
    [/veloc|rapid|lent/, 'velocità'],
    [/affidabil|stabil/, 'affidabilità'],
    [/complet|potent|funzion/, 'funzionalità'],
  ],
};

export const ru: Lexicon = {
  good: '(?:лучше|удобнее|быстрее|дешевле|проще|надежнее|сильнее|выгоднее|легче|тише|мощнее|безопаснее|гибче|доступнее|понятнее|качественнее|функциональнее|точнее|дольше|стабильнее|больше|шире)',
  bad: '(?:хуже|дороже|медленнее|сложнее|слабее|тяжелее|шумнее|труднее|менее [а-я]+|меньше|неудобнее|короче)',
  aspects: [
    [/удобнее|проще|понятнее|сложнее|неудобнее|использован/, 'удобство'],
    [/дешевле|дороже|выгоднее|доступнее|цен/, 'цена'],
    [/быстрее|медленнее|скорост/, 'скорость'],
    [/надежнее|стабильнее/, 'надёжность'],
    [/функциональнее|функци/, 'функции'],
    [/безопаснее/, 'безопасность'],
  ],
};
