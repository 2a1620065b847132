import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createByteStore } from './byte-store.ts';

it('gives back what was appended, wherever pieces and blocks end', () => {
  const all = Uint8Array.from({ length: 600_000 }, (_, index) => (index * 31) % 251);
  const places = fc.array(fc.integer({ min: 0, max: all.length }), { maxLength: 8 }).map((cuts) => cuts.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(places, fc.integer({ min: -5, max: 600_005 }), fc.integer({ min: -5, max: 600_005 }), (cuts, start, end) => {
      const store = createByteStore();
      [0, ...cuts].forEach((from, index) => store.append(all.subarray(from, cuts[index] ?? all.length)));
      expect(store.length()).toBe(all.length);
      expect(Buffer.compare(store.slice(start, end), all.subarray(Math.max(0, start), Math.max(0, end)))).toBe(0);
    }),
    { numRuns: 50 },
  );
});
