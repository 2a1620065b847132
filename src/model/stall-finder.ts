import type { Activity } from './time-shares.ts';

/** A time in which nothing was told. */
export type Stall = Activity & {
  readonly milliseconds: number;
  /** The last event before it, and the one that ended it; null while it lasts. */
  readonly after: number;
  readonly event: number | null;
};

export type StallFinder = {
  /** Takes the event `event`, `milliseconds` behind the one before it. Signs of life do not end a stall. */
  readonly take: (event: number, milliseconds: number, activity: Activity, isSign: boolean) => void;
  /** What comes next has not been waited for: it is the first event, or the first behind a lost connection. */
  readonly restart: (event: number) => void;
  /** The longest so far; null while there are not two events. `lasting` says how long it has been quiet by now, and what is waited for. */
  readonly longest: (lasting: { readonly milliseconds: number; readonly activity: Activity } | null) => Stall | null;
};

/** Finds the longest time in which a stream told nothing. */
export function createStallFinder(): StallFinder {
  let longest: Stall | null = null;
  let last: number | null = null;
  let quiet = 0;
  return {
    take: (event, milliseconds, activity, isSign) => {
      quiet += milliseconds;
      if (isSign) return;
      if (last !== null && quiet > (longest?.milliseconds ?? -1)) longest = { ...activity, milliseconds: quiet, after: last, event };
      last = event;
      quiet = 0;
    },
    restart: (event) => {
      last = event;
      quiet = 0;
    },
    longest: (lasting) => {
      if (lasting === null || last === null) return longest;
      const milliseconds = quiet + lasting.milliseconds;
      return milliseconds > (longest?.milliseconds ?? -1) ? { ...lasting.activity, milliseconds, after: last, event: null } : longest;
    },
  };
}
