import { useCallback, useMemo, useRef, useState } from 'react';
import { createStore, type Store } from '#base/store.ts';
import { NO_QUERY, type FindQuery, type PanelFind } from '#model/find.ts';
import { VIEWS, type View } from '#state/url-state.ts';
import type { Sought } from '#ui/sought.ts';

/** What the page knows of find while the bar itself may not be loaded. */
export type FindControl = {
  readonly isOpen: boolean;
  /** Grows each time find is asked for, so that the field gets the focus again. */
  readonly asked: number;
  /** Opens the bar, or goes to its field. */
  readonly open: () => void;
  readonly close: () => void;
  /** What was asked last; kept while the bar is closed. */
  readonly query: FindQuery;
  readonly setQuery: (query: FindQuery) => void;
  /** What had the focus when the bar opened. */
  readonly focusBefore: () => Element | null;
  /** For each view, what is looked for in it: what hides it opens. */
  readonly soughtIn: (view: View) => Store<Sought | null>;
  /** For the view that draws its own highlights. */
  readonly panelFind: PanelFind | null;
  readonly setPanelFind: (find: PanelFind | null) => void;
  /** The text that a view shows in place of its data. */
  readonly shownText: string | null;
  readonly setShownText: (text: string | null) => void;
};

/** Holds what find needs outside of its bar, which is loaded when it is first opened. */
export function useFindControl(): FindControl {
  const [asked, setAsked] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState(NO_QUERY);
  const [panelFind, setPanelFind] = useState<PanelFind | null>(null);
  const [shownText, setShownText] = useState<string | null>(null);
  const [stores] = useState(() => new Map(VIEWS.map((view) => [view, createStore<Sought | null>(null)])));
  const before = useRef<Element | null>(null);
  const open = useCallback(() => {
    if ((document.activeElement?.closest('[data-find-bar]') ?? null) === null) before.current = document.activeElement;
    const selected = selectedWords();
    if (selected !== '') setQuery((last) => ({ ...last, text: selected, isRegex: false }));
    setOpen(true);
    setAsked((count) => count + 1);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  const soughtIn = useCallback((view: View) => stores.get(view) ?? createStore<Sought | null>(null), [stores]);
  const focusBefore = useCallback(() => before.current, []);
  return useMemo(
    () => ({ isOpen, asked, open, close, query, setQuery, focusBefore, soughtIn, panelFind, setPanelFind, shownText, setShownText }),
    [isOpen, asked, open, close, query, focusBefore, soughtIn, panelFind, shownText],
  );
}

/** More than this is not what somebody looks for. */
const LONGEST_SELECTION = 200;

/** What is selected on the page, when it is a few words of a line: asking for find then looks for them. */
function selectedWords(): string {
  const words = document.getSelection()?.toString() ?? '';
  return words.trim() === '' || words.length > LONGEST_SELECTION || words.includes('\n') ? '' : words;
}
