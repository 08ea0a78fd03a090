// Latin-1 letters and signs in code point order from U+00A0; HTML 4 names.
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const others: Record<string, number> = {
  amp: 38,
  lt: 60,
  gt: 62,
  quot: 34,
  apos: 39,
  OElig: 338,
  oelig: 339,
  Scaron: 352,
  scaron: 353,
  Yuml: 376,
  ensp: 8194,
  emsp: 8195,
  thinsp: 8201,
  zwnj: 8204,
  zwj: 8205,
  lrm: 8206,
  rlm: 8207,
  ndash: 8211,
  mdash: 8212,
  lsquo: 8216,
  rsquo: 8217,
  sbquo: 8218,
  ldquo: 8220,
  rdquo: 8221,
  bdquo: 8222,
  bull: 8226,
  hellip: 8230,
  prime: 8242,
  trade: 8482,
  euro: 8364,
  minus: 8722,
  plus: 43,
  excl: 33,
  period: 46,
  comma: 44,
  ast: 42,
  num: 35,
  commat: 64,
};
const named = new Map<string, number>([...latin1.map((name, index): [string, number] => [name, 0xa0 + index]), ...Object.entries(others)]);
const longestEntity = 10;

/** The entity that starts at `text[at] === '&'`, or null. `end` is behind its semicolon. */
export function readEntity(text: string, at: number): { codePoint: number; end: number } | null {
  const limit = Math.min(text.length, at + longestEntity);
  let end = at + 1;
  while (end < limit && text.charCodeAt(end) !== 59 && text.charCodeAt(end) > 32) end++;
  if (text.charCodeAt(end) !== 59 || end === at + 1) return null;
  const body = text.slice(at + 1, end);
  const codePoint = body.startsWith('#') ? numeric(body.slice(1)) : named.get(body);
  if (codePoint === undefined || Number.isNaN(codePoint)) return null;
  return { codePoint, end: end + 1 };
}

/** Resolves every entity in a short string, such as an address copied out of HTML. */
export function decodeEntities(text: string): string {
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    const entity = readEntity(text, at);
    if (entity === null) continue;
    decoded += text.slice(from, at) + String.fromCodePoint(entity.codePoint);
    from = entity.end;
  }
  return from === 0 ? text : decoded + text.slice(from);
}

function numeric(digits: string): number {
  const value = /^[xX][0-9a-fA-F]{1,6}$/.test(digits)
    ? Number.parseInt(digits.slice(1), 16)
    : /^[0-9]{1,7}$/.test(digits)
      ? Number.parseInt(digits, 10)
      : Number.NaN;
  const isScalar = value > 0 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
  return isScalar ? value : Number.NaN;
}
