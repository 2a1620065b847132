import { assert, property, uint8Array } from 'fast-check';
import { expect, it } from 'vitest';
import { base64Of, bytesOfBase64 } from './base64.ts';

it('gives back any bytes', () => {
  assert(
    property(uint8Array({ maxLength: 100 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
    }),
  );
});

it('is one piece of base64 for bytes of any length', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index * 7);
  expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

it('says when it is broken', () => {
  expect(bytesOfBase64('a')).toBeNull();
  expect(bytesOfBase64('ä===')).toBeNull();
});
