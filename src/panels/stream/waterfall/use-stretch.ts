import { useState } from 'react';
import type { Lanes } from '#model/lanes.ts';
import { valueOf } from './picture.ts';
import { panned, wholeStretch, zoomed, type ScaleKind, type Stretch } from './scale.ts';

type Seen = { readonly lanes: Lanes; readonly kind: ScaleKind | null; readonly stretch: Stretch | null };

/** What is looked at, and the ways to look at more or less of it. */
export type View = {
  readonly kind: ScaleKind;
  readonly stretch: Stretch;
  readonly whole: Stretch;
  readonly isZoomed: boolean;
  readonly setKind: (kind: ScaleKind) => void;
  readonly zoom: (factor: number, around: number) => void;
  readonly pan: (by: number) => void;
  readonly show: (stretch: Stretch) => void;
  readonly fit: () => void;
};

type Options = {
  readonly lanes: Lanes;
  readonly length: number;
  readonly isLive: boolean;
  /** Null where there is no time to show. */
  readonly usual: ScaleKind;
  readonly hasTimes: boolean;
  /** The time it is, on the clock of the arrivals, while a stream runs; else null. */
  readonly now: number | null;
};

/** All of the stream, and with it its live end, until the reader looks at a part. Another stream starts afresh. */
export function useStretch({ lanes, length, isLive, usual, hasTimes, now }: Options): View {
  const [kept, setSeen] = useState<Seen>({ lanes, kind: null, stretch: null });
  const seen = kept.lanes === lanes ? kept : { lanes, kind: null, stretch: null };
  const kind = hasTimes ? (seen.kind ?? usual) : 'number';
  const whole = wholeStretch(kind, kind === 'time' ? Math.max(lanes.arrivalOf(length - 1), now ?? 0) : length, isLive);
  /** Turns of a wheel may come faster than what they change is drawn. */
  const change = (next: (stretch: Stretch) => Stretch | null) =>
    setSeen((last) => ({ lanes, kind, stretch: next((last.lanes === lanes && last.kind === kind ? last.stretch : null) ?? whole) }));
  return {
    kind,
    stretch: seen.stretch ?? whole,
    whole,
    isZoomed: seen.stretch !== null,
    setKind: (next) => setSeen({ lanes, kind: next, stretch: null }),
    zoom: (factor, around) => change((stretch) => zoomed(stretch, factor, around, whole, kind)),
    pan: (by) => setSeen((last) => (last.stretch === null ? last : { ...last, stretch: panned(last.stretch, by, whole) })),
    show: (stretch) => change(() => stretch),
    fit: () => setSeen({ lanes, kind: seen.kind, stretch: null }),
  };
}

/** An event that is chosen elsewhere comes into what is looked at. */
export function useCursorInView(selected: number | null, lanes: Lanes, view: View): void {
  const [shown, setShown] = useState(selected);
  if (shown === selected) return;
  setShown(selected);
  const at = selected === null || !view.isZoomed ? null : valueOf({ lanes, scale: view }, selected);
  if (at === null || (at >= view.stretch.from && at <= view.stretch.to)) return;
  view.pan(at - (view.stretch.from + view.stretch.to) / 2);
}
