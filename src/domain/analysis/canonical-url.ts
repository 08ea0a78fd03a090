import { parse } from 'tldts';
import { engineInternal, mobileLabels, redirectWrappers, siteTrackingParameters, trackingParameters } from './data/url-rules.ts';
import { decodeEntities } from './html-entities.ts';

/** A page by one fixed address. `key` is equal for the spellings of the same page (http/https, www., trailing slash). */
export type CanonicalUrl = { url: string; host: string; domain: string; key: string };

const longestUrl = 8192;
const mostRedirects = 5;
/** Hosts whose domain was worked out: the same few are cited again and again. */
const domains = new Map<string, string | null>();
const mostDomains = 5000;
const exactParameters = new Set(trackingParameters.filter((name) => !name.includes('*') && !name.includes('=')));
const exactPairs = new Set(trackingParameters.filter((name) => name.includes('=')));
const prefixParameters = new RegExp(
  `^(?:${trackingParameters.flatMap((name) => (name.endsWith('*') ? [name.slice(0, -1)] : [])).join('|')})`,
);
const wrapperHosts = new Set([...redirectWrappers.map((wrapper) => wrapper.host), 'r.search.yahoo.com']);
const internalHosts = new Set(engineInternal.map((engine) => engine.host));

/**
 * The canonical address of a cited page, or null if it is none: not http(s), no registrable domain, or a page of the engine itself.
 * Rules (docs: README "How citations are counted"): entities decoded; redirect wrappers opened; AMP and mobile forms replaced by the
 * page they stand for; user info, default port, fragment and tracking parameters dropped; the rest as WHATWG URL writes it.
 */
export function canonicalizeUrl(raw: string, title: string | null = null): CanonicalUrl | null {
  const known = pages.get(raw);
  if (known !== undefined) return known;
  const plain = raw.length <= longestKept ? plainUrl.exec(raw) : null;
  if (plain !== null && !isSpecialHost(plain[2] as string)) return remember(raw, describePlain(plain));
  const url = openRedirects(parseHttp(decodeEntities(raw.trim())));
  return url?.hostname === 'vertexaisearch.cloud.google.com' ? fromTitle(title) : remember(raw, describeUrl(url));
}

function openRedirects(wrapped: URL | null): URL | null {
  let url = wrapped;
  for (let i = 0; url !== null && i < mostRedirects; i++) {
    const target: URL | null = unwrap(url);
    if (target === null) break;
    url = target;
  }
  return url;
}

function describeUrl(url: URL | null): CanonicalUrl | null {
  if (url === null || isEngineInternal(url)) return null;
  const domain = registrableDomain(url.hostname);
  return domain === null ? null : describe(url, withoutMobileLabel(url.hostname, domain), domain);
}

/** A host name as the DNS has it: lower case, punycode, no trailing dot; null if the text is anything else. */
export function normalizeHost(text: string): string | null {
  if (text === '' || /[\s/\\@:?#%*]/.test(text)) return null;
  const url = parseHttp(`http://${text}`);
  if (url === null) return null;
  const host = url.hostname.replace(/\.$/, '');
  const labels = host.split('.');
  const isName = labels.length > 1 && labels.every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label));
  return isName && !/^[0-9]+$/.test(labels.at(-1) ?? '') ? host : null;
}

/** Addresses that WHATWG URL would write exactly as they are, but for port and fragment: nearly all. Parsing them costs ten times this. */
const plainUrl =
  /^(https?):\/\/((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})(\/(?:[A-Za-z0-9_~!$()*+,;=:@/%-]|\.(?![./?#]|$))*)?(\?[A-Za-z0-9_~!$()*+,;=:@/%.?[\]-]*)?(?:#.*)?$/;

const longestKept = 1000;
/** Addresses already worked out: engines lean on the same pages, and a re-analysis meets them all again. */
const pages = new Map<string, CanonicalUrl | null>();
const mostPages = 10_000;

function remember(raw: string, page: CanonicalUrl | null): CanonicalUrl | null {
  if (raw.length > longestKept) return page;
  if (pages.size >= mostPages) pages.clear();
  pages.set(raw, page);
  return page;
}

function isSpecialHost(host: string): boolean {
  return (
    mayBeSpecial(host, wrapperHosts) ||
    mayBeSpecial(host, internalHosts) ||
    host.includes('xn--') ||
    host.endsWith('.ampproject.org') ||
    host.endsWith('.translate.goog')
  );
}

function describePlain([, protocol = '', host = '', path = '/', search = '']: RegExpExecArray): CanonicalUrl | null {
  const domain = registrableDomain(host);
  return domain === null
    ? null
    : describe({ protocol: `${protocol}:`, port: '', pathname: path, search }, withoutMobileLabel(host, domain), domain);
}

function parseHttp(raw: string): URL | null {
  if (raw.length > longestUrl) return null;
  const text = raw.startsWith('//') ? `https:${raw}` : /^www\./i.test(raw) ? `https://${raw}` : raw;
  if (!/^https?:\/\//i.test(text)) return null;
  return URL.parse(text);
}

/** By the Public Suffix List, private suffixes too (acme.github.io is its own). null for addresses without one: IPs, localhost. */
export function registrableDomain(host: string): string | null {
  const cached = domains.get(host);
  if (cached !== undefined) return cached;
  const known = parse(host.replace(/\.$/, ''), { allowPrivateDomains: true, extractHostname: false, validateHostname: true });
  const domain = known.isIp === true ? null : known.domain;
  if (domains.size >= mostDomains) domains.clear();
  domains.set(host, domain);
  return domain;
}

/** Written out here: each setter of URL would parse the whole address again. */
type UrlParts = Pick<URL, 'protocol' | 'port' | 'pathname' | 'search'>;

function describe(url: UrlParts, hostname: string, domain: string): CanonicalUrl {
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  const port = url.port === '' ? '' : `:${url.port}`;
  const search = url.search === '' ? '' : withoutTracking(url.search, domain);
  const path = withoutAmp(url.pathname);
  const key = `${host.startsWith('www.') ? host.slice(4) : host}${port}${path.replace(/\/+$/, '')}${search}`;
  return { url: `${url.protocol}//${host}${port}${path}${search}`, host, domain, key };
}

/** Gemini's grounding links hide the page; its title is then the bare domain, which is all that can be known. */
function fromTitle(title: string | null): CanonicalUrl | null {
  const host = title === null ? null : normalizeHost(title.trim());
  const domain = host === null ? null : registrableDomain(host);
  const url = host === null ? null : parseHttp(`https://${host}/`);
  return url === null || domain === null ? null : describe(url, url.hostname, domain);
}

function unwrap(url: URL): URL | null {
  const host = url.hostname;
  if (host.endsWith('.cdn.ampproject.org') || host === 'cdn.ampproject.org')
    return ampTarget(url.pathname.replace(/^\/[a-z]+\//, '/'), url);
  if (host.endsWith('.translate.goog')) return translatedTarget(url);
  if (!mayBeSpecial(host, wrapperHosts)) return null;
  if (matchesHost(host, 'google.*') && url.pathname.startsWith('/amp/')) return ampTarget(url.pathname.slice(4), url);
  for (const wrapper of redirectWrappers) {
    if (!matchesHost(host, wrapper.host) || !url.pathname.startsWith(wrapper.path)) continue;
    for (const name of wrapper.parameters) {
      const target = parseTarget(url.searchParams.get(name));
      if (target !== null) return target;
    }
  }
  return host === 'r.search.yahoo.com' ? yahooTarget(url) : null;
}

/** Whether the host, or a domain above it, is among those with rules of their own. */
function mayBeSpecial(host: string, special: ReadonlySet<string>): boolean {
  for (let at = 0; at < host.length;) {
    const rest = at === 0 ? host : host.slice(at);
    if (special.has(rest) || rest.startsWith('google.')) return true;
    const dot = host.indexOf('.', at);
    if (dot === -1) return false;
    at = dot + 1;
  }
  return false;
}

function parseTarget(value: string | null): URL | null {
  if (value === null || value === '') return null;
  // Bing writes the page as "a1" + base64url.
  if (/^a1[A-Za-z0-9_-]+$/.test(value)) return parseHttp(decodeBase64Url(value.slice(2)));
  return parseHttp(value);
}

function decodeBase64Url(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** `/s/www.example.com/page` (s: https) or `/www.example.com/page`. */
function ampTarget(path: string, url: URL): URL | null {
  const secure = path.startsWith('/s/');
  const rest = path.slice(secure ? 3 : 1);
  return rest.includes('.') ? parseHttp(`${secure ? 'https' : 'http'}://${rest}${url.search}`) : null;
}

function translatedTarget(url: URL): URL | null {
  const label = url.hostname.slice(0, -'.translate.goog'.length);
  const host = label.replaceAll('--', '\u0000').replaceAll('-', '.').replaceAll('\u0000', '-');
  const target = parseHttp(`https://${host}${url.pathname}${url.search}`);
  for (const name of Array.from(target?.searchParams.keys() ?? [])) if (name.startsWith('_x_tr_')) target?.searchParams.delete(name);
  return target;
}

function yahooTarget(url: URL): URL | null {
  const encoded = /\/RU=([^/]+)\//.exec(url.pathname)?.[1];
  try {
    return encoded === undefined ? null : parseHttp(decodeURIComponent(encoded));
  } catch {
    return null;
  }
}

function isEngineInternal(url: URL): boolean {
  if (!mayBeSpecial(url.hostname, internalHosts)) return false;
  for (const { host, paths } of engineInternal) {
    if (!matchesHost(url.hostname, host)) continue;
    for (const path of paths) {
      if (path.endsWith('?') ? url.pathname === path.slice(0, -1) && url.search !== '' : url.pathname.startsWith(path)) return true;
    }
  }
  return false;
}

/** `google.*` is any national Google (google.de, www.google.co.uk) but not its other services (cloud.google.com). */
function matchesHost(host: string, pattern: string): boolean {
  if (pattern.endsWith('.*')) {
    const name = pattern.slice(0, -1);
    const bare = host.startsWith('www.') ? host.slice(4) : host;
    return bare.startsWith(name) && /^(com|[a-z]{2}|com?\.[a-z]{2})$/.test(bare.slice(name.length));
  }
  return host === pattern || host.endsWith(`.${pattern}`);
}

/** `/amp` before or behind the page's own path, `.amp.html`, and the BBC's `/news/amp/`. */
function withoutAmp(path: string): string {
  if (path.length <= 5 || !path.includes('amp')) return path;
  return path
    .replace(/\/amp(\/?)$/, '$1')
    .replace(/\.amp(\.html?)?$/, '$1')
    .replace(/^(\/news)?\/amp\/(?=.)/, '$1/');
}

function withoutMobileLabel(host: string, domain: string): string {
  if (host.length <= domain.length + 1 || host.startsWith('www.')) return host;
  const labels = host.slice(0, -domain.length - 1).split('.');
  const kept = labels.filter((label, index) => !(mobileLabels.includes(label) && (index === 0 || index === labels.length - 1)));
  return kept.length === labels.length ? host : [...kept, domain].join('.');
}

function withoutTracking(search: string, domain: string): string {
  const site = siteTrackingParameters[domain] ?? (domain.startsWith('amazon.') ? siteTrackingParameters['amazon.com'] : undefined);
  const pairs = search.slice(1).split('&');
  const kept = pairs.filter((pair) => pair !== '' && !isTracking(pair, site));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function isTracking(pair: string, site: string[] | undefined): boolean {
  const equals = pair.indexOf('=');
  const name = (equals === -1 ? pair : pair.slice(0, equals)).toLowerCase().replace(/^amp;/, '');
  if (exactParameters.has(name) || exactPairs.has(pair.toLowerCase())) return true;
  if (prefixParameters.test(name)) return true;
  return site?.some((rule) => (rule.endsWith('*') ? name.startsWith(rule.slice(0, -1)) : rule === name)) ?? false;
}
