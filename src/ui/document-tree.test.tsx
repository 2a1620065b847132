// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAsSent } from '#base/json-as-sent.ts';
import type { JsonPath, JsonValue } from '#base/json.ts';
import { DocumentTree, type DocumentTreeProps } from './document-tree.tsx';
import { NO_PLACE_ACTIONS, PlaceActionsContext } from './place-actions.tsx';

afterEach(cleanup);

let copied = '';
beforeEach(() => {
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
  });
});

type Some = Partial<DocumentTreeProps>;
function tree(value: JsonValue, props: Some = {}) {
  return <DocumentTree value={value} label="Body" rootName="body" pathFormat="dot" onPathFormat={() => undefined} {...props} />;
}
/** A tree of what a source text holds, with what is known of the text. */
function sentTree(source: string, props: Some = {}) {
  return tree(JSON.parse(source) as JsonValue, { source, sent: readAsSent(source), ...props });
}
function rows(): HTMLElement[] {
  return screen.getAllByRole('treeitem');
}
function texts(): string[] {
  return rows().map((each) => each.textContent.replace(/^[▸▾]/, ''));
}
function row(start: string): HTMLElement {
  const found = rows().find((each) => each.textContent.replace(/^[▸▾]/, '').startsWith(start));
  if (found === undefined) throw new Error(`No row starts with ${start}: ${texts().join(' | ')}`);
  return found;
}
function press(key: string, more: { readonly shiftKey?: boolean } = {}) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}
function focused(): string {
  return document.activeElement?.textContent.replace(/^[▸▾]/, '') ?? '';
}
async function copy(label: string): Promise<string> {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: label }));
    await Promise.resolve();
  });
  return copied;
}
function selectRow(start: string) {
  fireEvent.click(row(start));
}
const ALL = { levels: Infinity };

describe('rows', () => {
  it('say where they stand', () => {
    render(tree({ list: [1, { 'odd/key': null }] }, { opening: ALL }));
    expect(rows().map((each) => each.dataset['path'])).toEqual(['', '/list', '/list/0', '/list/1', '/list/1/odd~1key']);
    const last = rows().at(-1);
    expect(last?.getAttribute('aria-level')).toBe('4');
    expect(row('1:').getAttribute('aria-setsize')).toBe('2');
    expect(row('1:').getAttribute('aria-posinset')).toBe('2');
  });

  it('are drawn only where they are seen when they are many, and all when they are few', () => {
    render(tree(Array.from({ length: 500 }, (_, index) => index)));
    expect(rows()).toHaveLength(501);
    cleanup();
    render(tree(Array.from({ length: 1_000_000 }, (_, index) => index)));
    expect(rows().length).toBeLessThan(100);
    fireEvent.keyDown(row('[1,000,000 items]'), { key: 'End' });
    expect(focused()).toBe('999999:999999');
    expect(rows().length).toBeLessThan(100);
  });

  it('keep the focus when they are scrolled out of view', () => {
    render(tree(Array.from({ length: 10_000 }, (_, index) => index)));
    row('3:').focus();
    selectRow('3:');
    const box = screen.getByRole('tree').parentElement;
    if (box === null) throw new Error('The tree is in no box');
    box.scrollTop = 100_000;
    fireEvent.scroll(box);
    expect(texts()).toContain('4550:4550');
    expect(focused()).toBe('3:3');
    press('ArrowDown');
    expect(focused()).toBe('4:4');
  });

  it('open a long text into its lines, whole', () => {
    const text = `${'word '.repeat(60)}\nsecond\tline "quoted"\n\u202eend`;
    render(tree({ text }));
    expect(row('text').textContent).toMatch(/… 326 characters$/);
    fireEvent.click(row('text').querySelector('[data-toggle]') ?? row('text'));
    const lines = rows().filter((each) => each.getAttribute('aria-level') === '3');
    const whole = lines.map((each) => each.querySelector('bdi')?.textContent ?? '');
    expect(whole.slice(0, 3).join('')).toBe('word '.repeat(60));
    expect(whole.slice(3)).toEqual(['second\tline "quoted"', String.raw`\u202eend`]);
  });
});

describe('what was sent', () => {
  it('is shown, and marked where JavaScript reads something else', () => {
    render(sentTree('{"big":9007199254740993,"one":1.0,"minus":-0,"huge":1e400}'));
    expect(texts().slice(1)).toEqual([
      'big:9007199254740993JavaScript reads 9007199254740992',
      'one:1.0',
      'minus:-0',
      'huge:1e400JavaScript reads Infinity',
    ]);
    expect(screen.getByText('JavaScript reads 9007199254740992').title).toBe('Sent as 9007199254740993; JavaScript reads 9007199254740992');
  });

  it('has a row for every value of a repeated key; only the last has the path', () => {
    render(sentTree('{"k":{"a":1},"k":2}', { opening: ALL }));
    expect(texts().slice(1)).toEqual(['k:{1 key}sent before; the last one counts', 'a:1', 'k:2']);
    expect(rows().map((each) => each.dataset['path'])).toEqual(['', undefined, undefined, '/k']);
  });

  it('may come later, and leaves open what is open', () => {
    const source = '{"a":{"n":1.0},"a":{"n":2.0}}';
    const value = JSON.parse(source) as JsonValue;
    const { rerender } = render(tree(value));
    fireEvent.click(row('a:').querySelector('[data-toggle]') ?? row('a:'));
    expect(texts()).toEqual(['{1 key}', 'a:{1 key}', 'n:2']);
    rerender(tree(value, { source, sent: readAsSent(source) }));
    expect(texts()).toEqual(['{2 keys}', 'a:{n: 1.0}sent before; the last one counts', 'a:{1 key}', 'n:2.0']);
  });

  it('is what is copied', async () => {
    render(sentTree('{"in":{"n":1e400,"k":1,"k":2},"text":"a\\nb"}', { opening: ALL }));
    selectRow('in:');
    expect(await copy('Copy value')).toBe('{"n":1e400,"k":1,"k":2}');
    expect(await copy('Copy subtree')).toBe('{\n  "n": 1e400,\n  "k": 1,\n  "k": 2\n}');
    selectRow('n:');
    expect(await copy('Copy value')).toBe('1e400');
    selectRow('2b');
    expect(await copy('Copy text')).toBe('a\nb');
  });
});

describe('the bar', () => {
  it('names the first row in view, then the selected one, and goes to any step', () => {
    render(tree({ output: [{ 'a.b': { c: 1 } }] }, { opening: ALL }));
    const steps = () => screen.getAllByRole('button').flatMap((each) => (each.closest('nav') === null ? [] : [each.textContent]));
    expect(steps()).toEqual(['body']);
    expect(screen.queryByRole('toolbar')).toBeNull();
    selectRow('c:');
    expect(steps()).toEqual(['body', 'output', '[0]', '["a.b"]', '.c']);
    fireEvent.click(screen.getByRole('button', { name: '[0]' }));
    expect(steps()).toEqual(['body', 'output', '[0]']);
    expect(document.activeElement).toBe(row('0:'));
  });

  it('copies the path in the chosen way', async () => {
    const value = { output: [{ 'a.b': 1 }] };
    render(tree(value, { opening: ALL, pathFormat: 'jq' }));
    selectRow('"a.b"');
    expect(await copy('Copy path')).toBe('.output[0]["a.b"]');
  });

  it('shows the beginning and the end of a deep path', () => {
    let value: JsonValue = 'bottom';
    for (let level = 0; level < 40; level += 1) value = { in: value };
    render(tree(value, { reveal: { path: Array.from({ length: 40 }, () => 'in') } }));
    expect(screen.getByRole('navigation', { name: 'Path' }).textContent).toBe('body›in.in… 32 levels ….in.in.in.in.in.in');
  });

  it('offers the other views of the place', () => {
    const shown: [string, JsonPath][] = [];
    const actions = {
      ...NO_PLACE_ACTIONS,
      elsewhere: (path: JsonPath) => (path[0] === 'output' ? [{ view: 'output', title: 'Output' }] : []),
      show: (view: string, path: JsonPath) => void shown.push([view, path]),
    };
    render(<PlaceActionsContext value={actions}>{tree({ output: [1], id: 2 }, { opening: ALL })}</PlaceActionsContext>);
    selectRow('0:');
    fireEvent.click(screen.getByRole('button', { name: 'Show in Output' }));
    expect(shown).toEqual([['output', ['output', 0]]]);
    selectRow('id');
    expect(screen.queryByRole('button', { name: /^Show in/ })).toBeNull();
  });
});

describe('going to a place', () => {
  it('opens, selects and focuses it, each time it is asked for', () => {
    const value = { a: { b: [1, 2] }, c: 3 };
    const { rerender } = render(tree(value, { reveal: { path: ['a', 'b', 1] } }));
    expect(focused()).toBe('1:2');
    selectRow('c');
    expect(focused()).toBe('c:3');
    const again = { path: ['a', 'b', 1] };
    rerender(tree(value, { reveal: again }));
    expect(focused()).toBe('1:2');
    selectRow('c');
    rerender(tree(value, { reveal: again }));
    expect(focused()).toBe('c:3');
  });
});

describe('finding', () => {
  const matcher = {
    spansIn: (text: string) => [...text.matchAll(/find/g)].map(({ index }) => ({ start: index, end: index + 4 })),
  };
  const marked = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent);

  it('marks keys and values as they are drawn', () => {
    render(tree({ 'a find': 'x\nfind "find"' }, { find: { matcher, current: null } }));
    expect(marked()).toEqual(['find', 'find', 'find']);
    expect(row('"a find"').textContent).toBe(String.raw`▸"a find":"x\nfind \"find\""`);
  });

  it('opens the line that holds the current match, without taking the focus', () => {
    const text = `${'-'.repeat(500)}find`;
    const current = { path: ['deep', 'text'], in: 'value', start: 500, end: 504 } as const;
    render(tree({ deep: { text } }, { find: { matcher, current } }));
    expect(document.querySelector('mark[data-current]')?.closest('[role=treeitem]')?.getAttribute('data-path')).toBe('/deep/text');
    expect(document.activeElement).toBe(document.body);
  });

  it('marks a match in the path in the bar', () => {
    const current = { path: ['find', 'x'], in: 'path', start: 0, end: 4 } as const;
    render(tree({ find: { x: 1 } }, { find: { matcher, current } }));
    expect(document.querySelector('nav mark[data-current]')?.textContent).toBe('find');
  });
});

describe('keyboard', () => {
  it('walks, opens, goes in, goes out and closes', () => {
    render(tree({ a: { b: 1 }, c: 'x\ny' }));
    rows()[0]?.focus();
    press('ArrowDown');
    press('ArrowRight');
    expect(focused()).toBe('a:{1 key}');
    press('ArrowRight');
    expect(focused()).toBe('b:1');
    press('ArrowLeft');
    press('ArrowLeft');
    expect(focused()).toBe('a:{b: 1}');
    press('End');
    press('Enter');
    press('ArrowDown');
    expect(focused()).toBe('1x');
    press('ArrowUp');
    press(' ');
    expect(row('c:').getAttribute('aria-expanded')).toBe('false');
    press('Home');
    expect(document.activeElement).toBe(rows()[0]);
  });

  it('opens all rows beside the selected one with *', () => {
    render(tree({ a: [1], b: [2], c: 'no\ncontainer' }));
    rows()[1]?.focus();
    press('ArrowDown');
    press('*', { shiftKey: true });
    expect(texts()).toEqual(['{3 keys}', 'a:[1 item]', '0:1', 'b:[1 item]', '0:2', String.raw`c:"no\ncontainer"`]);
  });

  it('goes to the row whose key is typed', () => {
    render(tree({ alpha: 1, beta: 2, best: 3 }));
    rows()[0]?.focus();
    press('b');
    expect(focused()).toBe('beta:2');
    press('e');
    press('s');
    expect(focused()).toBe('best:3');
  });

  it('has one row in the tab order, always', () => {
    render(tree({ a: { b: 1 } }, { opening: ALL }));
    const reachable = () => rows().filter((each) => each.tabIndex === 0);
    expect(reachable()).toEqual([rows()[0]]);
    selectRow('b:');
    expect(reachable()).toEqual([row('b:')]);
    fireEvent.click(row('a:').querySelector('[data-toggle]') ?? row('a:'));
    expect(reachable()).toEqual([row('a:')]);
  });

  it('copies the row with the keys for it', () => {
    render(tree({ text: 'one\ntwo' }, { opening: ALL }));
    selectRow('2two');
    const data = new DataTransfer();
    fireEvent.copy(row('2two'), { clipboardData: data });
    expect(data.getData('text/plain')).toBe('two');
  });
});

describe('opening', () => {
  it('applies each request again, also the same one', () => {
    const value = { a: { b: { c: 1 } } };
    const { rerender } = render(tree(value, { opening: { levels: 2 } }));
    expect(rows()).toHaveLength(3);
    fireEvent.click(row('b:').querySelector('[data-toggle]') ?? row('b:'));
    expect(rows()).toHaveLength(4);
    rerender(tree(value, { opening: { levels: 2 } }));
    expect(rows()).toHaveLength(3);
  });

  it('opens everything under a row with Alt', () => {
    render(tree({ a: { b: { c: 1 } }, d: { e: 1 } }));
    fireEvent.click(row('a:').querySelector('[data-toggle]') ?? row('a:'), { altKey: true });
    expect(texts()).toEqual(['{2 keys}', 'a:{1 key}', 'b:{1 key}', 'c:1', 'd:{e: 1}']);
  });
});
