/** What spreadsheets of a language write where they do not write Unicode. */
const usual: Record<string, string> = { 'zh-CN': 'gb18030', 'zh-TW': 'big5' };

/** A file's text: Unicode by its byte order mark or because it can be nothing else, otherwise what spreadsheets of the reader's language write. */
export function decodeText(bytes: Uint8Array, language: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(usual[language] ?? 'windows-1252').decode(bytes);
  }
}
