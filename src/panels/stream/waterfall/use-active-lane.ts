import { useState } from 'react';
import type { Lane } from '#model/lane.ts';
import type { Lanes } from '#model/lanes.ts';

type Chosen = { readonly lanes: Lanes; readonly key: number | null; readonly selected: number | null };

/** The row that keys act on: the one that was walked to, or the lane of the event that is looked at since. Null while there is none. */
export function useActiveLane(lanes: Lanes, rows: readonly Lane[], selected: number | null) {
  const [chosen, setChosen] = useState<Chosen>({ lanes, key: null, selected });
  const isCurrent = chosen.lanes === lanes && chosen.selected === selected && chosen.key !== null;
  const key = isCurrent ? chosen.key : selected === null ? null : (lanes.laneOf(selected)?.key ?? null);
  const row = key === null ? -1 : rows.findIndex((lane) => lane.key === key);
  return {
    row: row === -1 ? null : row,
    /** Until another event is looked at. */
    activate: (next: number) => setChosen({ lanes, key: rows[next]?.key ?? null, selected }),
  };
}
