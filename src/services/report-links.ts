import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { newId } from '../db/new-id.ts';
import { addLink, findLink, listLinks, revokeLink, type LinkRow } from '../db/report-links.ts';
import { getWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Corrections } from '../domain/report/document-sources.ts';
import { NotFoundError } from '../errors.ts';
import { readCorrections, readKept, type KeptReport } from './reports.ts';
import { dayMs } from '../domain/durations.ts';

export type { LinkRow } from '../db/report-links.ts';

const idBytes = 16;
const secretBytes = 24;

/** Makes a link that shows this one report to whoever has it, for some days. Its token is told this once. */
export async function shareReport(deps: Deps, workspace: Workspace, reportId: string, days: number): Promise<LinkRow & { token: string }> {
  await readKept(deps, workspace, reportId);
  const id = newId();
  const token = Buffer.concat([toBytes(workspace.id), toBytes(id), randomBytes(secretBytes)]).toString('base64url');
  const createdAt = new Date(deps.now());
  const expiresAt = new Date(deps.now() + days * dayMs);
  return { ...(await addLink(deps.db, workspace.id, { id, reportId, tokenHash: hashOf(token), expiresAt, createdAt })), token };
}

export async function readLinks(deps: Deps, workspace: Workspace, reportId: string): Promise<LinkRow[]> {
  await readKept(deps, workspace, reportId);
  return listLinks(deps.db, workspace.id, reportId);
}

/** @throws {NotFoundError} */
export async function unshareReport(deps: Deps, workspace: Workspace, reportId: string, id: string): Promise<void> {
  if (!(await revokeLink(deps.db, workspace.id, { id, reportId }, new Date(deps.now())))) throw new NotFoundError('The link');
}

/** What a link shows. One that is unknown, over or taken back shows nothing, and does not say which. @throws {NotFoundError} */
export async function readShared(deps: Deps, token: string): Promise<KeptReport & { corrections: Corrections }> {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * idBytes + secretBytes || bytes.toString('base64url') !== token) throw new NotFoundError('The link');
  const link = await findLink(deps.db, toId(bytes.subarray(0, idBytes)), toId(bytes.subarray(idBytes, 2 * idBytes)));
  if (!link || !timingSafeEqual(Buffer.from(link.tokenHash), Buffer.from(hashOf(token)))) throw new NotFoundError('The link');
  if (link.revokedAt !== null || link.expiresAt.getTime() <= deps.now()) throw new NotFoundError('The link');
  const workspace = await getWorkspace(deps.db, toId(bytes.subarray(0, idBytes)));
  const kept = await readKept(deps, workspace, link.reportId);
  return { ...kept, corrections: await readCorrections(deps, workspace, kept) };
}

/** Only its hash is kept: who reads the database cannot use the link. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const toBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const toId = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
