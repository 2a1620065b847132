import type { StreamClock } from '#model/recording.ts';
import type { EventRange } from './range.ts';
import { xOf, type Scale, type Stretch } from './scale.ts';
import { valueOf, xOfEvent, type Picture } from './picture.ts';

/** More breaks than this are drawn without their word. */
const MOST_NAMED = 12;

type PlotMarksProps = {
  readonly picture: Picture;
  readonly clock: StreamClock;
  /** The event that is looked at. */
  readonly selected: number | null;
  /** The events that the table is limited to; null for all. */
  readonly range: EventRange | null;
  /** What is being marked, in pixels; null while nothing is. */
  readonly marked: Stretch | null;
};

/** What lies over the plot: backlog, breaks, the marked range and the cursor. Elements, so that moving one draws nothing anew. */
export function PlotMarks({ picture, clock, selected, range, marked }: PlotMarksProps) {
  const { scale, lanes, length } = picture;
  const hasBacklog = clock.startedAt !== null && clock.backlog > 0 && clock.backlog < length;
  // What came live begins behind the last event that was there before, with the pause that follows it.
  const live = hasBacklog ? xOf(scale, scale.kind === 'time' ? lanes.arrivalOf(clock.backlog - 1) + 1 : clock.backlog) : 0;
  const breaks = lanes.breaks();
  const shown = marked ?? (range === null ? null : edgesOf(picture, range));
  const cursor = selected === null || selected >= length ? null : xOfEvent(picture, selected);
  return (
    <div className="pointer-events-none absolute inset-0 overflow-clip">
      {/* Words stand on the axis, whatever is scrolled: they would hide events. */}
      <div className="sticky top-0 z-3 -mb-6 h-6">
        {hasBacklog && live > 0 ? <Flag x={live} scale={scale} words="live from here" /> : null}
        {breaks.length > MOST_NAMED
          ? null
          : breaks.map((event) => <Flag key={event} x={xOf(scale, valueOf(picture, event))} scale={scale} words="reconnected" />)}
        {cursor === null || !isSeen(cursor, scale) ? null : (
          <div
            className="absolute bottom-0 size-0 -translate-x-1/2 border-x-[5px] border-t-6 border-x-transparent border-t-accent"
            style={{ left: Math.round(cursor) + 0.5 }}
          />
        )}
      </div>
      {hasBacklog && live > 0 ? (
        <div className="absolute inset-y-0 left-0 border-r border-accent bg-accent/8" style={{ width: Math.min(live, scale.width) }} />
      ) : null}
      {breaks.map((event) => (
        <Break key={event} picture={picture} event={event} />
      ))}
      {shown === null ? null : <Range {...shown} width={scale.width} />}
      {cursor === null || !isSeen(cursor, scale) ? null : (
        <div
          data-cursor
          className="absolute inset-y-0 left-0 z-3 w-px bg-accent"
          style={{ transform: `translateX(${Math.round(cursor)}px)` }}
        />
      )}
    </div>
  );
}

function isSeen(x: number, { width }: Scale): boolean {
  return x >= 0 && x <= width;
}

function edgesOf(picture: Picture, { from, to }: EventRange): Stretch {
  const ends = picture.scale.kind === 'number' ? 1 : 0;
  const right = xOf(picture.scale, valueOf(picture, to) + ends);
  return { from: xOf(picture.scale, valueOf(picture, from)) - 1, to: right + 3 };
}

/** What is outside the range steps back. */
function Range({ from, to, width }: { readonly from: number; readonly to: number; readonly width: number }) {
  const left = Math.min(Math.max(from, 0), width);
  const right = Math.min(Math.max(to, 0), width);
  return (
    <div data-range>
      <div className="absolute inset-y-0 left-0 bg-bg/65" style={{ width: left }} />
      <div className="absolute inset-y-0 right-0 bg-bg/65" style={{ left: right }} />
      <div className="absolute inset-y-0 border-x border-accent bg-accent/10" style={{ left, width: Math.max(1, right - left) }} />
    </div>
  );
}

function Break({ picture, event }: { readonly picture: Picture; readonly event: number }) {
  const { scale } = picture;
  const [start, end] = [xOf(scale, valueOf(picture, event - 1)), xOf(scale, valueOf(picture, event))];
  if (end < 0 || start > scale.width) return null;
  const left = scale.kind === 'time' ? Math.max(0, start) : end;
  return (
    <div
      data-break
      className="absolute inset-y-0 border-r border-dashed border-warning bg-[repeating-linear-gradient(135deg,var(--warning)_0_1px,transparent_1px_7px)] opacity-60"
      style={{ left, width: Math.max(1, Math.min(end, scale.width) - left) }}
    />
  );
}

/** A word at the upper end of a line. */
function Flag({ x, scale, words }: { readonly x: number; readonly scale: Scale; readonly words: string }) {
  if (!isSeen(x, scale)) return null;
  const isLast = x > scale.width - 96;
  return (
    <span
      className={`absolute top-1 bg-accent px-1.5 text-xs leading-4 whitespace-nowrap text-on-accent ${isLast ? 'rounded-l-sm' : 'rounded-r-sm'}`}
      style={isLast ? { right: scale.width - x } : { left: x }}
    >
      {words}
    </span>
  );
}
