import { useMemo, useRef } from 'react';
import { MarkedText, type Span } from './marked-text.tsx';
import { lineStartsOf, textRows } from './text-rows.ts';
import { COLUMN_PROBE, useTextBoxSize } from './use-columns.ts';
import { useRowWindow } from './use-row-window.ts';

const OVERSCAN = 12;
/** Where nothing can be measured (no layout), so that there is something to read. */
const UNMEASURED = { columns: 120, rowHeight: 18 };
/** A row is looked through with this much around it, since a match may begin or end on other rows. */
const AROUND = 200;

/** What to mark in a text: what `spansIn` finds in a part of it, and one place more strongly, a match or a chosen one, which is scrolled to. */
export type TextMarks = {
  readonly spansIn: ((part: string) => readonly Span[]) | null;
  readonly current: Span | null;
  readonly currentIs: 'found' | 'chosen';
};

type VirtualTextProps = {
  readonly text: string;
  /** What the text is, for screen readers. */
  readonly label: string;
  /** Gives the box its height; it fills its width. */
  readonly className?: string;
  readonly marks?: TextMarks | null;
};

/**
 * A text of any length in monospace, exactly as it is, with line numbers when it has lines. Lines are cut at the width of the box, by
 * characters, so that a body of 50 MB on one line scrolls like any other. Glyphs wider than a column make their row scroll sideways.
 */
export function VirtualText({ text, label, className = 'h-96', marks = null }: VirtualTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const size = useTextBoxSize(box, probe);
  const lineStarts = useMemo(() => lineStartsOf(text), [text]);
  const gutter = lineStarts.length > 2 ? String(lineStarts.length - 1).length : 0;
  const columns = size === null ? UNMEASURED.columns : columnsOf(size, gutter);
  const rowHeight = size?.rowHeight ?? UNMEASURED.rowHeight;
  const rows = useMemo(() => textRows(text, lineStarts, columns), [text, lineStarts, columns]);
  const current = marks?.current ?? null;
  const wish = useMemo(() => (current === null ? null : ({ index: rows.rowOf(current.start), block: 'center' } as const)), [current, rows]);
  const view = useRowWindow({ box, rowCount: rows.count, rowHeight, overscan: OVERSCAN, wish });

  return (
    <div
      ref={box}
      role="region"
      aria-label={label}
      tabIndex={0}
      onScroll={view.onScroll}
      className={`relative overflow-auto font-mono text-sm ${className}`}
    >
      <span ref={probe} aria-hidden className="invisible absolute top-0 left-0 block leading-[1.125rem] whitespace-pre">
        {COLUMN_PROBE}
      </span>
      <div style={{ height: view.height }}>
        <div className="leading-[1.125rem]" style={{ transform: `translateY(${view.offset}px)` }}>
          {Array.from({ length: view.last - view.first }, (_, index) => {
            const row = rows.rowAt(view.first + index);
            return (
              <div key={view.first + index} className="flex px-2 whitespace-pre" style={{ height: rowHeight }}>
                {gutter === 0 ? null : (
                  <span aria-hidden className="mr-[2ch] shrink-0 text-right text-tertiary select-none" style={{ width: `${gutter}ch` }}>
                    {row.line}
                  </span>
                )}
                <bdi dir="ltr">
                  <MarkedText text={row.text} {...marksOfRow(text, row, marks)} />
                </bdi>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function marksOfRow(text: string, { start, text: row }: { readonly start: number; readonly text: string }, marks: TextMarks | null) {
  if (marks === null) return { spans: [] };
  const from = Math.max(0, start - AROUND);
  const found = marks.spansIn?.(text.slice(from, start + row.length + AROUND)) ?? [];
  const shifted = (span: Span, by: number) => ({ start: span.start + by, end: span.end + by });
  return {
    spans: found.map((span) => shifted(span, from - start)),
    current: marks.current === null ? null : shifted(marks.current, -start),
    currentIs: marks.currentIs,
  };
}

/** How many characters fit beside the line numbers and the padding (16 px). */
function columnsOf({ width, columnWidth }: { readonly width: number; readonly columnWidth: number }, gutter: number): number {
  return Math.max(16, Math.floor((width - 16) / columnWidth) - (gutter === 0 ? 0 : gutter + 2));
}
