import { type Name, readName } from './name-words.ts';

export type NamedPiece = Name & { start: number; end: number };
type Span = { start: number; end: number };

const separator =
  /\s*[,，]\s*(?:and|or|und|oder|y|o|et|ou|e|和|以及)\s+|\s*[,，;、]\s*(?:和|及|与|以及|或)?|\s+(?:and|or|und|oder|y|et|ou|&|vs\.?)\s+|(?:和|与|與|以及|或|及|と|や)/gu;
const joins = /and|or|und|oder|\by\b|\bet\b|\bou\b|\bo\b|\be\b|&|vs|和|与|與|以及|或|及|と|や|、/u;
/** What may stand around a name within its piece. */
const mostMembers = 30;
const leading = /^[\s*_`"“”'‘’[(「『]*/u;
const introductions = /(?:^|[^\p{sc=Han}])(?:例如|比如|诸如|譬如|像|如|包括|有|選|选择|推荐|推薦|たとえば|例えば)\s*$/u;

/** "Zoho, HubSpot and Pipedrive" beside a brand of ours: the other members. `brands` are spans of mentions within the sentence. */
export function readEnumeration(text: string, sentence: Span, brands: readonly Span[], lower: ReadonlySet<string>): NamedPiece[] {
  const pieces = splitPieces(text, sentence, brands);
  const hasBrand = pieces.map((piece) => brandIn(text, piece, brands));
  const found = new Map<number, NamedPiece>();
  for (const [index, brand] of hasBrand.entries()) {
    if (brand === null) continue;
    const left = brand.leads ? walk(text, pieces, hasBrand, index, -1, lower) : noMembers;
    const right = brand.closes ? walk(text, pieces, hasBrand, index, 1, lower) : noMembers;
    const members = 1 + left.members + right.members;
    // Two names with a mere comma between them are no list: "Unlike Zoho, HubSpot …".
    if (members < 3 && !left.joined && !right.joined) continue;
    for (const [at, name] of [...left.chain, ...right.chain]) found.set(at, name);
  }
  return [...found.values()];
}

type Piece = Span & { joined: boolean };

/** A separator inside a brand's own name (Procter & Gamble) parts nothing. `joined`: what stands before the piece is more than a comma. */
function splitPieces(text: string, sentence: Span, brands: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let start = sentence.start;
  let joined = false;
  for (const found of text.slice(sentence.start, sentence.end).matchAll(separator)) {
    const at = sentence.start + found.index;
    if (brands.some((brand) => at < brand.end && at + found[0].length > brand.start)) continue;
    pieces.push({ start, end: at, joined });
    start = at + found[0].length;
    joined = joins.test(found[0]);
  }
  pieces.push({ start, end: sentence.end, joined });
  return pieces;
}

const bare = (text: string): string => text.replaceAll(/[\s*_`"“”'‘’[\]()（）「」『』.!?。！？]/gu, '');
/** Where a brand of ours stands in its piece: at its beginning, at its end, or both. */
type BrandPlace = { leads: boolean; closes: boolean };

function brandIn(text: string, piece: Span, brands: readonly Span[]): BrandPlace | null {
  const inside = brands.filter(({ start, end }) => start >= piece.start && end <= piece.end);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { leads: bare(text.slice(piece.start, first.start)) === '', closes: bare(text.slice(last.end, piece.end)) === '' };
}

type Members = { chain: [number, NamedPiece][]; members: number; joined: boolean };
const noMembers: Members = { chain: [], members: 0, joined: false };

/** From a brand outwards while each piece is one name; the first that is more ends the enumeration with the name at its near end. */
function walk(
  text: string,
  pieces: readonly Piece[],
  places: readonly (BrandPlace | null)[],
  from: number,
  step: 1 | -1,
  lower: ReadonlySet<string>,
): Members {
  const chain: [number, NamedPiece][] = [];
  let [members, joined] = [0, false];
  for (let index = from + step; index >= 0 && index < pieces.length && members < mostMembers; index += step) {
    const piece = pieces[index] as Piece;
    const isJoined = (step === 1 ? piece : (pieces[index + 1] as Piece)).joined;
    const place = places[index] ?? null;
    const { name, whole } = place === null ? nameAt(text, piece, step, lower) : { name: null, whole: place.leads && place.closes };
    if (name === null && !(step === 1 ? place?.leads : place?.closes)) break;
    if (name !== null) chain.push([index, name]);
    members++;
    joined ||= isJoined;
    if (!whole) break;
  }
  return { chain, members, joined };
}

function nameAt(text: string, piece: Piece, step: 1 | -1, lower: ReadonlySet<string>): { name: NamedPiece | null; whole: boolean } {
  const nothing = { name: null, whole: false };
  const start = piece.start + (leading.exec(text.slice(piece.start, piece.end))?.[0].length ?? 0);
  const words = text.slice(start, Math.min(piece.end, start + 60));
  if (piece.end - start <= 40) {
    const name = readName(words.replace(/[\s*_\])）」』.。]+$/u, ''), false, lower);
    if (name !== null && covers(name, words)) return { name: { ...name, start, end: piece.end }, whole: true };
  }
  if (step === 1) {
    // The last of the list: a name, then the sentence goes on in small letters or with a verb.
    const name = /^\p{Lu}\S*(?:\s\p{Lu}\S*){0,2}\s\p{Ll}|^[\p{sc=Han}\p{sc=Katakana}]/u.test(words) ? readName(words, true, lower) : null;
    return name === null || /^[\p{sc=Han}]/u.test(words)
      ? nothing
      : { name: { ...name, start, end: start + name.name.length }, whole: false };
  }
  return firstOfList(text, piece, lower) ?? nothing;
}

/** "tools such as Zoho": the capital words at the piece's end. */
function firstOfList(text: string, piece: Piece, lower: ReadonlySet<string>) {
  const words = text.slice(Math.max(piece.start, piece.end - 80), piece.end).replace(/[\s*_\]]+$/u, '');
  const tail = /(?:^|\s|[*[(])((?:\p{Lu}[\p{L}\p{N}.!&'-]*\s?){1,3})$/u.exec(words)?.[1] ?? introducedHan(words);
  if (tail === null || tail.trim().length === words.trim().length) return null;
  const name = readName(tail.trim(), false, lower);
  return name === null ? null : { name: { ...name, start: piece.end - tail.length, end: piece.end }, whole: false };
}

function introducedHan(words: string): string | null {
  const run = /[\p{sc=Han}\p{sc=Katakana}ー]{2,14}$/u.exec(words)?.[0] ?? '';
  for (let at = 1; at <= run.length - 2; at++) if (introductions.test(run.slice(0, at))) return run.slice(at);
  return null;
}

/** A piece that is one name, or a name with its kind ("Zoho CRM"). */
const covers = (name: Name, words: string): boolean => bare(words).length <= bare(name.name).length + 12;
