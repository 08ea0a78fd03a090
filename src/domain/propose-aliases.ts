import { fold } from './analysis/fold.ts';

/** What a company calls itself in law and nobody calls it in an answer. */
const legalForms =
  /[\s,]+(?:inc|incorporated|corp|corporation|co|company|llc|llp|ltd|limited|plc|gmbh|ag|kg|se|s\.?a|s\.?r\.?l|s\.?p\.?a|sas|b\.?v|n\.?v|oy|ab|aps|a\/s|pty|pte|k\.?k)\.?$/iu;
const eastAsianForms = /(?:股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|주식회사)$|^(?:株式会社|주식회사)/u;
const mostAliases = 8;
const longestAlias = 60;

export type AliasSource = {
  name: string;
  /** Registrable, such as `brand.com`; null: none. */
  domain: string | null;
  /** What the brand's own site calls itself: its name, then its title. */
  siteName: string | null;
  title: string | null;
};

/** Other ways in which answers may write a brand's name, by rule; those that analysis takes for the same anyway are left out. */
export function proposeAliases({ name, domain, siteName, title }: AliasSource): string[] {
  const plain = withoutForm(name.trim());
  const label = domain?.split('.')[0] ?? '';
  const segments = (title ?? '').split(/\s+[|–—·:-]\s+|\s*[|｜–—·：]\s*/u);
  const inTitle = segments.filter((segment) => isOfBrand(segment, plain, label));
  const candidates = [plain, siteName ?? '', ...inTitle, ...spellings(plain), ...fromDomain(plain, domain, label)];
  const seen = new Set([fold(name)]);
  return candidates
    .map((candidate) => candidate.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
    .filter((candidate) => {
      const key = fold(candidate);
      if (seen.has(key) || [...candidate].length < 2 || candidate.length > longestAlias) return false;
      seen.add(key);
      return true;
    })
    .slice(0, mostAliases);
}

function withoutForm(name: string): string {
  const shorter = name
    .replace(legalForms, '')
    .replace(eastAsianForms, '')
    .replace(/[\s&]+$/, '')
    .trim();
  return shorter === '' || shorter === name ? name : withoutForm(shorter);
}

/** `HubSpot` and `Hub Spot`, `Marks & Spencer` and `Marks and Spencer`, `The Home Depot` and `Home Depot`. */
function spellings(name: string): string[] {
  const words = name.split(/\s+/);
  return [
    name.replaceAll(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2'),
    ...(words.length > 1 && words.length <= 3 ? [words.join('')] : []),
    name.replaceAll(/\s*&\s*/g, ' and '),
    name.replaceAll(/\s+and\s+/gi, ' & '),
    ...(words.length > 2 ? [name.replace(/^the\s+/i, '')] : []),
  ];
}

/** A site's label is a name where it is not just the name's own letters; `brand.ai` is one where the ending is said. */
function fromDomain(name: string, domain: string | null, label: string): string[] {
  if (domain === null || label.length < 3) return [];
  const isSpelledAlike = letters(label) === letters(name);
  return [
    ...(isSpelledAlike || !/^[\p{L}\d-]+$/u.test(label) ? [] : [label.replaceAll('-', ' ')]),
    ...(/\.(ai|io|app)$/.test(domain) ? [domain] : []),
  ];
}

const letters = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A part of a title that is the brand's name, and not a sentence about it. */
function isOfBrand(segment: string, name: string, label: string): boolean {
  const [given, own] = [letters(segment), letters(name)];
  if (given === '' || segment.trim().split(/\s+/).length > 4) return false;
  return (
    (own !== '' && given.includes(own)) || (given.length > 3 && own.startsWith(given)) || (label.length > 2 && given === letters(label))
  );
}
