import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const idBytes = 16;
const secretBytes = 32;

export type TokenKind = 'key' | 'invite' | 'reset';
/** `hash` is what may be kept of it: SHA-256 of 256 random bits, which no table of guesses covers. */
export type Token = { workspaceId: string; id: string; hash: Uint8Array<ArrayBuffer> };

/** A token says where its row is, and holds a secret that only its owner has. */
export function makeToken(kind: TokenKind, workspaceId: string, id: string): Token & { text: string } {
  const secret = randomBytes(secretBytes);
  const body = Buffer.concat([bytesOf(workspaceId), bytesOf(id), secret]);
  return { text: `wayseen_${kind}_${body.toString('base64url')}`, workspaceId, id, hash: digest(secret) };
}

/** @returns null for what cannot be a token */
export function readToken(kind: TokenKind, text: string): Token | null {
  const encoded = new RegExp(`^wayseen_${kind}_([\\w-]{86})$`).exec(text)?.[1];
  if (encoded === undefined) return null;
  const body = Buffer.from(encoded, 'base64url');
  const secret = body.subarray(2 * idBytes);
  return { workspaceId: uuidOf(body.subarray(0, idBytes)), id: uuidOf(body.subarray(idBytes, 2 * idBytes)), hash: digest(secret) };
}

/** Takes the same time wherever the two differ. */
export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

const digest = (secret: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(createHash('sha256').update(secret).digest());
const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
