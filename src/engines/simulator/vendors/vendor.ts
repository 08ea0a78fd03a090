import type { Span } from '../blocks.ts';
import type { SimulatedAnswer } from '../answer.ts';
import type { AnswerLanguage } from '../language.ts';

export const simulatedEngines = ['openai', 'anthropic', 'gemini', 'perplexity', 'google-ai-overview', 'google-ai-mode'] as const;
export type SimulatedEngine = (typeof simulatedEngines)[number];

export type VendorId = 'openai' | 'anthropic' | 'gemini' | 'perplexity' | 'serpapi';

/** What came over HTTP. `path` is without the vendor's prefix; `body` is null where it was no JSON. */
export type VendorRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: unknown;
};

/** `body` is sent as JSON. */
export type VendorReply = { status: number; headers?: Record<string, string>; body: unknown };

/** An understood ask. `search` is false where web search was not offered; `details` is the vendor's own. */
export type VendorAsk<Details = unknown> = {
  engine: SimulatedEngine;
  question: string;
  /** What the engine said earlier in the same conversation, oldest first. */
  earlier?: readonly string[];
  search: boolean;
  at?: Date;
  sample?: string;
  details: Details;
};

export type Outcome = 'answered' | 'refused' | 'empty';

/** The state of the engine's limits after this request. */
export type LimitState = {
  requestLimit: number;
  requestsLeft: number;
  requestsResetMs: number;
  tokenLimit: number;
  tokensLeft: number;
  tokensResetMs: number;
};

export type Failure =
  | { kind: 'unauthorized'; key: string }
  | { kind: 'not_found' }
  | { kind: 'rate_limited'; retryAfterMs: number }
  | { kind: 'overloaded' };

/** `paid`: the vendor would charge for an answer. A SERP without an overview, or one that only hands out a token, is not an answer yet. */
export type Rendered = { reply: VendorReply; tokens: number; paid: boolean };

/** One vendor's side of the wire. */
export type Vendor<Details = unknown> = {
  id: VendorId;
  /** The API key sent, null where there was none. */
  keyOf(request: VendorRequest): string | null;
  /** null: no such path. A reply: the request is wrong. */
  read(request: VendorRequest): VendorAsk<Details> | { wrong: VendorReply } | null;
  render(ask: VendorAsk<Details>, answer: SimulatedAnswer, outcome: Outcome): Rendered;
  fail(failure: Failure): VendorReply;
  limitHeaders(limits: LimitState, now: number): Record<string, string>;
};

type Content = string | readonly { text?: string | undefined }[];
const contentText = (content: Content) => (typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n'));

/** The last thing that the user said, and what the engine had said before. A message without a role is the user's. */
export function readMessages(messages: readonly { role?: string | undefined; content: Content }[]): {
  question: string;
  earlier: string[];
} {
  const isUser = ({ role = 'user' }: { role?: string | undefined }) => role === 'user';
  const last = messages.findLastIndex(isUser);
  const earlier = messages.slice(0, Math.max(0, last)).filter((message) => !isUser(message));
  return { question: contentText(messages[last]?.content ?? ''), earlier: earlier.map(({ content }) => contentText(content)) };
}

export const header = (request: VendorRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : (value?.[0] ?? null);
};

export const bearerKey = (request: VendorRequest): string | null =>
  /^Bearer\s+(\S+)$/i.exec(header(request, 'authorization') ?? '')?.[1] ?? null;

/** Roughly what a tokenizer counts. */
export const tokenCount = (text: string, language: AnswerLanguage): number => Math.ceil(text.length * (language === 'en' ? 0.24 : 0.75));

export type Mark = { source: number; start: number; end: number };

/** Writes a citation mark behind each cited piece, before its full stop, and tells where the marks are (UTF-16, end exclusive). */
export function insertMarks(pieces: readonly Span[], gap: string, markOf: (source: number) => string): { text: string; marks: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  for (const piece of pieces) {
    if (piece.cites.length === 0) {
      text += piece.text;
      continue;
    }
    const stop = /[.。]$/.exec(piece.text)?.[0] ?? '';
    text += piece.text.slice(0, piece.text.length - stop.length);
    for (const source of piece.cites) {
      text += gap;
      const start = text.length;
      text += markOf(source);
      marks.push({ source, start, end: text.length });
    }
    text += stop;
  }
  return { text, marks };
}
