import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { lineStartsOf, rowsInView, scrollHeightOf, textRows } from './text-rows.ts';

const OVERSCAN = 12;
/** Where nothing can be measured (no layout), so that there is something to read. */
const UNMEASURED = { columns: 120, rowHeight: 18, viewHeight: 720 };
const PROBE = '0'.repeat(100);

type VirtualTextProps = {
  readonly text: string;
  /** What the text is, for screen readers. */
  readonly label: string;
  /** Gives the box its height; it fills its width. */
  readonly className?: string;
};

/**
 * A text of any length in monospace, exactly as it is, with line numbers when it has lines. Lines are cut at the width of the box, by
 * characters, so that a body of 50 MB on one line scrolls like any other. Glyphs wider than a column make their row scroll sideways.
 */
export function VirtualText({ text, label, className = 'h-96' }: VirtualTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const [size, setSize] = useState({ width: 0, columnWidth: 0, rowHeight: UNMEASURED.rowHeight, viewHeight: UNMEASURED.viewHeight });
  const [scrollTop, setScrollTop] = useState(0);
  const lineStarts = useMemo(() => lineStartsOf(text), [text]);
  const gutter = lineStarts.length > 2 ? String(lineStarts.length - 1).length : 0;
  const columns = columnsOf(size, gutter);
  const rows = useMemo(() => textRows(text, lineStarts, columns), [text, lineStarts, columns]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      const cell = probe.current?.getBoundingClientRect();
      if (cell === undefined || cell.width === 0 || element.clientWidth === 0) return;
      setSize({
        width: element.clientWidth,
        columnWidth: cell.width / PROBE.length,
        rowHeight: cell.height,
        viewHeight: element.clientHeight,
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const { rowHeight, viewHeight } = size;
  const { first, last, offset } = rowsInView({ scrollTop, viewHeight, rowCount: rows.count, rowHeight, overscan: OVERSCAN });
  return (
    <div
      ref={box}
      role="region"
      aria-label={label}
      tabIndex={0}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      className={`relative overflow-auto font-mono text-sm ${className}`}
    >
      <span ref={probe} aria-hidden className="invisible absolute top-0 left-0 block leading-[1.125rem] whitespace-pre">
        {PROBE}
      </span>
      <div style={{ height: scrollHeightOf(rows.count, rowHeight) }}>
        <div className="leading-[1.125rem]" style={{ transform: `translateY(${offset}px)` }}>
          {Array.from({ length: last - first }, (_, index) => {
            const row = rows.rowAt(first + index);
            return (
              <div key={first + index} className="flex px-2 whitespace-pre" style={{ height: rowHeight }}>
                {gutter === 0 ? null : (
                  <span aria-hidden className="mr-[2ch] shrink-0 text-right text-tertiary select-none" style={{ width: `${gutter}ch` }}>
                    {row.line}
                  </span>
                )}
                <bdi dir="ltr">{row.text}</bdi>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** How many characters fit beside the line numbers and the padding (16 px). */
function columnsOf({ width, columnWidth }: { readonly width: number; readonly columnWidth: number }, gutter: number): number {
  if (columnWidth === 0) return UNMEASURED.columns;
  return Math.max(16, Math.floor((width - 16) / columnWidth) - (gutter === 0 ? 0 : gutter + 2));
}
