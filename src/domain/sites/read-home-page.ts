import { load } from 'cheerio/slim';

/** What a site says of itself; null where it says nothing. Plain words, of which nothing is markup. */
export type HomePage = { name: string | null; title: string | null; description: string | null };

/** Characters: a page's head comes first, and the work on broken HTML grows with the square. */
const mostRead = 100_000;
const longestText = 300;

export function readHomePage(html: string): HomePage {
  const $ = load(html.slice(0, mostRead));
  const metas = new Map<string, string>();
  for (const meta of $('meta').toArray()) {
    const name = (meta.attribs['property'] ?? meta.attribs['name'] ?? '').toLowerCase();
    const content = clean(meta.attribs['content'] ?? '');
    if (content !== null && !metas.has(name)) metas.set(name, content);
  }
  return {
    name: metas.get('og:site_name') ?? metas.get('application-name') ?? null,
    title: clean($('title').first().text()) ?? metas.get('og:title') ?? null,
    description: metas.get('description') ?? metas.get('og:description') ?? null,
  };
}

/** Without line ends, control characters and what turns the direction of text. */
function clean(text: string): string | null {
  const plain = text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
  return plain === '' ? null : plain.slice(0, longestText).toWellFormed();
}
