import type { Wait } from '#sample-api/piecewise-body.ts';
import type { LiveFrame } from './timeline.ts';

export type LiveReading = {
  /** When the frame at a place goes out; Infinity when nothing more will ever come. */
  readonly timeAt: (place: number) => number;
  readonly frameAt: (place: number) => LiveFrame | undefined;
  /** Where to begin. */
  readonly from: number;
  /** What goes out for a frame. */
  readonly textOf: (frame: LiveFrame) => string;
  /** True for frames behind which the connection is cut. */
  readonly isCutBehind: (frame: LiveFrame) => boolean;
  /** Milliseconds since the run began. */
  readonly elapsed: () => number;
  readonly wait: Wait;
  /** Aborts when the run takes another turn, so that a waiting reader looks again. */
  readonly turn: AbortSignal;
};

/** About how much goes out at once, in UTF-16 units. */
const PIECE = 32_768;
/** No pause is shorter, in milliseconds: what comes faster goes out together. */
const SHORTEST_PAUSE = 8;

/**
 * What a run has sent so far, at once, and then what it sends while it goes on. Nothing is made before the reader asks for it.
 * A cut ends the body half-way through a frame; an error could take with it what was sent before.
 */
export function liveBody(reading: LiveReading): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { timeAt, frameAt, from, textOf, isCutBehind, elapsed, wait, turn } = reading;
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const wake = AbortSignal.any([gone.signal, turn]);
  let place = from;
  let isCut = false;

  function takeDue(): string {
    const now = elapsed();
    let text = '';
    while (text.length < PIECE && !isCut && timeAt(place) <= now) {
      const frame = frameAt(place);
      if (frame === undefined) break;
      text += textOf(frame);
      place += 1;
      isCut = isCutBehind(frame);
    }
    return isCut ? text + half(frameAt(place)) : text;
  }

  function half(frame: LiveFrame | undefined): string {
    const text = frame === undefined ? '' : textOf(frame);
    return text.slice(0, text.length / 2);
  }

  return new ReadableStream(
    {
      async pull(controller) {
        while (!gone.signal.aborted) {
          if (isCut) return controller.close();
          const text = takeDue();
          if (text !== '') return controller.enqueue(encoder.encode(text));
          const next = timeAt(place);
          if (next === Infinity) return controller.close();
          await wait(Math.max(next - elapsed(), SHORTEST_PAUSE), wake);
        }
        return undefined;
      },
      cancel: () => gone.abort(),
    },
    { highWaterMark: 0 },
  );
}
