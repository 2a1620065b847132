// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonPath } from '#base/json.ts';
import { formatItemFilter, parseItemFilter } from '#model/item-filter.ts';
import type { Reveal } from '#model/reveal.ts';
import { ItemFilterBar, NothingShown } from './item-filter-bar.tsx';
import { ItemList } from './item-list.tsx';
import { itemContextsOf } from './item-threads.ts';
import { useItemFilter } from './use-item-filter.ts';

const ITEMS = [
  { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Thinking.' }] },
  { type: 'function_call', call_id: 'call_1', name: 'look', arguments: '{"at":"it"}' },
  { type: 'function_call_output', call_id: 'call_1', output: 'seen' },
  { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Done.', annotations: [] }] },
];
const PATH: JsonPath = ['output'];
const SHARED = { reasoningTokens: null, reasoningItems: 1, expectsJson: false, isUnfinished: false };

let scrolledTo: string[] = [];
beforeEach(() => {
  scrolledTo = [];
  HTMLElement.prototype.scrollIntoView = function scrollIntoView() {
    scrolledTo.push(this.dataset['path'] ?? '');
  };
});
afterEach(cleanup);

/** A list as a panel has it, with its link in a state of its own. */
function List({ start = null, reveal = null }: { readonly start?: string | null; readonly reveal?: Reveal | null }) {
  const [q, setQ] = useState(start);
  const [selected, setSelected] = useState<number | null>(null);
  const [contextsFor] = useState(() => (onJump: (position: number) => void) => itemContextsOf(ITEMS, SHARED, onJump));
  const { filter, shown } = useItemFilter(ITEMS, q);
  return (
    <>
      <output>{q}</output>
      <ItemFilterBar filter={filter} shownCount={shown?.length ?? 4} count={4} onChange={(changed) => setQ(formatItemFilter(changed))} />
      {shown?.length === 0 ? <NothingShown filter={filter} onChange={(changed) => setQ(formatItemFilter(changed))} /> : null}
      <ItemList
        items={ITEMS}
        shown={shown}
        path={PATH}
        contextsFor={contextsFor}
        selected={selected}
        onSelect={setSelected}
        onShowHidden={() => setQ(formatItemFilter(parseItemFilter(null)))}
        linkTo={() => '/'}
        expansion={null}
        reveal={reveal}
      />
    </>
  );
}

function typesShown(): readonly (string | undefined)[] {
  return screen.queryAllByRole('article').map((item) => item.dataset['itemType']);
}
function focusedItem(): string | undefined {
  return document.activeElement?.closest('article')?.dataset['position'];
}

describe('a filtered list of items', () => {
  it('shows what passes, at its position, and says of how many', () => {
    render(<List start="type:function_call_output delta" />);
    expect(typesShown()).toEqual(['function_call_output']);
    expect(screen.getByRole('article').dataset['position']).toBe('2');
    const bar = screen.getByRole('region', { name: 'Filter of items' });
    expect(bar.textContent).toContain('1 of 4 items');
    expect(bar.textContent).toContain('unknown word:delta');
  });

  it('forgets one word at a time, and the focus goes on', () => {
    render(<List start="type:message -type:reasoning" />);
    const first = screen.getByRole('button', { name: 'Remove the filter type: message' });
    first.focus();
    fireEvent.click(first);
    expect(typesShown()).toHaveLength(3);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove the filter not type: reasoning' }));
  });

  it('says when nothing passes, with a way out', () => {
    render(<List start="type:nothing" />);
    fireEvent.click(screen.getByRole('button', { name: 'Show all types' }));
    expect(typesShown()).toHaveLength(4);
  });

  it('is lifted by a jump to an item that it hides', () => {
    render(<List start="type:function_call" />);
    fireEvent.click(screen.getByRole('button', { name: 'Output: @2' }));
    expect(typesShown()).toHaveLength(4);
    expect(focusedItem()).toBe('2');
  });
});

describe('a place that is asked for', () => {
  it('has its item opened and focused, and is scrolled to itself', async () => {
    const { rerender } = render(<List />);
    rerender(<List reveal={{ path: ['output', 1, 'arguments'], count: 1 }} />);
    expect(focusedItem()).toBe('1');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
    await waitFor(() => expect(scrolledTo).toEqual(['/output/1/arguments']));
  });

  it('is reached as near as the view shows it', async () => {
    render(<List reveal={{ path: ['output', 3, 'content', 0, 'parsed', 7, 'title'], count: 1 }} />);
    await waitFor(() => expect(scrolledTo).toEqual(['/output/3/content/0']));
  });

  it('is asked for once more by another object, and not by a new drawing', () => {
    const reveal = { path: ['output', 0], count: 1 };
    const { rerender } = render(<List reveal={reveal} />);
    fireEvent.click(screen.getAllByRole('button', { expanded: true })[0] ?? document.body);
    rerender(<List reveal={reveal} />);
    expect(screen.getAllByRole('article')[0]?.querySelector('h2 button')?.getAttribute('aria-expanded')).toBe('false');
    rerender(<List reveal={{ ...reveal, count: 2 }} />);
    expect(screen.getAllByRole('article')[0]?.querySelector('h2 button')?.getAttribute('aria-expanded')).toBe('true');
  });

  it('is none of the list’s when it stands elsewhere, or nowhere', () => {
    const { rerender } = render(<List reveal={{ path: ['usage'], count: 1 }} />);
    rerender(<List reveal={{ path: ['output', 9], count: 2 }} />);
    expect(focusedItem()).toBeUndefined();
  });
});
