import { useLayoutEffect, useState } from 'react';
import type { EventLog } from '#model/event-log.ts';
import { eventOfSeq, seqOfEvent } from '#model/find-event.ts';

/** An event to bring into view: with others around it, or where it takes the least scrolling. */
export type EventWish = { readonly event: number; readonly block: 'center' | 'nearest' };

/** The event that is looked at, and whether its pane is open. */
export type ChosenEvent = {
  readonly event: number | null;
  readonly isOpen: boolean;
  /** To bring into view, once for each object. */
  readonly wish: EventWish | null;
  /** The link asks for an event with this number, and there is none. */
  readonly missing: number | null;
  readonly choose: (event: number, isOpening: boolean) => void;
  readonly close: () => void;
  /** Brings the event into view again, after what is shown around it has changed. */
  readonly bringBack: () => void;
};

type State = Pick<ChosenEvent, 'event' | 'isOpen' | 'wish'> & { readonly log: EventLog; readonly granted: Asked };
type Asked = { readonly seq: number } | null;

/** The event that was chosen here or by the link; one that the link asks for may still have to arrive. */
export function useChosenEvent(log: EventLog, length: number, asked: Asked, onChosen: (seq: number | null) => void): ChosenEvent {
  const start: State = { log, event: null, isOpen: false, wish: null, granted: null };
  const [kept, setState] = useState(start);
  const state = kept.log === log ? kept : start;
  const isWaiting = asked !== null && state.granted !== asked;
  const wanted = isWaiting ? eventOfSeq(log, length, asked.seq) : null;
  if (wanted !== null) setState({ log, event: wanted, isOpen: true, wish: { event: wanted, block: 'center' }, granted: asked });
  const { event } = state;
  useLayoutEffect(() => {
    if (event !== null) onChosen(seqOfEvent(log, length, event));
    // An event keeps its name while others arrive.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [log, event, onChosen]);
  return {
    event,
    isOpen: state.isOpen && event !== null,
    wish: state.wish,
    missing: isWaiting && wanted === null ? asked.seq : null,
    choose: (next, isOpening) =>
      setState({ ...state, granted: asked, event: next, isOpen: state.isOpen || isOpening, wish: { event: next, block: 'nearest' } }),
    close: () => setState({ ...state, isOpen: false }),
    bringBack: () => {
      if (event !== null) setState({ ...state, wish: { event, block: 'center' } });
    },
  };
}
