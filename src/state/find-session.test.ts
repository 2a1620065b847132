import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import type { FindQuery } from '#model/find.ts';
import { createFindSession, type FindSession, type FindState, type FindSubject } from './find-session.ts';
import { startTextSearch, type FindPort } from './search-texts.ts';

const VALUES = { keys: false, paths: false, literals: false };

function output(value: JsonValue): FindSubject {
  return { parts: [{ path: ['output'], value }], scope: VALUES };
}

function query(text: string, isRegex = false): FindQuery {
  return { text, isRegex, matchesCase: false };
}

/** The state once nothing is under way. */
function settled({ state }: FindSession): Promise<FindState> {
  return new Promise((resolve) => {
    const look = () => {
      if (!state.get().isSearching) resolve(state.get());
    };
    state.subscribe(look);
    look();
  });
}

describe('a find session', () => {
  it('counts what it finds, and begins at the first match from where the reader is', async () => {
    const session = createFindSession();
    session.lookThrough(output(['order 1', 'nothing', 'order 2', 'order 3 and order 4']), null);
    session.ask(query('order'), { path: ['output', 1], offset: 0 });
    const state = await settled(session);
    expect(state.matches.map(({ path }) => path[1])).toEqual([0, 2, 3, 3]);
    expect(state.index).toBe(1);
  });

  it('begins again from the top when nothing follows', async () => {
    const session = createFindSession();
    session.lookThrough(output(['order', 'nothing']), null);
    session.ask(query('order'), { path: ['output', 1], offset: 0 });
    expect((await settled(session)).index).toBe(0);
  });

  it('stays at its place while the query grows', async () => {
    const session = createFindSession();
    session.lookThrough(output(['re re refund']), null);
    session.ask(query('ref'), { path: ['output', 0], offset: 6 });
    expect((await settled(session)).matches[0]).toMatchObject({ start: 6 });
    session.ask(query('re'), { path: ['output', 0], offset: 3 });
    expect((await settled(session)).index).toBe(1);
  });

  it('steps around the ends, and counts its steps', async () => {
    const session = createFindSession();
    session.lookThrough(output(['a a']), null);
    session.ask(query('a'), null);
    const { steps } = await settled(session);
    session.step(-1);
    expect(session.state.get()).toMatchObject({ index: 1, steps: steps + 1 });
    session.step(1);
    expect(session.state.get()).toMatchObject({ index: 0, steps: steps + 2 });
  });

  it('keeps the place when what it looks through changes', async () => {
    const session = createFindSession();
    session.lookThrough(output(['a a a']), null);
    session.ask(query('a'), null);
    await settled(session);
    session.step(1);
    const { steps } = session.state.get();
    session.lookThrough(output(['a a a', 'a']), null, true);
    expect(session.state.get().matches).toHaveLength(3);
    expect(await settled(session)).toMatchObject({ index: 1, steps });
    expect(session.state.get().matches).toHaveLength(4);
  });

  it('says what is wrong with a regex and keeps what was typed', () => {
    const session = createFindSession();
    session.ask(query('(', true), null);
    expect(session.state.get()).toMatchObject({ query: query('(', true), matcher: null, isSearching: false });
    expect(session.state.get().problem).toContain('never closed');
  });

  it('stops counting at 10,000', async () => {
    const session = createFindSession();
    session.lookThrough(output(Array.from({ length: 101 }, () => 'a '.repeat(100))), null);
    session.ask(query('a'), null);
    const state = await settled(session);
    expect(state.matches).toHaveLength(10_000);
    expect(state.hasMore).toBe(true);
  });

  it('forgets the answer to a question that is no longer asked', async () => {
    const session = createFindSession();
    session.lookThrough(output(Array.from({ length: 30_000 }, (_, index) => `order ${index}`)), null);
    session.ask(query('order'), null);
    session.ask(query('order 29999'), null);
    expect((await settled(session)).matches).toHaveLength(1);
  });
});

describe('a regex that does not come to an end', () => {
  /** A worker that never answers. */
  function silent(ends: string[]): FindPort {
    return { postMessage: () => undefined, addEventListener: () => undefined, terminate: () => void ends.push('terminated') };
  }

  it('is ended when something else is asked', async () => {
    const ends: string[] = [];
    const session = createFindSession({ startSearch: (matcher) => startTextSearch(matcher, () => silent(ends)) });
    session.lookThrough(output(['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!']), null);
    session.ask(query('(a+)+$', true), null);
    await Promise.resolve();
    expect(session.state.get().isSearching).toBe(true);
    session.ask(query('a!'), null);
    const state = await settled(session);
    expect(state.matches).toHaveLength(1);
    expect(ends).toContain('terminated');
  });
});
