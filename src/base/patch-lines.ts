/** What a line of a patch does. `file` names what is patched, `hunk` where; `note` is about the patch itself. */
export type PatchLineKind = 'added' | 'removed' | 'context' | 'hunk' | 'file' | 'note';

export type PatchLine = {
  readonly kind: PatchLineKind;
  /** The sign that the line begins with: "+", "-", " " or nothing where it has none. */
  readonly sign: '+' | '-' | ' ' | '';
  /** The line without its sign. */
  readonly text: string;
  /** Its number before and after, from 1, where the patch tells. */
  readonly oldNumber: number | null;
  readonly newNumber: number | null;
};

export type PatchCounts = { readonly added: number; readonly removed: number };

const UNIFIED_HUNK = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;
/** The lines of git and of the patch envelope that name files. */
const FILE_LINE =
  /^(?:\*\*\* (?:Begin Patch|End Patch|(?:Add|Update|Delete) File: .*|Move to: .*)|diff --git .*|(?:new|deleted|old) (?:file )?mode .*|(?:rename|copy) (?:from|to) .*|(?:dis)?similarity index .*|index [\da-f]+\.\..*)$/;
const NOTE_LINE = /^(?:\\ .*|\*\*\* End of File)$/;

/** Where a hunk stands: what its header promised is still to come, and the next numbers. Nothing is known in hunks without numbers. */
type Place = { oldLeft: number; newLeft: number; oldNext: number; newNext: number } | null;

/**
 * Reads a patch in the unified format or in V4A, the format of models, whose hunks have words instead of line numbers.
 * Takes any text: a line that is none of either is context. All lines together, signs included, are the text again.
 */
export function parsePatch(patch: string): readonly PatchLine[] {
  const rows = rowsOf(patch);
  const lines: PatchLine[] = [];
  let place: Place = rows.every((row) => row.startsWith('+')) ? newFile() : null;
  for (const [index, row] of rows.entries()) {
    const isInside: boolean = place !== null && (place.oldLeft > 0 || place.newLeft > 0);
    const head: 'hunk' | 'file' | null = isInside ? null : headOf(row, rows, index);
    if (head === null) {
      lines.push(NOTE_LINE.test(row) ? plainLine('note', row) : changedLine(row, place));
      continue;
    }
    lines.push(plainLine(head, row));
    place = head === 'hunk' ? placeOf(row) : null;
  }
  return lines;
}

/** How many lines the patch adds and removes. */
export function countPatch(lines: readonly PatchLine[]): PatchCounts {
  let added = 0;
  let removed = 0;
  for (const { kind } of lines) {
    if (kind === 'added') added += 1;
    else if (kind === 'removed') removed += 1;
  }
  return { added, removed };
}

/** "+2 −1", or an empty text where nothing changes. */
export function describeCounts({ added, removed }: PatchCounts): string {
  return added + removed === 0 ? '' : `+${added} −${removed}`;
}

/** A line break at the end does not begin another line. */
function rowsOf(patch: string): readonly string[] {
  if (patch === '') return [];
  const rows = patch.split(/\r?\n/);
  if (rows.at(-1) === '') rows.pop();
  return rows;
}

/** A removed line may read "-- x" and so look like a name: names come in pairs and before a hunk. */
function headOf(row: string, rows: readonly string[], index: number): 'hunk' | 'file' | null {
  if (row.startsWith('@@')) return 'hunk';
  if (FILE_LINE.test(row)) return 'file';
  if (row.startsWith('--- ') && rows[index + 1]?.startsWith('+++ ') === true && isHunkNext(rows[index + 2])) return 'file';
  if (row.startsWith('+++ ') && rows[index - 1]?.startsWith('--- ') === true && isHunkNext(rows[index + 1])) return 'file';
  return null;
}

function isHunkNext(row: string | undefined): boolean {
  return row?.startsWith('@@') === true;
}

function placeOf(row: string): Place {
  const match = UNIFIED_HUNK.exec(row);
  if (match === null) return null;
  const [, oldStart = '', oldCount = '1', newStart = '', newCount = '1'] = match;
  return { oldLeft: Number(oldCount), newLeft: Number(newCount), oldNext: Number(oldStart), newNext: Number(newStart) };
}

/** Lines that are all added are the whole of a new file. */
function newFile(): Place {
  return { oldLeft: 0, newLeft: Number.POSITIVE_INFINITY, oldNext: 0, newNext: 1 };
}

function plainLine(kind: 'hunk' | 'file' | 'note', row: string): PatchLine {
  return { kind, sign: '', text: row, oldNumber: null, newNumber: null };
}

function changedLine(row: string, place: Place): PatchLine {
  const first = row.charAt(0);
  const sign = first === '+' || first === '-' || first === ' ' ? first : '';
  const kind = sign === '+' ? 'added' : sign === '-' ? 'removed' : 'context';
  const oldNumber = kind === 'added' ? null : takeOld(place);
  const newNumber = kind === 'removed' ? null : takeNew(place);
  return { kind, sign, text: sign === '' ? row : row.slice(1), oldNumber, newNumber };
}

function takeOld(place: Place): number | null {
  if (place === null || place.oldLeft <= 0) return null;
  place.oldLeft -= 1;
  place.oldNext += 1;
  return place.oldNext - 1;
}

function takeNew(place: Place): number | null {
  if (place === null || place.newLeft <= 0) return null;
  place.newLeft -= 1;
  place.newNext += 1;
  return place.newNext - 1;
}
