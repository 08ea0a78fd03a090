import type { Config } from '../config.ts';

type Started = {
  config: Pick<Config, 'host' | 'port' | 'redisUrl' | 'admin'>;
  /** Where the data is, in words. */
  data: string;
  simulated: boolean;
  /** Names of the engines whose keys are set. */
  engines: readonly string[];
  /** `token`: signs in who has it; null where a password is set. */
  admin: { email: string; token: string | null };
};

/** What a start has to say, in lines: the address, what is simulated, and what to do next. */
export function announcement({ config, data, simulated, engines, admin }: Started): string[] {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const address = `http://${host}:${config.port}`;
  const queue = config.redisUrl === null ? 'PostgreSQL' : 'Redis';
  const lines = ['', `  Wayseen is ready at ${address}`, '', `  Data        ${data}; queues in ${queue}`];
  if (simulated) lines.push('  Simulated   the demo workspace: its engines, brands and answers are made up, and marked so everywhere');
  if (engines.length > 0) lines.push(`  Engines     with a key: ${engines.join(', ')}`);
  // Only what need not be kept secret from this machine: it is open to it anyway.
  if (admin.token !== null)
    lines.push(`  Sign in     ${address}/sign-in#${admin.token} makes you ${admin.email}; not needed on this machine`);
  else if (config.admin.password !== null) lines.push(`  Sign in     as ${admin.email} with WAYSEEN_ADMIN_PASSWORD`);
  const key = 'enter a key on the Engines page, or set one (see .env.example) and start again, to ask the real engines';
  lines.push(`  Next        open the address; ${engines.length > 0 ? 'name your brand there, or go on where you were' : key}`);
  return [...lines, '  Reference   the API is described at /docs', ''];
}
