import { isAsciiDigit } from './letter-kind.ts';

const numbered =
  /^(?:(?:platz|rang|rank|top(?= ?\d{1,3} ?[:：–—-] ?\S)|place|puesto|lugar|posto|место|hạng|อันดับ(?:ที่)?)\.? ?(\d{1,3})(?:[\s.:：)–—-]|$)|(\d{1,3}) ?(?:위|位|等|등)[\s.:：)、，–—-]|[#＃](\d{1,3})(?=[\s.:：)])|[(（]?(\d{1,3})(?:[)）、．]|\.?[ºª°][.:)]?|[.:：](?!\d)|\ufe0f?\u20e3)|(?:no|nr|n°|nº|№)\.? ?(\d{1,3})[\s.:)]|第(\d{1,3})[名位个個,，、:：]?|[(（]?([一二三四五六七八九十]{1,3})[)）、．.]|第([一二三四五六七八九十]{1,3})[名位个個款,，、:：]|([①-⑳])|(🥇|🥈|🥉))/iu;
/** First letters of the words for "place" and "number" in front of a digit. */
const isPlaceLetter = new Uint8Array(128);
for (const letter of 'hlnprt') isPlaceLetter[letter.charCodeAt(0)] = 1;
const hanDigits = '一二三四五六七八九';

/** The number that opens a line ("1.", "Platz 2:", 第三名, 🥉) and where it ends; null if none does. */
export function readNumber(text: string, at: number, end: number): { value: number; end: number } | null {
  const code = text.charCodeAt(at);
  const isCandidate =
    (code >= 48 && code <= 57) || code === 35 || code === 40 || code > 0xac || (isPlaceLetter[code | 32] === 1 && code < 128);
  if (!isCandidate || (code > 57 && code < 128 && !hasDigit(text, at, Math.min(end, at + 16)))) return null;
  const match = numbered.exec(text.slice(at, Math.min(end, at + 16)));
  if (match === null) return null;
  const digits = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6];
  const han = match[7] ?? match[8];
  const circled = match[9];
  const medal = match[10];
  let value = digits === undefined ? 0 : Number(digits);
  if (han !== undefined) value = readHanNumber(han);
  if (circled !== undefined) value = circled.charCodeAt(0) - 0x245f;
  if (medal !== undefined) value = ['🥇', '🥈', '🥉'].indexOf(medal) + 1;
  return { value, end: at + match[0].length };
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isAsciiDigit(text.charCodeAt(at))) return true;
  return false;
}

function readHanNumber(han: string): number {
  const ten = han.indexOf('十');
  if (ten === -1) return hanDigits.indexOf(han.charAt(0)) + 1;
  const tens = ten === 0 ? 1 : hanDigits.indexOf(han.charAt(0)) + 1;
  return tens * 10 + (ten === han.length - 1 ? 0 : hanDigits.indexOf(han.charAt(ten + 1)) + 1);
}
