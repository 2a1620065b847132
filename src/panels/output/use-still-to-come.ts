import { useCallback, useEffect, useMemo, useRef } from 'react';
import { firstEventOfItem } from '#model/find-event.ts';
import { shownPositions, type ItemFilter } from '#model/item-filter.ts';
import type { Recording, StreamRecording } from '#model/recording.ts';
import { stillToCome, type ComingItem, type StillToCome } from '#model/still-to-come.ts';

/** What the recording, which stands somewhere in its stream, lacks of `end`, the whole of that; null where nobody compares. Items that the filter hides do not come. */
export function useStillToCome(recording: Recording, end: StreamRecording | null, filter: ItemFilter): StillToCome | null {
  const folded = recording.kind === 'stream' ? recording.folded : null;
  const toCome = useMemo(() => (folded === null || end === null ? null : stillToCome(folded, end.folded)), [folded, end]);
  return useMemo(() => (toCome === null ? null : filtered(toCome, filter)), [toCome, filter]);
}

/** Moves to where an item that is still to come begins, or to the end where no event tells. The same function every time. */
export function useGoToComing(
  recording: Recording,
  end: StreamRecording | null,
  moveTo: (event: number | null) => void,
): (item: ComingItem) => void {
  const latest = useRef({ recording, end, moveTo });
  useEffect(() => {
    latest.current = { recording, end, moveTo };
  });
  return useCallback(({ position, state }) => {
    const now = latest.current;
    if (now.recording.kind !== 'stream' || now.end === null) return;
    const index = state?.outputIndex ?? position;
    now.moveTo(firstEventOfItem(now.end.log, index, now.recording.folded.eventCount, now.end.length));
  }, []);
}

function filtered(toCome: StillToCome, filter: ItemFilter): StillToCome {
  const { coming } = toCome;
  const shown = shownPositions(
    coming.map(({ item }) => item),
    filter,
  );
  if (shown === null) return toCome;
  const wanted = new Set(shown);
  return { ...toCome, coming: coming.filter((_, index) => wanted.has(index)) };
}
