import { joinBytes } from '#base/byte-store.ts';

/** A read of this size empties what the browser has at hand, and a small body fits into the first. */
const FIRST_ROOM = 65_536;
/** What a server says of the size is believed so far; beyond, room is made as the bytes come. */
const MOST_BELIEVED = 67_108_864;
/** Below this, growing in few big steps saves copies; above, what it could waste would count. */
const BIG = 16_777_216;

/**
 * All bytes of `body`, with `onRead` told how many there are after every read. `expected` is the size that the server announced, or null;
 * it need not be true. Throws what the body throws: a cut connection, the reason of an abort.
 */
export async function readBytes(
  body: ReadableStream<Uint8Array>,
  expected: number | null,
  onRead: (bytesSoFar: number) => void,
): Promise<Uint8Array> {
  const reader = byteReaderOf(body);
  return reader === null ? readPieces(body, onRead) : readInPlace(reader, expected, onRead);
}

/** Bodies from the network are byte streams; one that was made in the page need not be. */
function byteReaderOf(body: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | null {
  try {
    return body.getReader({ mode: 'byob' });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Into one buffer from the start: a few large reads, no pieces to join, and nothing to collect behind them. */
async function readInPlace(
  reader: ReadableStreamBYOBReader,
  expected: number | null,
  onRead: (bytesSoFar: number) => void,
): Promise<Uint8Array> {
  // One byte more than announced, so that the end is seen without making room first.
  let buffer = new ArrayBuffer(Math.max(FIRST_ROOM, Math.min(expected ?? 0, MOST_BELIEVED) + 1));
  let length = 0;
  for (;;) {
    if (length === buffer.byteLength) buffer = widened(buffer);
    const { value, done } = await reader.read(new Uint8Array(buffer, length));
    if (value !== undefined) buffer = value.buffer;
    if (done) return new Uint8Array(buffer, 0, length);
    length += value.length;
    onRead(length);
  }
}

function widened(buffer: ArrayBuffer): ArrayBuffer {
  const wider = new Uint8Array(buffer.byteLength * (buffer.byteLength < BIG ? 4 : 2));
  wider.set(new Uint8Array(buffer));
  return wider.buffer;
}

async function readPieces(body: ReadableStream<Uint8Array>, onRead: (bytesSoFar: number) => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
    length += read.value.length;
    onRead(length);
  }
  return joinBytes(pieces);
}
