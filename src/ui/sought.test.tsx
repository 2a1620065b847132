// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonPath } from '#base/json.ts';
import { createStore } from '#base/store.ts';
import { DisclosureSection } from './disclosure-section.tsx';
import { JsonTree } from './json-tree.tsx';
import { LongList } from './long-list.tsx';
import { LongText } from './long-text.tsx';
import { offsetIn, SoughtContext, SoughtScope, type Sought, type SoughtPlace } from './sought.ts';

afterEach(cleanup);

function place(whole: string, words: string, path: JsonPath = ['output', 0]): SoughtPlace {
  const start = whole.indexOf(words);
  return { kind: 'place', path, whole, start, end: start + words.length, isOnlyInSource: false };
}

/** Draws inside item 0, and answers with the way to look for something. */
function show(children: ReactNode): (sought: Sought) => void {
  const store = createStore<Sought | null>(null);
  render(
    <SoughtContext value={store}>
      <SoughtScope value={['output', 0]}>{children}</SoughtScope>
    </SoughtContext>,
  );
  return (sought) => act(() => store.set(sought));
}

function shownText(): string {
  return document.body.textContent;
}

describe('a long text', () => {
  const text = `${'line of text\n'.repeat(3_000)}needle at the end`;

  it('opens for what its cut hides, and for nothing else', () => {
    const seek = show(<LongText text={text} />);
    seek(place(text, 'line'));
    expect(shownText()).not.toContain('needle');
    seek(place(text, 'needle', ['output', 1]));
    expect(shownText()).not.toContain('needle');
    seek(place(text, 'needle'));
    expect(shownText()).toContain('needle at the end');
  });

  it('that is very long shows the piece that is looked for', () => {
    const long = `first words ${text.repeat(10)} thimble ${text.repeat(10)}`;
    const seek = show(<LongText text={long} />);
    seek(place(long, 'thimble'));
    expect(shownText()).toContain('thimble');
    expect(shownText()).toContain('characters before this');
    expect(shownText()).not.toContain('first words');
    expect(screen.getByRole('button', { name: 'Show the beginning' })).toBeDefined();
  });
});

it('a list comes as far as the entry that holds it', () => {
  const items = Array.from({ length: 500 }, (_, index) => ({ name: `entry ${index}` }));
  const seek = show(
    <LongList items={items} label="Entries" noun="entries">
      {({ name }) => name}
    </LongList>,
  );
  expect(shownText()).not.toContain('entry 321');
  seek(place('entry 321', 'entry 321'));
  expect(shownText()).toContain('entry 321');
  expect(shownText()).not.toContain('entry 322');
});

it('a list shows the piece around an entry that is far down, told from others by the way there', () => {
  const items = Array.from({ length: 5_000 }, () => ({ name: 'the same' }));
  const seek = show(
    <LongList items={items} label="Entries" noun="entries">
      {({ name }, index) => `${name} ${index}; `}
    </LongList>,
  );
  seek(place('the same', 'same', ['output', 0, 'entries', 4_321, 'name']));
  expect(shownText()).toContain('the same 4321;');
  expect(shownText()).toContain('4,311 entries before these');
  expect(screen.getAllByRole('listitem')).toHaveLength(20);
});

it('a tree opens the way to a value, and keeps open what was open', () => {
  const value = { a: { b: 'kept' }, list: Array.from({ length: 250 }, (_, index) => ({ deep: { text: `value ${index}` } })) };
  const seek = show(<JsonTree value={value} label="Tree" rootPath={['output', 0, 'tree']} />);
  seek(place('kept', 'kept', ['output', 0, 'tree', 'a', 'b']));
  seek(place('value 222', 'value 222', ['output', 0, 'tree', 'list', 222, 'deep', 'text']));
  expect(shownText()).toContain('value 222');
  expect(shownText()).toContain('kept');
  expect(shownText()).not.toContain('value 223');
});

it('a section opens for its place, and with everything', () => {
  const sections = (
    <>
      <DisclosureSection title="Instructions" startsOpen={false} paths={[['instructions']]}>
        the words
      </DisclosureSection>
      <DisclosureSection title="Other" startsOpen={false}>
        more words
      </DisclosureSection>
    </>
  );
  const store = createStore<Sought | null>(null);
  render(<SoughtContext value={store}>{sections}</SoughtContext>);
  act(() => store.set(place('the words', 'words', ['instructions'])));
  expect(shownText()).toContain('the words');
  expect(shownText()).not.toContain('more words');
  act(() => store.set({ kind: 'everything' }));
  expect(shownText()).toContain('more words');
});

it('what was made from a value holds the same occurrence', () => {
  const whole = '{"a":"x","b":"x"}';
  const second: SoughtPlace = { ...place(whole, 'x'), start: 14, end: 15 };
  expect(offsetIn('{ "a": "x", "b": "x" }', second)).toBe(18);
  expect(offsetIn('nothing', second)).toBeNull();
});
