import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { alignItems, itemsInPlace } from './align-items.ts';

/** "0=1" per pair of places, then what is left of both. */
function aligned(left: readonly JsonObject[], right: readonly JsonObject[]): string {
  const { pairs, onlyLeft, onlyRight } = alignItems(itemsInPlace(left), itemsInPlace(right));
  const places = (items: readonly { readonly place: number }[]) => items.map(({ place }) => place).join(',');
  return `${pairs.map(([one, other]) => `${one.place}=${other.place}`).join(' ')} | ${places(onlyLeft)} | ${places(onlyRight)}`;
}

const message = (id: string | null) => ({ type: 'message', id });
const reasoning = (id: string | null) => ({ type: 'reasoning', id });

describe('alignItems', () => {
  it('goes by ID', () => {
    expect(aligned([message('a'), message('b')], [message('b'), message('a')])).toBe('0=1 1=0 |  | ');
  });

  it('goes by place and type where all items are named anew', () => {
    expect(aligned([reasoning('a'), message('b')], [reasoning('c'), message('d')])).toBe('0=0 1=1 |  | ');
    expect(aligned([message(null), message(null)], [message(null)])).toBe('0=0 | 1 | ');
  });

  it('goes by type where one is left out in between', () => {
    expect(
      aligned([reasoning('a'), message('b'), { type: 'function_call', id: 'c' }], [reasoning('x'), { type: 'function_call', id: 'y' }]),
    ).toBe('0=0 2=1 | 1 | ');
  });

  it('keeps two items apart that have one ID', () => {
    expect(aligned([message('a'), message('a')], [message('a'), message('a')])).toBe('0=0 1=1 |  | ');
  });
});
