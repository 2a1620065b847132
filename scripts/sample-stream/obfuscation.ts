import { createHash } from 'node:crypto';

const PADDING_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Padding that hides the length of a delta, as OpenAI sends it: delta and padding together fill a multiple of 16. Seeded, so that a stream is written the same twice. */
export function obfuscationOf(delta: string, seed: string): string {
  const length = 16 - (delta.length % 16);
  const bytes = createHash('sha256').update(seed).digest().subarray(0, length);
  return Array.from(bytes, (byte) => PADDING_ALPHABET[byte % PADDING_ALPHABET.length]).join('');
}
