import { readSgr, PLAIN_STYLE, type AnsiStyle } from './ansi-style.ts';
import { ansiTokens } from './ansi-tokens.ts';

/** A piece of one line of terminal output: text in one style, or a control sequence that was not followed, in words. */
export type AnsiRun =
  | { readonly kind: 'text'; readonly text: string; readonly style: AnsiStyle }
  | { readonly kind: 'mark'; readonly name: string };

export type AnsiText = {
  /** Line by line, as a terminal leaves them; a line break at the end begins a last, empty line. */
  readonly lines: readonly (readonly AnsiRun[])[];
  /** True when a carriage return, a backspace or a clear took away text: the source has more than what is left. */
  readonly hasOverwritten: boolean;
  /** True when the text held any escape sequence or line editing at all. */
  readonly hasControls: boolean;
};

type Cell = { readonly text: string; readonly style: AnsiStyle };
type Mark = { readonly column: number; readonly name: string };

/**
 * Reads terminal output: colours and weights become styles; carriage returns, backspaces and clears act inside their line, so that a
 * progress bar is left in its last state. Whatever would move about the screen, name the window, link or beep becomes a mark.
 * Takes any text, never throws, and takes time proportional to its length.
 */
export function parseAnsi(text: string): AnsiText {
  const lines: (readonly AnsiRun[])[] = [];
  let line = createLine();
  let style = PLAIN_STYLE;
  let hasControls = false;
  let hasOverwritten = false;
  const finishLine = () => {
    lines.push(line.runs());
    hasOverwritten ||= line.hasOverwritten();
  };
  for (const token of ansiTokens(text)) {
    hasControls ||= token.kind !== 'text' && token.kind !== 'newline';
    if (token.kind === 'text') line.write(token.text, style);
    else if (token.kind === 'style') style = readSgr(token.codes, style);
    else if (token.kind === 'mark') line.mark(token.name, token.isMove === true);
    else if (token.kind === 'left') line.left(token.count);
    else if (token.kind === 'clear') line.clear(token.what);
    else if (token.kind === 'newline') {
      finishLine();
      line = createLine();
    }
  }
  finishLine();
  return { lines, hasOverwritten, hasControls };
}

/** One line of the screen. Its text stays in runs until something goes back; only then is it taken apart into cells. */
function createLine() {
  const runs: AnsiRun[] = [];
  const marks: Mark[] = [];
  let cells: Cell[] | null = null;
  let cursor = 0;
  let isOverwritten = false;
  let isElsewhere = false;

  /** Every cell is made once: a line changes over to cells once, and a cursor is never behind its end. */
  function cellsOfLine(): Cell[] {
    if (cells !== null) return cells;
    cells = [];
    for (const run of runs) {
      if (run.kind === 'mark') marks.push({ column: cells.length, name: run.name });
      else for (const character of run.text) cells.push({ text: character, style: run.style });
    }
    cursor = cells.length;
    return cells;
  }
  function write(text: string, style: AnsiStyle) {
    if (cells === null) {
      appendText(runs, text, style);
      return;
    }
    for (const character of text) {
      const covered = cells[cursor]?.text;
      isOverwritten ||= covered !== undefined && covered !== ' ' && covered !== character;
      cells[cursor] = { text: character, style };
      cursor += 1;
    }
  }
  function left(count: number) {
    if (runs.length === 0 || isElsewhere) return;
    cellsOfLine();
    cursor = Math.max(0, cursor - count);
  }
  function clear(what: 'line' | 'rest') {
    if (isElsewhere) mark('clear line');
    if (runs.length === 0 || isElsewhere) return;
    const current = cellsOfLine();
    const kept = what === 'line' ? 0 : cursor;
    isOverwritten ||= current.length > kept;
    current.length = kept;
    // A terminal would leave the cursor where it is; without what stood before it, there is nothing to indent for.
    cursor = kept;
  }
  /** Once the cursor has left the line, what follows would have changed another one: nothing of this one is taken away. */
  function mark(name: string, isMove = false) {
    isElsewhere ||= isMove;
    if (cells === null) runs.push({ kind: 'mark', name });
    else marks.push({ column: cursor, name });
  }
  return { write, left, clear, mark, hasOverwritten: () => isOverwritten, runs: () => (cells === null ? runs : runsOf(cells, marks)) };
}

function runsOf(cells: readonly Cell[], marks: readonly Mark[]): readonly AnsiRun[] {
  const runs: AnsiRun[] = [];
  const inOrder = marks.toSorted((a, b) => a.column - b.column);
  let next = 0;
  for (let column = 0; column <= cells.length; column += 1) {
    for (; next < inOrder.length && (column === cells.length || (inOrder[next]?.column ?? 0) <= column); next += 1) {
      runs.push({ kind: 'mark', name: inOrder[next]?.name ?? '' });
    }
    const cell = cells[column];
    if (cell !== undefined) appendText(runs, cell.text, cell.style);
  }
  return runs;
}

/** Adds to the last run where that has the same style. */
function appendText(runs: AnsiRun[], text: string, style: AnsiStyle) {
  const last = runs.at(-1);
  if (last?.kind === 'text' && last.style === style) runs[runs.length - 1] = { kind: 'text', text: last.text + text, style };
  else runs.push({ kind: 'text', text, style });
}

/** The text alone, without styles and marks. */
export function plainAnsi(text: string): string {
  const { lines } = parseAnsi(text);
  return lines.map((line) => line.map((run) => (run.kind === 'text' ? run.text : '')).join('')).join('\n');
}
