import { createApi } from '../../src/api/app.ts';
import type { Deps } from '../../src/deps.ts';
import { openAnsweredStore } from './answered.ts';
import { quantile } from './store.ts';

const sizes = [10_000, 1_000_000];
const requests = 60;

/** GET /api/v1/trends, twelve weeks of all nine brands by week, over 10,000 and over 1,000,000 analysed answers. */
export async function run(): Promise<object[]> {
  const p95s = [];
  const rows = [];
  for (const size of sizes) {
    const store = await openAnsweredStore(size, '2026-06-01');
    const taken = await ask(store.deps);
    await store.close();
    p95s.push(quantile(taken, 0.95));
    rows.push({ answers: size, medianMs: round1(quantile(taken, 0.5)), p95Ms: round1(quantile(taken, 0.95)), wanted: 'p95Ms < 50' });
  }
  return [...rows, { ratio: round1((p95s[1] ?? 0) / (p95s[0] ?? 1)), wanted: 'ratio <= 1.5' }];
}

async function ask(deps: Deps): Promise<number[]> {
  const api = createApi(deps);
  const address = '/api/v1/trends?from=2026-06-01&to=2026-08-24&by=week';
  const taken = [];
  for (let request = 0; request < requests + 10; request++) {
    const start = performance.now();
    const response = await api.request(address, { headers: { host: 'localhost' } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`trends answered ${response.status}`);
    if (request >= 10) taken.push(performance.now() - start); // the first ones warm up
  }
  return taken;
}

const round1 = (value: number) => Math.round(value * 10) / 10;
