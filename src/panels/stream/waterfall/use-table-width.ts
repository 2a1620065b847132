import { useState } from 'react';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';

/** On a narrow screen there are names only. */
const NARROW_TABLE = 104;
/** The picture has this much of the room at least. */
const LEFT_FOR_PICTURE = 0.3;

/** The reader's width of the table of lanes, in a room so wide; never so wide that there is no picture. In pixels. */
export function useTableWidth(room: number, isNarrow: boolean) {
  const { lanesWidth } = useStore(preferencesStore);
  const [dragged, setDragged] = useState<number | null>(null);
  const most = room === 0 ? Infinity : room * (1 - LEFT_FOR_PICTURE);
  return {
    width: isNarrow ? NARROW_TABLE : Math.round(Math.min(dragged ?? lanesWidth, most)),
    onDrag: setDragged,
    onResize: (size: number) => {
      setDragged(null);
      setPreference('lanesWidth', size);
    },
  };
}
