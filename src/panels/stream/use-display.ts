import { useState } from 'react';
import type { EventLog } from '#model/event-log.ts';

/** What of a stream is displayed: `Clear` and `Pause` change that and never what is received. */
export type Display = {
  /** Events before this one are hidden by `Clear`. */
  readonly from: number;
  /** Events from this one on are not displayed yet. */
  readonly length: number;
  readonly isPaused: boolean;
  /** How many events arrived while the display was paused. */
  readonly waiting: number;
  readonly clear: () => void;
  readonly showAll: () => void;
  readonly togglePause: () => void;
};

type State = { readonly log: EventLog; readonly from: number; readonly pausedAt: number | null };

/** Another log starts afresh. */
export function useDisplay(log: EventLog, received: number): Display {
  const [kept, setState] = useState<State>({ log, from: 0, pausedAt: null });
  const state = kept.log === log ? kept : { log, from: 0, pausedAt: null };
  const length = Math.min(received, state.pausedAt ?? received);
  return {
    from: Math.min(state.from, length),
    length,
    isPaused: state.pausedAt !== null,
    waiting: received - length,
    clear: () => setState({ ...state, from: length }),
    showAll: () => setState({ ...state, from: 0 }),
    togglePause: () => setState({ ...state, pausedAt: state.pausedAt === null ? length : null }),
  };
}
