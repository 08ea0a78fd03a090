import { EngineError } from '../errors.ts';
import type { EngineDeps } from './engine.ts';

type Env = EngineDeps['env'];

/** The value under `name`; an empty one counts as missing, as docker compose passes unset variables so. */
export function readEnv(env: Env, name: string): string | null {
  return env[name]?.trim() || null;
}

/** @throws {EngineError} `unauthorized` where the key is missing or could not be sent in a header. */
export function requireKey(env: Env, name: string, label: string): string {
  const key = readEnv(env, name);
  if (!key) throw new EngineError('unauthorized', `${label} needs a key: set ${name}.`);
  // fetch would refuse it with a message that quotes it.
  if (!/^[\x21-\x7e]+$/.test(key)) throw new EngineError('unauthorized', `${name} holds characters that no key has.`);
  return key;
}

/** @throws {EngineError} `bad_request` where the address is not http(s); credentials inside an address are refused unquoted. */
export function baseAddress(env: Env, name: string, fallback: string): string {
  const text = readEnv(env, name) ?? fallback;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new EngineError('bad_request', `${name} is not an http or https address without credentials.`);
  }
  return text.replace(/\/+$/, '');
}

/** The model to ask: the caller's choice, else the environment's, else the adapter's. */
export function modelOf(env: Env, name: string, chosen: string | null, fallback: string): string {
  return chosen ?? readEnv(env, name) ?? fallback;
}

/** The first of the alternatives whose variables are all set; null where none is. */
export function configuredKeys(keys: readonly (readonly string[])[], env: Env): readonly string[] | null {
  return keys.find((names) => names.every((name) => readEnv(env, name) !== null)) ?? null;
}
