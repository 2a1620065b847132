/** Our own `*.recording.json`: the stream of a response with all its bytes and times. See `docs/recording-format.md`. */
import { bytesOfBase64 } from '#base/base64.ts';
import { formatUtcTime } from '#base/format-time.ts';
import { formatCount } from '#base/format-number.ts';
import { findJsonError, positionAt } from '#base/json-error-position.ts';
import { rangeAt } from '#base/json-range.ts';
import {
  arrayOf,
  isJsonArray,
  isJsonObject,
  numberOf,
  objectOf,
  stringOf,
  tryParseJson,
  type JsonObject,
  type JsonValue,
} from '#base/json.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import type { StreamClock } from '#model/recording.ts';
import {
  arrivalOf,
  momentOf,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordedRead,
  type RecordedSegment,
} from '#formats/recording-format.ts';
import { NOT_MINE, type ImportFile, type ImportFormat, type ImportNote } from './import-format.ts';

/** In so many bytes the name of the format is found. */
const BEGINNING = 4_000;

export const recordingJson: ImportFormat = {
  id: 'recording-json',
  title: 'a recording',
  read: (imported) => {
    const { text } = imported;
    if (!looksLikeRecording(imported)) return NOT_MINE;
    const parsed = tryParseJson(text());
    if (!parsed.ok) {
      const error = findJsonError(text());
      return error === null ? NOT_MINE : { kind: 'broken', problem: error.problem, line: error.line, column: error.column };
    }
    const file = objectOf(parsed.value);
    if (file?.['format'] !== RECORDING_FORMAT) return NOT_MINE;
    const all = arrayOf(file['segments']);
    const segments = all.map(segmentOf).filter((segment) => segment !== null);
    if (segments.length === 0) return withoutSegments(text());
    const content = { kind: 'stream', segments, clock: clockOf(file), receivedAt: momentOf(file['received_at']) } as const;
    return { kind: 'mine', content, notes: notesOf(file, all.length - segments.length) };
  },
};

/** By its beginning: a big file is not parsed to be told from another. */
export function looksLikeRecording({ bytes }: Pick<ImportFile, 'bytes'>): boolean {
  const beginning = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  return /^\s*\{/.test(beginning) && beginning.includes(`"${RECORDING_FORMAT}"`);
}

function withoutSegments(text: string) {
  const place = positionAt(text, rangeAt(text, ['segments'])?.start ?? text.length);
  return { kind: 'broken', problem: 'It has no segment that can be read, so there are no events.', ...place } as const;
}

/** Null for what holds no bytes in a way this version knows. */
function segmentOf(value: JsonValue): RecordedSegment | null {
  if (!isJsonObject(value)) return null;
  const text = stringOf(value['text']);
  const base64 = stringOf(value['base64']);
  const bytes = text !== null ? new TextEncoder().encode(text) : base64 !== null ? bytesOfBase64(base64) : null;
  const reads = isJsonArray(value['reads']) ? value['reads'].flatMap(readOf) : null;
  return bytes && { bytes, reads, isBrokenOff: value['broke_off'] === true };
}

function readOf(value: JsonValue): readonly RecordedRead[] {
  const [byteCount, arrival] = arrayOf(value);
  const count = wholeNumberOf(byteCount);
  const time = arrivalOf(arrival);
  return count === null || time === null ? [] : [[count, time]];
}

function clockOf(file: JsonObject): StreamClock | null {
  const startedAt = momentOf(file['started_at']);
  if (startedAt === null) return null;
  return { startedAt, backlog: wholeNumberOf(file['backlog']) ?? 0, isOriginal: file['is_original'] !== false };
}

function notesOf(file: JsonObject, unreadSegments: number): readonly ImportNote[] {
  const version = numberOf(file['version']) ?? 0;
  return [
    ...originOf(file),
    ...(version > RECORDING_VERSION
      ? [
          {
            kind: 'loss',
            text: `The file is of a newer format (version ${version}; this viewer knows ${RECORDING_VERSION}). What is known of it is shown.`,
          } as const,
        ]
      : []),
    ...(unreadSegments > 0
      ? [
          {
            kind: 'loss',
            text: `${formatCount(unreadSegments, 'connection')} of the recording could not be read and is left out.`,
          } as const,
        ]
      : []),
  ];
}

/** Where and when it was recorded. */
function originOf(file: JsonObject): readonly ImportNote[] {
  const baseUrl = stringOf(objectOf(file['source'])?.['base_url']);
  const date = new Date(momentOf(file['started_at']) ?? momentOf(file['received_at']) ?? Number.NaN);
  const when = Number.isNaN(date.getTime()) ? '' : ` on ${formatUtcTime(date)}`;
  return baseUrl === null ? [] : [{ kind: 'fact', text: `Recorded from ${baseUrl}${when}.` }];
}
