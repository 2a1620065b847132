import { useEffect, useMemo, useState } from 'react';
import { createSlices } from '#base/give-way.ts';
import type { StreamRecording } from '#model/recording.ts';
import { timedSpanOf, type TimedSpan } from '#model/timed-span.ts';
import { timingsMeterOf, type Timings, type TimingsMeter } from '#model/timings.ts';

/** So often is what is measured renewed while a stream is live, in milliseconds: slowly enough to be read. */
const RENEWAL = 500;

type Measured = { readonly span: TimedSpan; readonly timings: Timings | null };

/** What can be measured of the times of a stream; renewed twice a second while it is live. Null until it has been read, and where there are no times. */
export function useTimings(recording: StreamRecording, isLive: boolean): Measured {
  const { log, clock } = recording;
  const { startedAt } = clock;
  const span = timedSpanOf(recording);
  const { kind } = span;
  const from = span.kind === 'none' ? 0 : span.from;
  const meter = useMemo(() => meterOf(log, kind, from), [log, kind, from]);
  const [measured, setMeasured] = useState<{ readonly meter: TimingsMeter | null; readonly timings: Timings | null }>(NOTHING);
  useEffect(() => {
    if (meter === null) return undefined;
    let isOver = false;
    async function read(current: TimingsMeter) {
      const slices = createSlices();
      while (!current.extend(log.length(), slices.isOver)) {
        // A slice, then whatever waits: that is what slices are for.
        // oxlint-disable-next-line no-await-in-loop
        await slices.rest();
        if (isOver) return;
      }
      setMeasured({ meter: current, timings: current.timings(isLive ? Date.now() - (startedAt ?? 0) : null) });
    }
    void read(meter);
    const timer = isLive ? setInterval(() => void read(meter), RENEWAL) : undefined;
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [meter, log, startedAt, isLive]);
  return { span, timings: measured.meter === meter ? measured.timings : null };
}

const NOTHING = { meter: null, timings: null };

function meterOf(log: StreamRecording['log'], kind: TimedSpan['kind'], from: number): TimingsMeter | null {
  if (kind === 'none') return null;
  return timingsMeterOf(log, kind === 'whole' ? { kind, from: 0 } : { kind, from });
}
