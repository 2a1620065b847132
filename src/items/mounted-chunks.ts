/** A long list is mounted in chunks of so many rows: about what a turn of the wheel brings into view. */
export const CHUNK_SIZE = 5;

/** Chunks `start` to `end` (exclusive). */
export type ChunkRange = { readonly start: number; readonly end: number };

/** What stands in the list: the rows `start` to `end` (exclusive) of the chunk `index`, or one space for the rows of several chunks, of which `index` is the first. */
export type Run = {
  readonly kind: 'rows' | 'space';
  readonly index: number;
  readonly endIndex: number;
  readonly start: number;
  readonly end: number;
};

export function chunkCount(total: number): number {
  return Math.ceil(total / CHUNK_SIZE);
}

export function chunkOf(row: number): number {
  return Math.floor(row / CHUNK_SIZE);
}

/** The runs of a list of `total` rows: one for every chunk that is mounted, and one for all that are not between two of those. */
export function runsOf(total: number, isMounted: (index: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  const count = chunkCount(total);
  for (let index = 0; index < count;) {
    const hasRows = isMounted(index);
    let endIndex = index + 1;
    if (!hasRows) while (endIndex < count && !isMounted(endIndex)) endIndex += 1;
    const end = Math.min(total, endIndex * CHUNK_SIZE);
    runs.push({ kind: hasRows ? 'rows' : 'space', index, endIndex, start: index * CHUNK_SIZE, end });
    index = endIndex;
  }
  return runs;
}

/** How high chunks are, in pixels: as they were measured when they were last mounted, and about as high as those where they never were. */
export class ChunkHeights {
  readonly #measured = new Map<number, number>();
  #sum = 0;
  readonly #rowHeight: number;

  /** `rowHeight` is what a row counts for as long as nothing was measured. */
  constructor(rowHeight: number) {
    this.#rowHeight = rowHeight;
  }

  set(index: number, height: number): void {
    this.#sum += height - (this.#measured.get(index) ?? 0);
    this.#measured.set(index, height);
  }

  heightOf(index: number): number {
    const usual = this.#measured.size === 0 ? this.#rowHeight * CHUNK_SIZE : this.#sum / this.#measured.size;
    return this.#measured.get(index) ?? usual;
  }

  /** Of the chunks `start` to `end` (exclusive) together. */
  heightOfAll({ start, end }: ChunkRange): number {
    let height = 0;
    for (let index = start; index < end; index += 1) height += this.heightOf(index);
    return height;
  }

  /** Which of the chunks `start` to `end` (exclusive), stacked from 0, has the pixel `y`; the last one where that is beyond them. */
  chunkAt({ start, end }: ChunkRange, y: number): number {
    let bottom = 0;
    for (let index = start; index < end; index += 1) {
      bottom += this.heightOf(index);
      if (y < bottom) return index;
    }
    return end - 1;
  }
}
