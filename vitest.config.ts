import { defineConfig } from 'vitest/config';

/** Tests on a real PostgreSQL. */
const store = [
  'tests/{api,queue,store,workers}/**/*.test.ts',
  'tests/services/!(prompt-packs|batched).test.ts',
  'tests/commands/{import,migrate,rebuild,start,worker}*.test.ts',
];
/** The whole product in a browser. */
const e2e = ['tests/e2e/**/*.test.ts'];
/** Processes and databases that are killed. */
const chaos = ['tests/chaos/**/*.test.ts'];

const minuteMs = 60_000;
/** One file at a time: these start processes, and would measure each other. */
const heavy = { fileParallelism: false, hookTimeout: 2 * minuteMs, teardownTimeout: minuteMs };

/**
 * Modules are loaded once for all files, not once a file: that was half of the time. No test changes a module, so Node itself
 * loads them, as it does for the product; Vite would first transform each.
 */
const light = { isolate: false, pool: 'threads' as const, experimental: { viteModuleRunner: false, nodeLoader: false } };
/** Each file has a database of its own. */
const pairs = { isolate: false, fileParallelism: true, maxWorkers: 2 };
/** One project after another. */
const turn = (groupOrder: number) => ({ sequence: { groupOrder } });

export default defineConfig({
  root: import.meta.dirname,
  test: {
    reporters: ['default', './tests/queue-backends.ts'],
    projects: [
      // All that no other project names, so that no file is left out.
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...store, ...e2e, ...chaos],
          testTimeout: 20_000,
          ...light,
          ...turn(0),
        },
      },
      {
        test: {
          name: 'store',
          include: store,
          globalSetup: ['tests/store/global-setup.ts'],
          testTimeout: minuteMs,
          ...heavy,
          ...pairs,
          ...turn(1),
        },
      },
      { test: { name: 'e2e', include: e2e, globalSetup: ['tests/e2e/global-setup.ts'], testTimeout: 3 * minuteMs, ...heavy, ...turn(2) } },
      { test: { name: 'chaos', include: chaos, testTimeout: 5 * minuteMs, ...heavy, ...turn(3) } },
    ],
  },
});
