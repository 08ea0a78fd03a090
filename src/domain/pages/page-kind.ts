/** What kind of page it is, in the words of content marketing. */
export const pageKinds = ['home', 'listicle', 'comparison', 'review', 'forum', 'video', 'product', 'pricing', 'how_to', 'reference', 'article', 'other'] as const; // prettier-ignore
export type PageKind = (typeof pageKinds)[number];

type Signs = { url: string; title: string; types: readonly string[] };

/** What the page says of itself in schema.org's words, where that is specific. */
const ofType: Record<string, PageKind> = {
  discussionforumposting: 'forum',
  qapage: 'forum',
  question: 'forum',
  videoobject: 'video',
  'video.other': 'video',
  review: 'review',
  aggregaterating: 'review',
  product: 'product',
  softwareapplication: 'product',
  howto: 'how_to',
  faqpage: 'reference',
  techarticle: 'reference',
};

/** By title and address; the first that fits. English, Chinese, Japanese, Korean, German, French, Spanish. */
const rules: readonly [PageKind, RegExp][] = [
  ['comparison', /\bvs\.?\b|\bversus\b|\balternatives?\b|\bcompar(ed?|ison|ing|er|aison|ativ[aoe])\b|vergleich|对比|對比|比较|比較|替代|比べ|비교|대안/i],
  ['listicle', /\b(the )?(\d+\+? )?(best|top)\b|^\d+\+? |\bbeste[nrs]?\b|\bmeilleure?s?\b|\bmejores\b|排行|排名|推荐|推薦|盘点|盤點|十大|大全|おすすめ|ランキング|추천|순위/i],
  ['review', /\breviews?\b|\brating\b|testbericht|\berfahrung|\bavis\b|评测|評測|测评|測評|评价|評價|レビュー|口コミ|리뷰|후기/i],
  ['pricing', /\bpric(e|es|ing)\b|\bplans\b|\btarifs?\b|\bpreise?\b|\bprecios?\b|价格|價格|定价|定價|費用|料金|가격|요금/i],
  ['how_to', /\bhow to\b|\bguide\b|\btutorial\b|\banleitung\b|\bcomment\b|\bcómo\b|怎么|怎麼|如何|教程|教學|指南|使い方|方法|하는 법|가이드/i],
]; // prettier-ignore
const places: readonly [PageKind, RegExp][] = [
  ['forum', /^https?:\/\/(forum|community|discuss|answers)[.]|\/(forum|community|threads?|questions?|comments|r)\//i],
  ['video', /^https?:\/\/(www\.)?(youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)\//i],
  ['reference', /\/(docs?|wiki|help|support|faq|kb|knowledge-?base)([/.]|$)/i],
];

/** @param signs.types schema.org and Open Graph types, in the page's order */
export function pageKind({ url, title, types }: Signs): PageKind {
  const address = URL.parse(url);
  const path = address?.pathname ?? '/';
  const told = types.map((type) => ofType[type.toLowerCase()]).find((kind) => kind !== undefined);
  if (told === 'forum' || told === 'video') return told;
  const place = places.find(([, pattern]) => pattern.test(url))?.[0];
  if (place) return place;
  if (path === '/' || /^\/([a-z]{2}([-_][a-z]{2})?|index\.\w+)\/?$/i.test(path)) return 'home';
  const words = `${title}\n${path.replaceAll(/[-_/]+/g, ' ')}`;
  const byWords = rules.find(([, pattern]) => pattern.test(words))?.[0];
  if (byWords) return byWords;
  if (told) return told;
  return types.some((type) => /article|blogposting/i.test(type)) ? 'article' : 'other';
}
