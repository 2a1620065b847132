// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { JsonTree, type JsonTreeProps } from './json-tree.tsx';

let copied: string[] = [];
beforeEach(() => {
  copied = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
});
afterEach(cleanup);

const EVERYTHING = { levels: Number.POSITIVE_INFINITY, pages: 'all' } as const;

function show(value: JsonValue, props: Partial<JsonTreeProps> = {}) {
  return render(<JsonTree value={value} label="Body" {...props} />);
}

/** By selector: queries by role ask for the style of every ancestor of every row. */
function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[role=treeitem]')];
}

/** What a row says of itself: its own parts, without the rows in it, and the preview that the style sheet shows. */
function said(each: Element | null | undefined): string {
  const parts = [...(each?.children ?? [])].filter((part) => part.getAttribute('role') !== 'group');
  return parts.map((part) => `${part.textContent}${part.getAttribute('data-preview') ?? ''}`).join('');
}

function row(name: string): HTMLElement {
  const found = rows().find((each) => said(each).startsWith(`${name}:`));
  if (found === undefined) throw new Error(`no row "${name}" among ${rows().map(said).join(' | ')}`);
  return found;
}

/** Opens or closes a row; the library answers at once, the names of new rows come with the observer. */
async function toggle(name: string) {
  fireEvent.click(row(name).querySelector('[role=button]') ?? row(name));
  await act(() => Promise.resolve());
}

async function press(key: string) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
  await act(() => Promise.resolve());
}

async function copy(what: string): Promise<string | undefined> {
  fireEvent.click(screen.getByRole('button', { name: what }));
  await act(() => Promise.resolve());
  return copied.at(-1);
}

function nested(levels: number): JsonValue {
  let value: JsonValue = 'bottom';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? { in: value } : [value];
  return value;
}

describe('rows', () => {
  it('shows keys, indexes, scalars and what closed rows hold', () => {
    show({ id: 'resp_1', output: [{ type: 'message', n: 1 }], empty: {}, none: null, yes: true, n: 1.5 });
    expect(rows().map(said)).toEqual(['{}', 'id:"resp_1",', 'output:[1 item],', 'empty:{},', 'none:null,', 'yes:true,', 'n:1.5']);
  });

  it('keeps odd keys apart from pages and from each other', () => {
    show(JSON.parse('{"3": 0, "__proto__": 1, "constructor": 2, "": 3, "[0 … 99]": 4, "a.b": 5, "say \\"hi\\"": 6}') as JsonValue);
    const labels = rows()
      .slice(1)
      .map((each) => each.textContent);
    expect(labels).toEqual(['3:0,', '__proto__:1,', 'constructor:2,', '"":3,', '"[0 … 99]":4,', '"a.b":5,', '"say \\"hi\\"":6']);
  });

  it('says what it left out of a string, and what base64 holds', () => {
    show({ text: 'word '.repeat(200), image: `iVBORw0KGgo${'aB3d'.repeat(4000)}`, url: `data:audio/ogg;base64,${'T2dn'.repeat(300)}` });
    expect(row('text').textContent).toMatch(/^text:"(?:word )+"… \(1,000 characters\),$/);
    expect(row('text').textContent?.length).toBeLessThan(540);
    expect(row('image').textContent).toContain('… (PNG image, 12 kB)');
    expect(row('url').textContent).toContain('… (audio/ogg, 900 B)');
  });

  it('escapes what would turn the direction of a row or not be seen', () => {
    show({ name: 'a\u202egnp.exe\n\u0007' });
    expect(row('name').textContent).toBe('name:"a\\u202egnp.exe\\n\\u0007"');
  });
});

describe('long lists', () => {
  it('opens 300 elements with the first hundred in view', async () => {
    show({ list: Array.from({ length: 300 }, (_, index) => index) });
    await toggle('list');
    expect(rows()).toHaveLength(2 + 3 + 100);
    expect(row('[100 … 199]').getAttribute('aria-expanded')).toBe('false');
  });

  it('opens 100,000 elements as ranges, and the last of them in four clicks', async () => {
    show({ list: Array.from({ length: 100_000 }, (_, index) => ({ index })) });
    await toggle('list');
    expect(rows()).toHaveLength(2 + 10);
    await toggle('[90000 … 99999]');
    await toggle('[99000 … 99999]');
    await toggle('[99900 … 99999]');
    await toggle('99999');
    fireEvent.focus(row('index'));
    expect(await copy('Copy path')).toBe('list[99999].index');
    expect(await copy('Copy value')).toBe('99999');
  }, 30_000);

  it('copies the elements of a page, with the path of the list', async () => {
    show(
      Array.from({ length: 105 }, (_, index) => index),
      { rootPath: ['output'] },
    );
    fireEvent.focus(row('[100 … 104]'));
    expect(await copy('Copy value')).toBe('[100,101,102,103,104]');
    expect(await copy('Copy path')).toBe('output');
    expect(screen.getByRole('toolbar').textContent).toContain('output [100 … 104]');
  });
});

describe('opening to a level', () => {
  // A deep tree is slow in happy-dom (2 s for the library alone), not in a browser.
  it('opens 500 levels without throwing', () => {
    show(nested(500), { opening: EVERYTHING });
    expect(rows()).toHaveLength(501);
    expect(said(rows().at(-1))).toBe('in:"bottom"');
  }, 30_000);

  it('stops at the budget and says so', () => {
    const level = (children: number, depth: number): JsonValue =>
      depth === 0 ? 'leaf' : Array.from({ length: children }, () => level(children, depth - 1));
    show(level(10, 4), { opening: EVERYTHING });
    expect(rows().length).toBeGreaterThan(1000);
    expect(rows().length).toBeLessThanOrEqual(2000);
    expect(screen.getByRole('note').textContent).toContain('2,000 rows');
  }, 30_000);

  it('applies each request again, also the same one, and keeps by default what the reader opened', async () => {
    const value = { a: { b: { c: 1 } } };
    const { rerender } = show(value, { opening: { levels: 1, pages: 'all' } });
    expect(rows()).toHaveLength(2);
    await toggle('a');
    expect(rows()).toHaveLength(3);
    rerender(<JsonTree value={value} label="Body" opening={{ levels: 1, pages: 'all' }} />);
    expect(rows()).toHaveLength(2);
    cleanup();
    const streaming = show(value);
    await toggle('a');
    streaming.rerender(<JsonTree value={{ a: { b: { c: 1 }, more: 'text' } }} label="Body" />);
    expect(row('more')).toBeDefined();
  });
});

describe('copying', () => {
  const value = { output: [{ content: [{ text: 'x'.repeat(600), 'odd key': { deep: [1] } }] }] };

  it('takes the whole string, the path and the subtree from the data', async () => {
    show(value, { opening: EVERYTHING, rootPath: ['response'] });
    fireEvent.focus(row('text'));
    expect(await copy('Copy value')).toBe('x'.repeat(600));
    expect(await copy('Copy path')).toBe('response.output[0].content[0].text');
    fireEvent.focus(row('"odd key"'));
    expect(await copy('Copy path')).toBe('response.output[0].content[0]["odd key"]');
    expect(await copy('Copy subtree')).toBe('{\n  "deep": [\n    1\n  ]\n}');
  });

  it('shows a cut string whole on demand', () => {
    show(value, { opening: EVERYTHING });
    fireEvent.focus(row('text'));
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    const shown = within(screen.getByRole('region', { name: 'All of output[0].content[0].text' })).getAllByText(/^x+$/);
    expect(shown.map((each) => each.textContent).join('')).toBe('x'.repeat(600));
  });

  it('follows a value that changes under the current row', async () => {
    const { rerender } = show({ text: 'a' });
    fireEvent.focus(row('text'));
    rerender(<JsonTree value={{ text: 'ab' }} label="Body" />);
    expect(await copy('Copy value')).toBe('ab');
  });
});

describe('keyboard', () => {
  it('walks all rows, opens, goes in, goes out and closes', async () => {
    show({ a: { b: 1 }, c: 2 });
    rows()[0]?.focus();
    const focused = () => said(document.activeElement);
    await press('ArrowDown');
    expect(focused()).toBe('a:{b: 1},');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(focused()).toBe('b:1');
    await press('ArrowDown');
    expect(focused()).toBe('c:2');
    await press('Home');
    await press('End');
    expect(focused()).toBe('c:2');
    await press('ArrowUp');
    await press('ArrowLeft');
    expect(focused()).toBe('a:{},');
    await press('Enter');
    expect(row('a').getAttribute('aria-expanded')).toBe('false');
    await press('ArrowLeft');
    expect(document.activeElement).toBe(rows()[0]);
  });

  it('has one row in the tab order, always', async () => {
    show({ a: { b: 1 } });
    const reachable = () => [...screen.getByRole('tree').querySelectorAll<HTMLElement>('[tabindex="0"]')];
    expect(reachable()).toEqual([rows()[0]]);
    await toggle('a');
    expect(reachable()).toEqual([row('a')]);
    row('b').focus();
    await toggle('a');
    expect(reachable()).toEqual([row('a')]);
  });
});
