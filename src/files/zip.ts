import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { path: string; content: string };

const utf8 = 0x0800;
const deflated = 8;
/** 1 January 1980, the first day that the format knows: the same content is the same file. */
const dosDate = 0x21;

/** A ZIP archive (PKWARE APPNOTE 6.3, without its 64-bit extension). */
export function toZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const name = Buffer.from(path);
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const common = fields(
      [20, 2],
      [utf8, 2],
      [deflated, 2],
      [0, 2],
      [dosDate, 2],
      [crc32(plain), 4],
      [packed.length, 4],
      [plain.length, 4],
      [name.length, 2],
      [0, 2],
    );
    const local = Buffer.concat([fields([0x04034b50, 4]), common, name, packed]);
    directory.push(fields([0x02014b50, 4], [20, 2]), common, fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const count = entries.length;
  const end = fields([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [list.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, list, end]);
}

function fields(...values: [value: number, bytes: 2 | 4][]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 2) field.writeUInt16LE(value);
      else field.writeUInt32LE(value);
      return field;
    }),
  );
}
