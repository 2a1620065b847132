import { formatCount } from '#base/format-number.ts';
import { createEventSources } from '#model/event-sources.ts';
import { DONE_TYPE, UNREADABLE_TYPE } from '#model/event-indexer.ts';
import type { EventLog } from '#model/event-log.ts';
import type { StreamRecording } from '#model/recording.ts';
import { EVENT_STREAM_STANDARD } from '#model/problems/rule-references.ts';
import type { FindingDraft, ResponseRule } from '#model/problems/rule.ts';

/** So many bytes, or events, are looked at before anybody else may have their turn. */
const BYTES_AT_ONCE = 262_144;
const EVENTS_AT_ONCE = 500;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

type Found = Generator<FindingDraft | null>;

/**
 * Looks at the bytes of a stream for what readers by the line do not manage, and for what the standard of event streams does not allow.
 * `data:` before `event:` is right, and whole servers write so.
 */
export const framing: ResponseRule = {
  id: 'framing',
  severity: 'warning',
  title: 'Framing that clients trip over',
  proves:
    'The stream begins with a byte order mark, its lines end in a carriage return alone, its last event has no blank line behind it, or an `event:` line names another type than the data.',
  suffers:
    'Readers by the standard manage most of it. Clients that split lines by themselves lose events, and an `event:` line that names another type than the data sends them to the wrong handler.',
  reference: EVENT_STREAM_STANDARD,
  *check({ recording }) {
    if (recording.kind !== 'stream') return;
    for (let connection = 0; connection < recording.log.connectionCount(); connection += 1) yield* checkBytes(recording.log, connection);
    yield* checkNames(recording);
    yield* checkEnd(recording);
  },
};

function* checkBytes(log: EventLog, connection: number): Found {
  const start = log.bytesBetween(connection, 0, BYTE_ORDER_MARK.length);
  if (BYTE_ORDER_MARK.every((byte, index) => start[index] === byte)) yield { text: 'the stream begins with a byte order mark' };
  for (let from = 0; ; from += BYTES_AT_ONCE) {
    // One byte more, since the line feed of a CRLF may be the first of the next piece.
    const bytes = log.bytesBetween(connection, from, from + BYTES_AT_ONCE + 1);
    if (bytes.length === 0) return;
    if (hasBareReturn(bytes)) return yield { text: 'lines end in a carriage return alone' };
    if (bytes.length <= BYTES_AT_ONCE) return;
    yield null;
  }
}

function hasBareReturn(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(CARRIAGE_RETURN); at !== -1; at = bytes.indexOf(CARRIAGE_RETURN, at + 1))
    if (at + 1 < bytes.length && bytes[at + 1] !== LINE_FEED) return true;
  return false;
}

/** Once for all: a server names all its events in the same way. */
function* checkNames({ log, length }: StreamRecording): Found {
  const sources = createEventSources(log);
  let first: FindingDraft | null = null;
  let count = 0;
  for (let index = 0; index < length; index += 1) {
    if (index % EVENTS_AT_ONCE === 0) yield null;
    const name = nameIn(sources.textOf(index));
    const type = log.at(index)?.type ?? '';
    if (name === null || name === type || type === DONE_TYPE || type === UNREADABLE_TYPE) continue;
    first ??= { text: `event: says ${name} and the data ${type}`, events: [index] };
    count += 1;
  }
  if (first === null) return;
  yield count === 1 ? first : { ...first, text: `${first.text}, and ${formatCount(count - 1, 'other event')} are like that` };
}

/** What the `event:` line says; null where there is none. */
function nameIn(source: string): string | null {
  if (source.startsWith('event:')) {
    const end = source.search(/[\r\n]/);
    return source.slice(6, end === -1 ? source.length : end).trim();
  }
  return /(?:\r\n|\r|\n)event: ?([^\r\n]*)/.exec(source)?.[1]?.trim() ?? null;
}

/**
 * A last event without its blank line is none by the standard. Files are left out, since most lose it when they are saved, and connections
 * that another one followed, since they broke.
 */
function* checkEnd({ log, length, folded, source }: StreamRecording): Found {
  const last = log.at(length - 1);
  if (source.kind !== 'api' || last === undefined || last.connection !== log.connectionCount() - 1) return;
  if (folded.ending === null || folded.ending === 'cut-off') return;
  const behind = new TextDecoder().decode(log.bytesBetween(last.connection, last.offset + last.length, Number.POSITIVE_INFINITY));
  if (!/^(?:\r\n|\r|\n){2}/.test(behind))
    yield { text: 'no blank line follows the last event, which by the standard is none then', events: [length - 1] };
}
