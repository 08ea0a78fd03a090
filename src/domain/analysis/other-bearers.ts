import type { Candidate } from './candidates.ts';
import { companyEndings, eponyms, givenNames, rareGivenNames, surnameEnding, surnames, titles } from './data/person-names.ts';
import { fold } from './fold.ts';
import { isLowerUnit } from './letter-kind.ts';
import { unitTable } from './unit-table.ts';

const plainName = /^\p{Lu}\p{Ll}+(?:['’]s)?$/u;
/** UTF-16 units that a name beside another is looked for in. */
const reach = 16;

/**
 * Whether a name is somebody's or some place's and not the brand's: Michael Douglas, Claude Monet, Herr Müller, "Santander es una ciudad".
 * Only of names that are one word with a capital. A word beside it that is itself a brand makes no person of it ("Claude Gemini").
 */
export function createBearerTest(text: string, candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  let ends: Set<number> | null = null;
  const isBrandBefore = (end: number): boolean => (ends ??= new Set(candidates.map((one) => one.end))).has(end);
  return ({ pattern, start, end }) => {
    if (!plainName.test(pattern.alias.text) || !isCapital(text, start)) return false;
    if (text.charCodeAt(start - 1) === 32 && kin.test(text.slice(Math.max(0, start - reach), start))) return true;
    return isSurname(text, start, end, pattern.folded, isBrandBefore) || isFollowed(text, start, end, pattern.folded);
  };
}

/** "my neighbour Wendy's dog", "Tante Emma": what a person is to somebody. */
const kin =
  /(?<!\p{L})(?:neighbou?r|friend|roommate|flatmate|brother|sister|aunt|auntie|uncle|cousin|colleague|co-?worker|boyfriend|girlfriend|grandma|grandpa|niece|nephew|freund(?:in)?|nachbar(?:in)?|schwester|bruder|tante|onkel|oma|opa|kolleg(?:e|in)|cousine|amig[oa]|vecin[oa]|herman[oa]|t[ií][oa]|prim[oa]|vizinh[oa]|irmão|irmã|amie?|copine?|voisine?|frère|sœur|oncle|cousine?|amic[oa]|zi[oa]|fratello|sorella|cugin[oa]|vriend(?:in)?|buurman|buurvrouw|zus|broer|oom) $/iu;

const isCapital = (text: string, at: number): boolean => text.charAt(at).toLowerCase() !== text.charAt(at);

const wordInFront = /(?:^|[^\p{L}\p{M}])(\p{L}[\p{L}\p{M}]{0,13})(\.?)([ -])(?:(?:von|van|de la)\s|(?:\p{Lu}\.\s?){1,2})?$/u;

function isSurname(text: string, start: number, end: number, name: string, isBrandBefore: (end: number) => boolean): boolean {
  const gap = text.charCodeAt(start - 1);
  if (gap !== 32 && gap !== 45) return false;
  const match = wordInFront.exec(text.slice(Math.max(0, start - reach - 8), start));
  const [whole = '', raw = '', dot = '', joint = ''] = match ?? [];
  if (match === null || !isCapital(raw, 0)) return false;
  const word = fold(raw);
  if (titles.has(word)) return joint === ' ' || dot === '';
  if (dot !== '' || joint === '-' || !givenNames.has(word) || eponyms[name]?.split(' ').includes(word) === true) return false;
  if (isBrandBefore(start - whole.length + whole.indexOf(raw) + raw.length)) return false;
  const next = /^(?:['’]s)? (\p{L}+)/u.exec(text.slice(end, end + reach))?.[1];
  return next === undefined || !companyEndings.has(next.toLowerCase());
}

/** Monet behind Claude; "is a city" behind a town's name. */
function isFollowed(text: string, start: number, end: number, name: string): boolean {
  const next = text.charCodeAt(end);
  if (next === 44) return inState.test(text.slice(end, end + reach));
  if (next !== 32) return false;
  const opening = text.charCodeAt(end + 1);
  const behind = text.slice(end, end + 40);
  const first = isLowerUnit(opening) && !opensParticle(opening) ? undefined : surnameBehind.exec(behind)?.[1];
  if (first !== undefined) {
    if (!givenNames.has(name) && !rareGivenNames.has(name)) return false;
    const word = fold(first).replace(/'s$/, '');
    return surnames.has(word) || surnameEnding.test(word);
  }
  return (mayDefine[opening] === 1 && isDefined.test(behind)) || isBehindPlace(text, start);
}

const surnameBehind = /^ (?:(?:von|van|de|di|da|du) )?(\p{Lu}[\p{L}\p{M}'’-]+)/u;
const opensParticle = (unit: number): boolean => unit === 118 || unit === 100;
/** The first letters of the verbs of `isDefined`. */
const mayDefine = unitTable('iwefjèéäoIWEFJÈÉÄO');

function isBehindPlace(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== 32) return false;
  placeInFront.lastIndex = start;
  return placeInFront.test(text);
}

/** "Lincoln, Nebraska". */
const inState =
  /^, (?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachus|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:H|J|M|Y)|North |Ohio|Oklahoma|Oregon|Pennsylvania|Rhode|South |Tennessee|Texas|Utah|Vermont|Virginia|Washington|West |Wisconsin|Wyoming|Ontario|Quebec|Alberta|British|Manitoba)/;

/** "… is the smallest planet": what no company is. */
const isDefined =
  /^ (?:is|was|es|est|ist|war|è|é|fue|era|foi|jest|är|on) (?:(?:a|an|the|one of the|una?|el|la|une?|le|l|eine?|der|die|das|uma?|o|il|lo|en|ett) ?){0,2}(?:[\p{L}-]+ ){0,2}?(?:cit(?:y|ies)|towns?|rivers?|villages?|islands?|peninsula|planets?|moons?|goddess|gods?|monsters?|mythical|fruits?|herbs?|spices?|birds?|animals?|mammals?|colou?rs?|metals?|ciudad(?:es)?|pueblo|isla|río|planeta|diosa|fruta|ville|villes|fleuve|rivière|île|planète|stadt|großstadt|kleinstadt|fluss|insel|gemeinde|città|fiume|isola|comune|cidade|rio|ilha|miasto|rzeka|stad|kaupunki)(?=[\s,.;:!?]|$)(?! (?:bank|brand|company|retailer|maker|chain|supplier|marque|marca|marke))/iu;

/** "along the Amazon", "ciudad de Santander". Looks back from where it is set. */
const placeInFront =
  /(?<=\b(?:(?:city|town|river|banks|source|mouth) of(?: the)?|along the|down the|up the|across the|ciudad de|provincia de|ville de|río|rio|river|stadt|città di|cidade de|fiume|fleuve|miasto) )/iy;
