import { describe, expect, it } from 'vitest';
import type { JsonArray, JsonValue } from '#base/json.ts';
import { comesNewestFirst, inputInBody, joinInputPages, NO_INPUT, readInputPage, renderedMessages, type InputPage } from './input-items.ts';

/** Items by the names in `names`: "a b c". */
function items(names: string): JsonArray {
  return names.split(' ').map((id) => ({ id, type: 'message' }));
}

/** A page with the last item as its cursor; `+` at the end says that there is more. */
function page(drawing: string): InputPage {
  const list = items(drawing.replace(/\s*\+$/, ''));
  return readPage({ object: 'list', data: list, has_more: drawing.endsWith('+') });
}

function readPage(body: JsonValue, pageSize?: number): InputPage {
  const read = readInputPage(body, pageSize);
  if (read === null) throw new Error('This is no page.');
  return read;
}

function joined(...drawings: readonly string[]) {
  const { items: list, ending, next, repeatedCount } = joinInputPages(drawings.map(page));
  return { names: list.map((item) => (item as { id: string }).id).join(' '), ending, next, repeatedCount };
}

describe('readInputPage', () => {
  it('reads the envelope: items, where to go on, and whether there is more', () => {
    expect(readInputPage({ object: 'list', data: items('a b'), first_id: 'a', last_id: 'b', has_more: true })).toEqual({
      items: items('a b'),
      cursor: 'b',
      hasMore: true,
    });
  });

  it('goes on from the last item where the server names none', () => {
    expect(readPage({ data: items('a b'), has_more: true }).cursor).toBe('b');
    expect(readPage({ data: [{ type: 'message' }], last_id: '', has_more: true }).cursor).toBeNull();
  });

  it('takes a full page for one with more after it where the server does not say', () => {
    expect(readPage({ data: items('a b') }, 2).hasMore).toBe(true);
    expect(readPage({ data: items('a b') }, 3).hasMore).toBe(false);
    expect(readPage(items('a b'), 3)).toMatchObject({ cursor: 'b', hasMore: false });
  });

  it('reads null as an empty list only in a list envelope, and nothing else as one', () => {
    expect(readPage({ object: 'list', data: null })).toEqual({ items: [], cursor: null, hasMore: false });
    const others: JsonValue[] = [null, 'x', 1, {}, { data: null }, { error: 'Unexpected endpoint' }, { object: 'response', output: [] }];
    expect(others.map((body) => readInputPage(body))).toEqual(others.map(() => null));
  });
});

describe('joinInputPages', () => {
  it('is nothing before the first page', () => {
    expect(joinInputPages([])).toEqual(NO_INPUT);
  });

  it('puts pages one after the other and knows where to go on', () => {
    expect(joined('a b +')).toEqual({ names: 'a b', ending: 'more', next: 'b', repeatedCount: 0 });
    expect(joined('a b +', 'c d +')).toEqual({ names: 'a b c d', ending: 'more', next: 'd', repeatedCount: 0 });
    expect(joined('a b +', 'c')).toEqual({ names: 'a b c', ending: 'complete', next: null, repeatedCount: 0 });
  });

  it('ends when a server sends the same page for ever', () => {
    expect(joined('a b +', 'a b +')).toEqual({ names: 'a b', ending: 'repeats', next: null, repeatedCount: 2 });
  });

  it('ends when a server goes round in a circle of pages', () => {
    expect(joined('a b +', 'c d +', 'a b +')).toEqual({ names: 'a b c d', ending: 'repeats', next: null, repeatedCount: 2 });
  });

  it('ends when the cursor comes back, even with an item not seen before', () => {
    const again = { ...page('x +'), cursor: 'b' };
    expect(joinInputPages([page('a b +'), again])).toMatchObject({ items: items('a b x'), ending: 'repeats', next: null });
  });

  it('takes out what a page repeats of the one before, as where `after` counts the item itself', () => {
    expect(joined('a b +', 'b c')).toEqual({ names: 'a b c', ending: 'complete', next: null, repeatedCount: 1 });
  });

  it('keeps an ID that occurs twice on one page', () => {
    expect(joined('a a b')).toMatchObject({ names: 'a a b', repeatedCount: 0 });
  });

  it('ends when there is no item to go on from', () => {
    const nameless = readPage({ data: [{ type: 'message' }, 7], has_more: true });
    expect(joinInputPages([nameless])).toMatchObject({ ending: 'no-cursor', next: null });
    expect(joinInputPages([page('a +'), readPage({ data: [], has_more: true })])).toMatchObject({ ending: 'repeats', next: null });
  });

  it('knows a repeated page of items without IDs by its content', () => {
    const nameless = readPage({ data: [{ type: 'message', content: 'hi' }], last_id: 'x', has_more: true });
    expect(joinInputPages([nameless, nameless])).toMatchObject({ items: [{ content: 'hi' }], ending: 'repeats', repeatedCount: 1 });
  });

  it('keeps items without IDs that follow others like them', () => {
    const one = readPage({ data: [{ text: 'again' }, { text: 'again' }], last_id: 'x', has_more: true });
    const two = readPage({ data: [{ text: 'again' }], last_id: 'y', has_more: false });
    expect(joinInputPages([one, two]).items).toHaveLength(3);
  });

  it('turns a list round that comes newest first', () => {
    const newest = readPage({ data: [{ id: 'o', type: 'function_call_output', call_id: 'c' }], has_more: true });
    const oldest = readPage({ data: [{ id: 'f', type: 'function_call', call_id: 'c' }, { id: 'u' }], has_more: false });
    const list = joinInputPages([newest, oldest]);
    expect(list.isNewestFirst).toBe(true);
    expect(list.items).toMatchObject([{ id: 'u' }, { id: 'f' }, { id: 'o' }]);
  });
});

describe('comesNewestFirst', () => {
  /** An ID with a time in it, `seconds` after some moment. */
  function made(seconds: number) {
    return { id: `msg_0123456789abcdef00${(0x6b01a463 + seconds).toString(16)}8000abcdef0123456789abcd` };
  }

  it('goes by the times in IDs where they differ', () => {
    expect(comesNewestFirst([made(60), made(0)])).toBe(true);
    expect(comesNewestFirst([made(0), made(60)])).toBe(false);
    expect(comesNewestFirst([made(0), made(0)])).toBe(false);
  });

  it('needs all that shows an order to agree', () => {
    expect(comesNewestFirst([made(60), made(0), made(90)])).toBe(false);
    const call = { type: 'function_call', call_id: 'c' };
    const output = { type: 'function_call_output', call_id: 'c' };
    expect(comesNewestFirst([call, output])).toBe(false);
    expect(comesNewestFirst([output, call, { ...call, call_id: 'd' }, { ...output, call_id: 'd' }])).toBe(false);
  });

  it('says no where nothing shows an order', () => {
    expect(comesNewestFirst([{ id: 'b' }, { id: 'a' }, null, 'text'])).toBe(false);
  });
});

describe('input in the body', () => {
  it('is the list, or what a user said', () => {
    expect(inputInBody({ input: [{ role: 'user' }] })).toEqual([{ role: 'user' }]);
    expect(inputInBody({ input: 'Hi' })).toEqual([{ type: 'message', role: 'user', content: 'Hi' }]);
    expect([{}, { input: '' }, { input: [] }, { input: null }].map(inputInBody)).toEqual([null, null, null, null]);
  });

  it('may be there as rendered messages', () => {
    expect(renderedMessages({ input_messages: [{ role: 'system' }] })).toEqual([{ role: 'system' }]);
    expect(renderedMessages({ input_messages: null })).toEqual([]);
  });
});
