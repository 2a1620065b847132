import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { findKeys } from '#base/secret-shape.ts';
import { createStore } from '#base/store.ts';
import { changeAddress } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import { useStore } from '#state/use-store.ts';

/** The address bar is written to at most so often, in milliseconds. */
const BETWEEN_WRITES = 500;

type StreamLink = {
  /** What the filter says. */
  readonly text: string;
  readonly setText: (text: string) => void;
};

/**
 * The filter of the link. What is typed counts at once and reaches the link a little later; what the link says anew, by Back or a pasted
 * address, counts here. While another tab is in view the link is not about events, and the filter waits.
 */
export function useStreamLink(url: UrlState): StreamLink {
  const [text, setText] = useState(url.q ?? '');
  const [seen, setSeen] = useState(url.q);
  const [wasHidden, setHidden] = useState(false);
  // A store, so that what was written is known before the address that tells of it.
  const [writtenStore] = useState(() => createStore(url.q));
  const written = useStore(writtenStore);
  const wanted = useRef(url.q);
  const view = useRef(url.view);
  useLayoutEffect(() => {
    view.current = url.view;
  });
  if (url.view === 'stream' && (wasHidden || seen !== url.q)) {
    setHidden(false);
    setSeen(url.q);
    const isKept = wasHidden && url.q === null;
    if (!isKept && url.q !== written) setText(url.q ?? '');
  }
  useLayoutEffect(() => {
    if (seen === writtenStore.get()) return;
    wanted.current = seen;
    writtenStore.set(seen);
  }, [seen, writtenStore]);

  const write = useThrottled(
    useCallback(() => {
      if (view.current !== 'stream') return;
      writtenStore.set(wanted.current);
      changeAddress({ q: wanted.current });
    }, [writtenStore]),
  );
  const q = inLink(text);
  // Runs again when the panel comes back with its tab, whose link does not have the filter yet.
  useLayoutEffect(() => {
    if (wanted.current === q) return;
    wanted.current = q;
    write();
  }, [q, write]);
  useLayoutEffect(() => () => setHidden(true), []);
  return { text, setText };
}

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
