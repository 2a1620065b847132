type Bytes = Uint8Array<ArrayBuffer>;

/** Resolves after so many milliseconds, or as soon as the signal aborts. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Leaves nothing behind on the signal: one body waits thousands of times on the same one. */
export const waitOnClock: Wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish);
  });

const withoutPause = () => Promise.resolve();

/**
 * A body that goes out in pieces, each when the one before has been taken, with a pause between them. Its length is told to nobody.
 * A reader that leaves ends it: the signal of the pause aborts, and nothing more is made.
 */
export function piecewiseBody(
  pieces: readonly Bytes[],
  pause: (signal: AbortSignal) => Promise<void> = withoutPause,
): ReadableStream<Bytes> {
  const cancellation = new AbortController();
  const { signal } = cancellation;
  let next = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (next > 0) await pause(signal);
        if (signal.aborted) return;
        const piece = pieces[next];
        if (piece) controller.enqueue(piece);
        next += 1;
        if (next >= pieces.length) controller.close();
      },
      cancel: () => cancellation.abort(),
    },
    { highWaterMark: 0 },
  );
}

/** Cuts bytes into pieces of `size`, which need not end with a line or even a character. */
export function cutIntoPieces(bytes: Bytes, size: number): readonly Bytes[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}
