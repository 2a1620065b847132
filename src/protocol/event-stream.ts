import { createSseFramer, type SseFrame } from './sse-framer.ts';

/** One event of a stream that is there as a whole. */
export type EventFrame = Pick<SseFrame, 'event' | 'data' | 'id'> & {
  /** The frame as it was written: its lines, its blank line, and the comments before it. */
  readonly source: string;
};

/** Splits the complete text of an event stream into frames. The sources of all frames, joined, are the text up to the last blank line. */
export function splitEventStream(text: string): readonly EventFrame[] {
  const bytes = new TextEncoder().encode(text);
  const frames: EventFrame[] = [];
  const decoder = new TextDecoder();
  let start = 0;
  const framer = createSseFramer({
    onFrame: ({ event, data, id, end }) => {
      const behind = behindLineEnd(bytes, behindLineEnd(bytes, end));
      frames.push({ event, data, id, source: decoder.decode(bytes.subarray(start, behind)) });
      start = behind;
    },
  });
  framer.feed(bytes);
  framer.end();
  return frames;
}

/** Writes a frame with "\n" line ends. Any line end inside `data` comes back as "\n". */
export function formatEventFrame({ event, data, id }: Omit<EventFrame, 'source'>): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${event === null ? '' : `event: ${event}\n`}${id === null ? '' : `id: ${id}\n`}${lines.join('')}\n`;
}

/** The place behind the line end (CR, LF or CRLF) that stands at `place`. */
function behindLineEnd(bytes: Uint8Array, place: number): number {
  return bytes[place] === 13 && bytes[place + 1] === 10 ? place + 2 : Math.min(place + 1, bytes.length);
}
