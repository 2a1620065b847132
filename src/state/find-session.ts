import { createStore, type ReadableStore } from '#base/store.ts';
import { giveWay } from '#base/give-way.ts';
import type { JsonPath, JsonValue } from '#base/json.ts';
import { compileFind, MOST_MATCHES, NO_QUERY, type FindMatch, type FindQuery, type Matcher } from '#model/find.ts';
import { findInJson } from '#model/find-in-json.ts';
import { startMatch, type FindStart } from '#model/find-start.ts';
import type { FindScope } from '#model/find-texts.ts';
import { startTextSearch, TooSlowError, type TextSearch } from './search-texts.ts';

/** What is looked through, in this order: parts of a document with their places, or one text with the place []. */
export type FindSubject = {
  readonly parts: readonly { readonly path: JsonPath; readonly value: JsonValue }[];
  readonly scope: FindScope;
};

export type FindState = {
  readonly query: FindQuery;
  /** Null while nothing is asked for, or while the regex is none. */
  readonly matcher: Matcher | null;
  /** Why the query cannot be answered, in a sentence. */
  readonly problem: string | null;
  readonly matches: readonly FindMatch[];
  /** True when counting stopped at `MOST_MATCHES`. */
  readonly hasMore: boolean;
  readonly isSearching: boolean;
  /** Which of the matches the reader is at; null before there is one. */
  readonly index: number | null;
  /** Grows with every step, so that a step to the same match is one too. */
  readonly steps: number;
};

export type FindSession = {
  readonly state: ReadableStore<FindState>;
  /** Looks for something else; begins at the first match from `start` on. */
  readonly ask: (query: FindQuery, start: FindStart | null) => void;
  /** Looks through something else for the same; `keepsPlace` stays at the match of the same number. */
  readonly lookThrough: (subject: FindSubject, start: FindStart | null, keepsPlace?: boolean) => void;
  /** To the next or the previous match, around the ends. */
  readonly step: (by: 1 | -1) => void;
  /** Ends what is under way. */
  readonly stop: () => void;
};

const NOTHING: FindState = {
  query: NO_QUERY,
  matcher: null,
  problem: null,
  matches: [],
  hasMore: false,
  isSearching: false,
  index: null,
  steps: 0,
};
const TOO_SLOW = 'This regex takes too long here. A simpler one may not: fewer “*” and “+” inside of each other.';

type SessionParts = { readonly startSearch?: (matcher: Matcher) => TextSearch; readonly pause?: () => Promise<void> };

/** One find bar: what is asked, what was found, and where the reader is. Each question ends the one before it. */
export function createFindSession({ startSearch = startTextSearch, pause = giveWay }: SessionParts = {}): FindSession {
  const state = createStore(NOTHING);
  let subject: FindSubject = { parts: [], scope: { keys: false, paths: false, literals: false } };
  let run = 0;
  let search: TextSearch | null = null;

  function stop(): void {
    run += 1;
    search?.stop();
    search = null;
  }
  function begin(start: FindStart | null, keptIndex: number | null): void {
    stop();
    const { query, steps, matches } = state.get();
    const compiled = compileFind(query);
    const matcher = compiled.ok && query.text !== '' ? compiled.matcher : null;
    if (matcher === null) return state.set({ ...NOTHING, query, steps, problem: compiled.ok ? null : compiled.problem });
    // A reader who keeps the place keeps seeing it until the new matches are all there.
    const keepsPlace = keptIndex !== null;
    state.set({ ...NOTHING, query, steps, matcher, isSearching: true, index: keptIndex, matches: keepsPlace ? matches : [] });
    const text = startSearch(matcher);
    search = text;
    void collect(run, text, start, !keepsPlace);
  }
  async function collect(own: number, text: TextSearch, start: FindStart | null, tellsOnTheWay: boolean): Promise<void> {
    const matches: FindMatch[] = [];
    const ending = await takeMatches(matchesIn(subject, text, pause), matches, (isEnough) => {
      if (own !== run) return false;
      if (isEnough && tellsOnTheWay) publish(matches, start, null);
      return true;
    });
    text.stop();
    if (own === run) publish(matches, start, ending);
  }
  function publish(found: readonly FindMatch[], start: FindStart | null, ending: Ending | null): void {
    const last = state.get();
    const matches = [...found];
    const isSearching = ending === null;
    const kept = last.index === null || (ending !== null && last.index >= matches.length) ? null : last.index;
    const index = kept ?? startMatch(matches, start, !isSearching);
    state.set({
      ...last,
      matches,
      index,
      isSearching,
      hasMore: ending === 'too many',
      problem: ending === 'too slow' ? TOO_SLOW : null,
      steps: index !== null && kept === null ? last.steps + 1 : last.steps,
    });
  }
  return {
    state,
    ask: (query, start) => {
      state.set({ ...state.get(), query });
      begin(start, null);
    },
    lookThrough: (next, start, keepsPlace = false) => {
      subject = next;
      begin(start, keepsPlace ? state.get().index : null);
    },
    step: (by) => {
      const last = state.get();
      const count = last.matches.length;
      if (count === 0) return;
      const index = last.index === null ? (by === 1 ? 0 : count - 1) : (last.index + by + count) % count;
      state.set({ ...last, index, steps: last.steps + 1 });
    },
    stop,
  };
}

type Ending = 'whole' | 'too many' | 'too slow';

/** Matches are shown as they come, but not more often than this, in milliseconds. */
const PUBLISHED_EVERY = 100;

/** Fills `matches` until they end, are too many, take too long or are no longer wanted; `tell` says so, and is told when there is news. */
async function takeMatches(
  batches: AsyncIterable<readonly FindMatch[]>,
  matches: FindMatch[],
  tell: (isEnough: boolean) => boolean,
): Promise<Ending> {
  let published = performance.now();
  try {
    for await (const batch of batches) {
      for (const match of batch) {
        if (matches.length === MOST_MATCHES) return 'too many';
        matches.push(match);
      }
      const isEnough = performance.now() - published > PUBLISHED_EVERY;
      if (isEnough) published = performance.now();
      if (!tell(isEnough)) return 'whole';
    }
  } catch (error) {
    if (error instanceof TooSlowError) return 'too slow';
    throw error;
  }
  return 'whole';
}

async function* matchesIn({ parts, scope }: FindSubject, { search }: TextSearch, pause: () => Promise<void>) {
  for (const { path, value } of parts) yield* findInJson(value, { search, scope, rootPath: path, pause });
}
