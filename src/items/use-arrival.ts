import { useEffect, useRef, useState, type RefObject } from 'react';
import { formatJsonPointer } from '#base/json-pointer.ts';
import type { JsonPath } from '#base/json.ts';
import type { Reveal } from '#model/reveal.ts';
import { arrivalAt, bringIntoView, bringStartIntoView } from '#ui/bring-into-view.ts';

/** `go`: select it and take the focus there. `select`: leave the focus where it is. `peek`: only bring it into view. */
export type HowToArrive = 'go' | 'select' | 'peek';

/** An item to go to, and the place inside it when not the item itself is meant. */
export type Arrival = { readonly position: number; readonly path: JsonPath | null; readonly how: HowToArrive };

type ArrivalInput = {
  readonly list: RefObject<HTMLElement | null>;
  /** Where the list stands in its document, and how many items it has by now. */
  readonly path: JsonPath;
  readonly length: number;
  readonly reveal: Reveal | null;
  /** Opens the item, while rendering. */
  readonly onOpen: (position: number) => void;
  /** Called when a filter hides the item: it is reached once the filter is gone. */
  readonly onHidden: (position: number) => void;
  /** Called once the item has been reached. */
  readonly onArrive: (position: number) => void;
};

/**
 * Goes to an item of a list: because of `reveal`, or of the `goTo` it answers with. The item has to be mounted for that, so the list
 * must draw `arrival`; then it is scrolled to, and its header gets the focus where that is wished.
 */
export function useArrival({ list, path, length, reveal, onOpen, onHidden, onArrive }: ArrivalInput) {
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const [seen, setSeen] = useState<Reveal | null>(null);
  const arrived = useRef<Arrival | null>(null);
  const missed = useRef<Arrival | null>(null);
  const left = useRef<AbortController | null>(null);
  const position = reveal === null ? null : positionIn(path, reveal.path);
  // An item that is still to be loaded is waited for.
  if (reveal !== null && reveal !== seen && (position === null || position < length)) {
    setSeen(reveal);
    if (position !== null) {
      onOpen(position);
      setArrival({ position, path: reveal.path.length === path.length + 1 ? null : reveal.path, how: 'go' });
    }
  }
  useEffect(() => {
    // Effects run again when a tab comes back into view.
    if (arrival === null || arrived.current === arrival) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-position="${arrival.position}"]`) ?? null;
    if (item === null) {
      if (missed.current !== arrival) onHidden(arrival.position);
      missed.current = arrival;
      return;
    }
    arrived.current = arrival;
    if (arrival.how === 'go') item.querySelector<HTMLElement>('h2 button')?.focus({ preventScroll: true });
    left.current?.abort();
    left.current = new AbortController();
    if (arrival.path === null) bringStartIntoView(item);
    else void goInto(item, arrival.path, left.current.signal);
    if (arrival.how !== 'peek') onArrive(arrival.position);
  });
  useEffect(() => () => left.current?.abort(), []);
  return { arrival, goTo: (to: number, how: HowToArrive) => setArrival({ position: to, path: null, how }) };
}

/** Shows the place at `path` inside `item`, once it is there. */
async function goInto(item: HTMLElement, path: JsonPath, signal: AbortSignal): Promise<void> {
  const place = await arrivalAt(item, formatJsonPointer(path), signal);
  if (signal.aborted) return;
  if (place === null || place === item) bringStartIntoView(item);
  else bringIntoView(place, 'center');
}

/** The position of the item that `target` leads into, or null when it leads elsewhere. */
function positionIn(listPath: JsonPath, target: JsonPath): number | null {
  if (!listPath.every((step, index) => target[index] === step)) return null;
  const position = target[listPath.length];
  return typeof position === 'number' ? position : null;
}
