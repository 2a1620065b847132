/**
 * Everything there is of a stream, to be opened here again: the bytes of each connection, when they arrived, and what was asked for.
 * `docs/recording-format.md` has the fields.
 */
import { base64Of } from '#base/base64.ts';
import type { Slices } from '#base/give-way.ts';
import type { JsonValue } from '#base/json.ts';
import { countBefore } from '#base/sorted.ts';
import { createSseFramer } from '#protocol/sse-framer.ts';
import type { EventLog } from '#model/event-log.ts';
import type { StreamRecording } from '#model/recording.ts';
import { RECORDING_FORMAT, RECORDING_VERSION, roundTime } from '#formats/recording-format.ts';
import type { ExportContext, ExportFormat } from './export-format.ts';
import { redactedRequest, redactedSource } from './redact-request.ts';

/** So many bytes are written at a stretch. */
const PIECE = 262_144;

export const recordingJson: ExportFormat<StreamRecording> = {
  id: 'recording-json',
  title: 'Recording',
  extension: 'recording.json',
  mediaType: 'application/json',
  note: ({ clock }) => `Everything, to open here again: ${clock.startedAt === null ? 'the bytes' : 'bytes and times'} as received`,
  write: async (recording, context, slices) => {
    const { log } = recording;
    const head = JSON.stringify(headOf(recording, context), null, 2);
    const parts = [head.slice(0, -2), ',\n  "segments": ['];
    for (let connection = 0; connection < log.connectionCount(); connection += 1)
      parts.push(connection === 0 ? '\n' : ',\n', ...(await segmentParts(recording, connection, slices)));
    return [...parts, '\n  ]\n}\n'];
  },
};

function headOf({ source, response, folded, clock, receivedAt }: StreamRecording, { request, now }: ExportContext) {
  return {
    format: RECORDING_FORMAT,
    version: RECORDING_VERSION,
    exported_at: now,
    response_id: response['id'] ?? null,
    source: redactedSource(source),
    request: request === null ? null : redactedRequest(request),
    started_at: clock.startedAt,
    backlog: clock.backlog,
    is_original: clock.isOriginal,
    received_at: receivedAt,
    ending: folded.ending,
  } satisfies JsonValue;
}

async function segmentParts({ log, clock }: StreamRecording, connection: number, slices: Slices): Promise<string[]> {
  const bytes = log.bytesOf(connection);
  const reads = log.readsOf(connection).map(({ byteCount, arrival }) => [byteCount, roundTime(arrival)]);
  const times = clock.startedAt === null ? '' : `"reads": ${JSON.stringify(reads)}, `;
  const brokeOff = isBrokenOff(log, connection) ? '"broke_off": true, ' : '';
  const text = await textParts(bytes, slices);
  const start = `    { ${times}${brokeOff}`;
  return text === null ? [`${start}"base64": "`, base64Of(bytes), '" }'] : [`${start}"text": "`, ...text, '" }'];
}

/** True where the bytes of a connection end in half an event that the log does not count. */
function isBrokenOff(log: EventLog, connection: number): boolean {
  const last = log.at(countBefore(log.length(), (index) => (log.at(index)?.connection ?? 0) <= connection) - 1);
  const behind = last?.connection === connection ? last.offset + last.length : 0;
  let isFound = false;
  const framer = createSseFramer({ onFrame: () => (isFound = true) });
  framer.feed(log.bytesBetween(connection, behind, Number.POSITIVE_INFINITY));
  framer.end();
  return isFound;
}

/** The pieces of the JSON string that decodes to `bytes`, or null when they are no UTF-8. */
async function textParts(bytes: Uint8Array, slices: Slices): Promise<string[] | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  try {
    for (let start = 0; start < bytes.length; start += PIECE) {
      if (slices.isOver()) await slices.rest();
      parts.push(JSON.stringify(decoder.decode(bytes.subarray(start, start + PIECE), { stream: true })).slice(1, -1));
    }
    decoder.decode();
    return parts;
  } catch {
    return null;
  }
}
