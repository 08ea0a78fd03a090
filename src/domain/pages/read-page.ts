import { load } from 'cheerio/slim';
import { pageKind, type PageKind } from './page-kind.ts';
import { textOf, walk, type AnyNode, type Element } from './page-text.ts';
import { canonicalizeUrl } from '../analysis/canonical-url.ts';

export type PageFacts = {
  title: string | null;
  canonical: string | null;
  /** BCP 47 as the page declares it, lower case; null where it does not. */
  language: string | null;
  /** Day of first publication, `2026-03-01`. */
  published: string | null;
  kind: PageKind;
  /** Pages of other sites that it links to, canonical, each once. */
  links: string[];
  /** What a reader sees of its own content: without menus, margins and footers. */
  text: string;
  /** It asks for a password and says next to nothing. */
  isLogin: boolean;
};

/** The most elements that are taken apart: the work on broken HTML grows with the square. */
export const mostTags = 60_000;
const mostLinks = 200;
/** Characters. */
const longestText = 200_000;
const longestField = 500;
const fewWords = 1500;

/** Elements by name, in the page's order. Looked up here and not by selectors: their time grows with the square on a hostile page. */
type Elements = ReadonlyMap<string, readonly Element[]>;

/** Reads one page of HTML. @param url where it was found, redirects followed. @returns null for more elements than are read */
export function readPage(html: string, url: string): PageFacts | null {
  if (countTags(html) > mostTags) return null;
  const root = load(html, { xml: { xmlMode: false, decodeEntities: true } }).root()[0] ?? null;
  const elements = elementsOf(root);
  const named = (name: string) => elements.get(name) ?? [];
  const meta = metaOf(elements);
  const data = linkedData(named('script'));
  const title =
    short(meta.get('og:title') ?? textOf(named('title')[0] ?? null, longestField)) ?? short(textOf(named('h1')[0] ?? null, longestField));
  const text = textOf(root, longestText);
  const types = [...data.types, meta.get('og:type') ?? ''].filter(Boolean);
  const canonical = named('link').find(({ attribs }) => /(^|\s)canonical(\s|$)/i.test(attribs['rel'] ?? ''));
  return {
    title,
    canonical: addressIn(canonical?.attribs['href'], url),
    language: languageOf(named('html')[0], meta),
    published: publishedOf(elements, meta) ?? data.published ?? markedDay(named('time')),
    kind: pageKind({ url, title: title ?? '', types }),
    links: linksOf(named('a'), url),
    text,
    isLogin: text.length < fewWords && named('input').some(({ attribs }) => attribs['type']?.toLowerCase() === 'password'),
  };
}

function countTags(html: string): number {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0 && tags <= mostTags; at = html.indexOf('<', at + 1)) tags++;
  return tags;
}

function elementsOf(root: AnyNode | null): Elements {
  const found = new Map<string, Element[]>();
  walk(root, (node) => {
    if (!('attribs' in node)) return true;
    const known = found.get(node.name);
    if (known) known.push(node);
    else found.set(node.name, [node]);
    return true;
  });
  return found;
}

/** By name, property or itemprop, lower case; the first of a name counts. */
function metaOf(elements: Elements): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { attribs } of elements.get('meta') ?? []) {
    const { name, property, itemprop, content = '', 'http-equiv': equivalent } = attribs;
    const key = (property ?? name ?? itemprop ?? equivalent)?.toLowerCase().trim();
    if (key && content.trim() !== '' && !found.has(key)) found.set(key, content.trim());
  }
  return found;
}

/** schema.org types and date of publication in JSON-LD; what is not JSON is passed over. */
function linkedData(scripts: readonly Element[]): { types: string[]; published: string | null } {
  const types: string[] = [];
  let published: string | null = null;
  const look = (value: unknown, depth: number): void => {
    if (value === null || typeof value !== 'object' || depth > 6) return;
    for (const [key, one] of Object.entries(value)) {
      if (key === '@type' && types.length < 50) types.push(...[one].flat().filter((type) => typeof type === 'string'));
      else if (key === 'datePublished' && typeof one === 'string') published ??= dayIn(one);
      else look(one, depth + 1);
    }
  };
  for (const script of scripts.filter(({ attribs }) => attribs['type']?.toLowerCase() === 'application/ld+json')) {
    try {
      look(JSON.parse(script.children.map((child) => ('data' in child ? child.data : '')).join('')), 0);
    } catch {
      continue;
    }
  }
  return { types, published };
}

function languageOf(html: Element | undefined, meta: ReadonlyMap<string, string>): string | null {
  const told = html?.attribs['lang'] ?? html?.attribs['xml:lang'] ?? meta.get('content-language') ?? meta.get('og:locale') ?? '';
  return (
    /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i
      .exec(told.split(',')[0]?.trim() ?? '')?.[0]
      .replaceAll('_', '-')
      .toLowerCase() ?? null
  );
}

const dateNames = ['article:published_time', 'og:article:published_time', 'datepublished', 'date', 'pubdate', 'publishdate', 'publish-date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'parsely-pub-date', 'sailthru.date']; // prettier-ignore

function publishedOf(elements: Elements, meta: ReadonlyMap<string, string>): string | null {
  const named = dateNames.map((name) => dayIn(meta.get(name) ?? '')).find((day) => day !== null);
  if (named) return named;
  const marked = [...elements.values()].flat().find(({ attribs }) => attribs['itemprop'] === 'datePublished');
  return marked ? dayIn(marked.attribs['datetime'] ?? marked.attribs['content'] ?? '') : null;
}

const markedDay = (times: readonly Element[]): string | null =>
  dayIn((times.find(({ attribs }) => 'pubdate' in attribs) ?? times[0])?.attribs['datetime'] ?? '');

/** The day that a date begins with, as the web writes dates: 2026-03-01…, 20260301. */
function dayIn(text: string): string | null {
  const [, year, month, day] = /^\s*((?:19|20)\d\d)[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(whole) ? whole : null;
}

function linksOf(anchors: readonly Element[], url: string): string[] {
  const own = URL.parse(url)?.hostname.replace(/^www\./, '');
  const found = new Set<string>();
  for (const { attribs } of anchors) {
    const address = addressIn(attribs['href'], url);
    if (address === null || URL.parse(address)?.hostname.replace(/^www\./, '') === own) continue;
    found.add(address);
    if (found.size >= mostLinks) break;
  }
  return [...found];
}

function addressIn(href: string | undefined, base: string): string | null {
  if (href === undefined || href.length > 2000) return null;
  const address = URL.parse(href.trim(), base);
  if (!address || !/^https?:$/.test(address.protocol)) return null;
  return canonicalizeUrl(address.href)?.url ?? null;
}

function short(text: string): string | null {
  const clean = text.replaceAll(/\s+/g, ' ').trim();
  return clean === '' ? null : clean.slice(0, longestField).toWellFormed();
}
