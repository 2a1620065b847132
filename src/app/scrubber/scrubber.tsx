import { Pause, Play, SkipForward } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import { formatDuration } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { isEvenlyPaced } from '#model/playback.ts';
import type { StreamRecording } from '#model/recording.ts';
import type { Travel } from '#state/use-travel.ts';
import { Button } from '#ui/button.tsx';
import { useSlices } from '#ui/use-slices.ts';
import { SPEEDS, usePlayer, type Speed } from './use-player.ts';
import { Track } from './track.tsx';

type ScrubberProps = {
  /** The whole of it, with events. */
  readonly recording: StreamRecording;
  /** True while more comes. */
  readonly isLive: boolean;
  readonly travel: Travel;
  /** What else can be done at the cursor. */
  readonly children?: ReactNode;
};

/** Goes through a stream: every tab shows the response as it stood after the event that is chosen here. */
export function Scrubber({ recording, isLive, travel, children }: ScrubberProps) {
  const { length } = recording;
  const { event, itemStarts } = travel;
  const [speed, setSpeed] = useState<Speed>(1);
  const wait = usePlayer(recording, travel, speed);
  const extend = useCallback((isLate: () => boolean) => itemStarts.extend(length, isLate), [itemStarts, length]);
  const startCount = useCallback(() => itemStarts.list().length, [itemStarts]);
  useSlices(extend, startCount);
  const isEven = isEvenlyPaced(recording);
  return (
    <div
      role="group"
      aria-label="Time travel"
      className="flex h-8 min-w-0 basis-full items-center gap-2 border-t border-line pl-1.5 text-sm text-secondary"
    >
      <PlayButton recording={recording} isLive={isLive} travel={travel} />
      <Place recording={recording} event={event} isLive={isLive} wait={wait} />
      <Track
        value={event === null ? length : event + 1}
        total={length}
        valueText={placeWords(recording, event, isLive)}
        starts={itemStarts.list()}
        startCount={startCount()}
        travel={travel}
      />
      <span className="text-tertiary tabular-nums max-sm:hidden">
        {formatNumber(length)}
        {isLive ? ', live' : ''}
      </span>
      <SpeedButton speed={speed} isEven={isEven} onChange={setSpeed} />
      {children}
      <Button
        look="quiet"
        size="small"
        title={isLive ? 'Show what arrives again' : 'Show the response as it ended'}
        onClick={() => travel.moveTo(null)}
        className={event === null ? 'invisible' : ''}
      >
        <SkipForward size={13} aria-hidden />
        <span className="max-sm:sr-only">{isLive ? 'Back to live' : 'Back to end'}</span>
      </Button>
    </div>
  );
}

const RECORDED_PACE = 'Plays at the pace at which the events arrived. At 10× no wait takes longer than 2 s would.';
const EVEN_PACE = 'When these events were made is not known. They are played at an even pace, 100 events a second.';

type SpeedButtonProps = { readonly speed: Speed; readonly isEven: boolean; readonly onChange: (speed: Speed) => void };

/** One button for the three speeds, since the bar is narrow: each press is the next one. */
function SpeedButton({ speed, isEven, onChange }: SpeedButtonProps) {
  const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? speed;
  return (
    <Button
      look="quiet"
      size="small"
      title={isEven ? EVEN_PACE : RECORDED_PACE}
      onClick={() => onChange(next)}
      className="px-1.5 tabular-nums"
    >
      <span className="sr-only">Speed</span>
      {isEven ? <span className="text-tertiary max-lg:hidden">even pace</span> : null}
      <span className="inline-block w-6 text-right">{speed}×</span>
    </Button>
  );
}

/** While it follows what arrives it plays already: pausing stays where it is. */
function PlayButton({ recording: { length }, isLive, travel }: Pick<ScrubberProps, 'recording' | 'isLive' | 'travel'>) {
  const isFollowing = isLive && travel.event === null;
  const isRunning = travel.isPlaying || isFollowing;
  function toggle() {
    const isAtEnd = travel.event === null || travel.event === length - 1;
    if (isFollowing) travel.moveTo(length - 1);
    else if (!isLive && isAtEnd) travel.playTo(0);
    else travel.setPlaying(!travel.isPlaying);
  }
  const words = isRunning ? 'Pause here' : 'Play from here';
  const label = !isLive && travel.event === null ? 'Play from the start' : words;
  return (
    <Button look="quiet" size="small" aria-label={label} title={label} onClick={toggle} className="px-1.5">
      {isRunning ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
    </Button>
  );
}

type PlaceProps = {
  readonly recording: StreamRecording;
  readonly event: number | null;
  readonly isLive: boolean;
  readonly wait: number | null;
};

/** Where the cursor is, in as much room however it changes. */
function Place({ recording, event, isLive, wait }: PlaceProps) {
  const row = event === null ? undefined : recording.log.at(event);
  const time = wait === null ? timeOf(recording, event) : `waits ${formatDuration(wait)}`;
  return (
    <span className="flex w-40 shrink-0 gap-2 truncate font-mono tabular-nums max-sm:w-16">
      <span className="text-text">{event === null ? (isLive ? 'live' : 'end') : `#${row?.sequenceNumber ?? event}`}</span>
      <span className="max-sm:hidden">{time}</span>
    </span>
  );
}

/** "28.9 s"; empty where nobody noted arrivals, and at the end. */
function timeOf({ log, clock }: StreamRecording, event: number | null): string {
  const arrival = event === null || clock.startedAt === null ? null : (log.at(event)?.arrival ?? null);
  return arrival === null ? '' : `${(arrival / 1000).toFixed(1)} s`;
}

function placeWords(recording: StreamRecording, event: number | null, isLive: boolean): string {
  const { log, length } = recording;
  const total = formatNumber(length);
  if (event === null) return isLive ? `live, event ${total}` : `the end, ${total} events`;
  const words = [`event ${formatNumber(event + 1)} of ${total}`, log.at(event)?.type ?? '', timeOf(recording, event)];
  return words.filter((word) => word !== '').join(', ');
}
