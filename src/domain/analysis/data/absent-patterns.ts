import { sentencePattern } from '../sentence-pattern.ts';

/** Building blocks of "I have nothing on X", by language. The noun behind a name ("Acme's pricing") makes it a statement about X, so it ends the pattern. */
const en = {
  not: "(?:n't|\\bnot|\\bcannot|\\bnever|\\bunable to|\\bfailed to|\\bneither)",
  info: '(?:[a-z-]+ ){0,4}?(?:information|info|details?|data|results?|records?|mentions?|references?|evidence|reviews?|coverage|sources?|listings?|entr(?:y|ies)|trace|documentation|anything|much|knowledge|hits)',
  about:
    '(?:(?:available|currently|specifically|publicly|at all|online) )*(?:in (?:[a-z]+ ){1,4})?(?:about|on|for|regarding|concerning|related to|relating to|of|mentioning|that mentions?|with)',
  fill: '["*]*(?:(?:the|a|an|any|this|that|specific|particular|brand|company|product|tool|software|app|service|platform|firm|provider|vendor|retailer|store|called|named|known|as|either|of|both)[\\s"*]+){0,7}',
  end: "(?!'s? ?[a-z]| (?:to be|is|are|has|have|being)\\b|-)",
  place:
    '(?: anywhere| at all| explicitly| specifically)*(?=[\\s,]*$|[.,;!)]|"? (?:in|among|amongst|on|within|by|as|listed|mentioned|anywhere|from|at|but|and|or)\\b)',
  sources: '(?:any|the|my|these|those|our|this|available|provided|search|of|all|current|most|recent|major|or) ?',
};
const source =
  '(?:sources?|results?|lists?|articles?|documents?|pages?|search(?:es)?|data|database|reviews?|context|information|knowledge|training|materials?|records?|text|roundups?|guides?|rankings?|reports?|comparisons?|references|web|coverage|publications)';
const de = {
  noun: '(?:informationen|infos|angaben|daten|details|ergebnisse|hinweise|treffer|quellen|einträge|erwähnung(?:en)?|belege|bewertungen|erkenntnisse)',
  fill: '(?:(?:die|der|das|dem|den|einer?|einem|marke|firma|unternehmen|produkt|anbieter|namens|"|\\*)[\\s"*]*){0,5}',
};
const es = {
  noun: '(?:información|informaciones|datos|detalles|resultados|referencias|menciones|mención|registros|evidencias?|nada|reseñas)',
  fill: '(?:(?:la|el|los|las|una?|marca|empresa|producto|herramienta|llamad[oa]|"|\\*)[\\s"*]*){0,5}',
};
const fr = {
  noun: '(?:informations?|données?|détails?|résultats?|mentions?|références?|renseignements?|traces?|éléments?)',
  fill: '(?:(?:la|le|l\'|les|une?|marque|entreprise|produit|outil|appelée?|nommée?|"|\\*)[\\s"*]*){0,5}',
};
const pt = {
  noun: '(?:informaç(?:ão|ões)|dados|detalhes|resultados|referências|menç(?:ão|ões)|registros|registos|nada|evidências?)',
  fill: '(?:(?:a|o|os|as|uma?|marca|empresa|produto|ferramenta|chamad[oa]|"|\\*)[\\s"*]*){0,5}',
};
const it = {
  noun: '(?:informazion[ei]|dati|dettagli|risultati|riferimenti|menzion[ei]|nulla|niente|notizie)',
  fill: '(?:(?:la|il|lo|l\'|un|una|marca|marchio|azienda|prodotto|strumento|chiamat[oa]|"|\\*)[\\s"*]*){0,5}',
};
const ru = {
  noun: '(?:информаци[а-я]+|данных|данные|сведени[а-я]+|упоминани[а-я]+|результат[а-я]*|ничего|отзыв[а-я]*)',
  fill: '(?:(?:бренде?|компании?|продукте?|сервисе?|марке|под|названием|"|«)[\\s"«]*){0,4}',
};
const zh = {
  info: '(?:信息|资讯|资料|内容|消息|结果|记录|介绍|数据|报道|提及|说明|情况|线索|词条)',
  mod: '(?:关于|有关|与|和|对于|对|任何|足够|具体|可靠|公开|相关|官方|有效|明确|更多|一家|一个|一款|叫做|叫|名为|这个|这家|这款|该|品牌|公司|产品|工具|软件|平台|的|到|["*「『《]|\\s)*',
  tail: '["*」』》]?(?:这个|这家|这款|这一|品牌|公司|产品|工具|软件|平台|名称|的|之|任何|相关|有关|具体|详细|公开|可靠|官方|直接|明确|\\s)*',
};
const ja = {
  info: '(?:情報|記載|言及|データ|資料|記録|詳細|記述|結果|知識|口コミ|レビュー)',
  none: '(?:見つかりません|見つけられません|見つけることができません|見つからな|見当たりません|見当たらな|見つけることはできません)',
  lack: '(?:ありません|ございません|存在しません|確認できません|確認できず|持っていません|持ち合わせて|得られません|得られず|把握していません|把握しておりません|なし|ない|不明)',
};
const ko = {
  info: '(?:정보|자료|결과|언급|내용|기록|데이터)',
  none: '(?:찾을 수 없|찾을 수가 없|찾지 못|없습니다|없었|없어|없다|없네요|확인할 수 없|확인되지|확인하지 못|발견되지|발견하지 못|나오지 않|가지고 있지|파악되지|검색되지|알려진 바)',
};

/** By language, in the folded form of sentences. `names` captures the brands on which nothing is known. */
export const absentPatterns: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    sentencePattern(
      `{not}~\\b(?:find|found|locate|identify|provide|verify|confirm|have|see|come across|access|retrieve|offer|give|discover|uncover|return|returned|know|say)\\b (?:me |you |up )?{info} {about} {fill}<names:Bs>{end}`,
      en,
    ),
    sentencePattern(
      `{not}~\\b(?:find|found|locate|identify|verify|come across|recogni[sz]e|track down|heard of|hear of)\\b {fill}<names:Bs>{end}{place}`,
      en,
    ),
    sentencePattern(
      `\\b(?:no|zero|not any|n't any|nothing|without)(?: {info})?(?: (?:is|was|were|are|exists?|seems|appears|has been|have been|could be|can be|came|comes|turned|turns|shows|showed))*(?: (?:to be|publicly|readily|currently|available|found|listed|returned|known|provided|up|located|exist))* (?:about|on|for|regarding|concerning|related to|of|mentioning) {fill}<names:Bs>{end}`,
      en,
    ),
    sentencePattern(
      `(?:{not} (?:\\w+ )?(?:aware|familiar|acquainted|knowledgeable)|\\bunaware|\\bunfamiliar)(?: (?:of|with|about))+ {fill}<names:Bs>{end}`,
      en,
    ),
    sentencePattern(
      `(?:{not} (?:\\w+ )?(?:know|heard|recogni[sz]e|have (?:any )?(?:knowledge|record|data|details)))(?: (?:of|about|on))? {fill}<names:Bs>{end}{place}`,
      en,
    ),
    sentencePattern(
      `<names:Bs>(?: \\w+)?,? (?:is|was|are|were|does|did|do|has|have|could|can)(?:n't| not|not) (?:\\w+ ){0,2}?(?:mentioned|listed|included|covered|found|referenced|featured|discussed|shown|appear|show up|come up|turn up|surface|named|indexed|exist|be found|been mentioned|be verified|be located)(?: \\w+){0,2}?(?: (?:in|among|amongst|by|on|within|from|anywhere in|across) (?:{sources}){0,5}${source}|[.!]?$| anywhere)`,
      en,
    ),
    sentencePattern(
      `<names:Bs>(?: \\w+)? (?:does|do|did)(?:n't| not) (?:appear|seem) to (?:exist|be (?:a |an )?(?:real|known|recogni[sz]ed|widely|existing|established|well-known|listed|mentioned|covered))`,
      en,
    ),
    sentencePattern(
      `${source}\\b~(?:n't|\\bnot|\\bnever|\\bno) (?:\\w+ ){0,2}?(?:mention|cover|include|list|reference|discuss|contain|name|show|feature|return)s?(?: (?:any|anything|information|details|data|results?|about|on|for|to|of))* {fill}<names:Bs>{end}`,
      en,
    ),
    sentencePattern(
      `\\bnone of (?:the |these |my |those )*${source}~(?:mention|cover|include|list|reference|discuss|name|feature)s?(?:ed)? {fill}<names:Bs>{end}`,
      en,
    ),
    sentencePattern(
      `{not} (?:\\w+ ){0,3}?(?:verify|confirm|establish|tell|say|find evidence|find proof) (?:that |whether |if )?{fill}<names:Bs> (?:exists?|is (?:a )?(?:real|legitimate|actual|known)|is an? (?:real|actual|existing))`,
      en,
    ),
    sentencePattern(`<names:Bs>(?: \\w+)? (?:is|was|are|remains?) (?:unknown|unfamiliar) to me`, en),
    sentencePattern(`\\bsearch(?:es|ing)? (?:for|on) {fill}<names:Bs>~(?:no|nothing|did not|didn't|without)\\b`, en),
    sentencePattern(
      `<names:B>"?\\**\\s*(?::|-|\\||\\()\\s*\\**(?:i )?(?:no (?:reliable |relevant |specific |public )?(?:information|info|data|results?|mentions?|records?)|not found|not mentioned|not listed|unknown|n/a|nothing found)`,
      en,
    ),
  ],
  zh: [
    sentencePattern(
      `(?:没有|没|未|未能|无法|不能|并未|没能|尚未|暂未|暂时没有|难以)(?:在[^，。；,;\\ue000-\\uf8ff]{0,24}?)?(?:能够|能|被)?(?:找到|查到|搜到|搜索到|检索到|查询到|查找到|发现|看到|获取|获得|提供|收录|掌握|提到|提及|涉及|包含|列出|听说过){mod}<names:Bs>{tail}(?:{info}|(?=[，。；！,.;!)）]|$))`,
      zh,
    ),
    sentencePattern(`(?:找不到|查不到|搜不到|搜索不到|搜寻不到|检索不到){mod}<names:Bs>{tail}(?:{info}|(?=[，。；！,.;!)）]|$))`, zh),
    sentencePattern(
      `(?:没有|并无|无|暂无|缺乏|缺少|不掌握|没有任何)(?:任何|关于|有关|与|对|可靠|具体|公开|相关|足够|["「『\\s])*(?:关于|有关|与)?{mod}<names:Bs>{tail}{info}`,
      zh,
    ),
    sentencePattern(
      `(?:关于|有关|对于|至于)["「『]?<names:Bs>{tail}[，,]?[^。；;\\ue000-\\uf8ff]{0,14}?(?:没有|并未|未|暂无|无法|找不到|查不到|没)(?:能|有)?(?:找到|查到|搜到|检索到|发现|获取|提供)?(?:任何|足够|具体|可靠|公开|相关|有关|的)*(?:{info}|找到|查到)`,
      zh,
    ),
    sentencePattern(`(?:对|对于)?["「『]?<names:Bs>{tail}(?:我)?(?:并)?(?:不了解|不熟悉|不太了解|一无所知|没有了解|不清楚)`, zh),
    sentencePattern(`(?:不了解|不熟悉|不知道|没听说过|没有听说过|不认识){mod}<names:Bs>(?=["」』这该品公，。；！,.;!)]|$)`, zh),
    sentencePattern(
      `<names:Bs>{tail}(?:并)?(?:没有|未|没)(?:有)?(?:在[^，。；,;\\ue000-\\uf8ff]{0,24}?)?(?:被)?(?:提及|提到|列出|收录|列入|出现|上榜|包含在|涉及|搜到|找到|查到|检索到)(?!问题|缺|任何问题)`,
      zh,
    ),
    sentencePattern(`<names:B>["」』*]*\\s*[:：|(（-]\\s*(?:暂无|无|没有|未找到|未提及|查无)(?:相关|有关|任何|公开)*(?:{info}|$)`, zh),
    sentencePattern(`<names:Bs>{tail}(?:信息|资料)?(?:并)?(?:没有|未|无)(?:相关|任何)?(?:{info})?(?:可查|可供|找到|查到)`, zh),
  ],
  ja: [
    sentencePattern(
      `<names:Bs>["」』]?(?:という[^、。\\ue000-\\uf8ff]{0,14}?)?(?:に関する|についての|に関しての|の|に関して|については|について|に関しては|に対する)(?:は)?、?(?:[^、。\\ue000-\\uf8ff]{0,16}?[なのいる])?{info}(?:は|が|を|も|が一切|は一切)?、?(?:[^、。\\ue000-\\uf8ff]{0,14}?)(?:{none}|{lack})`,
      ja,
    ),
    sentencePattern(
      `<names:Bs>["」』]?(?:という[^、。\\ue000-\\uf8ff]{0,14}?)?(?:について|については|に関して|は|が|を)、?(?:[^、。\\ue000-\\uf8ff]{0,14}?)(?:{none}|言及されていません|言及していません|触れられていません|存じ上げ|存じて|聞いたことが|掲載されていません|含まれていません|登場しません|記載されていません|存じ|知りません|把握していません|把握しておりません|何も(?:分|わ)かりません|聞いたことがありません)`,
      ja,
    ),
    sentencePattern(
      `(?:情報|検索結果|ソース|資料|出典)(?:の中)?(?:に|には|で|では|内に)(?:は)?、?<names:Bs>["」』]?(?:は|が|の名前は|に関する記述は|への言及は|についての言及は)?(?:[^、。\\ue000-\\uf8ff]{0,10}?)(?:{none}|ありません|含まれ|登場し|出てき)`,
      ja,
    ),
  ],
  ko: [
    sentencePattern(
      `<names:Bs>["'*]*(?:이?라는 [^.,\\ue000-\\uf8ff]{0,14}?)?(?:에 대한|에 관한|에 대해서는|에 대해서|에 대해|에 관해서는|에 관해|의|관련|은|는)? ?(?:[^.,\\ue000-\\uf8ff]{0,14}? )?{info}(?:를|을|가|이|는|은|도)? ?(?:[^.,\\ue000-\\uf8ff]{0,12}?){none}`,
      ko,
    ),
    sentencePattern(
      `<names:Bs>["'*]*(?:이?라는 [^.,\\ue000-\\uf8ff]{0,14}?)?(?:에 대해서는|에 대해|은|는|이|가|을|를)? ?(?![^.,\\ue000-\\uf8ff]{0,14}(?:단점|문제|결함|불만|흠|약점|오류|이유|부작용))[^.,\\ue000-\\uf8ff]{0,14}?(?:찾을 수 없|찾을 수가 없|찾지 못|언급되지|알려진 바가 없|언급되어 있지|검색되지|등장하지|나오지 않|포함되어 있지|알지 못|모릅니다|모르겠|들어본 적)`,
      ko,
    ),
  ],
  de: [
    sentencePattern(
      `\\b(?:keine|keinerlei|nichts|nicht genügend|nicht genug)(?: [a-z-]+){0,3}? {noun}(?: [a-z]+){0,3}? (?:über|zu|zur|zum|von|auf|bezüglich|für) {fill}<names:Bs>`,
      de,
    ),
    sentencePattern(
      `\\b(?:über|zu|zur|zum|von|für) {fill}<names:Bs>"?~(?:keine|keinerlei|nichts)(?: [a-z-]+){0,3}? ?(?:{noun}|gefunden|finden|bekannt|sagen)`,
      de,
    ),
    sentencePattern(`\\bnichts (?:über|zu|von) {fill}<names:Bs>"? (?:gefunden|finden|bekannt)`, de),
    sentencePattern(`<names:Bs>"? (?:ist|sind) mir (?:leider )?(?:nicht|un) ?bekannt`, de),
    sentencePattern(`\\b(?:kenne|kennen)(?: [a-z]+){0,2}? {fill}<names:Bs>"? (?:leider )?nicht`, de),
    sentencePattern(`\\bmit {fill}<names:Bs>"?(?: [a-z]+){0,3} nicht vertraut|\\bnicht mit {fill}<names:Bs>"? vertraut`, de),
    sentencePattern(
      `<names:Bs>"? (?:wird|werden|wurde|wurden|taucht|ist|sind|kommt|erscheint|konnte)(?: [a-z-]+){0,8}? nicht (?:erwähnt|genannt|aufgeführt|gefunden|gelistet|auf$|vor$|enthalten|auf[.,]|vor[.,])`,
      de,
    ),
    sentencePattern(
      `\\b(?:konnte|kann|habe|konnten|finde|fand)(?: [a-z]+){0,3}? {fill}<names:Bs>"?(?: [a-z]+){0,6}? nicht (?:finden|gefunden|ausfindig)`,
      de,
    ),
    sentencePattern(
      `\\b(?:wird|werden|wurde|wurden|taucht|kommt|erscheint|ist|finde ich|konnte ich) <names:Bs>"?(?: [a-z-]+){0,6}? nicht (?:erwähnt|genannt|aufgeführt|gefunden|gelistet|auf\\b|vor\\b|enthalten|finden)`,
      de,
    ),
    sentencePattern(
      `\\bnichts (?:über|zu|von) {fill}<names:Bs>|\\b(?:keine|keinerlei) {noun}~(?:vor|verfügbar|vorhanden)~(?:über|zu|zur|zum|von) {fill}<names:Bs>`.replace(
        '<names:Bs>|',
        '<Bs>|',
      ),
      de,
    ),
  ],
  es: [
    sentencePattern(`\\bno (?:[a-z]+ ){0,4}?{noun}(?: [a-z]+){0,4}? (?:sobre|de|acerca de|para|respecto a|con|a) {fill}<names:Bs>`, es),
    sentencePattern(
      `\\bno (?:tengo constancia (?:de|sobre)|conozco|reconozco|estoy familiarizad[oa] con|tengo conocimiento de|tengo constancia de|me consta|sé nada (?:de|sobre)) (?:a )?{fill}<names:Bs>`,
      es,
    ),
    sentencePattern(`\\bno (?:[a-z]+ ){0,2}?(?:encontr[a-z]+|hallar|localizar) (?:a )?{fill}<names:Bs>"?(?=[.,;]|$| en )`, es),
    sentencePattern(
      `<names:Bs>"? no (?:se |es |fue |ha sido |está |están )*(?:menciona[a-z]*|aparece[n]?|figura[n]?|encuentra[n]? (?:en|entre)|incluid[oa]s?|listad[oa]s?|consta[n]?)`,
      es,
    ),
    sentencePattern(`\\b(?:sin|ninguna|ningún) {noun}(?: [a-z]+){0,2}? (?:sobre|de|acerca de) {fill}<names:Bs>`, es),
    sentencePattern(`\\b(?:sobre|acerca de|respecto a) {fill}<names:Bs>"?,? no ~{noun}`, es),
  ],
  fr: [
    sentencePattern(
      `\\b(?:aucune?|pas|rien)(?: [a-z']+){0,5}? ?{noun}(?: [a-z']+){0,3}? (?:sur|concernant|à propos de|au sujet de|de|pour|relative?s? à) {fill}<names:Bs>`,
      fr,
    ),
    sentencePattern(`\\b(?:ne |n')(?:connais|connaissons|reconnais) pas {fill}<names:Bs>`, fr),
    sentencePattern(
      `<names:Bs>"? (?:n'|ne )(?:est|figure|apparaît|sont|semble|semblent|figurent)[a-z]* pas~(?:mentionn|répertori|cité|listé|inclus|dans|parmi|exist)`,
      fr,
    ),
    sentencePattern(`\\brien (?:trouvé )?(?:sur|concernant|à propos de) {fill}<names:Bs>`, fr),
    sentencePattern(`\\b(?:pas|jamais) (?:familier|entendu parler)[a-z]* (?:avec|de) {fill}<names:Bs>`, fr),
  ],
  pt: [
    sentencePattern(
      `\\bnão (?:[a-z]+ ){0,4}?{noun}(?: [a-z]+){0,4}? (?:sobre|de|da|do|acerca de|para|a respeito d[aoe]) {fill}<names:Bs>`,
      pt,
    ),
    sentencePattern(
      `\\bnão (?:conheço|reconheço|estou familiarizad[oa] com|tenho conhecimento (?:de|sobre)) (?:a |o )?{fill}<names:Bs>`,
      pt,
    ),
    sentencePattern(
      `<names:Bs>"? não (?:é |foi |está |são )?(?:mencionad[oa]s?|aparece[m]?|consta[m]?|figura[m]?|listad[oa]s?|citad[oa]s?)`,
      pt,
    ),
    sentencePattern(`\\b(?:nenhuma|sem|nenhum) {noun}(?: [a-z]+){0,3}? (?:sobre|de|da|do) {fill}<names:Bs>`, pt),
  ],
  it: [
    sentencePattern(
      `\\b(?:non|nessuna|nessun) (?:[a-z]+ ){0,4}?{noun}(?: [a-z]+){0,4}? (?:su|sulla|sul|riguardo a|di|per|circa|relativ[ei] a) {fill}<names:Bs>`,
      it,
    ),
    sentencePattern(`\\bnon (?:conosco|riconosco|sono a conoscenza di|ho familiarità con) {fill}<names:Bs>`, it),
    sentencePattern(
      `<names:Bs>"? non (?:è |viene |compare|appare|figura|risulta|sono )~(?:menzionat|citat|elencat|tra |nell|nei|nelle|in |present)`,
      it,
    ),
  ],
  ru: [
    sentencePattern(
      `(?:^|[^а-я])не (?:удалось |смог[а-я]* |могу |получилось )?(?:найти|наш[а-я]+|найден[а-я]*|обнаруж[а-я]+|располагаю|имею|есть|содерж[а-я]+)~{noun}(?: [а-я]+){0,3}? (?:о|об|про|по|на) {fill}<names:Bs>`,
      ru,
    ),
    sentencePattern(
      `(?:^|[^а-я])(?:нет|отсутствует|отсутствуют)(?: [а-я]+){0,4}? {noun}(?: [а-я]+){0,2}? (?:о|об|про|по) {fill}<names:Bs>`,
      ru,
    ),
    sentencePattern(`{noun}(?: [а-я]+){0,2}? (?:о|об|про|по) {fill}<names:Bs>"?~(?:не (?:найден|нашл|удалось|обнаруж)|нет|отсутств)`, ru),
    sentencePattern(`(?:^|[^а-я])ничего не (?:известно|нашлось|найдено|знаю|нашел|нашла) (?:о|об|про|по) {fill}<names:Bs>`, ru),
    sentencePattern(`<names:Bs>"?[а-я]{0,3}~ не (?:упоминается|упомянут[а-я]*|фигурирует|найден[а-я]*|встречается|указан[а-я]*)`, ru),
    sentencePattern(`(?:^|[^а-я])не знаком[а-я]* с {fill}<names:Bs>`, ru),
  ],
  ar: [
    sentencePattern(
      '(?:لم|لا|ليس|ليست|لن)[^.،؛\\ue000-\\uf8ff]{0,30}?(?:معلومات|بيانات|تفاصيل|نتائج|ذكر)[^.،؛\\ue000-\\uf8ff]{0,20}?(?:عن|حول|بشأن|على|ل)\\s?(?:شركة |علامة |منتج |[وبل])*<names:Bs>',
    ),
    sentencePattern(
      '(?:لم|لا) (?:أعثر على|أجد|أتمكن من العثور على|أعرف|أعرف شيئا عن|أسمع عن|أسمع ب)\\s?(?:شركة |علامة |شيئا عن )*<names:Bs>(?=[.،؛!]|$| في)',
    ),
    sentencePattern('<names:Bs> (?:غير مذكور|لم يذكر|لم تذكر|لم يرد|غير موجود|غير معروف)[ةه]?'),
  ],
  el: [
    sentencePattern(
      '(?:δεν|δε) [^.;\\ue000-\\uf8ff]{0,24}?(?:πληροφορι|στοιχει|δεδομεν|αποτελεσματ|αναφορ)[^.;\\ue000-\\uf8ff]{0,24}?(?:για|σχετικα με|σε|περι) (?:την |τον |το |τη |της |του |εταιρεια |μαρκα )*<names:Bs>',
    ),
    sentencePattern('(?:δεν|δε) (?:γνωριζω|ξερω) (?:την |τον |το |τη |τιποτα για (?:την |τον |το |τη )?)*<names:Bs>'),
    sentencePattern('<names:Bs>"? (?:δεν|δε) (?:αναφερεται|εμφανιζεται|υπαρχει|περιλαμβανεται)'),
  ],
  he: [
    sentencePattern(
      '(?:לא|אין|ללא)[^.,\\ue000-\\uf8ff]{0,24}?(?:מידע|נתונים|פרטים|תוצאות|אזכור[א-ת]*)[^.,\\ue000-\\uf8ff]{0,20}?(?:על|אודות|לגבי|בנוגע ל|עבור|של)[ -]?(?:חברת |המותג |מותג )*-?<names:Bs>',
    ),
    sentencePattern('(?:לא|אינני|איני) (?:מכיר[א-ת]?|שמעתי על|יודע[א-ת]? (?:דבר |כלום )?על)(?: את)? ?<names:Bs>'),
    sentencePattern('<names:Bs>"? (?:לא|אינו|אינה) (?:מוזכר|מופיע|הוזכר|נמצא)[א-ת]*'),
  ],
  th: [
    sentencePattern(
      '(?:ไม่พบ|ไม่มี|หาไม่พบ|ไม่สามารถหา|ไม่สามารถค้นหา|หา)(?:ข้อมูล|รายละเอียด|ผลลัพธ์)[^.\\ue000-\\uf8ff]{0,20}?(?:เกี่ยวกับ|ของ|สำหรับ|เรื่อง)\\s?(?:แบรนด์|บริษัท)?\\s?<names:Bs>',
    ),
    sentencePattern('(?:ไม่รู้จัก|ไม่คุ้นเคยกับ|ไม่ทราบข้อมูลเกี่ยวกับ)\\s?<names:Bs>'),
    sentencePattern('<names:Bs>\\s?(?:ไม่ได้ถูกกล่าวถึง|ไม่ปรากฏ|ไม่ถูกกล่าวถึง)'),
  ],
  hi: [
    sentencePattern(
      '<names:Bs>"? (?:के बारे में|पर|की|के संबंध में)[^।.\\ue000-\\uf8ff]{0,24}?(?:जानकारी|सूचना|डेटा|विवरण|परिणाम)[^।.\\ue000-\\uf8ff]{0,24}?(?:नहीं|न )',
    ),
  ],
  tr: [
    sentencePattern(
      "<names:Bs>(?:'[a-z]+)? (?:hakkinda|ile ilgili|konusunda)[^.;\\ue000-\\uf8ff]{0,30}?(?:bilgi|veri|sonuc|kayit)[^.;\\ue000-\\uf8ff]{0,16}?(?:bulamad|bulunamad|yok|sahip degil|bulunmu|bulunma|mevcut degil)",
    ),
    sentencePattern(
      "<names:Bs>(?:'[a-z]+)? (?:hakkında|ile ilgili)~(?:bilgi|veri|sonuç|kayıt)~(?:bulamadım|bulunamadı|bulamadık|yok|sahip değilim|bulunmuyor|bulunmamaktadır)",
    ),
    sentencePattern("<names:Bs>(?:'[a-z]+)?~(?:tanımıyorum|bilmiyorum|bahsedilmiyor|geçmiyor)"),
  ],
  nl: [
    sentencePattern(
      '\\b(?:geen|niets|niet genoeg)(?: [a-z]+){0,3}? (?:informatie|gegevens|details|resultaten|vermelding(?:en)?|bronnen)(?: [a-z]+){0,3}? (?:over|van|voor|gevonden over) (?:het |de |merk |bedrijf )*<names:Bs>',
    ),
    sentencePattern(
      '\\bover (?:het |de |merk )*<names:Bs>~(?:geen|niets)(?: [a-z]+){0,3}? ?(?:informatie|gegevens|gevonden|vinden|bekend)',
    ),
    sentencePattern('\\bniet bekend met (?:het |de |merk )*<names:Bs>|\\bken <names:Bs> niet'),
  ],
  vi: [
    sentencePattern(
      '\\b(?:khong|chua) [^.,;\\ue000-\\uf8ff]{0,24}?(?:thong tin|du lieu|ket qua|de cap)[^.,;\\ue000-\\uf8ff]{0,16}?(?:ve|cho|cua|lien quan den|den) (?:thuong hieu |cong ty )*<names:Bs>',
    ),
    sentencePattern('\\b(?:khong|chua) (?:biet|nghe noi)(?: gi)? (?:ve |den )?<names:Bs>'),
    sentencePattern('<names:Bs> (?:khong|chua) (?:duoc )?(?:de cap|nhac den|xuat hien)'),
    sentencePattern(
      '\\bkhông (?:[a-z]+ ){0,4}?(?:thông tin|dữ liệu|kết quả)(?: [a-z]+){0,4}? (?:về|cho|của) (?:thương hiệu |công ty )*<names:Bs>',
    ),
  ],
  id: [
    sentencePattern(
      '\\btidak (?:[a-z]+ ){0,4}?(?:informasi|data|hasil)(?: [a-z]+){0,4}? (?:tentang|mengenai|untuk) (?:merek |perusahaan )*<names:Bs>',
    ),
  ],
  sv: [
    sentencePattern(
      '\\b(?:ingen|inga|inte någon)(?: [a-z]+){0,3}? (?:information|uppgifter|resultat)(?: [a-z]+){0,2}? (?:om|för) <names:Bs>',
    ),
  ],
  pl: [
    sentencePattern(
      '\\b(?:nie|brak)\\b[^.,;\\ue000-\\uf8ff]{0,30}?(?:informacj[a-z]*|danych|wynik[a-z]*|wzmian[a-z]*)[^.,;\\ue000-\\uf8ff]{0,20}?(?:o|na temat|dotyczac[a-z]+|zwiazan[a-z]+ z) (?:firmie |marce |marki |firmy )*<names:Bs>',
    ),
    sentencePattern('\\bnie (?:znam|slyszalem o|slyszalam o|kojarze) (?:firmy |marki )?<names:Bs>'),
    sentencePattern(
      '<names:Bs>[a-z]{0,3} nie (?:jest|zostal[a-z]*|pojawia|wystepuje)[^.,;\\ue000-\\uf8ff]{0,20}?(?:wymienion|wspomnian|wyniki|wynikach|zrodlach|sie)',
    ),
    sentencePattern(
      '\\bnie (?:[a-z]+ ){0,4}?(?:informacji|danych|wynikow|wzmianki)(?: [a-z]+){0,3}? (?:o|na temat|dotyczacych) <names:Bs>',
    ),
  ],
};
