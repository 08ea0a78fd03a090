import { askDataForSeo } from './dataforseo.ts';
import type { Engine, EngineAnswer } from './engine.ts';
import { EngineError } from '../errors.ts';
import { configuredKeys, requireKey } from './environment.ts';
import { runAsk } from './run-ask.ts';
import { askSerpApi } from './serpapi.ts';

/** Google has no API for either surface; two providers read the page for us. */
export const serpKeys = [['SERPAPI_API_KEY'], ['DATAFORSEO_LOGIN', 'DATAFORSEO_PASSWORD']] as const;

export type SerpSurface = 'ai_overview' | 'ai_mode';

/** Asks through SerpApi where its key is set, else through DataForSEO. */
export async function askGoogle(
  engine: Engine,
  surface: SerpSurface,
  ...[question, options, deps]: Parameters<Engine['ask']>
): Promise<EngineAnswer> {
  const names = configuredKeys(serpKeys, deps.env);
  if (!names) {
    const ways = serpKeys.map((way) => way.join(' and ')).join(', or ');
    throw new EngineError('unauthorized', `${engine.label} needs a key: set ${ways}.`);
  }
  const secrets = names.map((name) => requireKey(deps.env, name, engine.label));
  const [first = '', second] = secrets;
  const basic = second === undefined ? null : Buffer.from(`${first}:${second}`).toString('base64');
  const frame = { engine, question, modelAsked: null, secrets: basic ? [...secrets, basic] : secrets, signal: options.signal };
  return runAsk(frame, deps, (wire) =>
    basic ? askDataForSeo(wire, surface, question, basic, deps.env) : askSerpApi(wire, surface, question, first, deps.env),
  );
}
