import type { Reporter, TestModule } from 'vitest/node';

/** Says at the end which queues the tests ran on, so that a run without Redis does not look like one with it. */
export default class QueueBackends implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const store = modules.find((module) => module.project.name === 'store');
    if (!store) return;
    const { redisUrl } = store.project.getProvidedContext();
    const redis = redisUrl === null ? 'Redis skipped: no REDIS_URL is set and there is no redis-server' : 'Redis too';
    process.stdout.write(`      Queues  on PostgreSQL; ${redis}\n\n`);
  }
}
