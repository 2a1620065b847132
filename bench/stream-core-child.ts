/** What `stream-core.ts` runs in processes of its own, bundled: measures one thing and prints it as JSON. */
import OpenAI from 'openai';
import { STREAM_RULES } from '#model/problems/problem-rules.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { createStreamRecorder } from '#model/record-stream.ts';
import { median } from './row.ts';
import { streamReads } from './stream-events.ts';

const RUNS = 5;
const [task = '', size = ''] = process.argv.slice(2);
const count = Number(size);

/** Bytes of the whole stream, after recording it as a live view does: folded, checked by `rules`, and published with every read. */
function record(reads: Iterable<Uint8Array>, rules: readonly StreamRule[]): number {
  const recorder = createStreamRecorder(rules);
  let bytes = 0;
  for (const read of reads) {
    recorder.append(read, bytes);
    recorder.state();
    recorder.checked();
    bytes += read.length;
  }
  recorder.close();
  if (recorder.state().ending !== 'completed') throw new Error('The stream was not folded to its end');
  return bytes;
}

/** The least that somebody does who wants the events: lines, and `JSON.parse` of their data. */
function readPlainly(reads: readonly Uint8Array[]): readonly unknown[] {
  const decoder = new TextDecoder();
  const lines = [...reads.map((read) => decoder.decode(read, { stream: true })), decoder.decode()].join('').split('\n');
  return lines.filter((line) => line.startsWith('data: ')).map((line): unknown => JSON.parse(line.slice('data: '.length)));
}

async function readWithSdk(reads: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  const body = new ReadableStream({
    start: (controller) => {
      for (const read of reads) controller.enqueue(read);
      controller.close();
    },
  });
  const fetch = () => Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
  const client = new OpenAI({ apiKey: 'none', baseURL: 'http://bench.example', fetch });
  await client.responses.stream({ response_id: 'resp_bench' }).finalResponse();
}

/** The processor's time of this process so far, in milliseconds: unlike the clock's, it does not grow while another process has its turn. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function timed(work: () => unknown): Promise<number> {
  const start = processorTime();
  await work();
  return processorTime() - start;
}

/** Medians in milliseconds, of runs that take turns so that a busy moment of the machine meets them all. */
async function compare(): Promise<object> {
  const reads = [...streamReads(count)];
  const times = { ours: [] as number[], checked: [] as number[], floor: [] as number[], sdk: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.floor.push(await timed(() => readPlainly(reads)));
    times.ours.push(await timed(() => record(reads, [])));
    times.checked.push(await timed(() => record(reads, STREAM_RULES)));
    times.sdk.push(await timed(() => readWithSdk(reads)));
  }
  return { ours: median(times.ours), checked: median(times.checked), floor: median(times.floor), sdk: median(times.sdk) };
}

/** Milliseconds for recording `events` events; making them does not count. */
function recordingTime(events: number): number {
  const recorder = createStreamRecorder();
  let time = 0;
  for (const read of streamReads(events)) {
    const start = processorTime();
    recorder.append(read, start);
    recorder.state();
    time += processorTime() - start;
  }
  return time / recorder.log.length();
}

/** Medians of the milliseconds per event, for `count` events and for a hundredth of them. */
function scale(): object {
  const times = { many: [] as number[], few: [] as number[] };
  for (let run = 0; run < 10; run += 1) recordingTime(count / 100); // so that nothing is compiled in what is measured
  for (let run = 0; run < RUNS; run += 1) {
    const several = Array.from({ length: 15 }, () => recordingTime(count / 100));
    times.few.push(median(several));
    times.many.push(recordingTime(count));
  }
  return { few: median(times.few), many: median(times.many) };
}

/** The most memory that this process held while it took the reads, in bytes: a process starts with the greatest size of its parent, so that is looked at here. */
function memoryOf(take: (reads: Iterable<Uint8Array>) => number): object {
  let peak = 0;
  function look() {
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  function* looked() {
    for (const read of streamReads(count)) {
      yield read;
      look();
    }
  }
  const bytes = take(looked());
  look();
  return { bytes, peak };
}

/** What making the stream costs by itself. */
function discard(reads: Iterable<Uint8Array>): number {
  let bytes = 0;
  for (const read of reads) bytes += read.length;
  return bytes;
}

const TASKS: Readonly<Record<string, () => object | Promise<object>>> = {
  compare,
  scale,
  record: () => memoryOf((reads) => record(reads, STREAM_RULES)),
  discard: () => memoryOf(discard),
};
const result = await TASKS[task]?.();
process.stdout.write(`${JSON.stringify(result)}\n`);
