import { z } from 'zod';

/** What travels in each queue. Asks have one queue an engine, so that an engine that waits holds up nobody else. */
export const contracts = {
  /** Expands a planned run into observations and queues them. */
  plan: z.object({ workspaceId: z.uuid(), runId: z.uuid() }),
  /** Asks one observation's question. */
  ask: z.object({ workspaceId: z.uuid(), observationId: z.uuid() }),
  /** Reads all answers of the workspace that wait for it. */
  analyze: z.object({ workspaceId: z.uuid() }),
  /** Plans the next turn of every conversation whose last one is answered. */
  converse: z.object({ workspaceId: z.uuid() }),
  /** Brings what is new into rollups and spend. */
  rollup: z.object({ workspaceId: z.uuid() }),
  /** Reads names beside the panel's brands out of all answers that wait for it. */
  names: z.object({ workspaceId: z.uuid() }),
  /** Lets the second reader judge all answers that wait for it. */
  judge: z.object({ workspaceId: z.uuid() }),
  /** Looks for changes in the workspace's history. */
  alerts: z.object({ workspaceId: z.uuid() }),
  /** Sends what is due to one endpoint of webhooks. */
  deliver: z.object({ workspaceId: z.uuid(), endpointId: z.uuid() }),
  /** Goes on reading the workspace's stored answers again. */
  recount: z.object({ workspaceId: z.uuid() }),
  /** Reads the cited pages of the workspace that are due. */
  pages: z.object({ workspaceId: z.uuid() }),
  /** Makes the workspace's reports that are due. */
  report: z.object({ workspaceId: z.uuid() }),
  /** Plans due schedules and picks up whatever lost its job. */
  tick: z.object({}),
} as const;

export type Step = keyof typeof contracts;
export type Payload<S extends Step> = z.infer<(typeof contracts)[S]>;

export const askQueueName = (engine: string): string => `ask-${engine}`;
