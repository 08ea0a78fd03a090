import { resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from './errors.ts';
import { isNetwork } from './network/address-guard.ts';

const port = z.coerce.number('must be a port number').int().min(0).max(65535);
const milliseconds = (fallback: number) => z.coerce.number('must be a number of milliseconds').int().min(100).default(fallback);
const flag = z.enum(['on', 'off']);
const networkList = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((networks) => networks.every(isNetwork), 'must be networks such as 127.0.0.0/8, separated by commas');
/** An empty variable is one that is not set, as `.env` files and compose files write it. */
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address like postgresql://user:password@host:5432/name' })
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be an address like redis://host:6379' }).optional(),
  WAYSEEN_DATA_DIR: z.string().default('./.wayseen'),
  WAYSEEN_API_KEY: z.string().min(16, 'must be at least 16 characters long').optional(),
  WAYSEEN_ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@wayseen.localhost'),
  WAYSEEN_ADMIN_PASSWORD: z.string().min(12, 'must be at least 12 characters long').max(200).optional(),
  WAYSEEN_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an address like https://wayseen.example.com' }).optional(),
  WAYSEEN_SECRET_KEY: z.string().min(32, 'must be at least 32 characters long').optional(),
  WAYSEEN_DEMO: flag.default('on'),
  WAYSEEN_SIMULATOR_URL: z.url({ protocol: /^https?$/, error: 'must be an address like http://127.0.0.1:4010' }).optional(),
  WAYSEEN_QUEUE_PREFIX: z
    .string()
    .regex(/^[\w-]+$/, 'may hold letters, digits, - and _')
    .default('wayseen'),
  WEBHOOK_KEEP_DAYS: z.coerce.number('must be a number of days').int().min(7).max(3650).default(90),
  WEBHOOK_ALLOW_PRIVATE: networkList,
  PAGES_READ: flag.default('on'),
  PAGES_ALLOW_PRIVATE: networkList,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address like smtps://user:password@mail.example.com' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be an address like Wayseen <wayseen@example.com>')
    .optional(),
  WAYSEEN_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** How long a worker may be silent before its work is given to another. */
  WAYSEEN_LEASE_MS: milliseconds(30_000),
  WAYSEEN_ENGINE_TIMEOUT_MS: milliseconds(240_000),
  WAYSEEN_DATABASE_WAIT_MS: milliseconds(60_000),
  JUDGE_ENGINE: z.enum(['openai', 'anthropic']).optional(),
  JUDGE_MODEL: z.string().trim().optional(),
  REPORT_REWORD: flag.default('off'),
  JUDGE_MONTHLY_BUDGET_USD: z.coerce.number('must be an amount of US dollars').min(0).default(10),
});

/** The second reader: a model that judges what the rules leave open. */
export type JudgeConfig = { engine: 'openai' | 'anthropic'; model: string | null; monthlyBudgetUsd: number };

export type Config = {
  host: string;
  port: number;
  /** null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** null: the queues live in PostgreSQL. */
  redisUrl: string | null;
  dataDir: string;
  apiKey: string | null;
  /** The first administrator; without a password they sign in by the link that the start prints. */
  admin: { email: string; password: string | null };
  /** Encrypts secrets that are kept; null: a key of our own in `dataDir`. */
  secretKey: string | null;
  /** Where people reach this server, for links in messages; null: messages have none. */
  publicUrl: string | null;
  /** Events of which nothing waits any more are kept so long. */
  webhookKeepDays: number;
  /** Private networks that webhooks may go to. */
  webhookNetworks: string[];
  /** Cited pages of real workspaces are read. */
  readPages: boolean;
  /** Private networks that cited pages may lie in. */
  pageNetworks: string[];
  smtp: { url: string; from: string } | null;
  demo: boolean;
  simulatorUrl: string | null;
  queuePrefix: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  leaseMs: number;
  engineTimeoutMs: number;
  databaseWaitMs: number;
  /** null: the rules alone. */
  judge: JudgeConfig | null;
  /** The second reader's model rewords the opening paragraph of reports. */
  rewordReports: boolean;
  /** The environment as it is, for the engines' keys and addresses. */
  env: Readonly<Record<string, string | undefined>>;
};

/** Reads the environment once. @throws {InputError} that names every variable that is wrong, at once */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(set);
  const issues = (parsed.error?.issues ?? []).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const host = set['HOST'];
  if (host !== undefined && !isLoopback(host) && !set['WAYSEEN_API_KEY'] && !set['WAYSEEN_ADMIN_PASSWORD']) {
    const message = `is needed because HOST is ${host}: others can reach this address. Set a long random value, or WAYSEEN_ADMIN_PASSWORD.`;
    issues.push({ path: 'WAYSEEN_API_KEY', message });
  }
  if ((set['SMTP_URL'] === undefined) !== (set['MAIL_FROM'] === undefined)) {
    const [path, other] = set['SMTP_URL'] === undefined ? ['SMTP_URL', 'MAIL_FROM'] : ['MAIL_FROM', 'SMTP_URL'];
    issues.push({ path, message: `is needed because ${other} is set.` });
  }
  if (set['REPORT_REWORD'] === 'on' && set['JUDGE_ENGINE'] === undefined) {
    issues.push({ path: 'JUDGE_ENGINE', message: 'is needed because REPORT_REWORD is on: set openai or anthropic, or REPORT_REWORD=off.' });
  }
  const judgeKey = parsed.data?.JUDGE_ENGINE && { openai: 'OPENAI_API_KEY', anthropic: 'ANTHROPIC_API_KEY' }[parsed.data.JUDGE_ENGINE];
  if (judgeKey && !set[judgeKey]) issues.push({ path: judgeKey, message: `is needed because JUDGE_ENGINE is ${set['JUDGE_ENGINE']}.` });
  if (!parsed.success || issues.length > 0) throw new InputError('The configuration is not usable.', issues);
  const value = parsed.data;
  return {
    host: value.HOST,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL ?? null,
    redisUrl: value.REDIS_URL ?? null,
    dataDir: resolve(value.WAYSEEN_DATA_DIR),
    apiKey: value.WAYSEEN_API_KEY ?? null,
    admin: { email: value.WAYSEEN_ADMIN_EMAIL.toLowerCase(), password: value.WAYSEEN_ADMIN_PASSWORD ?? null },
    secretKey: value.WAYSEEN_SECRET_KEY ?? null,
    publicUrl: value.WAYSEEN_PUBLIC_URL ?? null,
    webhookKeepDays: value.WEBHOOK_KEEP_DAYS,
    webhookNetworks: value.WEBHOOK_ALLOW_PRIVATE,
    readPages: value.PAGES_READ === 'on',
    pageNetworks: value.PAGES_ALLOW_PRIVATE,
    smtp: value.SMTP_URL && value.MAIL_FROM ? { url: value.SMTP_URL, from: value.MAIL_FROM } : null,
    demo: value.WAYSEEN_DEMO === 'on',
    simulatorUrl: value.WAYSEEN_SIMULATOR_URL ?? null,
    queuePrefix: value.WAYSEEN_QUEUE_PREFIX,
    logLevel: value.WAYSEEN_LOG_LEVEL,
    leaseMs: value.WAYSEEN_LEASE_MS,
    engineTimeoutMs: value.WAYSEEN_ENGINE_TIMEOUT_MS,
    databaseWaitMs: value.WAYSEEN_DATABASE_WAIT_MS,
    judge: value.JUDGE_ENGINE
      ? { engine: value.JUDGE_ENGINE, model: value.JUDGE_MODEL || null, monthlyBudgetUsd: value.JUDGE_MONTHLY_BUDGET_USD }
      : null,
    rewordReports: value.REPORT_REWORD === 'on',
    env: set,
  };
}

/** Whether programs and people of this machine need not say who they are. */
export const isOpen = ({ host, apiKey, admin }: Pick<Config, 'host' | 'apiKey' | 'admin'>): boolean =>
  isLoopback(host) && apiKey === null && admin.password === null;

/** The whole address: a name such as 127.0.0.1.example.com is somebody else's. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
