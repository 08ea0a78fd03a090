import type { Reporter, TestModule } from 'vitest/node';

/** Says at the end on which queues the tests ran, so that a run without Redis does not look like one with it. */
export default class QueueBackends implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.every((module) => module.project.name === 'unit')) return;
    const redis = process.env['REDIS_URL'];
    const said = redis ? 'Redis, at REDIS_URL' : 'PostgreSQL. Redis: skipped; set REDIS_URL to run the same tests on it';
    process.stdout.write(`      Queues  ${said}\n\n`);
  }
}
