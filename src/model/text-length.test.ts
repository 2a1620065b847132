import { expect, it } from 'vitest';
import { textLength } from './text-length.ts';

it('counts the characters of all strings, at any depth', () => {
  expect(textLength(['ab', { a: 'cde', b: [null, 1, ['f']] }, []])).toBe(6);
});

it('looks into a part once', () => {
  let reads = 0;
  const part = {
    get text() {
      reads += 1;
      return 'abc';
    },
  };
  expect(textLength([part, part])).toBe(6);
  expect(textLength([{ inside: part }])).toBe(3);
  expect(reads).toBe(1);
});
