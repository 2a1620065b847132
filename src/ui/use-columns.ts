import { useLayoutEffect, useState, type RefObject } from 'react';

/** What a probe holds: so many characters are measured at once. */
export const COLUMN_PROBE = '0'.repeat(100);

/** The measures of a box with text of one width: `columnWidth` and `rowHeight` of the probe's characters, in pixels; null where nothing can be measured. */
export type TextBoxSize = { readonly width: number; readonly columnWidth: number; readonly rowHeight: number };

/** Measures `box` and the characters of `probe`, an element in it that holds `COLUMN_PROBE`, now and whenever the box changes its size. */
export function useTextBoxSize(box: RefObject<HTMLElement | null>, probe: RefObject<HTMLElement | null>): TextBoxSize | null {
  const [size, setSize] = useState<TextBoxSize | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      const cell = probe.current?.getBoundingClientRect();
      if (cell === undefined || cell.width === 0 || element.clientWidth === 0) return;
      setSize({ width: element.clientWidth, columnWidth: cell.width / COLUMN_PROBE.length, rowHeight: cell.height });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, probe]);
  return size;
}
