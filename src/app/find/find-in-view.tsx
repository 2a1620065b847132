import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { JsonPath } from '#base/json.ts';
import type { FindQuery } from '#model/find.ts';
import type { FindStart } from '#model/find-start.ts';
import type { Recording } from '#model/recording.ts';
import { viewsOfPlace } from '#model/views-of-place.ts';
import { createFindSession } from '#state/find-session.ts';
import type { UrlState, View } from '#state/url-state.ts';
import { useInputList } from '#state/use-input-items.ts';
import { useStore } from '#state/use-store.ts';
import { FindBar } from './find-bar.tsx';
import { FindNotes, type FindLimit } from './find-notes.tsx';
import { useEscape, useStepKeys } from './find-keys.ts';
import { leavesOutProbabilities, subjectOfView, type ViewSubject } from './find-subject.ts';
import { countWords } from './find-words.ts';
import { firstItemInView } from './first-item.ts';
import type { FindControl } from './use-find-control.ts';
import { useScreenSearch } from './use-screen-search.ts';
import { useShownMatch } from './use-shown-match.ts';

type FindInViewProps = {
  readonly url: UrlState;
  readonly recording: Recording;
  readonly control: FindControl;
  /** Goes to a view and brings what stands at a path into view there. */
  readonly onShow: (view: View, path: JsonPath) => void;
};

/** How long the reader may pause between two letters, in milliseconds. */
const TYPING = 120;

/** Find in the tab in view: its bar, what it looks through, and what that does to the page. Lives while the bar is open. */
export function FindInView({ url, recording, control, onShow }: FindInViewProps) {
  const { view, q } = url;
  const { query, setQuery, shownText, setPanelFind, soughtIn } = control;
  const [session] = useState(() => createFindSession());
  const state = useStore(session.state);
  const input = useInputList(recording);
  const subject = useMemo(() => subjectOfView({ view, q, recording, input, shownText }), [view, q, recording, input, shownText]);
  const panel = usePanel(view);
  const sought = soughtIn(view);

  const lookedAt = useRef<View | null>(null);
  useEffect(() => {
    // A response that is fetched again is another one to look through; the reader stays where they are.
    const keepsPlace = lookedAt.current === view;
    lookedAt.current = view;
    if (subject !== null) session.lookThrough(subject, startIn(view), keepsPlace);
  }, [session, subject, view]);
  function ask(asked: FindQuery) {
    const { matches, index } = session.state.get();
    const current = index === null ? undefined : matches[index];
    session.ask(asked, current === undefined ? startIn(view) : { path: current.path, offset: current.start });
  }
  useAsking(query, state.query, ask);
  useEffect(() => () => session.stop(), [session]);
  useEffect(() => () => sought.set(null), [sought]);

  const drawsItself = view === 'raw';
  const shown = useShownMatch({ panel: drawsItself ? null : panel, subject, state, sought });
  useScreenSearch({ panel: subject === null ? panel : null, session, state, sought });

  const { matcher, isSearching, problem, matches, index } = state;
  // A regex is run over the rows only once it has come to an end over the whole.
  const isProven = matcher !== null && (!matcher.query.isRegex || (!isSearching && problem === null));
  const current = index === null ? null : (matches[index] ?? null);
  const panelFind = useMemo(() => (drawsItself && isProven ? { matcher, current } : null), [drawsItself, isProven, matcher, current]);
  useEffect(() => {
    setPanelFind(panelFind);
    return () => setPanelFind(null);
  }, [panelFind, setPanelFind]);

  const step = useCallback((by: 1 | -1) => session.step(by), [session]);
  useStepKeys(step);
  useEscape(close);
  /** Enter right after the last letter asks for what was typed, and that shows a match by itself. */
  function stepOrAsk(by: 1 | -1) {
    if (query === session.state.get().query) session.step(by);
    else ask(query);
  }
  function close() {
    control.close();
    const header = shown?.item?.querySelector<HTMLElement>('h2 button[aria-expanded]');
    const before = control.focusBefore();
    const target = header ?? (before instanceof HTMLElement && before.isConnected ? before : null);
    target?.focus({ preventScroll: true });
  }
  const hidden = shown !== null && shown.range === null ? current : null;
  return (
    <FindBar
      query={query}
      onQuery={setQuery}
      count={countWords(state)}
      isMissed={matcher !== null && !isSearching && matches.length === 0}
      canStep={matches.length > 0}
      onStep={stepOrAsk}
      onClose={close}
      asked={control.asked}
    >
      <FindNotes
        problem={problem}
        hidden={hidden}
        isInRaw={hidden !== null && viewsOfPlace(hidden.path).includes('raw') && hidden.path[0] !== 'data'}
        onShowInRaw={(path) => onShow('raw', path)}
        limit={
          matcher === null || subject === null ? null : limitOf(subject, view === 'input' && input?.ending === 'more', matches.length === 0)
        }
      />
    </FindBar>
  );
}

/** The element of the tab in view. */
function usePanel(view: View): HTMLElement | null {
  return useSyncExternalStore(noChanges, () => document.getElementById(`view-${view}`));
}

function noChanges(): () => void {
  return () => undefined;
}

/** Asks once the typing pauses; what is cleared is cleared at once. */
function useAsking(query: FindQuery, asked: FindQuery, ask: (query: FindQuery) => void): void {
  useEffect(() => {
    if (query === asked) return undefined;
    const isTyping = query.text !== '' && query.isRegex === asked.isRegex && query.matchesCase === asked.matchesCase;
    const timer = setTimeout(() => ask(query), isTyping ? TYPING : 0);
    return () => clearTimeout(timer);
  });
}

/** What is not looked through; probabilities are worth a word only to those who found nothing. */
function limitOf(subject: ViewSubject, isMoreToLoad: boolean, isMissed: boolean): FindLimit | null {
  if (subject.isFiltered) return 'shown';
  if (isMoreToLoad) return 'loaded';
  return isMissed && leavesOutProbabilities(subject) ? 'said' : null;
}

function startIn(view: View): FindStart | null {
  const path = firstItemInView(view);
  return path === null ? null : { path, offset: 0 };
}
