/**
 * The events as JSON lines, in the order of their arrival, each as it was written and with the time at which it arrived.
 * `docs/recording-format.md` has the fields. Nothing is left out that came as an event, not even what a resume repeated.
 */
import { formatCount } from '#base/format-number.ts';
import { isJsonObject, stringOf, tryParseJson, type JsonObject } from '#base/json.ts';
import { createSseFramer, type SseFrame } from '#protocol/sse-framer.ts';
import type { LoggedEvent } from '#model/event-log.ts';
import type { StreamRecording } from '#model/recording.ts';
import { roundTime } from '#formats/recording-format.ts';
import type { ExportFormat } from './export-format.ts';

export const streamJsonl: ExportFormat<StreamRecording> = {
  id: 'stream-jsonl',
  title: 'Events as JSON lines',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  note: ({ length, clock }) =>
    `${formatCount(length, 'event')}, one on a line${clock.startedAt === null ? '' : ', with the times of their arrival'}`,
  write: async (recording, _, slices) => {
    const { log } = recording;
    const lines: string[] = [];
    for (let index = 0; index < log.length(); index += 1) {
      if (slices.isOver()) await slices.rest();
      const event = log.at(index);
      if (event !== undefined) lines.push(lineOf(recording, event, index));
    }
    return lines;
  },
};

function lineOf({ log, clock }: StreamRecording, event: LoggedEvent, index: number): string {
  const frame = frameIn(log.bytesBetween(event.connection, event.offset, event.offset + event.length));
  const parsed = tryParseJson(frame?.data ?? '');
  const json = parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
  const about = JSON.stringify({
    ...timesOf(clock, event.arrival, index),
    ...(log.connectionCount() > 1 ? { connection: event.connection } : {}),
    ...nameOf(frame, json),
  });
  // A line break in JSON stands between values, where it means what a space means.
  const data = json === null ? `"data":${JSON.stringify(frame?.data ?? '')}` : `"event":${frame?.data.replaceAll('\n', ' ').trim()}`;
  return `${about.slice(0, -1)}${about === '{}' ? '' : ','}${data}}\n`;
}

/** Nothing where nobody noted arrivals. */
function timesOf({ startedAt, backlog, isOriginal }: StreamRecording['clock'], arrival: number, index: number): JsonObject {
  if (startedAt === null) return {};
  const time = new Date(Math.floor(startedAt + arrival));
  const timing = isOriginal ? (index < backlog ? 'backlog' : null) : 'replay';
  return { arrival_ms: roundTime(arrival), time: time.toISOString(), ...(timing === null ? {} : { timing }) };
}

/** The `event:` field, where the event itself does not say the same. */
function nameOf(frame: SseFrame | null, json: JsonObject | null): JsonObject {
  const name = frame?.event ?? null;
  return name === null || name === stringOf(json?.['type']) ? {} : { name };
}

function frameIn(bytes: Uint8Array): SseFrame | null {
  let found: SseFrame | null = null;
  const framer = createSseFramer({ onFrame: (frame) => (found = frame) });
  framer.feed(bytes);
  framer.end();
  return found;
}
