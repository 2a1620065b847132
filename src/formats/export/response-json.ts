/** The Response: a body as it was received, or what the events of a stream add up to. */
import { formatBytes } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import type { ExportFormat } from './export-format.ts';

export const responseJson: ExportFormat = {
  id: 'response-json',
  title: 'Response',
  extension: 'json',
  mediaType: 'application/json',
  note: (recording) =>
    recording.kind === 'json'
      ? `${formatBytes(recording.bytes.length)} of JSON, byte for byte as received`
      : `JSON, what ${formatCount(recording.length, 'event')} add up to`,
  write: (recording) => (recording.kind === 'json' ? [recording.bytes] : [`${JSON.stringify(recording.response, null, 2)}\n`]),
};
