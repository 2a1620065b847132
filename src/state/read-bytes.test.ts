import { expect, test } from 'vitest';
import { readBytes } from './read-bytes.ts';

const BYTES = new TextEncoder().encode('a body of ünïcode '.repeat(8_000));

function piecesOf(size: number): readonly Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: Math.ceil(BYTES.length / size) }, (_, index) => BYTES.slice(index * size, (index + 1) * size));
}

function bodyOf(type: 'bytes' | 'default', size: number): ReadableStream<Uint8Array> {
  const pieces = piecesOf(size);
  let next = 0;
  const pull = (controller: { enqueue: (piece: Uint8Array<ArrayBuffer>) => void; close: () => void; byobRequest?: unknown }) => {
    const piece = pieces[next];
    next += 1;
    if (piece !== undefined) return controller.enqueue(piece);
    controller.close();
    // A byte stream that closes owes an answer to the read that waits.
    if (controller.byobRequest instanceof ReadableStreamBYOBRequest) controller.byobRequest.respond(0);
    return undefined;
  };
  return type === 'bytes' ? new ReadableStream({ type, pull }) : new ReadableStream({ pull });
}

test.each([
  ['a byte stream whose size is known', 'bytes', 10_000, BYTES.length],
  ['a byte stream of unknown size', 'bytes', 10_000, null],
  ['a byte stream that is longer than announced', 'bytes', 100_000, 7],
  ['a byte stream that is shorter than announced', 'bytes', 777, BYTES.length * 3],
  ['a size that is nonsense', 'bytes', 10_000, -5],
  ['a stream of pieces', 'default', 10_000, null],
] as const)('reads %s', async (_, type, size, expected) => {
  const counts: number[] = [];
  const read = await readBytes(bodyOf(type, size), expected, (count) => counts.push(count));
  expect(Buffer.compare(read, BYTES)).toBe(0);
  expect(counts.at(-1)).toBe(BYTES.length);
  expect(counts).toEqual(counts.toSorted((left, right) => left - right));
});

test.each(['bytes', 'default'] as const)('an empty body (%s) has no bytes', async (type) => {
  const stream = type === 'bytes' ? new Response('').body : new ReadableStream({ start: (controller) => controller.close() });
  expect(await readBytes(stream ?? new ReadableStream(), null, () => undefined)).toEqual(new Uint8Array());
});

test('throws what cut the body', async () => {
  const cut = new ReadableStream<Uint8Array>({
    type: 'bytes',
    pull: (controller) => controller.error(new TypeError('network error')),
  });
  await expect(readBytes(cut, 10, () => undefined)).rejects.toThrow('network error');
});
