/** What follows a name in the languages whose postpositions say what something is about: "삼성 케어플러스에 대한", "象印プロ炊飯Xという". */
const postpositions: Readonly<Record<string, RegExp>> = {
  ko: /^ [^.,!?\n]{1,24}?(?=["'”’」』》]?(?:에 대한|에 대해|에 관한|에 관해|이라는|라는|의 정보|[은는을를] ))/u,
  ja: /^[^、。「」『』\nはがをの]{1,16}?(?=[」』”]?(?:という|に関する|に関して|について|の情報|なる))/u,
  hi: /^ [^।,!?\n]{1,30}?(?=["'”’]? (?:के बारे|के संबंध|के विषय|से संबंधित|से जुड़ी|नामक|नाम))/u,
  zh: /^[^，。、；：“”「」『』《》\n的是在有没和与]{1,12}?(?=(?:这款|这个|这家|该)|["”」』》]?(?:的|这))/u,
  tr: /^(?: [^\s.,!?]{1,20}){1,3}?(?= (?:hakkında|ile ilgili|adlı|adında|isimli))/u,
  fa: /^ [^.،!؟\n]{1,24}?(?=(?: |\u200c)(?:پیدا|وجود|در دست))/u,
};
const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“',
  '「': '」',
  '『': '』',
  '《': '》',
  '‘': '’',
  '‹': '›',
};
const longestQuoted = 60;
/** Words that are written like names: with a capital, or with a digit. */
const written =
  /^(?:[ -](?!(?:And|Or|Vs|Versus|Und|Oder|Et|Ou|With|For|To|From|By|In|On|Of|The|Is|Are|Has|Compared)\b)(?:\p{Lu}[\p{L}\p{N}.+’'-]*|[\p{L}\p{N}-]*\p{N}[\p{L}\p{N}-]*)){1,5}/u;
/** A Latin or numbered part right behind a name that has no spaces around it: 科沃斯X5 Pro. */
const attached = /^ ?[A-Za-z0-9][A-Za-z0-9-]*(?: [A-Z0-9][A-Za-z0-9-]*){0,3}/;

/**
 * Where a longer name ends that begins with a brand's: "Vinamilk Keto Plus", "«Нова Пошта Фулфілмент»", "롯데 케어플러스". Who knows nothing
 * of that says nothing of the brand. UTF-16 offsets; `limit` is where the next mention or the end of the sentence stands.
 */
export function wholeNameEnd(text: string, start: number, end: number, limit: number, language: string): number {
  const quote = closing[text.charAt(start - 1)];
  const reach = Math.min(limit, end + longestQuoted);
  const rest = text.slice(end, reach);
  if (quote !== undefined) {
    const close = rest.indexOf(quote);
    if (close !== -1) return end + close;
    if (quote === '“' && rest.includes('”')) return end + rest.indexOf('”');
  }
  // "« Alan » Seniors": spaces stand within French quotation marks.
  if (text.charAt(start - 1) === ' ' || text.charAt(start - 1) === '\u00a0') {
    const close = text.charAt(start - 2) === '«' ? rest.indexOf('»') : -1;
    if (close !== -1) return end + close;
  }
  const isEastern = language === 'zh' || language === 'ja' || language === 'ko';
  const behind = (isEastern ? attached : written).exec(rest)?.[0].length ?? 0;
  const further = postpositions[language]?.exec(rest.slice(behind))?.[0].length ?? 0;
  return end + behind + further;
}
