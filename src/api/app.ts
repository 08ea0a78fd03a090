import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHono } from '@hono/zod-openapi';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import type { Deps } from '../deps.ts';
import type { Needed } from '../services/access.ts';
import { isReady } from '../services/status.ts';
import { createSignInAttempts } from '../services/sign-in-attempts.ts';
import { simulatorTruth } from '../services/simulator-truth.ts';
import { access, roleOf, routeKey, workspaceOf, type AppEnv } from './access.ts';
import { auditLog } from './audit-log.ts';
import { idempotency } from './idempotency.ts';
import { rateLimit } from './rate-limit.ts';
import { handleError, handleInvalid, handleNotFound } from './errors.ts';
import { limitBody, refuseUnusable } from './text.ts';
import { docsPage, docsScript } from './docs.ts';
import { alertRuleRoutes } from './routes/alert-rules.ts';
import { alertRoutes } from './routes/alerts.ts';
import { answerRoutes } from './routes/answers.ts';
import { auditLogRoutes } from './routes/audit-log.ts';
import { auditRoutes } from './routes/audit.ts';
import { brandRoutes } from './routes/brands.ts';
import { citationRoutes } from './routes/citations.ts';
import { gapRoutes } from './routes/gaps.ts';
import { pageReadingRoutes } from './routes/page-reading.ts';
import { comparisonRoutes } from './routes/comparisons.ts';
import { competitorRoutes } from './routes/competitors.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { conversionRoutes } from './routes/conversions.ts';
import { customerRoutes } from './routes/customers.ts';
import { engineRoutes } from './routes/engines.ts';
import { joinRoutes } from './routes/join.ts';
import { keyRoutes } from './routes/keys.ts';
import { journeyRoutes } from './routes/journey.ts';
import { overrulingRoutes } from './routes/overrulings.ts';
import { overviewRoutes } from './routes/overview.ts';
import { passwordResetRoutes } from './routes/password-resets.ts';
import { peopleRoutes } from './routes/people.ts';
import { plannerRoutes } from './routes/planner.ts';
import { promptListRoutes } from './routes/prompt-lists.ts';
import { promptRoutes } from './routes/prompts.ts';
import { recountRoutes } from './routes/recounts.ts';
import { reportRecipientRoutes } from './routes/report-recipients.ts';
import { reportRoutes } from './routes/reports.ts';
import { reportFileRoutes } from './routes/report-files.ts';
import { reportLinkRoutes } from './routes/report-links.ts';
import { runEvents, runRoutes } from './routes/runs.ts';
import { scheduleRoutes } from './routes/schedules.ts';
import { sessionRoutes } from './routes/session.ts';
import { trendRoutes } from './routes/trends.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { workspaceRoutes } from './routes/workspaces.ts';

const root = join(import.meta.dirname, '../..');
export const webDir = join(root, 'dist/web');
const swaggerDir = join(root, 'node_modules/swagger-ui-dist');

export function createApi(deps: Deps) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: handleInvalid });
  const roles = new Map<string, Needed>(besideDocument);
  prepare(app, deps, roles);
  app.get('/health/live', (c) => c.json({ ok: true }));
  app.get('/health/ready', async (c) => ((await isReady(deps)) ? c.json({ ok: true }) : c.json({ ok: false }, 503)));
  app.get('/api/v1/runs/events', (c) => runEvents(deps)(workspaceOf(c), c));
  app.get('/api/v1/simulator/truth', async (c) => c.json(await simulatorTruth(deps, c.req.query()), 200));
  const attempts = createSignInAttempts(deps.now);
  const api = app.openapiRoutes([
    ...workspaceRoutes(deps),
    ...brandRoutes(deps),
    ...competitorRoutes(deps),
    ...citationRoutes(deps),
    ...gapRoutes(deps),
    ...pageReadingRoutes(deps),
    ...promptRoutes(deps),
    ...promptListRoutes(deps),
    ...engineRoutes(deps),
    ...plannerRoutes(deps),
    ...scheduleRoutes(deps),
    ...runRoutes(deps),
    ...answerRoutes(deps),
    ...customerRoutes(deps),
    ...conversationRoutes(deps),
    ...overviewRoutes(deps),
    ...conversionRoutes(deps),
    ...journeyRoutes(deps),
    ...trendRoutes(deps),
    ...comparisonRoutes(deps),
    ...alertRoutes(deps),
    ...alertRuleRoutes(deps),
    ...auditRoutes(deps),
    ...auditLogRoutes(deps),
    ...webhookRoutes(deps),
    ...recountRoutes(deps),
    ...overrulingRoutes(deps),
    ...reportRoutes(deps),
    ...reportLinkRoutes(deps),
    ...sessionRoutes(deps, attempts),
    ...joinRoutes(deps, attempts),
    ...passwordResetRoutes(deps, attempts),
    ...peopleRoutes(deps),
    ...keyRoutes(deps),
    ...reportFileRoutes(deps),
    ...reportRecipientRoutes(deps),
  ] as const);
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type === 'route') roles.set(routeKey(definition.route.method, definition.route.path), roleOf(definition.route));
  }
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Wayseen', version: '1', description }, security: [{ key: [] }] });
  servePages(app);
  return api;
}

/** What every request goes through, in this order. */
function prepare(app: OpenAPIHono<AppEnv>, deps: Deps, roles: ReadonlyMap<string, Needed>): void {
  app.onError(handleError(deps.log));
  app.notFound(handleNotFound);
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.header('x-request-id', c.get('requestId'));
    await next();
  });
  app.use(secureHeaders({ contentSecurityPolicy: pagePolicy, xFrameOptions: 'DENY', referrerPolicy: 'same-origin' }));
  app.use(compress());
  app.use(
    '/api/*',
    access(deps, () => roles),
    rateLimit(deps.now),
    limitBody,
    refuseUnusable,
    idempotency(deps),
    auditLog(deps),
  );
  app.use('/api/v1/trends', privately, etag());
}

/** Routes that are no part of the document. */
const besideDocument = [
  [routeKey('get', '/api/v1/runs/events'), 'viewer'],
  [routeKey('get', '/api/v1/simulator/truth'), 'member'],
] as const;

/** What the page's client is typed by. */
export type AppType = ReturnType<typeof createApi>;

/** The browser asks each time whether what it has is still so. */
const privately: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('cache-control', 'private, no-cache');
};

const description =
  'Visibility of brands in AI answers, per stage of the customer journey. Every rate carries its counts, its intervals and what was missing.';

const pagePolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // The component library sets sizes by style attributes.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

function servePages(app: OpenAPIHono<AppEnv>): void {
  app.get('/docs', (c) => c.html(docsPage));
  app.get('/docs/start.js', (c) => c.body(docsScript, 200, { 'content-type': 'text/javascript' }));
  app.use('/docs/assets/*', serveStatic({ root: swaggerDir, rewriteRequestPath: (path) => path.replace('/docs/assets', '') }));
  if (!existsSync(webDir)) return;
  app.use(
    '/assets/*',
    serveStatic({ root: webDir, onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }),
  );
  const servePage = serveStatic<AppEnv>({ root: webDir, rewriteRequestPath: () => '/index.html' });
  app.use('*', async (c, next) => {
    if (!['GET', 'HEAD'].includes(c.req.method) || c.req.path.startsWith('/api/') || c.req.path.startsWith('/assets/')) return next();
    // Every other address is one of the page's own.
    return servePage(c as Context<AppEnv, string>, next);
  });
}
