import { createSseFramer } from '#protocol/sse-framer.ts';
import { readStreamEvent, type StreamEvent } from '#protocol/stream-event.ts';

/** Two lines, the second of which is the data: what most servers write. */
const USUAL_LINES = /^(?:event: ?([^\r\n]*)\n)?data: ?([^\r\n]*)$/;

/** Reads the lines of one event as they were written, without the blank line behind them; undefined where they hold no data. */
export function readEventSource(source: string): StreamEvent | undefined {
  const usual = USUAL_LINES.exec(source);
  if (usual !== null) return readStreamEvent(usual[2] ?? '', usual[1] ?? null);
  let event: StreamEvent | undefined;
  const framer = createSseFramer({ onFrame: (frame) => (event = readStreamEvent(frame.data, frame.event)) });
  framer.feed(new TextEncoder().encode(source));
  framer.end();
  return event;
}
