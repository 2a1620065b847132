/**
 * Events as JSON lines: our own export with the times of arrival, what the official SDK writes (`toReadableStream`), a log with one
 * event on a line, or an array of events. A line that is broken stays among the events as an unreadable one.
 */
import { joinBytes } from '#base/byte-store.ts';
import { formatCount } from '#base/format-number.ts';
import type { StreamClock } from '#model/recording.ts';
import type { RecordedRead, RecordedSegment } from '#formats/recording-format.ts';
import { frameOf, readEventLine, type EventLine } from './event-lines.ts';
import { NOT_MINE, type ImportFormat, type ImportNote } from './import-format.ts';
import { valuesIn } from './json-values.ts';
import { isOfResponsesApi } from './telling-types.ts';

/** Among so many lines there is one that tells what they are. */
const TELLING_LINES = 50;
/** Events of which nobody noted the arrival are taken for read together, so many at a time. */
const MOST_TOGETHER = 200;
const MOST_NAMED_LINES = 5;
/** No stream is resumed more often; a greater number in a file is nonsense. */
const MOST_CONNECTIONS = 10_000;

export const eventsJsonl: ImportFormat = {
  id: 'events-jsonl',
  title: 'events as JSON lines',
  read: ({ text }) => {
    if (!/^\s*[[{]/.test(text().slice(0, 1000)) || !holdsEvents(text())) return NOT_MINE;
    const segments = createSegments();
    const brokenLines: number[] = [];
    for (const found of valuesIn(text())) {
      if (found.value === undefined) brokenLines.push(found.line);
      segments.add(readEventLine(found));
    }
    const content = { kind: 'stream', segments: segments.finish(), clock: segments.clock(), receivedAt: null } as const;
    return { kind: 'mine', content, notes: [REBUILT, ...notesOf(brokenLines)] };
  },
};

const REBUILT: ImportNote = {
  kind: 'fact',
  text: 'The file holds the events of a stream, not its bytes: what is shown as their source is put together from them.',
};

function notesOf(brokenLines: readonly number[]): readonly ImportNote[] {
  if (brokenLines.length === 0) return [];
  const named = brokenLines.slice(0, MOST_NAMED_LINES).join(', ');
  const which = `${brokenLines.length === 1 ? 'line' : 'lines'} ${named}${brokenLines.length > MOST_NAMED_LINES ? ' and more' : ''}`;
  const text = `${formatCount(brokenLines.length, 'line')} could not be read as JSON (${which}). They stand among the events, as unreadable ones.`;
  return [{ kind: 'loss', text }];
}

function holdsEvents(text: string): boolean {
  let count = 0;
  for (const found of valuesIn(text)) {
    const { data, name } = readEventLine(found);
    if (found.value !== undefined && isOfResponsesApi(data, name)) return true;
    count += 1;
    if (count === TELLING_LINES) break;
  }
  return false;
}

/** Puts events together to what each connection brought: those that arrived together came with one read. */
function createSegments() {
  const segments: RecordedSegment[] = [];
  let connection = 0;
  let pieces: Uint8Array[] = [];
  let reads: RecordedRead[] = [];
  let together: string[] = [];
  let arrival = 0;
  let count = 0;
  let startedAt: number | null = null;
  let backlog = 0;
  let isReplay = false;

  function endRead() {
    if (together.length === 0) return;
    const bytes = new TextEncoder().encode(together.join(''));
    pieces.push(bytes);
    reads.push([bytes.length, arrival]);
    together = [];
  }
  function endSegment() {
    endRead();
    segments.push({ bytes: joinBytes(pieces), reads, isBrokenOff: false });
    pieces = [];
    reads = [];
  }
  function add(line: EventLine) {
    // A connection may have brought no event at all.
    for (; connection < Math.min(line.connection, MOST_CONNECTIONS); connection += 1) endSegment();
    if ((line.arrival ?? arrival) !== arrival || together.length === MOST_TOGETHER) endRead();
    arrival = line.arrival ?? arrival;
    together.push(frameOf(line));
    count += 1;
    startedAt ??= line.startedAt;
    if (line.timing === 'backlog') backlog = count;
    isReplay ||= line.timing === 'replay';
  }
  function clock(): StreamClock | null {
    return startedAt === null ? null : { startedAt, backlog: isReplay ? count : backlog, isOriginal: !isReplay };
  }
  function finish(): readonly RecordedSegment[] {
    endSegment();
    return segments;
  }
  return { add, clock, finish };
}
