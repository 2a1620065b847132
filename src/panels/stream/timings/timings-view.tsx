import { useState } from 'react';
import type { StreamRecording } from '#model/recording.ts';
import { headStart } from '#model/timed-span.ts';
import { timingFigures } from '#model/timing-figures.ts';
import type { Timings } from '#model/timings.ts';
import { useTimings } from '#state/use-timings.ts';
import { BufferingReads } from './buffering-reads.tsx';
import { FigureList } from './figure-list.tsx';
import { ItemDurations } from './item-durations.tsx';
import { NoTimings } from './no-timings.tsx';
import { PaceChart } from './pace-chart.tsx';
import { ShareBar } from './share-bar.tsx';

type TimingsViewProps = {
  readonly recording: StreamRecording;
  readonly isLive: boolean;
  /** Opens an event. */
  readonly onSelect: (event: number) => void;
};

/** How long everything took, what the time went into, and whether something held events back. */
export function TimingsView({ recording, isLive, onSelect }: TimingsViewProps) {
  const { span, timings } = useTimings(recording, isLive);
  if (span.kind === 'none') return <NoTimings why={span.why} isLive={isLive} />;
  if (timings === null) return <p className="p-3 text-secondary">Measuring…</p>;
  return <Measured recording={recording} timings={timings} onSelect={onSelect} />;
}

type MeasuredProps = Pick<TimingsViewProps, 'recording' | 'onSelect'> & { readonly timings: Timings };

function Measured({ recording, timings, onSelect }: MeasuredProps) {
  const { log, response } = recording;
  const [told, setTold] = useState(HINT);
  const numberOf = (event: number) => log.at(event)?.sequenceNumber ?? event;
  const figures = timingFigures({ timings, response, headStart: headStart(recording) });
  return (
    <section aria-label="Timings" className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 content-start gap-x-8 gap-y-4 overflow-y-auto px-3 py-2 md:grid-cols-2 xl:grid-cols-[1.4fr_1.1fr_1fr_1.25fr]">
        <FigureList figures={figures} stall={timings.longestStall} numberOf={numberOf} onTell={setTold} onSelect={onSelect} />
        <div className="flex min-w-0 flex-col gap-3">
          <PaceChart pace={timings.pace} mean={timings.meanPace} />
          <ShareBar shares={timings.shares} onTell={setTold} />
        </div>
        <ItemDurations items={timings.items} end={timings.end} hasEnded={timings.hasEnded} onSelect={onSelect} />
        <BufferingReads reads={timings.reads} verdict={timings.buffering} numberOf={numberOf} onSelect={onSelect} />
      </div>
      <p aria-hidden className="min-h-7 shrink-0 border-t border-line bg-raised px-3 py-1 text-sm text-secondary">
        {told}
      </p>
    </section>
  );
}

const HINT = 'Point at a figure or press it to read how it was measured.';
