import { useEffect, useMemo, useState } from 'react';
import { giveWay } from '#base/give-way.ts';
import type { StreamRecording } from '#model/recording.ts';
import { createTailMeter, type TailMeter, type TailPace } from '#model/tail-pace.ts';

/** Events that are read at a stretch: a few milliseconds of work. */
const STRETCH = 400;
/** So often is the pace of a live stream renewed, in milliseconds. */
const RENEWAL = 1_000;
const UNKNOWN: TailPace = { mean: null, recent: null };

/** How fast text comes behind the backlog of a stream; renewed every second while it is live. */
export function useTailPace({ log, length, clock }: StreamRecording, isLive: boolean): TailPace {
  const { backlog, startedAt } = clock;
  const hasTail = length > backlog;
  const meter = useMemo(() => (hasTail ? createTailMeter(log, backlog) : null), [log, hasTail, backlog]);
  const [measured, setMeasured] = useState<{ readonly meter: TailMeter | null; readonly pace: TailPace }>({ meter: null, pace: UNKNOWN });
  useEffect(() => {
    if (meter === null) return undefined;
    let isOver = false;
    async function read(current: TailMeter) {
      while (current.advance(log.length(), STRETCH)) {
        await giveWay();
        if (isOver) return;
      }
      setMeasured({ meter: current, pace: current.paceAt(Date.now() - (startedAt ?? 0)) });
    }
    void read(meter);
    const timer = isLive ? setInterval(() => void read(meter), RENEWAL) : undefined;
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [meter, log, startedAt, isLive]);
  return measured.meter === meter ? measured.pace : UNKNOWN;
}
