import { defineConfig } from 'vitest/config';

/** Tests that need a real PostgreSQL (an embedded one that `global-setup` starts, or TEST_DATABASE_URL). */
const store = [
  'tests/store/**/*.test.ts',
  'tests/api/**/*.test.ts',
  'tests/services/**/*.test.ts',
  'tests/queue/**/*.test.ts',
  'tests/workers/**/*.test.ts',
  'tests/commands/{start,worker,migrate,import,rebuild}*.test.ts',
];
/** Of a folder that needs a database, the files that do not. */
const pure = ['tests/services/prompt-packs.test.ts'];
const e2e = ['tests/e2e/**/*.test.ts'];
const chaos = ['tests/chaos/**/*.test.ts'];

const minute = 60_000;
/** These start processes and databases: one file at a time, or they measure each other. */
const heavy = { fileParallelism: false, hookTimeout: 2 * minute, teardownTimeout: minute };

export default defineConfig({
  root: import.meta.dirname,
  test: {
    reporters: ['default', './tests/queue-backends.ts'],
    projects: [
      // Everything that is not named below, so that no test file is ever left out.
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...store.filter((glob) => !glob.includes('/services/')), 'tests/services/!(prompt-packs).test.ts', ...e2e, ...chaos],
          testTimeout: 20_000,
        },
      },
      {
        test: { name: 'store', include: store, exclude: pure, globalSetup: ['tests/store/global-setup.ts'], testTimeout: minute, ...heavy },
      },
      { test: { name: 'e2e', include: e2e, testTimeout: 3 * minute, ...heavy } },
      { test: { name: 'chaos', include: chaos, testTimeout: 5 * minute, ...heavy } },
    ],
  },
});
