/**
 * Runs until the process is asked to end. The first signal aborts `signal` and waits for `run` to finish what it holds;
 * a second one ends the process at once, which is safe at any line.
 */
export async function runUntilSignal(run: (signal: AbortSignal) => Promise<void>, env: Record<string, string | undefined>): Promise<void> {
  const controller = new AbortController();
  let askedAt = 0;
  const onSignal = () => {
    // One Ctrl-C may arrive twice: from the terminal, and passed on by npm.
    if (controller.signal.aborted && Date.now() - askedAt > 1000) process.exit(130);
    if (!controller.signal.aborted) askedAt = Date.now();
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const orphaned = env['npm_lifecycle_event'] === undefined ? undefined : watchParent(onSignal);
  try {
    await run(controller.signal);
  } finally {
    clearInterval(orphaned);
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** Under npm, a signal to npm ends npm and its shell but reaches nobody else: without them we have been told to stop. */
function watchParent(onOrphaned: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onOrphaned();
  }, 500);
  return timer.unref();
}

/** Resolves after `ms`, or at once when aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}

/** Resolves when aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
