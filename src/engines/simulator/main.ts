import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { stages } from '../../domain/journey.ts';
import { demoSeed, demoStart, demoWeeks } from './demo.ts';
import { faultNames } from './faults.ts';
import type { Faults } from './faults.ts';
import { createMarket } from './market.ts';
import { startSimulator } from './server.ts';
import type { KnownPrompt } from './simulator.ts';
import { simulatedEngines } from './vendors/vendor.ts';
import type { SimulatedEngine } from './vendors/vendor.ts';

const usage = `node src/engines/simulator/main.ts [--port N] [--host 127.0.0.1] [--seed N] [--starts-at ISO] [--prompts FILE.json]
  [--latency MS | --latency LOW-HIGH] [--slow MS] [--fault NAME=PROBABILITY]… [--rpm ENGINE=N]… [--log FILE]
Faults: ${faultNames.join(', ')}. Engines: ${simulatedEngines.join(', ')}. The prompts file holds [{ "text", "intent", "stage", "language" }].`;

const promptsSchema = z.array(z.object({ text: z.string(), intent: z.string(), stage: z.enum(stages), language: z.string().nullish() }));

class UsageError extends Error {}

function number(text: string, what: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < 0) throw new UsageError(`${what} is not a number: "${text}"`);
  return value;
}

/** `NAME=N` pairs with known names. */
function pairs<Name extends string>(texts: readonly string[], names: readonly Name[], what: string): Partial<Record<Name, number>> {
  const result: Partial<Record<Name, number>> = {};
  for (const text of texts) {
    const [left = '', right = ''] = text.split('=');
    const name = names.find((candidate) => candidate === left);
    if (name === undefined) throw new UsageError(`${what} knows ${names.join(', ')}, not "${left}"`);
    result[name] = number(right, `${what} ${left}`);
  }
  return result;
}

function latency(text: string): number | [number, number] {
  const [low = '', high] = text.split('-');
  return high === undefined ? number(low, '--latency') : [number(low, '--latency'), number(high, '--latency')];
}

function readPrompts(path: string | undefined): readonly KnownPrompt[] {
  if (path === undefined) return [];
  return promptsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function startOf(text: string | undefined): Date {
  const date = text === undefined ? demoStart(new Date(), demoWeeks) : new Date(text);
  if (Number.isNaN(date.getTime())) throw new UsageError(`--starts-at is no time: "${text}"`);
  return date;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const many = { type: 'string', multiple: true, default: [] as string[] } as const;
  const { values } = parseArgs({
    options: {
      port: text,
      host: text,
      seed: text,
      'starts-at': text,
      prompts: text,
      latency: text,
      slow: text,
      log: text,
      fault: many,
      rpm: many,
      help: { type: 'boolean' },
    },
  });
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const faults: Faults = pairs(values.fault, faultNames, '--fault');
  const requestsPerMinute: Partial<Record<SimulatedEngine, number>> = pairs(values.rpm, simulatedEngines, '--rpm');
  const running = await startSimulator({
    market: createMarket({
      seed: number(values.seed ?? String(demoSeed), '--seed'),
      startsAt: startOf(values['starts-at']),
      weeks: demoWeeks,
    }),
    prompts: readPrompts(values.prompts),
    port: number(values.port ?? '0', '--port'),
    host: values.host ?? '127.0.0.1',
    latencyMs: latency(values.latency ?? '0'),
    slowMs: number(values.slow ?? '5000', '--slow'),
    faults: { all: faults },
    requestsPerMinute,
    logPath: values.log ?? null,
  });
  process.stdout.write(`${running.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = error instanceof UsageError || error instanceof TypeError ? 2 : 1;
});
