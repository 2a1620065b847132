import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { findKeys } from '#base/secret-shape.ts';
import { createStore } from '#base/store.ts';
import { goTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import { useStore } from '#state/use-store.ts';

/** The address bar is written to at most so often, in milliseconds. */
const BETWEEN_WRITES = 500;

type StreamLink = {
  /** What the filter says. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The event that the link asks for; another object each time. Null while it asks for none. */
  readonly asked: { readonly seq: number } | null;
  /** Puts the event that is looked at into the link. */
  readonly setSeq: (seq: number | null) => void;
};

/**
 * The filter and the event of the link. What is typed counts at once and reaches the link a little later; what the link says anew, by Back
 * or a pasted address, counts here. While another tab is in view the link is not about events, and the filter waits.
 */
export function useStreamLink(url: UrlState): StreamLink {
  const [text, setText] = useState(url.q ?? '');
  const [seen, setSeen] = useState<Pointed>({ q: url.q, seq: url.seq });
  const [asked, setAsked] = useState(url.seq === null ? null : { seq: url.seq });
  const [wasHidden, setHidden] = useState(false);
  // A store, so that what was written is known before the address that tells of it.
  const [writtenStore] = useState(() => createStore<Pointed>({ q: url.q, seq: url.seq }));
  const written = useStore(writtenStore);
  const wanted = useRef<Pointed>({ q: url.q, seq: url.seq });
  const latest = useRef(url);
  useLayoutEffect(() => {
    latest.current = url;
  });
  if (url.view === 'stream' && (wasHidden || seen.q !== url.q || seen.seq !== url.seq)) {
    setHidden(false);
    setSeen({ q: url.q, seq: url.seq });
    const isKept = wasHidden && url.q === null;
    if (!isKept && url.q !== written.q) setText(url.q ?? '');
    if (url.seq !== null && url.seq !== written.seq) setAsked({ seq: url.seq });
  }
  const { q: seenQ, seq: seenSeq } = seen;
  useLayoutEffect(() => {
    const { q, seq } = writtenStore.get();
    if (seenQ === q && seenSeq === seq) return;
    wanted.current = { q: seenQ, seq: seenSeq };
    writtenStore.set(wanted.current);
  }, [seenQ, seenSeq, writtenStore]);

  const write = useThrottled(
    useCallback(() => {
      if (latest.current.view !== 'stream') return;
      writtenStore.set(wanted.current);
      goTo({ ...latest.current, ...wanted.current }, 'replace');
    }, [writtenStore]),
  );
  const q = inLink(text);
  const point = useCallback(
    (change: Partial<Pointed>) => {
      const next = { ...wanted.current, ...change };
      if (next.q === wanted.current.q && next.seq === wanted.current.seq) return;
      wanted.current = next;
      write();
    },
    [write],
  );
  // Runs again when the panel comes back with its tab, whose link does not have the filter yet.
  useLayoutEffect(() => point({ q }), [q, point]);
  useLayoutEffect(() => () => setHidden(true), []);
  const setSeq = useCallback((seq: number | null) => point({ seq }), [point]);
  return { text, setText, asked, setSeq };
}

/** What the link says of events. */
type Pointed = Pick<UrlState, 'q' | 'seq'>;

/** A filter as a link has it: a key that was pasted by mistake never gets there. */
function inLink(text: string): string | null {
  return text.trim() === '' || findKeys(text).length > 0 ? null : text.trim();
}

/** `write` at once, and then not again before some time has passed; the last call is never lost while the component is in view. */
function useThrottled(write: () => void): () => void {
  const state = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; isWanted: boolean }>({ timer: undefined, isWanted: false });
  useEffect(
    () => () => {
      clearTimeout(state.current.timer);
      state.current = { timer: undefined, isWanted: false };
    },
    [],
  );
  return useCallback(() => {
    function run() {
      state.current.isWanted = false;
      state.current.timer = setTimeout(() => {
        state.current.timer = undefined;
        if (state.current.isWanted) run();
      }, BETWEEN_WRITES);
      write();
    }
    if (state.current.timer === undefined) run();
    else state.current.isWanted = true;
  }, [write]);
}
