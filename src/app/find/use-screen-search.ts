import { useEffect, useRef } from 'react';
import type { Store } from '#base/store.ts';
import type { FindSession, FindState } from '#state/find-session.ts';
import { domTextOf, rangeIn, type DomText } from '#ui/dom-text.ts';
import { highlightAll, highlightCurrent } from '#ui/highlight-ranges.ts';
import { scrollToRange } from '#ui/scroll-to-range.ts';
import type { Sought } from '#ui/sought.ts';
import { subjectOfText } from './find-subject.ts';
import { watchPanel } from './watch-panel.ts';

type Input = {
  /** Null where this is none of ours. */
  readonly panel: HTMLElement | null;
  readonly session: FindSession;
  readonly state: FindState;
  readonly sought: Store<Sought | null>;
};

/** Looks through what a panel shows, after everything in it was opened, and highlights what was found there. */
export function useScreenSearch({ panel, session, state, sought }: Input): void {
  const screen = useRef<DomText | null>(null);
  const scrolledFor = useRef(0);
  const { matcher, matches, index, steps } = state;
  const isAsked = matcher !== null;

  useEffect(() => {
    if (panel === null || !isAsked) return undefined;
    sought.set({ kind: 'everything' });
    const stop = watchPanel(panel, () => {
      const last = screen.current;
      screen.current = domTextOf(panel);
      session.lookThrough(subjectOfText(screen.current.text), null, last !== null);
    });
    return () => {
      stop();
      screen.current = null;
    };
  }, [panel, isAsked, session, sought]);

  useEffect(() => {
    if (panel === null) return undefined;
    const text = screen.current;
    highlightAll(text === null ? [] : matches.slice(0, 5_000).flatMap(({ start, end }) => rangeIn(text, start, end) ?? []));
    return () => highlightAll([]);
  }, [panel, matches]);

  const match = index === null ? undefined : matches[index];
  useEffect(() => {
    if (panel === null) return undefined;
    const text = screen.current;
    const range = match === undefined || text === null ? null : rangeIn(text, match.start, match.end);
    highlightCurrent(range, range?.startContainer.parentElement ?? null);
    return () => highlightCurrent(null, null);
  }, [panel, match]);

  // Scrolls with a step, not when the page changes around the match.
  useEffect(() => {
    const text = screen.current;
    if (panel === null || text === null || match === undefined || scrolledFor.current === steps) return;
    scrolledFor.current = steps;
    const range = rangeIn(text, match.start, match.end);
    if (range !== null) scrollToRange(range);
  }, [panel, match, steps]);
}
