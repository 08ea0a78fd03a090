import type { Config } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { listWorkspaces } from '../db/workspaces.ts';
import { configuredEngines } from '../engines/registry.ts';
import { simulatorEnv } from '../engines/simulator/server.ts';
import { openSimulator } from './demo.ts';

export type SimulatedEngines = { env: Record<string, string>; withDemo: boolean; close: () => Promise<void> };

/**
 * The simulated engines, where they are needed: for simulated workspaces that exist, and for the demo of somebody who
 * has no keys yet.
 */
export async function openSimulatedEngines(config: Config, databaseUrl: string): Promise<SimulatedEngines | null> {
  const exists = await hasSimulatedWorkspace(databaseUrl);
  const withDemo = config.demo && (exists || configuredEngines(config.env).length === 0);
  if (!exists && !withDemo) return null;
  if (config.simulatorUrl !== null) return { env: simulatorEnv(config.simulatorUrl), withDemo, close: async () => undefined };
  const simulator = await openSimulator(databaseUrl, Date.now());
  return { env: simulator.env, withDemo, close: () => simulator.close() };
}

async function hasSimulatedWorkspace(databaseUrl: string): Promise<boolean> {
  const db = openDatabase(databaseUrl, { connections: 1 });
  try {
    return (await listWorkspaces(db)).some((workspace) => workspace.simulated);
  } finally {
    await db.$disconnect();
  }
}
