import { countBefore } from '#base/sorted.ts';
import type { Lane } from '#model/lane.ts';
import type { View } from './use-stretch.ts';

/** What keys do while the lanes have the focus. */
type LaneKeys = {
  readonly rows: readonly Lane[];
  readonly active: number | null;
  readonly selected: number | null;
  readonly view: View;
  /** Where zooming by key happens: at the cursor, or in the middle. */
  readonly around: number;
  readonly rowsPerView: number;
  readonly onActivate: (row: number) => void;
  readonly onSelect: (event: number) => void;
  readonly onOnlyItem: (lane: Lane) => void;
};

const STEP = 1.6;
/** Of what is in view. */
const PANNED = 0.2;

/** Does what a key says; false for keys that say nothing. */
export function pressLaneKey(key: string, isShifted: boolean, keys: LaneKeys): boolean {
  const row = rowAfter(key, keys);
  if (row !== null) keys.onActivate(row);
  return row !== null || pressViewKey(key, keys) || pressEventKey(key, isShifted, keys);
}

function rowAfter(key: string, { rows, active, rowsPerView }: LaneKeys): number | null {
  const last = rows.length - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: rowsPerView, PageUp: -rowsPerView }[key];
  if (step === undefined) return null;
  return active === null ? 0 : Math.min(last, Math.max(0, active + step));
}

function pressViewKey(key: string, { view, around }: LaneKeys): boolean {
  const length = view.stretch.to - view.stretch.from;
  if (key === 'ArrowLeft') view.pan(-length * PANNED);
  else if (key === 'ArrowRight') view.pan(length * PANNED);
  else if (key === '+' || key === '=') view.zoom(1 / STEP, around);
  else if (key === '-') view.zoom(STEP, around);
  else if (key === '0') view.fit();
  else return false;
  return true;
}

function pressEventKey(key: string, isShifted: boolean, keys: LaneKeys): boolean {
  const lane = keys.rows[keys.active ?? -1];
  if (lane === undefined) return false;
  if (key === 'Enter' && isShifted) keys.onOnlyItem(lane);
  else if (key === 'Enter') selectIn(lane, 0, keys);
  else if (key === '[') selectIn(lane, countBefore(lane.events.length(), (at) => lane.events.at(at) < (keys.selected ?? 0)) - 1, keys);
  else if (key === ']')
    selectIn(
      lane,
      countBefore(lane.events.length(), (at) => lane.events.at(at) <= (keys.selected ?? -1)),
      keys,
    );
  else return false;
  return true;
}

function selectIn({ events }: Lane, at: number, { onSelect }: LaneKeys) {
  if (at >= 0 && at < events.length()) onSelect(events.at(at));
}
