import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrayOf, isJsonObject, objectOf, tryParseJson } from '#base/json.ts';
import { createEventLog } from '#model/event-log.ts';
import { createFold } from '#model/fold.ts';
import type { FoldState } from '#model/fold-state.ts';
import { createStreamRecorder, foldStream } from '#model/record-stream.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import { eventFromJson, readStreamEvent, sequenceNumberOf, type StreamEvent } from '#protocol/stream-event.ts';
import { compareOutputs } from './fold-differences.ts';
import type { NameCounts } from './unknown-names.ts';

export type FoldedCorpus = {
  readonly streams: number;
  /** How many streams show each known difference between what was streamed and the final payload. */
  readonly named: NameCounts;
  readonly problems: readonly string[];
};

const TERMINAL = /^response\.(?:completed|failed|incomplete|cancelled)$/;
/** An odd number of bytes, so that cuts fall anywhere. */
const READ = 1_777;

/** Where connections are lost, as a share of the bytes. */
const LOSSES = [0.31, 0.74];

/**
 * Logs and folds every recorded stream, also with losses of the connection. What was streamed must be what the final payload says, but for
 * what servers are known to do.
 */
export function foldCorpus(corpus: string): FoldedCorpus {
  const folder = join(corpus, 'streams');
  const named: NameCounts = new Map();
  const problems: string[] = [];
  const files = readdirSync(folder).toSorted();
  for (const file of files) {
    const { names, unnamed } = checkStream(readFileSync(join(folder, file)), file.endsWith('.jsonl'));
    for (const name of names) named.set(name, (named.get(name) ?? 0) + 1);
    problems.push(...unnamed.map((problem) => `${file}: ${problem}`));
  }
  return { streams: files.length, named, problems };
}

function checkStream(bytes: Uint8Array, isJsonLines: boolean) {
  const events: StreamEvent[] = [];
  const problems = isJsonLines ? [] : logAndCompare(bytes, events);
  if (isJsonLines) events.push(...eventsInLines(new TextDecoder().decode(bytes)));
  const end = events.findLastIndex((event) => event.kind === 'event' && TERMINAL.test(event.type));
  const streamed = fold(end === -1 ? events : events.slice(0, end));
  const terminal = events[end];
  const final = terminal?.kind === 'event' ? objectOf(terminal.json['response']) : null;
  if (final === null) return { names: new Set(['no final payload']), unnamed: problems };
  const { names, unnamed } = compareOutputs(arrayOf(streamed.response?.['output']), streamed.items, arrayOf(final['output']));
  const whole = fold(events).response?.['output'];
  const isFinal = arrayOf(final['output']).length === 0 || JSON.stringify(whole) === JSON.stringify(final['output']);
  return { names, unnamed: [...problems, ...unnamed, ...(isFinal ? [] : ['the final payload does not win over what was streamed'])] };
}

/** The log must give back the bytes and the events, and cuts must change nothing. */
function logAndCompare(bytes: Uint8Array, events: StreamEvent[]): string[] {
  const log = createEventLog((event) => events.push(event));
  log.append(bytes, 0);
  log.disconnect();
  const recorder = createStreamRecorder();
  for (let start = 0; start < bytes.length; start += READ) {
    recorder.append(bytes.slice(start, start + READ), start);
    recorder.state();
  }
  recorder.close();
  const checks = {
    'the log does not hold the bytes as they came': Buffer.compare(recorder.log.bytesOf(0), bytes) === 0,
    'an event reads differently when it is looked at again': events.every(
      (event, index) => JSON.stringify(event) === JSON.stringify(recorder.log.eventAt(index)),
    ),
    'it folds differently when it is cut': JSON.stringify(recorder.state()) === JSON.stringify(foldStream(bytes)),
    'it folds differently when its connection is lost and resumed': isTheSameWithLosses(bytes, recorder.state()),
  };
  return Object.entries(checks).flatMap(([problem, isFine]) => (isFine ? [] : [problem]));
}

/** Streams without numbers, and those whose recording has holes, cannot be resumed: they pass. */
function isTheSameWithLosses(bytes: Uint8Array, whole: FoldState): boolean {
  const frames = splitEventStream(new TextDecoder().decode(bytes));
  const numbers = frames.map(({ data }) => numberIn(data)).filter((number) => number !== null);
  const isNumbered = numbers.length > 0 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
  if (!isNumbered) return true;
  return LOSSES.every((share) => {
    const recorder = createStreamRecorder();
    recorder.append(bytes.subarray(0, Math.floor(bytes.length * share)), 0);
    recorder.log.disconnect();
    const last = recorder.state().lastSequenceNumber ?? -1;
    recorder.log.connect();
    for (const { source, data } of frames) if ((numberIn(data) ?? Infinity) > last) recorder.append(new TextEncoder().encode(source), 1);
    recorder.close();
    const { response, items, ending, missing } = recorder.state();
    return (
      JSON.stringify([response, items, ending, missing]) === JSON.stringify([whole.response, whole.items, whole.ending, whole.missing])
    );
  });
}

function numberIn(data: string): number | null {
  const event = readStreamEvent(data, null);
  return event.kind === 'event' ? sequenceNumberOf(event.json) : null;
}

function fold(events: readonly StreamEvent[]): FoldState {
  const folded = createFold();
  events.forEach(folded.apply);
  return folded.state();
}

function eventsInLines(text: string): readonly StreamEvent[] {
  const values = text.split('\n').map((line) => tryParseJson(line));
  return values.flatMap((parsed) => (parsed.ok && isJsonObject(parsed.value) ? [eventFromJson(parsed.value)] : []));
}
