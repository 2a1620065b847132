// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JsonArray } from '#base/json.ts';
import { createStore } from '#base/store.ts';
import { ItemRail } from './item-rail.tsx';
import { itemContextsOf } from './item-threads.ts';
import type { ItemsInView, RailLink, RailSource } from './rail-link.ts';

afterEach(cleanup);

function show(count: number, overrides: Partial<RailSource> = {}, inView: ItemsInView | null = null) {
  const items: JsonArray = Array.from({ length: count }, (_, position) => ({
    type: 'message',
    role: 'assistant',
    content: `Answer ${position}`,
  }));
  const onChoose = vi.fn<RailSource['onChoose']>();
  const onPeek = vi.fn<RailSource['onPeek']>();
  const shared = { reasoningTokens: null, reasoningItems: 0, expectsJson: false, isUnfinished: false };
  const source: RailSource = {
    items,
    path: ['output'],
    contextAt: itemContextsOf(items, shared, () => undefined),
    positions: items.map((_, position) => position),
    coming: [],
    onComing: () => undefined,
    selected: null,
    onChoose,
    onPeek,
    ...overrides,
  };
  const link: RailLink = { source: createStore<RailSource | null>(source), inView: createStore(inView) };
  render(<ItemRail link={link} label="Items" />);
  return { onChoose, onPeek, list: screen.getByRole('listbox', { name: 'Items' }) };
}

/** The text of the row that the keyboard is on. */
function active(list: HTMLElement): string {
  return document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
}

describe('ItemRail', () => {
  it('tells what is still to come behind what is there, and goes to where it begins', () => {
    const coming = [{ position: 2, item: { type: 'function_call', name: 'look_up', arguments: '{}' }, state: null }];
    const onComing = vi.fn<RailSource['onComing']>();
    const { list, onPeek } = show(2, { coming, onComing });
    const rows = screen.getAllByRole('option');
    expect(rows).toHaveLength(3);
    expect(rows[2]?.textContent).toMatch(/^2look_up.*still to come$/);
    fireEvent.keyDown(list, { key: 'End' });
    expect(active(list)).toContain('look_up');
    expect(onPeek).not.toHaveBeenCalled();
    fireEvent.keyDown(list, { key: 'Enter' });
    expect(onComing).toHaveBeenLastCalledWith(coming[0]);
  });

  it('draws a screenful of rows of any list, and says how many there are', () => {
    show(40_000);
    const rows = screen.getAllByRole('option');
    expect(rows.length).toBeLessThan(60);
    expect(rows[3]?.getAttribute('aria-setsize')).toBe('40000');
    expect(rows[3]?.getAttribute('aria-posinset')).toBe('4');
    expect(rows[3]?.textContent).toContain('Answer 3');
  });

  it('is walked with the keys, which bring items into view and choose nothing', () => {
    const { list, onPeek, onChoose } = show(20);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End']) fireEvent.keyDown(list, { key });
    expect(onPeek.mock.calls).toEqual([[1], [2], [1], [19]]);
    expect(active(list)).toContain('Answer 19');
    expect(onChoose).not.toHaveBeenCalled();
    fireEvent.keyDown(list, { key: 'Enter' });
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(19, true);
  });

  it('starts where the reader is: at the item that is selected, or the first in view', () => {
    const { list } = show(20, { selected: 7 }, { first: 12, last: 15 });
    expect(active(list)).toContain('Answer 7');
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
    cleanup();
    expect(active(show(20, {}, { first: 12, last: 15 }).list)).toContain('Answer 12');
    expect(screen.getAllByRole('option').filter(({ dataset }) => dataset['inView'] !== undefined)).toHaveLength(4);
  });

  it('leaves the focus where it is when a row is pressed', () => {
    const { onChoose } = show(20, { positions: [4, 9, 13] });
    const rows = screen.getAllByRole('option');
    expect(rows).toHaveLength(3);
    fireEvent.click(rows[1] ?? document.body);
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(9, false);
  });

  it('leaves keys with a modifier and those it has no use for alone', () => {
    const { list, onPeek } = show(20);
    expect(fireEvent.keyDown(list, { key: 'ArrowDown', ctrlKey: true })).toBe(true);
    expect(fireEvent.keyDown(list, { key: 'x' })).toBe(true);
    expect(onPeek).not.toHaveBeenCalled();
  });
});
