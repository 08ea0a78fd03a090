/** `api`: a vendor's API. `app`: the consumer page, read through a SERP or scraping provider. `import`: collected elsewhere. */
export type Surface = 'api' | 'app' | 'import';

/** Five ends of an ask that reached the engine; a failure is an EngineError instead. */
export type Finish = 'complete' | 'truncated' | 'filtered' | 'refused' | 'no_answer';

/** One question of a conversation and what the engine answered. */
export type Turn = { question: string; answer: string };

/** What is asked: one plain question, in a fresh conversation or after `earlier` turns. */
export type Question = {
  text: string;
  /** ISO 3166-1 alpha-2, upper case; null leaves the place to the engine. */
  country: string | null;
  /** BCP 47, e.g. `en`, `zh-CN`, `zh-TW`; null leaves it to the question's own language. */
  language: string | null;
  /** What was said before, oldest first; sent whole, as nothing is stored at the engine. */
  earlier?: readonly Turn[];
};

export type EngineCitation = {
  url: string;
  title: string | null;
  /** UTF-16 offsets into `text`, end exclusive; null where the engine gives no place. */
  start: number | null;
  end: number | null;
  citedText: string | null;
};

export type EngineUsage = {
  inputTokens: number | null;
  outputTokens: number | null;
  cachedTokens: number | null;
  reasoningTokens: number | null;
  /** Searches the engine made (billed ones where it tells). */
  searches: number | null;
};

/** What the engine's headers said of its limits, for the limiter. Absent fields were not told. */
export type RateLimits = {
  requestsPerMinute?: number;
  remainingRequests?: number;
  requestsResetMs?: number;
  tokensPerMinute?: number;
  remainingTokens?: number;
  tokensResetMs?: number;
};

/** One HTTP exchange as it went over the wire, without keys. A continued `pause_turn` has two. */
export type Exchange = { request: unknown; status: number; body: string };

export type EngineAnswer = {
  engine: string;
  surface: Surface;
  /** The model as the engine reports it, else as it was asked for. */
  model: string | null;
  modelAsked: string | null;
  text: string;
  citations: EngineCitation[];
  /** All pages the engine looked at; null where it does not say. */
  retrieved: string[] | null;
  searchQueries: string[];
  usage: EngineUsage;
  costUsd: number | null;
  costSource: 'reported' | 'computed' | null;
  finish: Finish;
  requestId: string | null;
  latencyMs: number;
  rateLimits: RateLimits | null;
  adapterVersion: number;
  exchanges: Exchange[];
};

/** What an adapter may use of the world. `fetch` and `now` are injected so that tests need no patched globals. */
export type EngineDeps = {
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** Keys and base addresses, by the names in the contract. */
  env: Readonly<Record<string, string | undefined>>;
  timeoutMs: number;
};

export type Engine = {
  readonly id: string;
  /** The name people see, e.g. "OpenAI API": an API series is never called by the consumer product's name. */
  readonly label: string;
  readonly surface: Surface;
  /** Raised whenever what is sent or how the answer is read changes. */
  readonly adapterVersion: number;
  /** The environment variables that switch it on: any one of the alternatives, all of its names. */
  readonly keys: readonly (readonly string[])[];
  readonly defaultModel: string | null;
  /** Sent: whether country, language and earlier turns can reach the engine. */
  readonly takes: { country: boolean; language: boolean; turns: boolean };
  /** Tokens one ask may use, for the token budget before the real figure is known. */
  readonly expectedTokens: number;
  /**
   * Asks once; never retries, sleeps or logs. Earlier turns that cannot reach the engine are a `bad_request`.
   * @throws {EngineError} where no answer came; its message never holds a key.
   */
  ask(question: Question, options: { model: string | null; signal?: AbortSignal }, deps: EngineDeps): Promise<EngineAnswer>;
};
