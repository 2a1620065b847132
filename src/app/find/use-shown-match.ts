import { useEffect, useRef, useState } from 'react';
import { wholeOf, alikeBefore } from '#model/find-whole.ts';
import type { FindMatch } from '#model/find.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import type { Store } from '#base/store.ts';
import type { FindState, FindSubject } from '#state/find-session.ts';
import { startTextSearch, TooSlowError } from '#state/search-texts.ts';
import { highlightAll, highlightCurrent } from '#ui/highlight-ranges.ts';
import { scrollToRange } from '#ui/scroll-to-range.ts';
import type { Sought } from '#ui/sought.ts';
import { highlightPanel } from './highlight-panel.ts';
import { itemOf, locateMatch, showMatch, type MatchToShow, type ShownMatch } from './show-match.ts';
import { watchPanel } from './watch-panel.ts';

type Input = {
  readonly panel: HTMLElement | null;
  /** The data that is looked through; null where this is none of ours. */
  readonly subject: FindSubject | null;
  readonly state: FindState;
  readonly sought: Store<Sought | null>;
};

/** The match the reader is at, once it was looked for on the page. */
export type MatchOnPage = ShownMatch & { readonly toShow: MatchToShow };

/** Highlights the matches of data in the views that draw it, and opens and scrolls to the one the reader is at. */
export function useShownMatch({ panel, subject, state, sought }: Input): MatchOnPage | null {
  const [shown, setShown] = useState<MatchOnPage | null>(null);
  const latest = useRef<{ readonly toShow: MatchToShow; range: Range | null } | null>(null);
  const { matcher } = state;
  const toShow = useMatchToShow(subject, state);

  useEffect(() => {
    if (panel === null || subject === null || matcher === null) return undefined;
    const search = startTextSearch(matcher);
    const stop = watchPanel(panel, (signal) => {
      relocate(panel, latest.current);
      highlightPanel(panel, search, signal).catch((error: unknown) => {
        if (!(error instanceof TooSlowError)) throw error;
      });
    });
    return () => {
      stop();
      search.stop();
      highlightAll([]);
    };
  }, [panel, subject, matcher]);

  useEffect(() => {
    if (panel === null || toShow === null) {
      latest.current = null;
      highlightCurrent(null, null);
      return undefined;
    }
    const ended = new AbortController();
    void showMatch(panel, toShow, sought, ended.signal).then((found) => {
      if (found === null || ended.signal.aborted) return;
      latest.current = { toShow, range: found.range };
      highlightCurrent(found.range, found.element ?? found.item);
      const range = found.range ?? rangeAround(found.element ?? found.item);
      if (range !== null) void scrollAndStay(range, ended.signal);
      setShown({ ...found, toShow });
    });
    return () => ended.abort();
  }, [panel, toShow, sought]);
  useEffect(() => () => highlightCurrent(null, null), []);
  return shown !== null && shown.toShow === toShow ? shown : null;
}

/** What is mounted on the way may push the match out of view again; once or twice is enough. */
const SETTLING_FRAMES = 6;

async function scrollAndStay(range: Range, signal: AbortSignal): Promise<void> {
  for (let frame = 0; frame < SETTLING_FRAMES && !signal.aborted; frame += 1) {
    scrollToRange(range);
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

function rangeAround(element: Element | null): Range | null {
  if (element === null) return null;
  const range = document.createRange();
  range.selectNode(element);
  return range;
}

type Held = { readonly match: FindMatch | undefined; readonly steps: number; readonly toShow: MatchToShow | null };

/** Null until there is a match to be at. The same object until the reader steps: a step to the same match shows it again. */
function useMatchToShow(subject: FindSubject | null, { matches, index, steps }: FindState): MatchToShow | null {
  const [last, setLast] = useState<Held>({ match: undefined, steps: 0, toShow: null });
  const match = subject === null || index === null ? undefined : matches[index];
  if (steps === last.steps && isSameMatch(match, last.match)) return last.toShow;
  const whole = match === undefined || subject === null ? null : wholeOf(subject.parts, match);
  const earlier = subject === null || index === null ? 0 : alikeBefore(subject.parts, matches, index);
  const toShow = match === undefined || whole === null ? null : { match, whole, earlier };
  setLast({ match, steps, toShow });
  return toShow;
}

/** The same place counts as the same match, also when it was found again because the response grew. */
function isSameMatch(one: FindMatch | undefined, other: FindMatch | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.start === other.start && one.end === other.end && formatJsonPointer(one.path) === formatJsonPointer(other.path);
}

/** What was drawn anew in place of what the highlight stood in gets it back. */
function relocate(panel: HTMLElement, current: { readonly toShow: MatchToShow; range: Range | null } | null): void {
  if (current === null || (current.range?.startContainer.isConnected === true && !current.range.collapsed)) return;
  const item = itemOf(panel, current.toShow.match.path);
  if (item === null) return;
  current.range = locateMatch(item, current.toShow);
  highlightCurrent(current.range, item);
}
