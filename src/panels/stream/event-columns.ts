/** The columns of the event table, in their order; `narrow` is the usual width on a narrow screen. */
export const COLUMNS = [
  { name: 'number', title: '#', usual: 68, narrow: 48, min: 48 },
  { name: 'arrival', title: 'time', usual: 88, narrow: 76, min: 56 },
  { name: 'type', title: 'type', usual: 304, narrow: 176, min: 80 },
  { name: 'target', title: 'target', usual: 196, narrow: 100, min: 56 },
  { name: 'size', title: 'size', usual: 68, narrow: 60, min: 48 },
] as const;
export const WIDEST_COLUMN = 1000;
/** The preview takes what is left, and never less than this. */
const NARROWEST_PREVIEW = 200;

export type ColumnName = (typeof COLUMNS)[number]['name'];
/** In pixels. */
export type ColumnWidths = Readonly<Record<ColumnName, number>>;

/** The width of every column: the reader's own, or the usual one. */
export function columnWidths(chosen: Readonly<Record<string, number>>, isNarrow: boolean): ColumnWidths {
  const entries = COLUMNS.map(({ name, usual, narrow, min }) => {
    const width = chosen[name] ?? (isNarrow ? narrow : usual);
    return [name, Math.min(WIDEST_COLUMN, Math.max(min, width))] as const;
  });
  // A record of the names that were just listed.
  return Object.fromEntries(entries) as ColumnWidths;
}

/** The widths as a grid has them, and how wide a table with them is at least. */
export function gridOf(widths: ColumnWidths): { readonly template: string; readonly minWidth: number } {
  const fixed = COLUMNS.map(({ name }) => widths[name]);
  return {
    template: `${fixed.map((width) => `${width}px`).join(' ')} minmax(${NARROWEST_PREVIEW}px, 1fr)`,
    minWidth: fixed.reduce((sum, width) => sum + width, NARROWEST_PREVIEW),
  };
}
