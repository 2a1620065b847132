import { array, assert, asyncProperty, constantFrom, integer, nat, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEventStream } from '#protocol/event-stream.ts';
import { createStreamRecorder, recordStream, streamRecording } from '#model/record-stream.ts';
import type { StreamRecording } from '#model/recording.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { exportChoices } from './export/export-formats.ts';
import { readImport } from './import/import-formats.ts';

const SOURCE = { kind: 'file', name: 'capture' } as const;
const streams = loadSamples().flatMap(({ entry, streamText }) => (streamText === null ? [] : [[entry.id, streamText] as const]));
/** Short, with characters of several bytes. */
const SHORT = streams.find(([id]) => id === 'resp_sample_refusal')?.[1] ?? '';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function exported(recording: StreamRecording, id: string): Promise<Uint8Array> {
  const choice = exportChoices(recording).find((each) => each.id === id);
  const parts = (await choice?.write({ request: null, now: 7 })) ?? [];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? bytesOf(part) : part)));
}

async function imported(bytes: Uint8Array): Promise<StreamRecording> {
  const outcome = await readImport({ source: SOURCE, bytes, receivedAt: 7 });
  if (outcome.kind !== 'read' || outcome.recording.kind !== 'stream') throw new Error(`This was read as ${JSON.stringify(outcome)}`);
  return outcome.recording;
}

/** Everything that can be looked at in a recording. */
function contentOf({ log, folded, clock, response, length, byteCount, receivedAt }: StreamRecording) {
  const connections = Array.from({ length: log.connectionCount() }, (_, connection) => connection);
  return {
    rows: Array.from({ length }, (_, index) => log.at(index)),
    bytes: connections.map((connection) => Buffer.from(log.bytesOf(connection)).toString('latin1')),
    reads: connections.map((connection) => log.readsOf(connection)),
    heartbeats: log.heartbeats(),
    folded,
    clock,
    response,
    byteCount,
    receivedAt,
  };
}

/** What is left when a file has events, but not the bytes they came in. */
function eventsOf({ log, folded, clock, length }: StreamRecording) {
  const rows = Array.from({ length }, (_, index) => {
    const { type, sequenceNumber, outputIndex, arrival, connection } = log.at(index) ?? {};
    return { type, sequenceNumber, outputIndex, arrival, connection, event: log.eventAt(index) };
  });
  return { rows, folded, clock };
}

/** A stream that arrived in reads, over connections of which each resumes a little before the place where the one before was cut. */
const received = record({
  cuts: array(nat(SHORT.length), { maxLength: 3 }),
  overlap: nat(3),
  reads: array(tuple(integer({ min: 1, max: 4000 }), integer({ min: 0, max: 900_000 })), { minLength: 1, maxLength: 12 }),
  backlog: nat(20),
  doesBreak: constantFrom(true, false),
  isOriginal: constantFrom(true, false),
}).map(({ cuts, overlap, reads, backlog, doesBreak, isOriginal }) => {
  const frames = splitEventStream(SHORT).map(({ source }) => source);
  const recorder = createStreamRecorder();
  let arrival = 0;
  let from = 0;
  let read = 0;
  for (const cut of [...cuts.toSorted((left, right) => left - right), SHORT.length]) {
    const rest = bytesOf(frames.slice(from).join(''));
    const bytes = rest.subarray(0, Math.max(0, bytesOf(SHORT.slice(0, cut)).length - bytesOf(frames.slice(0, from).join('')).length));
    recorder.log.connect();
    for (let start = 0; start < bytes.length; read += 1) {
      const [size, gap] = reads[read % reads.length] ?? [1, 0];
      arrival += gap / 1000;
      recorder.append(bytes.slice(start, start + size), Math.round(arrival * 1000) / 1000);
      start += size;
    }
    if (doesBreak) recorder.breakOff();
    else recorder.close();
    from = Math.max(0, splitEventStream(SHORT.slice(0, cut)).length - 1 - overlap);
  }
  const clock = { startedAt: 1_700_000_000_123, backlog: Math.min(backlog, recorder.log.length()), isOriginal };
  return streamRecording(recorder, { source: SOURCE, receivedAt: 1_700_000_009_999, clock });
});

describe('a stream that came whole', () => {
  it.each(streams)('%s comes back byte for byte', async (_, text) => {
    const recording = recordStream(bytesOf(text), SOURCE, 7);
    const sse = await exported(recording, 'stream-sse');
    expect(new TextDecoder().decode(sse)).toBe(text);
    expect(JSON.stringify((await imported(sse)).folded)).toBe(JSON.stringify(recording.folded));
    const again = await imported(await exported(recording, 'recording-json'));
    expect(new TextDecoder().decode(again.log.bytesOf(0))).toBe(text);
    expect(JSON.stringify(again.folded)).toBe(JSON.stringify(recording.folded));
  });

  it('comes back with bytes that are no UTF-8', async () => {
    const bytes = new Uint8Array([...bytesOf('\uFEFFdata: {"type":"error","message":"'), 0xff, 0xfe, ...bytesOf('"}\r\n\r\ndata: {"ty')]);
    const recording = recordStream(bytes, SOURCE, 7);
    for (const id of ['stream-sse', 'recording-json'])
      expect(contentOf(await imported(await exported(recording, id)))).toEqual(contentOf(recording));
  });
});

describe('a stream that was cut and resumed', () => {
  it('comes back from a recording with its bytes, reads, times, marks and fold', async () => {
    await assert(
      asyncProperty(received, async (recording) => {
        expect(contentOf(await imported(await exported(recording, 'recording-json')))).toEqual(contentOf(recording));
      }),
      { numRuns: 40 },
    );
  });

  it('comes back from JSON lines with its events, times and fold', async () => {
    await assert(
      asyncProperty(received, async (recording) => {
        const expected = eventsOf(recording);
        const { clock } = recording;
        const isEmpty = recording.length === 0;
        const found = isEmpty ? recording : await imported(await exported(recording, 'stream-jsonl'));
        expect(eventsOf(found)).toEqual({ ...expected, clock: clock.isOriginal ? clock : { ...clock, backlog: recording.length } });
      }),
      { numRuns: 40 },
    );
  });

  it('is one stream as text, without what was repeated or broken off', async () => {
    await assert(
      asyncProperty(received, async (recording) => {
        const joined = new TextDecoder().decode(await exported(recording, 'stream-sse'));
        expect(joined).toBe(SHORT);
      }),
      { numRuns: 100 },
    );
  });
});
