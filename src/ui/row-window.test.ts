import { describe, expect, it } from 'vitest';
import { afterScroll, AT_START, placeWithin, rowsInView, scrollHeightOf, scrollTopOf, topForRow } from './row-window.ts';

const FEW = { rowCount: 1000, rowHeight: 18, viewHeight: 180 };
const MANY = { rowCount: 5_000_000, rowHeight: 18, viewHeight: 180 };
const END = MANY.rowCount * 18 - 180;

describe('rowsInView', () => {
  it('is the rows at the scroll position, with some on both sides', () => {
    expect(rowsInView(afterScroll(AT_START, 180, FEW), FEW, 2)).toEqual({ first: 8, last: 22, offset: 144 });
  });

  it('are the last ones when there are fewer than before', () => {
    const place = placeWithin({ scrollTop: 9000, top: 9000 }, { ...FEW, rowCount: 20 });
    expect(rowsInView(place, { ...FEW, rowCount: 20 }, 0)).toEqual({ first: 10, last: 20, offset: 180 });
    expect(placeWithin(AT_START, FEW)).toBe(AT_START);
  });

  it('ends at the last row', () => {
    expect(rowsInView(afterScroll(AT_START, 1_000_000, FEW), FEW, 2)).toMatchObject({ last: 1000 });
    expect(rowsInView(AT_START, { ...FEW, rowCount: 3 }, 2)).toEqual({ first: 0, last: 3, offset: 0 });
    expect(rowsInView(AT_START, { ...FEW, rowCount: 0 }, 2)).toEqual({ first: 0, last: 0, offset: 0 });
  });
});

describe('more rows than an element can be high', () => {
  it('reaches the first and the last of five million', () => {
    const height = scrollHeightOf(MANY);
    expect(height).toBeLessThan(17_000_000);
    expect(rowsInView(AT_START, MANY, 2)).toMatchObject({ first: 0 });
    const end = rowsInView(afterScroll(AT_START, height - 180, MANY), MANY, 2);
    expect(end).toMatchObject({ last: MANY.rowCount, first: MANY.rowCount - 12 });
    expect(end.offset + (end.last - end.first) * 18).toBeCloseTo(height);
  });

  it('moves by what the wheel says, not by what the scaled bar says', () => {
    const place = afterScroll({ scrollTop: 5_000, top: 30_000 }, 5_100, MANY);
    expect(place).toEqual({ scrollTop: 5_100, top: 30_100 });
    expect(rowsInView(place, MANY, 0).offset).toBeCloseTo(5_100 - (30_100 % 18));
  });

  it('goes to the share of the bar when its thumb is dragged', () => {
    const half = (scrollHeightOf(MANY) - 180) / 2;
    expect(afterScroll(AT_START, half, MANY).top).toBeCloseTo(END / 2);
  });

  it('has a place of the bar for every place in the rows, and back', () => {
    for (const top of [0, 1_000_000, END / 3, END]) expect(afterScroll(AT_START, scrollTopOf(top, MANY), MANY).top).toBeCloseTo(top, 0);
    expect(scrollTopOf(777, FEW)).toBe(777);
  });
});

describe('topForRow', () => {
  it('scrolls as little as possible, and not at all for a row in view', () => {
    expect(topForRow(12, 'nearest', 180, FEW)).toBe(180);
    expect(topForRow(5, 'nearest', 180, FEW)).toBe(90);
    expect(topForRow(30, 'nearest', 180, FEW)).toBe(31 * 18 - 180);
  });

  it('brings a row to the middle, as far as there are rows around it', () => {
    expect(topForRow(500, 'center', 0, FEW)).toBe(500 * 18 - 81);
    expect(topForRow(0, 'center', 9000, FEW)).toBe(0);
    expect(topForRow(999, 'center', 0, FEW)).toBe(1000 * 18 - 180);
  });
});
