import { useCallback, useMemo } from 'react';
import type { EventLog } from '#model/event-log.ts';
import { createLanes, type Lanes } from '#model/lanes.ts';
import { useSlices } from '#ui/use-slices.ts';

/** The lanes of a log, as far as they are read: the first slice at once, the rest between frames. */
export function useLanes(log: EventLog, length: number): Lanes {
  const lanes = useMemo(() => createLanes(log), [log]);
  const extend = useCallback((isLate: () => boolean) => lanes.extend(length, isLate), [lanes, length]);
  useSlices(extend, lanes.seen);
  return lanes;
}
