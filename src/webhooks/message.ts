import type { Event, EventData } from './events.ts';
import en from './locales/en.json' with { type: 'json' };
import zhCN from './locales/zh-CN.json' with { type: 'json' };
import zhTW from './locales/zh-TW.json' with { type: 'json' };

export const languages = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof languages)[number];

/** An event in words, for people; each channel writes it in its own markup. */
export type Message = {
  title: string;
  facts: { label: string; value: string }[];
  /** To the page that shows more; null where the server does not know its own address. */
  link: { text: string; url: string } | null;
};

type Texts = typeof en;
type Label = keyof Texts['labels'];
const texts: Record<Language, Texts> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** What people call what events name by ids; an id that is not here is shown as it is. */
export type Names = { workspace: string; brands: Readonly<Record<string, string>>; engines: Readonly<Record<string, string>> };

/** @param publicUrl where people reach the server */
export function writeMessage(event: Event, language: Language, names: Names, publicUrl: string | null = null): Message {
  const words = wording(language, names);
  const { titles, labels, simulated, open } = texts[language];
  const title = fill(titles[event.type], { ...titleValues(event, words) });
  const facts: [Label, string | null][] = [...factsOf(event, words), ['workspace', names.workspace], ['time', words.time(event.timestamp)]];
  return {
    title: event.data.simulated ? fill(simulated, { title }) : title,
    facts: facts.flatMap(([label, value]) => (value === null ? [] : [{ label: labels[label], value }])),
    link: publicUrl === null ? null : { text: open, url: pageOf(event, publicUrl) },
  };
}

const pages = {
  alert: 'alerts',
  run: 'runs',
  report: 'reports',
  competitor: 'competitors',
  engine: 'engines',
  page: 'sources',
  budget: 'engines',
  webhook: 'webhooks',
};

/** The page about what an event tells, in its workspace. */
function pageOf({ type, data }: Event, publicUrl: string): string {
  const url = new URL(pages[type.split('.')[0] as keyof typeof pages], publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`);
  url.searchParams.set('workspace', data.workspace);
  return url.href;
}

/** In UTC, and says so: who reads it may be anywhere. */
const timeForm = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const;

function wording(language: Language, names: Names) {
  const known = texts[language].words;
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const usd = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' });
  const time = new Intl.DateTimeFormat(language, timeForm);
  return {
    /** A word of ours in the reader's language; one that is not ours as it is. */
    word: (word: string) => lookUp(known, word),
    brand: (id: string) => lookUp(names.brands, id),
    engine: (id: string) => lookUp(names.engines, id),
    number: (value: number) => number.format(value),
    percent: (value: number) => percent.format(value),
    usd: (value: number) => usd.format(value),
    time: (iso: string) => time.format(new Date(iso)),
  };
}
const lookUp = (names: Readonly<Record<string, string>>, id: string): string => (Object.hasOwn(names, id) ? (names[id] ?? id) : id);
type Words = ReturnType<typeof wording>;

/** What a title may name: the event's own words and counts. */
function titleValues(event: Event, words: Words): Record<string, string> {
  if (isAlert(event)) {
    const { brand, metric, direction } = event.data;
    return {
      subject: `${brand === null ? words.word('engineWide') : words.brand(brand)} · ${words.word(metric)}`,
      direction: words.word(direction),
    };
  }
  const values = Object.entries(event.data).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [[name, words.number(value)]]
      : typeof value === 'string'
        ? [[name, name === 'engine' ? words.engine(value) : value]]
        : [],
  );
  return Object.fromEntries(values) as Record<string, string>;
}

function factsOf(event: Event, words: Words): [Label, string | null][] {
  if (isAlert(event)) return alertFacts(event.data, words);
  switch (event.type) {
    case 'run.completed':
    case 'run.failed': {
      const { failed, refused, noAnswer } = event.data;
      const counts: [Label, number][] = [
        ['failed', failed],
        ['refused', refused],
        ['noAnswer', noAnswer],
      ];
      return counts.filter(([, count]) => count > 0).map(([label, count]) => [label, words.number(count)]);
    }
    case 'report.ready':
      return [['period', `${event.data.from} – ${event.data.to}`]];
    case 'competitor.discovered':
      return [
        ['stage', event.data.stage && words.word(event.data.stage)],
        ['answers', words.number(event.data.answers)],
      ];
    case 'page.gone':
      return [['title', event.data.title]];
    case 'engine.paused':
      return [['reason', event.data.message]];
    case 'budget.spent':
      return [
        ['month', event.data.month],
        ['budget', words.usd(event.data.budgetUsd)],
        ['spent', words.usd(event.data.spentUsd)],
      ];
    case 'report.mail':
    case 'webhook.test':
      return [];
  }
}

function alertFacts(alert: EventData<'alert.opened'>, words: Words): [Label, string | null][] {
  const level = ({ value }: { value: number | null }) => {
    if (value === null) return words.word('notMeasured');
    return alert.metric === 'averagePosition' ? words.number(value) : words.percent(value);
  };
  return [
    ['stage', words.word(alert.stage ?? 'all')],
    ['engine', alert.engine === null ? words.word('all') : words.engine(alert.engine)],
    ['before', level(alert.before)],
    ['after', level(alert.after)],
    ['cause', alert.cause && words.word(alert.cause)],
    [
      'added',
      alert.added
        ? alert.added.map((one) => [words.brand(one.brand), words.word(one.stage), words.engine(one.engine)].join(' · ')).join(', ')
        : null,
    ],
  ];
}

type AlertEvent = Extract<Event, { type: `alert.${string}` }>;
const isAlert = (event: Event): event is AlertEvent => event.type.startsWith('alert.');

const fill = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
