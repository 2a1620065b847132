import { describe, expect, it } from 'vitest';
import { namesOfItems, positionOfItem } from './item-name.ts';

const ITEMS = [{ id: 'msg_1' }, { id: 'rs_2' }, { id: 'rs_2' }, { type: 'x' }, 'text', { id: '' }, { id: '@1' }];

describe('names of items in links', () => {
  it('are IDs where an ID is there and unique, else positions', () => {
    expect(namesOfItems(ITEMS)).toEqual(['msg_1', '@1', '@2', '@3', '@4', '@5', '@6']);
  });

  it('lead back to their item', () => {
    expect(namesOfItems(ITEMS.slice(0, 6)).map((name) => positionOfItem(ITEMS, name))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('lead nowhere when there is no such item', () => {
    expect([null, 'msg_9', '@7', '@-1', '@x', '@'].map((name) => positionOfItem(ITEMS, name))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
