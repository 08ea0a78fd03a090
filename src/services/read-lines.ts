/**
 * Lines of a byte stream, without their ends (LF or CRLF) and without a byte order mark. Characters may be split over
 * chunks; memory is one line. Not node:readline: it would break at U+2028 too, which a string of JSON may hold.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      pending.push(text.slice(from, end));
      yield withoutReturn(pending.length === 1 ? (pending[0] as string) : pending.join(''));
      pending = [];
      from = end + 1;
    }
    if (from < text.length) pending.push(text.slice(from));
  }
  pending.push(decoder.decode());
  const last = pending.join('');
  if (last !== '') yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
