import { joinBytes } from '#base/byte-store.ts';
import { buffersOf, createEventColumns } from '#model/event-columns.ts';
import { createEventIndexer, type EventIndexer, type Heartbeat } from '#model/event-indexer.ts';
import type { LogBatch } from '#model/event-log.ts';
import type { EventRow } from '#model/event-columns.ts';
import type { StreamEvent } from '#protocol/stream-event.ts';

/** No page shows more than one batch per frame. */
const FRAME = 16;
/** A batch of this size goes out at once, so that taking it over is a short task. */
const BIG_BATCH = 1_048_576;

/** Indexes reads, and hands them on in batches. */
export type BatchPoster = Pick<EventIndexer, 'connect' | 'readCount'> & {
  /** Takes one read; `arrival` is in milliseconds since the start. */
  readonly append: (bytes: Uint8Array, arrival: number) => void;
  /** The connection is over; what was held back goes out. `isBroken`: not as the server meant it. */
  readonly disconnect: (isBroken: boolean) => void;
};

export type BatchTarget = {
  readonly onEvent: (event: StreamEvent, row: EventRow, index: number) => void;
  readonly post: (batch: LogBatch, lastRead: number, buffers: ArrayBuffer[]) => void;
};

/** The first read goes out at once, and then whatever comes within a frame goes out together. */
export function createBatchPoster({ onEvent, post }: BatchTarget): BatchPoster {
  const columns = createEventColumns();
  const pieces: Uint8Array[] = [];
  let reads: number[] = [];
  let heartbeats: Heartbeat[] = [];
  let eventCount = 0;
  let size = 0;
  let lastRead = 0;
  let postedNames = 0;
  let postedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const indexer = createEventIndexer({
    onEvent: (event, row) => {
      columns.push(row);
      eventCount += 1;
      onEvent(event, row, eventCount - 1);
    },
    onHeartbeat: (heartbeat) => heartbeats.push(heartbeat),
  });

  function flush() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (pieces.length === 0 && columns.length() === 0) return;
    postedAt = performance.now();
    const bytes = joinBytes(pieces.splice(0));
    const rows = columns.drain();
    const batch = { bytes, reads: Float64Array.from(reads), rows, typeNames: indexer.typeNames.slice(postedNames), heartbeats };
    postedNames = indexer.typeNames.length;
    heartbeats = [];
    reads = [];
    size = 0;
    post(batch, lastRead, [bytes.buffer, ...buffersOf(rows)]);
  }

  function append(bytes: Uint8Array, arrival: number) {
    lastRead = arrival;
    indexer.append(bytes, arrival);
    pieces.push(bytes);
    reads.push(bytes.length, arrival);
    size += bytes.length;
    const wait = postedAt + FRAME - performance.now();
    if (wait <= 0 || size >= BIG_BATCH) flush();
    else timer ??= setTimeout(flush, wait);
  }

  function disconnect(isBroken: boolean) {
    if (isBroken) indexer.breakOff();
    else indexer.disconnect();
    flush();
  }

  return { connect: indexer.connect, readCount: indexer.readCount, append, disconnect };
}
