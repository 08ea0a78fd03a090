import { readOverrulings } from '../db/overrulings.ts';
import { readPanel } from '../db/panels.ts';
import type { Deps } from '../deps.ts';
import { createAnalyzer } from '../domain/analysis/analyze.ts';

/** Whether a prompt's text names a brand of the panel: then it stays out of the headline figures. */
export async function brandedTest(deps: Deps, workspaceId: string, panelVersion: number): Promise<(text: string) => boolean> {
  const panel = await readPanel(deps.db, workspaceId, panelVersion);
  if (!panel) return () => false;
  const analyze = createAnalyzer(panel, await readOverrulings(deps.db, workspaceId, panelVersion));
  return (text) => analyze({ id: 'prompt', text }).mentions.length > 0;
}
