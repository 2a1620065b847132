/** How a long text is cut into rows of one height. Arithmetic only: no row is made before it is seen. */
export type TextRows = {
  readonly count: number;
  /** How many lines the text has, as its line breaks make them. */
  readonly lineCount: number;
  /** The text of row `index`, and the number of its line (from 1) when it is the first row of one. */
  readonly rowAt: (index: number) => { readonly text: string; readonly line: number | null };
};

/**
 * Where each line of `text` starts, and as the last entry where a line after the end would start.
 * A carriage return stays part of its line: nothing of the source is dropped.
 */
export function lineStartsOf(text: string): Uint32Array {
  let starts = new Uint32Array(1024);
  let count = 1;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    if (count + 1 >= starts.length) starts = grown(starts);
    starts[count] = end + 1;
    count += 1;
  }
  starts[count] = text.length + 1;
  return starts.subarray(0, count + 1);
}

/** Cuts the lines of `text` after every `columns` characters; `lineStarts` is what `lineStartsOf` says of the same text. */
export function textRows(text: string, lineStarts: Uint32Array, columns: number): TextRows {
  const lineCount = lineStarts.length - 1;
  const firstRows = new Uint32Array(lineCount + 1);
  for (let line = 0; line < lineCount; line += 1) {
    const length = at(lineStarts, line + 1) - at(lineStarts, line) - 1;
    firstRows[line + 1] = at(firstRows, line) + Math.max(1, Math.ceil(length / columns));
  }
  function rowAt(index: number) {
    const line = lastAtMost(firstRows, index);
    const part = index - at(firstRows, line);
    const lineEnd = at(lineStarts, line + 1) - 1;
    const start = at(lineStarts, line) + part * columns;
    const end = Math.min(start + columns, lineEnd);
    return { text: text.slice(wholeCharacter(text, start), wholeCharacter(text, end)), line: part === 0 ? line + 1 : null };
  }
  return { count: at(firstRows, lineCount), lineCount, rowAt };
}

/** Browsers stop at about 17 (Firefox) and 33 million pixels of height; above this the scroll bar is scaled. */
const TALLEST = 15_000_000;

/** The height to scroll through, in pixels. */
export function scrollHeightOf(rowCount: number, rowHeight: number): number {
  return Math.min(rowCount * rowHeight, TALLEST);
}

/** Which rows a scroll position shows, with `overscan` more on both sides, and where in the scrolled height the first of them stands. */
export function rowsInView(view: { scrollTop: number; viewHeight: number; rowCount: number; rowHeight: number; overscan: number }) {
  const { scrollTop, viewHeight, rowCount, rowHeight, overscan } = view;
  const way = scrollHeightOf(rowCount, rowHeight) - viewHeight;
  const rowsOutOfView = rowCount - viewHeight / rowHeight;
  const top = way <= 0 ? 0 : (Math.min(Math.max(scrollTop, 0), way) / way) * rowsOutOfView;
  const first = Math.max(0, Math.floor(top) - overscan);
  const last = Math.min(rowCount, Math.ceil(top + viewHeight / rowHeight) + overscan);
  return { first, last, offset: way <= 0 ? 0 : Math.min(Math.max(scrollTop, 0), way) - (top - first) * rowHeight };
}

/** Moves a cut that would part a surrogate pair behind it. */
function wholeCharacter(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? index + 1 : index;
}

/** The last index whose entry is at most `value`; entries grow. */
function lastAtMost(entries: Uint32Array, value: number): number {
  let low = 0;
  let high = entries.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (at(entries, middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function at(entries: Uint32Array, index: number): number {
  return entries[index] ?? 0;
}

function grown(entries: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(entries.length * 2);
  larger.set(entries);
  return larger;
}
