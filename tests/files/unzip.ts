import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive, read by its directory. */
export function unzip(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [packed, nameLength, extra, comment] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    files.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(bytes.subarray(start, start + packed)).toString());
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (text: string) => text.replaceAll(/&[^;]+;/g, (entity) => entities[entity] ?? entity);

/** The cells of one sheet, by their place: texts as texts, numbers as numbers. */
export function sheetCells(xml: string): Map<string, string | number> {
  const cells = new Map<string, string | number>();
  for (const [, at = '', inner = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(.*?)<\/c>/gs)) {
    const number = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
    cells.set(at, number === undefined ? plain(/<t[^>]*>([^<]*)<\/t>/.exec(inner)?.[1] ?? '') : Number(number));
  }
  return cells;
}
