import { pino } from 'pino';
import type { Config } from './config.ts';

export type Log = {
  debug: (fields: object, message: string) => void;
  info: (fields: object, message: string) => void;
  warn: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};

const secretName = /KEY|TOKEN|SECRET|PASSWORD|LOGIN|_URL$/i;

/** JSON lines on standard error. No value of a secret variable is ever written, wherever in a message it stands. */
export function createLog(config: Pick<Config, 'logLevel' | 'env'>): Log {
  const redact = createRedactor(config.env);
  const stream = { write: (line: string) => void process.stderr.write(redact(line)) };
  return pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}

/** Replaces the values of secret variables, and the passwords of addresses, by `[secret]`. */
export function createRedactor(env: Readonly<Record<string, string | undefined>>): (text: string) => string {
  const secrets = Object.entries(env)
    .filter(([name, value]) => secretName.test(name) && value !== undefined && value.length >= 6)
    .flatMap(([name, value = '']) => (name.endsWith('_URL') ? passwordOf(value) : [value]))
    .toSorted((a, b) => b.length - a.length);
  return (text) => {
    let clean = text.replace(/(\w+:\/\/[^\s:/@"]+:)[^\s@"]+@/g, '$1[secret]@');
    for (const secret of secrets) clean = clean.replaceAll(secret, '[secret]');
    return clean;
  };
}

function passwordOf(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { password } = new URL(address);
  return password.length >= 6 ? [password, decodeURIComponent(password)] : [];
}
