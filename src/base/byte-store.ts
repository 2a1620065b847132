import { countBefore } from './sorted.ts';

/** Bytes that arrive piece by piece. What is there never moves, and growing never holds two copies. */
export type ByteStore = {
  /** How many bytes there are. */
  readonly length: () => number;
  /** Adds `bytes` at the end. They must not change afterwards: big pieces are kept as they are, small ones are copied together. */
  readonly append: (bytes: Uint8Array) => void;
  /** The bytes from `start` to before `end`, clamped to what is there. A view where one block holds them, else a copy; not to be written to. */
  readonly slice: (start: number, end: number) => Uint8Array;
};

/** Small enough for a short stream to waste little, big enough that few slices cross from one block to the next. */
const BLOCK = 262_144;
/** A piece of this size is worth its own block. */
const BIG_PIECE = 16_384;

type Block = { readonly start: number; readonly bytes: Uint8Array; filled: number };

export function createByteStore(): ByteStore {
  const blocks: Block[] = [];
  let length = 0;

  /** The last block when it has room; a new one starts small pieces off. */
  function openBlock(): Block {
    const last = blocks.at(-1);
    if (last !== undefined && last.filled < last.bytes.length) return last;
    const block = { start: length, bytes: new Uint8Array(BLOCK), filled: 0 };
    blocks.push(block);
    return block;
  }

  function append(bytes: Uint8Array) {
    if (bytes.length >= BIG_PIECE) {
      const last = blocks.at(-1);
      // Nothing may be written behind what is followed by another block.
      if (last !== undefined && last.filled < last.bytes.length)
        blocks[blocks.length - 1] = { ...last, bytes: last.bytes.slice(0, last.filled) };
      blocks.push({ start: length, bytes, filled: bytes.length });
      length += bytes.length;
      return;
    }
    for (let taken = 0; taken < bytes.length;) {
      const block = openBlock();
      const piece = bytes.subarray(taken, taken + block.bytes.length - block.filled);
      block.bytes.set(piece, block.filled);
      block.filled += piece.length;
      taken += piece.length;
      length += piece.length;
    }
  }

  function slice(start: number, end: number): Uint8Array {
    const from = Math.max(0, start);
    const to = Math.min(length, end);
    if (to <= from) return new Uint8Array();
    const first = countBefore(blocks.length, (index) => (blocks[index]?.start ?? 0) <= from) - 1;
    const pieces: Uint8Array[] = [];
    for (let index = first, at = from; at < to; index += 1) {
      const block = blocks[index];
      if (block === undefined) break;
      const piece = block.bytes.subarray(at - block.start, Math.min(block.filled, to - block.start));
      pieces.push(piece);
      at += piece.length;
    }
    return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : joinBytes(pieces);
  }

  return { length: () => length, append, slice };
}

/** One array with the bytes of all pieces. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
