import { z } from 'zod';

const id = z.string();
const time = z.iso.datetime();
const count = z.number().int().min(0);
const figure = z.looseObject({
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  panel: z.tuple([z.number(), z.number()]).readonly().nullable(),
});
const alert = z.looseObject({
  id,
  status: z.enum(['opened', 'acknowledged', 'recovered', 'closed']),
  at: time,
  metric: z.string(),
  /** null: an event of the whole engine. */
  brand: z.string().nullable(),
  stage: z.string().nullable(),
  engine: z.string().nullable(),
  direction: z.enum(['down', 'up']),
  tier: z.string(),
  before: figure,
  after: figure,
  cause: z.string().nullable(),
  /** Series that the change has reached since it was told last. */
  added: z.array(z.object({ brand: z.string(), stage: z.string(), engine: z.string() })).optional(),
});
const run = z.object({
  run: id,
  kind: z.string(),
  planned: count,
  answered: count,
  noAnswer: count,
  refused: count,
  failed: count,
  cancelled: count,
  startsAt: time,
});

/** What an event tells, and whose it is: events of one subject arrive in their order. */
const define = <S extends z.ZodType>(data: S, subject: (data: z.output<S>) => string) => ({ data, subject });

/** Every event there is. What is written in SQL is held to these by tests. */
export const events = {
  'alert.opened': define(alert, (data) => `alert/${data.id}`),
  'alert.updated': define(alert, (data) => `alert/${data.id}`),
  'alert.closed': define(alert, (data) => `alert/${data.id}`),
  'run.completed': define(run, (data) => `run/${data.run}`),
  'run.failed': define(run, (data) => `run/${data.run}`),
  'report.ready': define(
    z.looseObject({ report: id, title: z.string(), from: z.iso.date(), to: z.iso.date() }),
    (data) => `report/${data.report}`,
  ),
  'competitor.discovered': define(
    z.looseObject({ name: z.string(), stage: z.string().nullable(), answers: count, prompts: count }),
    (data) => `competitor/${data.name}`,
  ),
  /** A page that answers use and that names the own brand is there no more. */
  'page.gone': define(
    z.object({ page: id, url: z.string(), title: z.string().nullable(), brand: z.string() }),
    (data) => `page/${data.page}`,
  ),
  'engine.paused': define(z.object({ engine: id, code: z.string(), message: z.string() }), (data) => `engine/${data.engine}`),
  'budget.spent': define(
    z.object({ engine: id, month: z.string().regex(/^\d{4}-\d\d$/), budgetUsd: z.number(), spentUsd: z.number() }),
    (data) => `engine/${data.engine}`,
  ),
  /** A report for one recipient: goes to its mailbox only. */
  'report.mail': define(z.object({ report: id }), (data) => `report-mail/${data.report}`),
  'webhook.test': define(z.object({ endpoint: id }), (data) => `endpoint/${data.endpoint}`),
} as const;

type Events = typeof events;
export type EventType = keyof Events;
export type EventData<T extends EventType> = z.output<Events[T]['data']>;

/** Those that an endpoint may ask for; a test, and a mailed report, are sent to one endpoint only. */
export const eventTypes = (Object.keys(events) as EventType[]).filter(
  (type): type is Exclude<EventType, 'webhook.test' | 'report.mail'> => type !== 'webhook.test' && type !== 'report.mail',
);

/** An event as it is sent. */
export type Event = {
  [T in EventType]: { type: T; timestamp: string; data: EventData<T> & { workspace: string; simulated: boolean } };
}[EventType];

const envelope = z.object({
  type: z.string().refine((type): type is EventType => Object.hasOwn(events, type)),
  timestamp: time,
  data: z.looseObject({ workspace: z.string(), simulated: z.boolean() }),
});

/** Reads a body from the outbox. @throws {z.ZodError} */
export function parseEvent(body: string): Event {
  const { type, timestamp, data } = envelope.parse(JSON.parse(body));
  return { type, timestamp, data: { ...data, ...(events[type].data.parse(data) as object) } } as Event;
}
