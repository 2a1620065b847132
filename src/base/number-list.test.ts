import { expect, it } from 'vitest';
import { createNumberList, createWholeNumberList } from './number-list.ts';

it.each([
  ['small whole numbers', createWholeNumberList(true), [0, 3, 255]],
  ['whole numbers', createWholeNumberList(), [0, 70_000, 4_294_967_295]],
  ['any numbers', createNumberList(), [-1, 0.25, 1e12]],
])('keeps %s, however many there are', (_, list, numbers) => {
  for (let round = 0; round < 100; round += 1) for (const number of numbers) list.push(number);
  expect(list.length()).toBe(300);
  expect([list.at(0), list.at(151), list.at(299)]).toEqual([numbers[0], numbers[1], numbers[2]]);
  expect(list.at(1000)).toBe(0);
});
