import { foldSource } from './comparison-rule.ts';

/** Words for the first and the second of two that were just named. `sole` holds what may mean something else where the other is not there too. */
type Words = { former: string; latter: string };

const words: Readonly<Record<string, Words>> = {
  en: { former: 'the former', latter: 'the latter' },
  de: { former: 'erstere[rsnm]?|erstgenannte[rsnm]?', latter: 'letztere[rsnm]?|letztgenannte[rsnm]?' },
  fr: {
    former: 'le premier|la première|celui-là|celle-là',
    latter: 'le second|la seconde|le dernier|la dernière|ce dernier|cette dernière',
  },
  es: {
    former: 'el primero|la primera|aquella|aquel',
    latter: 'el segundo|la segunda|este último|esta última|el último|la última',
  },
  pt: { former: 'o primeiro|a primeira', latter: 'o segundo|a segunda|este último|esta última|o último|a última' },
  it: { former: 'il primo|la prima', latter: "il secondo|la seconda|quest'ultimo|quest'ultima|l'ultimo|l'ultima" },
  nl: { former: 'de eerste|eerstgenoemde', latter: 'de tweede|laatstgenoemde|de laatste' },
  ru: { former: 'перв(?:ый|ая|ого|ой|ому|ом)', latter: 'втор(?:ой|ая|ого|ому|ом)|последн(?:ий|яя|его|ей|ему)' },
  pl: { former: 'ten pierwszy|ta pierwsza|pierwszy|pierwsza', latter: 'ten drugi|ta druga|drugi|druga|ten ostatni|ta ostatnia' },
  tr: { former: 'ilki|birincisi', latter: 'ikincisi|sonuncusu' },
  vi: { former: 'cái đầu|cái trước', latter: 'cái sau' },
  zh: { former: '前者', latter: '后者' },
  ja: { former: '前者', latter: '後者' },
  ko: { former: '전자(?=[는가를의]|보다|쪽)', latter: '후자' },
};

export type FormerLatter = { pattern: RegExp; isOrdinal: RegExp };

/** Ordinals count and sort as well: "la première fois". */
const isOrdinal = new RegExp(
  foldSource(
    '^(?:el|la|le|o|a|il|de|ten|ta)? ?(?:prim|prem|secon|segund|últim|dern|eerste|tweede|laatste|перв|втор|послед|pierw|drug|ostat|ilk|birinc|ikinc|son)',
  ),
);

function compile([language, { former, latter }]: [string, Words]): [string, FormerLatter] {
  const isDense = language === 'zh' || language === 'ja' || language === 'ko';
  const [before, behind] = isDense ? ['', ''] : ['(?<!\\p{L})', '(?!\\p{L})'];
  const source = foldSource(`${before}(?:(?<former>${former})|(?<latter>${latter}))${behind}`);
  return [language, { pattern: new RegExp(source, 'gu'), isOrdinal }];
}

export const formerLatter: Readonly<Record<string, FormerLatter>> = Object.fromEntries(Object.entries(words).map(compile));
