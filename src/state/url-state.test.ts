import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUrlState, HOME, parseUrlState, VIEWS, type UrlState, withView } from './url-state.ts';

function parse(link: string): UrlState {
  const url = new URL(link, 'https://viewer.example');
  return parseUrlState(url.pathname, url.search);
}

describe('parseUrlState', () => {
  it('reads the API path with its own parameters', () => {
    const link = '/responses/resp_1?include=a&include[]=b&include=c,d&stream=true&starting_after=42&include_obfuscation=false';
    expect(parse(link).place).toEqual({
      kind: 'response',
      id: 'resp_1',
      baseUrl: null,
      parameters: { include: ['a', 'c', 'd', 'b'], stream: true, startingAfter: '42', includeObfuscation: false },
    });
  });

  it('keeps IDs opaque: dots, slashes, spaces', () => {
    expect(parse('/responses/gen-1.2%2Fa%20b').place).toMatchObject({ id: 'gen-1.2/a b' });
    expect(parse('/responses/%E0%A4%A').place).toMatchObject({ id: '%E0%A4%A' });
  });

  it('reads base URLs with a query, relative ones, and drops user info', () => {
    expect(parse('/responses/r?base_url=https://x.example/openai?api-version=1').place).toMatchObject({
      baseUrl: 'https://x.example/openai?api-version=1',
    });
    expect(parse('/responses/r?base_url=/sample/v1').place).toMatchObject({ baseUrl: '/sample/v1' });
    const withUser = parse('/responses/r?base_url=https://ann:pass@x.example/v1');
    expect(withUser.place).toMatchObject({ baseUrl: 'https://x.example/v1' });
    expect(withUser.notes).toHaveLength(1);
  });

  it('falls back to Output for a view that is not there, and says so', () => {
    const state = parse('/responses/r?view=holodeck');
    expect(state.view).toBe('output');
    expect(state.notes.join()).toContain('holodeck');
  });

  it('says that a flag was neither true nor false, and does not send it', () => {
    const state = parse('/responses/r?stream=maybe');
    expect(state.place).toMatchObject({ parameters: { stream: null } });
    expect(state.notes).toHaveLength(1);
  });

  it('never keeps a key, wherever the link holds it', () => {
    const key = 'sk-proj-abcdefghijklmnopqrstuvwxyz0123456789';
    for (const link of [`/responses/${key}`, `/responses/r?api_key=${key}`, `/responses/r?${key}=1`, `/responses/r?q=type:${key}`]) {
      const state = parse(link);
      expect(formatUrlState(state)).not.toContain(key);
      expect(state).toMatchObject({ heldSecret: true, notes: [expect.any(String)] });
    }
  });

  it('calls other paths unknown', () => {
    expect(parse('/recordings/xyz').place).toEqual({ kind: 'unknown', path: '/recordings/xyz' });
    expect(parse('/a/b').place).toEqual({ kind: 'unknown', path: '/a/b' });
    expect(parse('/').place).toEqual({ kind: 'home' });
  });

  it('reads any string as a valid state', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, search) => {
        expect(VIEWS).toContain(parseUrlState(path, search).view);
      }),
    );
  });
});

describe('the event of the stream', () => {
  it('is a whole number, and nothing else points at one', () => {
    expect(parse('/responses/r?view=stream&seq=57')).toMatchObject({ view: 'stream', seq: 57 });
    for (const seq of ['-1', 'abc', '1.5', '', '9'.repeat(30)]) expect(parse(`/responses/r?seq=${seq}`).seq).toBeNull();
  });
});

describe('withView', () => {
  it('leaves the chosen item behind when the tab changes, and keeps it otherwise', () => {
    const state = parse('/responses/resp_1/input_items?item=@3&seq=57');
    expect(state).toMatchObject({ view: 'input', item: '@3' });
    expect(withView(state, 'output')).toEqual({ ...state, view: 'output', item: null });
    expect(withView(state, 'input')).toEqual(state);
  });

  it('keeps the filter: Output and Input hold the same types', () => {
    expect(withView(parse('/responses/resp_1?q=type:message'), 'input').q).toBe('type:message');
    expect(withView(parse('/responses/resp_1?q=type:message'), 'stream').q).toBeNull();
    expect(withView(parse('/responses/resp_1?view=stream&q=type:delta'), 'output').q).toBeNull();
  });
});

describe('formatUrlState', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.trim() === value && !/[,\0]/.test(value));
  const flag = fc.constantFrom(true, false, null);
  const parameters = fc.record({
    include: fc.uniqueArray(text, { maxLength: 3 }),
    stream: flag,
    startingAfter: fc.option(text),
    includeObfuscation: flag,
  });
  // The URL standard resolves path segments of one or two dots, however they are written.
  const id = text.filter((value) => !/^\.\.?$/.test(value));
  const place = fc.oneof(
    fc.record({
      kind: fc.constant('response' as const),
      id,
      baseUrl: fc.constantFrom(null, '/sample/v1', 'http://127.0.0.1:8000/v1?a=b&c=d'),
      parameters,
    }),
    fc.record({ kind: fc.constant('recording' as const), hash: fc.constant('0f'.repeat(32)) }),
    fc.constant({ kind: 'home' as const }),
  );
  const states = fc.record({
    place,
    view: fc.constantFrom(...VIEWS),
    item: fc.option(text),
    q: fc.option(fc.constantFrom('type:reasoning', '-type:message delta', 'type:"a b"')),
    seq: fc.option(fc.nat()),
    further: fc.constant([['cursor', '57']] as const),
    notes: fc.constant([]),
    heldSecret: fc.constant(false),
  });

  it('comes back from parseUrlState unchanged', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parse(formatUrlState(state))).toEqual(state);
      }),
    );
  });

  it('leaves out what stands at its default', () => {
    expect(formatUrlState(HOME)).toBe('/');
    const shown = parse('/responses/resp_1?view=output&stream=');
    expect(formatUrlState(shown)).toBe('/responses/resp_1');
  });

  it('keeps base URLs readable', () => {
    expect(formatUrlState(parse('/responses/r?base_url=http%3A%2F%2Flocalhost%3A8000%2Fv1'))).toBe(
      '/responses/r?base_url=http://localhost:8000/v1',
    );
  });
});
