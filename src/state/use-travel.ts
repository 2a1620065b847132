import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createStore } from '#base/store.ts';
import type { EventLog } from '#model/event-log.ts';
import { eventOfSeq, seqOfEvent } from '#model/find-event.ts';
import { createItemStarts, type ItemStarts } from '#model/item-starts.ts';
import type { Recording, StreamRecording } from '#model/recording.ts';
import { changeAddress } from './address.ts';
import type { UrlState } from './url-state.ts';
import { useStore } from './use-store.ts';

/** Travelling through a stream: the cursor, which is an event after which everything is shown, and what moves it. */
export type Travel = {
  /** The number of the event by arrival; null: the end, or what is newest while more comes. */
  readonly event: number | null;
  /** The link led here, and nothing has moved it since. */
  readonly isAsked: boolean;
  /** The link asks for an event with this number, and there is none, or not yet. */
  readonly missing: number | null;
  readonly isPlaying: boolean;
  /** Goes there and stays there; beyond the last event it is the end. */
  readonly moveTo: (event: number | null) => void;
  /** The event after or before; the end counts as the last one. */
  readonly stepBy: (step: 1 | -1) => void;
  /** The next or previous event with which an item begins. */
  readonly stepItem: (step: 1 | -1) => void;
  readonly setPlaying: (isPlaying: boolean) => void;
  /** The next event of what is playing. */
  readonly playTo: (event: number | null) => void;
  readonly itemStarts: ItemStarts;
};

/** The link is written to when the cursor has been at rest for so long, in milliseconds. */
const REST = 250;

/** `seq`: what the link says of it. */
type Cursor = Pick<Travel, 'event' | 'isAsked' | 'isPlaying'> & { readonly log: EventLog | null; readonly seq: number | null };

const NOWHERE: Cursor = { log: null, event: null, seq: null, isAsked: false, isPlaying: false };

/**
 * The cursor of a recording: where the link says, until it is moved; the link then follows. Null for what is no
 * stream. An event that the link asks for may still have to arrive.
 */
export function useTravel(recording: Recording, url: UrlState): Travel | null {
  const stream = recording.kind === 'stream' ? recording : null;
  const log = stream?.log ?? null;
  // A store, so that what was written is known before the address that tells of it.
  const [store] = useState(() => createStore(NOWHERE));
  const { cursor, missing } = useCursor(store.get, useStore(store), stream, url.seq, store.set);
  useLink(store, cursor, missing);
  const latest = useRef({ stream, seq: url.seq });
  useLayoutEffect(() => {
    latest.current = { stream, seq: url.seq };
  });
  const itemStarts = useMemo(() => (log === null ? null : createItemStarts(log)), [log]);
  const moves = useMemo(() => {
    function go(event: number | null, isPlaying: boolean) {
      const { stream: now, seq } = latest.current;
      if (now === null) return;
      const isBeyond = event !== null && event >= now.length;
      store.set({ ...NOWHERE, log: now.log, event: isBeyond || event === null ? null : Math.max(0, event), seq, isPlaying });
    }
    const at = () => store.get().event ?? (latest.current.stream?.length ?? 1) - 1;
    return {
      moveTo: (event: number | null) => go(event, false),
      playTo: (event: number | null) => go(event, event !== null),
      setPlaying: (isPlaying: boolean) => go(store.get().event, isPlaying),
      stepBy: (step: 1 | -1) => go(at() + step, false),
      stepItem: (step: 1 | -1) => {
        itemStarts?.extend(latest.current.stream?.length ?? 0, () => false);
        const next = itemStarts?.beside(at(), step) ?? null;
        go(next ?? (step === 1 ? null : 0), false);
      },
    };
  }, [store, itemStarts]);
  if (itemStarts === null) return null;
  const { event, isAsked, isPlaying } = cursor;
  return { event, isAsked, isPlaying, missing, itemStarts, ...moves };
}

/** Takes the link's word where that is news. */
function useCursor(
  latest: () => Cursor,
  kept: Cursor,
  stream: StreamRecording | null,
  seq: number | null,
  onNews: (cursor: Cursor) => void,
): { readonly cursor: Cursor; readonly missing: number | null } {
  const { log = null, length = 0 } = stream ?? {};
  const isNews = log !== null && (kept.log !== log || kept.seq !== seq);
  const asked = useMemo(() => (isNews && log !== null && seq !== null ? eventOfSeq(log, length, seq) : null), [isNews, log, length, seq]);
  const isAnswered = isNews && (seq === null || asked !== null);
  const own = kept.log === log ? kept : NOWHERE;
  const cursor = useMemo(
    () => (isAnswered ? { ...NOWHERE, log, event: asked, seq, isAsked: true } : own),
    [isAnswered, log, asked, seq, own],
  );
  useLayoutEffect(() => {
    // Nothing may have been moved since this was drawn.
    if (isAnswered && latest() === kept) onNews(cursor);
  }, [isAnswered, latest, kept, cursor, onNews]);
  return { cursor, missing: isNews && !isAnswered ? seq : null };
}

/** Puts the cursor into the link when it is at rest. */
function useLink(store: { readonly get: () => Cursor; readonly set: (next: Cursor) => void }, cursor: Cursor, missing: number | null) {
  const { log, event, seq, isPlaying } = cursor;
  useEffect(() => {
    if (log === null || isPlaying || missing !== null) return undefined;
    const timer = setTimeout(() => {
      const now = event === null ? null : seqOfEvent(log, log.length(), event);
      if (now === seq || store.get() !== cursor) return;
      store.set({ ...cursor, seq: now });
      changeAddress({ seq: now });
    }, REST);
    return () => clearTimeout(timer);
  }, [store, cursor, log, event, seq, isPlaying, missing]);
}
