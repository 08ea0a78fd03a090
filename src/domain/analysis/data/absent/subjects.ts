import { fold } from '../../fold.ts';

/**
 * How an answer goes on about a brand that it has just named, in the folded form of sentences: words that stand for it (`it`), sentences
 * that say nothing is known without naming anyone (`bare`), and sentences that say nothing of the brand they name, because they ask,
 * suppose or send the reader elsewhere (`open`).
 */
export type SubjectWords = { it: RegExp; bare: RegExp; open: RegExp };

const subject = (it: string, bare: string, open: string): SubjectWords => {
  const folded = (source: string, flags: string): RegExp =>
    new RegExp(
      source.replace(/[^\u0000-\u007f]+/g, (part) => fold(part)),
      flags,
    );
  return { it: folded(it, 'gu'), bare: folded(bare, 'u'), open: folded(open, 'u') };
};

export const subjectWords: Readonly<Record<string, SubjectWords>> = {
  en: subject(
    '\\b(?:this|that|the|such an?|these|said) (?:specific |particular |exact )?(?:compan(?:y|ies)|brands?|business|firm|products?|tools?|software|app|service|platform|provider|vendor|retailer|store|shop|manufacturer|name|organi[sz]ation|entity|one)\\b|\\b(?:it|them|they)\\b',
    '^[\\s"*_(|-]*(?:(?:i|we)(?:\'m| am| was| were| have| could| can|\'ve| do| did)?(?: sorry,?(?: but)?)?(?: unfortunately)? ?)?(?:no|not enough|insufficient|nothing|(?:cannot|unable to|(?:could|can|did|do|was|were|have|has)(?:n\'t| not))(?: able to)? (?:find|locate|have|provide|identify|verify|confirm|access|retrieve)(?: (?:enough|any|sufficient|much))?)(?: (?:reliable|relevant|specific|public|publicly available|available|verified|credible|detailed|further|matching|such))* ?(?:information|info|data|details|results?|records?|mentions?|matches|match|found|sources?|anything)?(?: (?:was|were|is|are|could be|available|found|known|located|on record|online|publicly|here))*(?: (?:to|that would) (?:answer|say|tell|assess|evaluate|verify|compare|confirm|judge)\\b[^.]{0,40})?[\\s"*_).!|]*$|^[\\s"*_(|-]*(?:unknown|not found|unverified|unknown (?:brand|company|product))[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:if|should|in case|assuming|provided|whether|perhaps|maybe|thanks|thank you)\\b|\\bif (?:you|it|this|that|they|there)\\b|\\b(?:please|could you|can you|would you|let me know|you (?:mentioned|asked|named|brought up|referred)|tell me|share|provide more|clarify|feel free|happy to|double-check|check (?:the|its|their|with|whether|if)|contact|visit|refer to|reach out|verify|look (?:at|up|into)|search(?:ing)? for|did you mean|do you mean|you (?:may|might) (?:mean|be thinking|want)|(?:may|might|could) (?:be|have been)|unclear|not sure|n\'t sure|uncertain|official (?:website|site|page)|spelling|misspell)\\b',
  ),
  de: subject(
    '\\b(?:dies[a-z]+|de[rmsn]|das|die|solch[a-z]+) (?:firma|marke|unternehmens?|produkts?|anbieters?|tools?|dienst[a-z]*|hersteller[a-z]*|namen?|software)\\b|\\b(?:ihm|ihr|sie|es|ihn)\\b',
    '^[\\s"*_(|:-]*(?:(?:leider )?(?:keine|keinerlei|nicht genügend|zu wenig|nichts)(?: [a-zäöüß]+){0,2}? ?(?:informationen|angaben|daten|treffer|ergebnisse|belege)?(?: (?:gefunden|verfügbar|vorhanden|bekannt|auffindbar))*|(?:leider )?(?:dazu|darüber|hierzu) (?:konnte|habe|liegen|kann|finde)[^.]{0,30}(?:keine|nichts)[^.]{0,30}|ich (?:konnte|habe|finde) (?:leider )?(?:dazu|darüber|hierzu) (?:keine|nichts)[^.]{0,30}|unbekannt|nicht gefunden)[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:wenn|falls|sollte|sofern|ob|vielleicht|möglicherweise)\\b|\\b(?:falls|wenn) (?:sie|du|ihr|es)\\b|\\b(?:bitte|nennen sie|teilen sie|prüfen sie|meinten sie|meinen sie|könnten sie|kannst du|offizielle[nr]? (?:website|webseite|seite)|schreibweise|möglicherweise|vielleicht|könnte|unklar|nicht sicher)\\b',
  ),
  es: subject(
    '\\b(?:est[aeo]|es[aeo]|dich[ao]|la|el) (?:marca|empresa|producto|compañía|herramienta|nombre|proveedor|servicio)\\b|\\b(?:ella|ello|él|esta|este)\\b',
    '^[\\s"*_(|:-]*(?:no (?:he |hay |se |tengo |dispongo de |pude |puedo |encontré |he podido )[^.]{0,30}(?:información|datos|resultados|detalles|encontrado|nada)(?: (?:suficiente|fiable|disponible|al respecto|para [^.]{0,30}))*|sin (?:información|datos|resultados)[^.]{0,20}|desconocid[oa]|no encontrad[oa])[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:si|quizá|quizás|tal vez|en caso de)\\b|\\bsi (?:me|usted|tú|puedes|puede|se|es)\\b|\\b(?:por favor|te refieres|se refiere|podrías|podría|puedes|comprueba|compruebe|verifica|consulta|consulte|sitio (?:web )?oficial|página oficial|quizá|tal vez)\\b',
  ),
  fr: subject(
    "\\b(?:cette|ce|cet|la|le|l')\\s?(?:marque|entreprise|société|produit|outil|nom|service|fournisseur)\\b|\\b(?:elle|lui|celle-ci|celui-ci)\\b",
    "^[\\s\"*_(|:-]*(?:(?:je |nous )?(?:n'|ne )?(?:ai|avons|dispose|disposons|trouve|trouvons)?[^.]{0,12}(?:aucune?|pas de|pas d'|pas assez d[e'])\\s?(?:information|donnée|résultat|renseignement|détail)s?(?: [a-zàâéèêç']+){0,5}|inconnue?|introuvable|non trouvée?)[\\s\"*_).!|]*$",
    '[?]|^[\\s"*_-]*(?:si|peut-être|au cas où)\\b|\\bsi (?:vous|tu|elle|il|c\'est)\\b|\\b(?:veuillez|pourriez-vous|pouvez-vous|précisez|vérifiez|consultez|site officiel|peut-être|orthographe|vouliez-vous)\\b',
  ),
  pt: subject(
    '\\b(?:ess[ae]|est[ae]|a|o|tal) (?:marca|empresa|produto|ferramenta|companhia|nome|serviço)\\b|\\b(?:ela|ele|dela|dele)\\b',
    '^[\\s"*_(|:-]*(?:não (?:há|encontrei|tenho|existem|foram encontrad[oa]s|localizei|disponho de)[^.]{0,24}(?:informações|dados|resultados|detalhes|nada)(?: [a-zçãõáéí]+){0,5}|sem (?:informações|dados|resultados)[^.]{0,20}|desconhecid[oa])[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:se|caso|talvez)\\b|\\b(?:se|caso) (?:você|quiser|puder|for)\\b|\\b(?:por favor|poderia|pode me|verifique|confira|consulte|site oficial|talvez|quis dizer)\\b',
  ),
  it: subject(
    "\\b(?:quest[aoe']|la|il|l'|tale)\\s?(?:marca|marchio|azienda|prodotto|strumento|società|nome|servizio)\\b|\\b(?:essa|esso|lei|lui)\\b",
    '^[\\s"*_(|:-]*(?:non (?:ho|ci sono|sono state|dispongo|trovo|risultano)[^.]{0,24}(?:informazioni|dati|risultati|dettagli|nulla)(?: [a-zàèéìòù]+){0,5}|nessun[a-z]* (?:informazione|dato|risultato)[^.]{0,20}|sconosciut[oa])[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:se|forse|nel caso)\\b|\\bse (?:vuoi|puoi|hai|mi|vuole|può)\\b|\\b(?:per favore|potresti|puoi|verifica|controlla|consulta|sito ufficiale|forse|intendevi)\\b',
  ),
  nl: subject(
    '\\b(?:dit|dat|deze|die|het|de) (?:merk|bedrijf|product|tool|naam|aanbieder|dienst)\\b|\\b(?:het|hem|ze)\\b',
    '^[\\s"*_(|:-]*(?:(?:ik (?:heb|kon|kan|vond) )?(?:hierover |daarover |er )?(?:geen|niets|onvoldoende)(?: [a-z]+){0,2}? ?(?:informatie|gegevens|resultaten|details)?(?: [a-z]+){0,3}|onbekend|niet gevonden)[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:als|indien|mocht|misschien)\\b|\\b(?:als|indien) (?:je|u|het)\\b|\\b(?:kun je|kunt u|controleer|raadpleeg|officiële (?:website|site)|misschien|bedoel)\\b',
  ),
  ru: subject(
    '(?<![а-я])(?:эт[а-я]+|так[а-я]+|данн[а-я]+) (?:компани[а-я]+|бренд[а-я]*|марк[а-я]+|продукт[а-я]*|сервис[а-я]*|фирм[а-я]+|названи[а-я]+|компанію|бренду?)(?![а-я])|(?<![а-я])(?:н[её]м|ней|них|неё|него)(?![а-я])',
    '^[\\s"*_(|:-]*(?:(?:к сожалению,? )?(?:(?:достоверн[а-я]+|надежн[а-я]+|как[а-я-]+|никак[а-я]+) )?(?:информаци[а-я]+|данных|сведений|данные|результатов)(?: [а-я]+){0,3}? (?:нет|не найден[а-я]*|не удалось найти|недостаточно|отсутству[а-я]+)|(?:к сожалению,? )?(?:не (?:нашел|нашла|удалось найти|найдено)|нет)(?: [а-я]+){0,3}? (?:информации|данных|сведений)(?: [а-я]+){0,4}|неизвестно|не найдено)[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:если|возможно|может быть|якщо)(?![а-я])|(?<![а-я])(?:если (?:вы|это|у вас)|уточните|проверьте|поделитесь|пришлите|расскажите|возможно|может быть|вы имели в виду|официальн[а-я]+ сайт)',
  ),
  zh: subject(
    '(?:这|该|此|那)(?:个|家|款|一)?(?:品牌|公司|产品|牌子|企业|工具|软件|平台|商家|名字|名称)|它们?',
    '^[\\s"*_(|:-]*(?:(?:很)?(?:抱歉|遗憾|不好意思)[,，]?)?(?:我)?(?:目前|暂时|这边)?(?:没有|暂无|无|未|未能|没能|无法|查无|找不到|查不到|未找到|没找到|没查到)(?:能)?(?:找到|查到|搜到|检索到|掌握)?(?:任何|足够|可靠|相关|有关|公开|具体|更多|的)*(?:信息|资料|数据|结果|内容|记录|介绍)?[\\s"*_).!。！|]*$|^[\\s"*_(|:-]*(?:不详|未知|不明|查无此品牌|查无此公司)[\\s"*_).!。！|]*$',
    '[?？]|^[\\s"*_-]*(?:如果|若|假如|要是|倘若|或许|也许|请|建议|您可以|你可以)|(?:请|建议|可以|方便|能否|麻烦)[^，。]{0,8}(?:提供|确认|核实|核对|查看|联系|告诉|补充|告知|查询|分享)|是不是|(?:您|你)(?:提到|说|问|询问|提及)|您是想|你是想|可能是|也许|或许|拼写|官网|官方(?:网站|渠道)',
  ),
  ja: subject(
    '(?:この|その|当該|こちらの|そのような|このような)(?:ブランド|会社|企業|製品|商品|サービス|ツール|名前|名称|メーカー)|それ',
    '^[\\s"*_(|:-]*(?:申し訳ありませんが、?|残念ながら、?)?(?:十分な|信頼できる|具体的な|該当する|詳しい|関連する)*(?:情報|データ|記録|資料|結果|該当)(?:は|が|を)?、?[^。]{0,8}(?:見つかりません|ありません|確認できません|なし|不明|得られません|見当たりません)[^。]{0,4}[\\s"*_).!。|]*$|^[\\s"*_(|:-]*(?:不明|情報なし|該当なし)[\\s"*_).!。|]*$',
    '[?？]|^[\\s"*_-]*(?:もし|仮に)|(?:でしょうか|ください|場合|よろしければ|かもしれ|いただけ|教えて|ご確認|公式(?:サイト|ホームページ)|おそらく|でしたら|ますか|ですか)',
  ),
  ko: subject(
    '(?:이|그|해당|이런|그런) (?:브랜드|회사|기업|제품|업체|서비스|도구|이름)|이것|그것',
    '^[\\s"*_(|:-]*(?:죄송하지만,? ?|아쉽게도,? ?)?(?:충분한 |신뢰할 수 있는 |관련 |구체적인 |해당 )*(?:정보|자료|데이터|결과|내용)(?:를|을|가|이|는|은)? ?[^.]{0,8}(?:찾을 수 없|찾지 못|없습니다|없음|없어요|확인되지)[^.]{0,8}[\\s"*_).!|]*$|^[\\s"*_(|:-]*(?:알 수 없음|정보 없음|미상)[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:만약|혹시)|(?:주세요|주시면|주시겠|경우|까요|나요|수도 있|알려|확인해|공식 (?:홈페이지|사이트|웹사이트)|혹시|아마)',
  ),
  ar: subject(
    '(?:هذه|هذا|تلك|ذلك) (?:الشركة|العلامة|المنتج|الخدمة|الاسم|الأداة)(?: التجارية)?',
    '^[\\s"*_(|:-]*(?:عذرًا،? ?|للأسف،? ?)?(?:لا توجد|لا تتوفر|لم أجد|لم أعثر على|ليس لدي)(?: أي)? (?:معلومات|بيانات|نتائج|تفاصيل)[^.،]{0,24}[\\s"*_).!|]*$',
    '[?؟]|^[\\s"*_-]*(?:إذا|إن|ربما|لو)(?: |$)|(?:يرجى|هل يمكنك|تحقق من|الموقع الرسمي|ربما|هل تقصد)',
  ),
  tr: subject(
    '\\b(?:bu|şu|o|böyle bir) (?:marka|şirket|ürün|firma|araç|isim|uygulama)[a-z]*\\b',
    '^[\\s"*_(|:-]*(?:maalesef,? |ne yazık ki,? )?(?:yeterli |güvenilir |ilgili |herhangi bir )*(?:bilgi|veri|sonuç|kayıt)[a-z]* (?:yok|bulunamadı|bulamadım|bulunmuyor|mevcut değil)[^.]{0,16}[\\s"*_).!|]*$',
    '[?]|^[\\s"*_-]*(?:eğer|belki|şayet)\\b|\\b(?:lütfen|paylaşır mısınız|kontrol edin|resmi (?:site|web)[a-z]*|belki|kastediyor)',
  ),
};
