/** How a long text is cut into rows of one height. Arithmetic only: no row is made before it is seen. */
export type TextRows = {
  readonly count: number;
  /** How many lines the text has, as its line breaks make them. */
  readonly lineCount: number;
  readonly rowAt: (index: number) => TextRow;
  /** The row that shows the character at `offset`; the last one for an offset behind the end. */
  readonly rowOf: (offset: number) => number;
};

/** `start` is where the row begins in the text; `line` the number of its line (from 1) when it is the first row of one. */
export type TextRow = { readonly text: string; readonly start: number; readonly line: number | null };

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
    const from = wholeCharacter(text, start);
    return { text: text.slice(from, wholeCharacter(text, end)), start: from, line: part === 0 ? line + 1 : null };
  }
  function rowOf(offset: number) {
    const line = lastAtMost(lineStarts, offset);
    const part = Math.floor((offset - at(lineStarts, line)) / columns);
    return Math.min(at(firstRows, line) + part, at(firstRows, line + 1) - 1);
  }
  return { count: at(firstRows, lineCount), lineCount, rowAt, rowOf };
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
