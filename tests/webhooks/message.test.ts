import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { mailOf } from '../../src/webhooks/channels/email.ts';
import { slackMessage } from '../../src/webhooks/channels/slack.ts';
import { teamsMessage } from '../../src/webhooks/channels/teams.ts';
import { eventTypes, parseEvent, type Event, type EventType } from '../../src/webhooks/events.ts';
import { languages, writeMessage } from '../../src/webhooks/message.ts';

const names = { workspace: 'Mine & yours', brands: { b1: 'Acme' }, engines: { openai: 'OpenAI API' } };
const figure = (value: number) => ({ value, numerator: value * 100, denominator: 100, panel: [value - 0.1, value + 0.1] });
const alert = {
  id: 'a1',
  status: 'opened',
  at: '2026-09-07T08:00:00Z',
  metric: 'visibility',
  brand: 'b1',
  stage: 'consideration',
  engine: 'openai',

  direction: 'down',
  tier: 'sustained',
  before: figure(0.5),
  after: figure(0.25),
  cause: 'engine-wide',
};
const run = {
  run: 'r1',
  kind: 'now',
  planned: 1200,
  answered: 1198,
  noAnswer: 0,
  refused: 0,
  failed: 2,
  cancelled: 0,
  startsAt: '2026-09-07T08:00:00Z',
};
const examples: Record<EventType, object> = {
  'alert.opened': alert,
  'alert.updated': alert,
  'alert.closed': { ...alert, status: 'closed', brand: null, stage: null, engine: null, cause: null },
  'run.completed': run,
  'run.failed': run,
  'report.ready': { report: 'p1', title: 'September', from: '2026-09-01', to: '2026-10-01' },
  'competitor.discovered': { name: 'Newcomer', stage: 'awareness', answers: 12, prompts: 4 },
  'page.gone': { page: 'p1', url: 'https://news.example/best', title: 'Ten best', brand: 'acme' },
  'engine.paused': { engine: 'openai', code: 'unauthorized', message: 'The key was refused.' },
  'budget.spent': { engine: 'openai', month: '2026-09', budgetUsd: 20, spentUsd: 20.5 },
  'report.mail': { report: 'p1' },
  'webhook.test': { endpoint: 'e1' },
};
const example = (type: EventType, more: object = {}): Event =>
  parseEvent(
    JSON.stringify({
      type,
      timestamp: '2026-09-07T08:00:00.000Z',
      data: { ...examples[type], workspace: 'mine', simulated: false, ...more },
    }),
  );
const types = [...eventTypes, 'report.mail', 'webhook.test'] as const;

describe.each(languages)('in %s', (language) => {
  test.each(types)('%s is told in words, with nothing left to fill in', (type) => {
    const { title, facts } = writeMessage(example(type), language, names);
    expect(title).not.toMatch(/\{\{|undefined|null|NaN/);
    expect(JSON.stringify(facts)).not.toMatch(/\{\{|undefined|null|NaN/);
    expect(facts.every(({ label, value }) => label !== '' && value !== '')).toBe(true);
    if (language !== 'en') expect(title).toMatch(/\p{Script=Han}/u);
  });

  test('what is simulated says so', () => {
    expect(writeMessage(example('run.completed', { simulated: true }), language, names).title).toMatch(
      /^\[Simulated\] |^【模拟】|^【模擬】/,
    );
  });
});

test('an alert is told as a person would, brands and engines by their names', () => {
  expect(writeMessage(example('alert.opened'), 'en', names)).toMatchObject({
    title: 'Alert: Acme · Visibility has fallen',
    facts: expect.arrayContaining([
      { label: 'Engine', value: 'OpenAI API' },
      { label: 'Workspace', value: 'Mine & yours' },
      { label: 'Before', value: '50%' },
      { label: 'After', value: '25%' },
      { label: 'Likely cause', value: 'The engine as a whole' },
    ]),
  });
  expect(writeMessage(example('alert.opened'), 'zh-CN', names).title).toBe('告警：Acme · 可见度下降');
  expect(writeMessage(example('engine.paused'), 'en', names).title).toBe('OpenAI API is stopped; a person must act');
  expect(writeMessage(example('engine.paused', { engine: 'constructor' }), 'en', names).title).toBe(
    'constructor is stopped; a person must act',
  );
  expect(writeMessage(example('run.completed'), 'en', names).title).toBe('Run complete: 1,198 of 1,200 questions answered');
});

test('a message links to the page that shows more, in its workspace, where the server knows its own address', () => {
  const link = (type: EventType) => writeMessage(example(type), 'en', names, 'https://wayseen.example.com/brand').link;
  expect(link('alert.opened')).toEqual({ text: 'Open in Wayseen', url: 'https://wayseen.example.com/brand/alerts?workspace=mine' });
  for (const type of types) expect(link(type)?.url).toMatch(/^https:\/\/wayseen\.example\.com\/brand\/[a-z]+\?workspace=mine$/);
  expect(writeMessage(example('alert.opened'), 'en', names).link).toBeNull();
  const message = writeMessage(example('alert.opened'), 'en', names, 'https://wayseen.example.com/?a=1&b="<x>');
  for (const sent of [slackMessage(message), teamsMessage(message), mailOf(message, 'en').text])
    expect(JSON.stringify(sent)).toContain('wayseen.example.com/alerts?workspace=mine');
  expect(mailOf(message, 'en').html).toContain('<a href="https://wayseen.example.com/alerts?workspace=mine">Open in Wayseen</a>');
});

test('the texts have the same keys in all languages', () => {
  const keys = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => keys(one, `${path}/${key}`)) : [path];
  const [first, ...others] = languages.map((language) =>
    keys(JSON.parse(readFileSync(join(import.meta.dirname, `../../src/webhooks/locales/${language}.json`), 'utf8'))),
  );
  for (const other of others) expect(other).toEqual(first);
});

describe('whatever a name holds', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.constantFrom(
      '<!channel>',
      '<https://evil.example|Acme>',
      '&lt;',
      '<script>alert(1)</script>',
      '[a](https://evil.example)',
      '@here',
      '\r\nBcc: x@y.z',
    ),
  );
  const messageOf = (name: string) => writeMessage(example('engine.paused', { engine: name, message: name }), 'en', names);

  test('Slack reads no markup in it, and its limits hold', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const message = slackMessage(messageOf(name)) as {
          text: string;
          blocks: { text?: { text: string }; fields?: { text: string }[] }[];
        };
        expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(message.blocks[0]?.text?.text.length).toBeLessThanOrEqual(150);
        for (const { text } of message.blocks[1]?.fields ?? []) {
          expect(text.length).toBeLessThanOrEqual(2000);
          expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        }
      }),
    );
  });

  test('Teams shows it as it is, in a card of Adaptive Cards', () => {
    const card = teamsMessage(messageOf('[a](https://evil.example) **b**')) as {
      attachments: { contentType: string; content: { body: { type: string }[] } }[];
    };
    expect(card.attachments[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(card.attachments[0]?.content.body.map(({ type }) => type)).toEqual(Array(4).fill('RichTextBlock'));
    expect(JSON.stringify(card)).toContain('[a](https://evil.example) **b**');
  });

  test('a mail holds it as text, and its subject stays one line', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const { subject, html } = mailOf(messageOf(name), 'en');
        expect(subject).not.toMatch(/[\r\n]/);
        expect(html.match(/<\w+/g)?.toSorted()).toEqual(mailOf(messageOf('x'), 'en').html.match(/<\w+/g)?.toSorted());
      }),
    );
  });
});

test.each([
  ['an unknown event', { type: 'brand.eaten', timestamp: '2026-09-07T08:00:00Z', data: { workspace: 'x', simulated: false } }],
  ['one without its facts', { type: 'engine.paused', timestamp: '2026-09-07T08:00:00Z', data: { workspace: 'x', simulated: false } }],
])('%s is not taken for one of ours', (_what, body) => {
  expect(() => parseEvent(JSON.stringify(body))).toThrow(ZodError);
});
