/** A list is mounted in chunks of so many rows. */
export const CHUNK_SIZE = 30;

/** Which rows of a list are mounted: all before `upTo`, and those of some chunks after it. */
export type Mounted = { readonly upTo: number; readonly chunks: ReadonlySet<number> };

/** The rows `start` to `end` (exclusive) of one chunk, of which those before `mountedEnd` are mounted. */
export type Chunk = { readonly index: number; readonly start: number; readonly end: number; readonly mountedEnd: number };

/** The chunks of a list of `total` rows. */
export function chunksOf(total: number, { upTo, chunks }: Mounted): readonly Chunk[] {
  return Array.from({ length: Math.ceil(total / CHUNK_SIZE) }, (_, index) => {
    const start = index * CHUNK_SIZE;
    const end = Math.min(total, start + CHUNK_SIZE);
    return { index, start, end, mountedEnd: chunks.has(index) ? end : Math.min(end, Math.max(start, upTo)) };
  });
}

/** `mounted` with the rows around `row` as well: its chunk, and the neighbour it is next to. The same object when they are there already. */
export function withRow(mounted: Mounted, row: number): Mounted {
  const index = Math.floor(row / CHUNK_SIZE);
  const neighbour = row % CHUNK_SIZE < CHUNK_SIZE / 2 ? index - 1 : index + 1;
  return withChunks(
    mounted,
    [index, neighbour].filter((chunk) => chunk >= 0),
  );
}

export function withChunks(mounted: Mounted, indices: readonly number[]): Mounted {
  const missing = indices.filter((index) => !mounted.chunks.has(index) && (index + 1) * CHUNK_SIZE > mounted.upTo);
  return missing.length === 0 ? mounted : { ...mounted, chunks: new Set([...mounted.chunks, ...missing]) };
}
