import { useState } from 'react';
import type { EventLog } from '#model/event-log.ts';
import type { Travel } from '#state/use-travel.ts';

/** An event to bring into view: with others around it, or where it takes the least scrolling. */
export type EventWish = { readonly event: number; readonly block: 'center' | 'nearest' };

/** The event that is looked at, and whether its pane is open. */
export type ChosenEvent = {
  readonly event: number | null;
  readonly isOpen: boolean;
  /** To bring into view, once for each object. */
  readonly wish: EventWish | null;
  readonly choose: (event: number, isOpening: boolean) => void;
  readonly close: () => void;
  /** Brings the event into view again, after what is shown around it has changed. */
  readonly bringBack: () => void;
};

type State = Pick<ChosenEvent, 'isOpen' | 'wish'> & { readonly log: EventLog };

/** The event that is looked at is the cursor: chosen here, by the link, which opens it, or by travelling. */
export function useChosenEvent(log: EventLog, { event, isAsked, moveTo }: Pick<Travel, 'event' | 'isAsked' | 'moveTo'>): ChosenEvent {
  const [kept, setState] = useState<State | null>(null);
  const state = kept?.log === log ? kept : { log, isOpen: false, wish: null };
  if (event !== null && state.wish?.event !== event) {
    const isFar = isAsked || state.wish === null;
    setState({ log, isOpen: state.isOpen || isAsked, wish: { event, block: isFar ? 'center' : 'nearest' } });
  }
  return {
    event,
    isOpen: state.isOpen && event !== null,
    wish: state.wish,
    choose: (next, isOpening) => {
      setState({ log, isOpen: state.isOpen || isOpening, wish: { event: next, block: 'nearest' } });
      moveTo(next);
    },
    close: () => setState({ ...state, isOpen: false }),
    bringBack: () => {
      if (event !== null) setState({ ...state, wish: { event, block: 'center' } });
    },
  };
}
