/** Bytes that arrive piece by piece, kept in blocks: what is there never moves, and growing never holds two copies. */
export type ByteStore = {
  /** How many bytes there are. */
  readonly length: () => number;
  /** Copies `bytes` to the end; the caller may use its buffer again. */
  readonly append: (bytes: Uint8Array) => void;
  /** The bytes from `start` to before `end`, clamped to what is there. A view where one block holds them, else a copy; not to be written to. */
  readonly slice: (start: number, end: number) => Uint8Array;
};

/** Small enough for a short stream to waste little, big enough that few slices cross from one block to the next. */
const BLOCK = 262_144;

export function createByteStore(): ByteStore {
  const blocks: Uint8Array[] = [];
  let length = 0;

  function append(bytes: Uint8Array) {
    let taken = 0;
    while (taken < bytes.length) {
      const place = length % BLOCK;
      const block = place === 0 ? new Uint8Array(BLOCK) : (blocks.at(-1) ?? new Uint8Array(BLOCK));
      if (place === 0) blocks.push(block);
      const piece = bytes.subarray(taken, taken + BLOCK - place);
      block.set(piece, place);
      taken += piece.length;
      length += piece.length;
    }
  }

  function slice(start: number, end: number): Uint8Array {
    const from = Math.max(0, start);
    const to = Math.min(length, end);
    const first = Math.floor(from / BLOCK);
    if (to <= from) return new Uint8Array();
    if (to <= (first + 1) * BLOCK) return blocks[first]?.subarray(from % BLOCK, to - first * BLOCK) ?? new Uint8Array();
    const joined = new Uint8Array(to - from);
    for (let at = from; at < to;) {
      const index = Math.floor(at / BLOCK);
      const piece = blocks[index]?.subarray(at % BLOCK, Math.min(BLOCK, to - index * BLOCK)) ?? new Uint8Array(to - at);
      joined.set(piece, at - from);
      at += piece.length;
    }
    return joined;
  }

  return { length: () => length, append, slice };
}
