import { hc, type ClientResponse, type InferRequestType, type InferResponseType } from 'hono/client';
import type { AppType } from '../api/app.ts';
import { keyHeaders } from './api-key.ts';
import { fetchUnlessAsked } from './asked-first.ts';
import { askToSignIn } from './session.ts';

const client = hc<AppType>('/', { headers: keyHeaders, fetch: fetchUnlessAsked });
export const api = client.api.v1;

export type Issue = { path: string; message: string; code?: string };

/** What the server said was wrong; `offline` where it could not be reached at all. */
export class ApiError extends Error {
  readonly code: string;
  readonly requestId: string | null;
  readonly issues: Issue[];

  constructor(code: string, message: string, requestId: string | null = null, issues: Issue[] = []) {
    super(message);
    this.code = code;
    this.requestId = requestId;
    this.issues = issues;
  }
}

type Done<R> = R extends ClientResponse<infer Body, infer Status> ? (Status extends 200 | 201 | 202 ? Body : never) : never;

/** Waits for a request and gives its JSON. @throws {ApiError} */
export async function call<R extends ClientResponse<unknown, number>>(request: Promise<R>): Promise<Done<R>> {
  let response: R;
  try {
    response = await request;
  } catch {
    throw new ApiError('offline', '');
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Done<R>;
  if (response.status === 401) askToSignIn();
  throw toError(response.status, body);
}

/** All pages of a list, one after the other, for what is shown whole. @throws {ApiError} */
export async function everyPage<Page extends { next: string | null }>(
  read: (cursor: string | undefined) => Promise<Page>,
): Promise<Page[]> {
  const pages = [await read(undefined)];
  for (let next = pages[0]?.next; next != null; next = pages.at(-1)?.next) pages.push(await read(next));
  return pages;
}

/** Waits for a file and hands it to the browser to be saved. @throws {ApiError} */
export async function download(request: Promise<Response | ClientResponse<unknown, number>>): Promise<void> {
  const response = await request.catch(() => {
    throw new ApiError('offline', '');
  });
  if (response.status === 401) askToSignIn();
  if (!response.ok) throw toError(response.status, await response.json().catch(() => null));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'download';
  link.click();
  URL.revokeObjectURL(address);
}

function toError(status: number, body: unknown): ApiError {
  const told =
    body !== null && typeof body === 'object' && 'error' in body
      ? (body.error as { code: string; message: string; requestId: string; issues?: Issue[] })
      : null;
  // A proxy's page, or the server on its way down: no body of ours.
  if (!told) return new ApiError(status >= 502 && status <= 504 ? 'offline' : 'internal', `HTTP ${status}`);
  return new ApiError(told.code, told.message, told.requestId, told.issues);
}

export type Trends = InferResponseType<typeof api.trends.$get, 200>;
export type Overview = InferResponseType<typeof api.overview.$get, 200>;
export type StageReading = Overview['stages'][number];
export type Finding = Overview['findings'][number];
export type Journey = InferResponseType<typeof api.journey.$get, 200>;
export type JourneyStage = Journey['stages'][number];
export type Funnel = InferResponseType<typeof api.conversions.$get, 200>;
export type ConversionRow = InferResponseType<typeof api.conversions.imports.preview.$post, 200>['rows'][number];
export type Comparisons = InferResponseType<typeof api.comparisons.$get, 200>;
export type ComparisonGroup = Comparisons['groups'][number];
export type Series = Trends['series'][number];
export type Point = Series['points'][number];
export type Figure = NonNullable<Point['visibility']>;
export type Run = InferResponseType<typeof api.runs.$get, 200>['runs'][number];
export type Prompt = InferResponseType<typeof api.prompts.$get, 200>['prompts'][number];
export type PromptFigures = InferResponseType<typeof api.prompts.figures.$get, 200>['prompts'][number];
export type PromptImport = InferResponseType<typeof api.prompts.import.$post, 200>;
export type Brand = InferResponseType<typeof api.brands.$get, 200>['brands'][number];
export type PanelBrand = InferResponseType<typeof api.brands.$get, 200>['panel']['brands'][number];
export type Engine = InferResponseType<typeof api.engines.$get, 200>['engines'][number];
export type Answer = InferResponseType<typeof api.answers.$get, 200>['answers'][number];
export type Proposal = InferResponseType<(typeof api)['competitor-proposals']['$get'], 200>['proposals'][number];
export type CitedSite = InferResponseType<typeof api.citations.$get, 200>['sites'][number];
export type Workspace = InferResponseType<typeof api.workspaces.$get, 200>['workspaces'][number];
export type Audit = InferResponseType<typeof api.audit.$get, 200>;
export type DetectorScore = InferResponseType<typeof api.audit.detector.$get, 200>['scores'][number];
export type Recount = InferResponseType<typeof api.recounts.$get, 200>['recounts'][number];
export type Overruling = InferResponseType<typeof api.overrulings.$get, 200>['overrulings'][number];
export type Alert = InferResponseType<typeof api.alerts.$get, 200>['alerts'][number];
export type AlertDetail = InferResponseType<(typeof api.alerts)[':id']['$get'], 200>;
export type Outlook = InferResponseType<typeof api.alerts.outlooks.$get, 200>['outlooks'][number];
export type Suspect = InferResponseType<typeof api.alerts.outlooks.$get, 200>['suspects'][number];
export type AlertRule = InferResponseType<(typeof api)['alert-rules']['$get'], 200>['rules'][number];
export type RuleDraft = InferRequestType<(typeof api)['alert-rules']['preview']['$post']>['json']['rule'];
export type Session = InferResponseType<typeof api.session.$get, 200>;
export type Member = InferResponseType<typeof api.people.$get, 200>['people'][number];
export type Invitation = InferResponseType<typeof api.invitations.$get, 200>['invitations'][number];
export type AuditEntry = InferResponseType<typeof api.audit.log.$get, 200>['entries'][number];
export type ApiKey = InferResponseType<typeof api.keys.$get, 200>['keys'][number];
export type Role = Member['role'];
export type Webhook = InferResponseType<typeof api.webhooks.$get, 200>['webhooks'][number];
export type WebhookDelivery = InferResponseType<(typeof api.webhooks)[':id']['deliveries']['$get'], 200>['deliveries'][number];
export type Schedule = InferResponseType<typeof api.schedules.$get, 200>['schedules'][number];
export type ScheduleDraft = InferRequestType<typeof api.schedules.$post>['json'];
export type PlanRequest = InferRequestType<typeof api.schedules.plan.$post>['json'];
type PlanAnswer = InferResponseType<typeof api.schedules.plan.$post, 200>;
export type Plan = PlanAnswer['plan'];
export type PlanBasis = PlanAnswer['basis'];
export type PlanWishAnswer = NonNullable<PlanAnswer['wish']>;
