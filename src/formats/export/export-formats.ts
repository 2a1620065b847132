import { createSlices, type Slices } from '#base/give-way.ts';
import type { Recording } from '#model/recording.ts';
import type { ExportContext, ExportFormat, FileParts } from './export-format.ts';
import { recordingJson } from './recording-json.ts';
import { responseJson } from './response-json.ts';
import { streamJsonl } from './stream-jsonl.ts';
import { streamSse } from './stream-sse.ts';

/** One way to save the recording at hand. */
export type ExportChoice = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (context: ExportContext, slices?: Slices) => Promise<FileParts>;
};

/** Every format of streams. To add one, write its file and add its row. */
const STREAM_FORMATS = [streamSse, streamJsonl, recordingJson] as const;

/** What `recording` can be saved as, in the order of the menu. */
export function exportChoices(recording: Recording): readonly ExportChoice[] {
  const ofStreams = recording.kind === 'stream' ? STREAM_FORMATS.map((format) => choiceOf(format, recording)) : [];
  return [...ofStreams, choiceOf(responseJson, recording)];
}

function choiceOf<Kind extends Recording>(format: ExportFormat<Kind>, recording: Kind): ExportChoice {
  const { id, title, extension, mediaType } = format;
  return {
    id,
    title,
    note: format.note(recording),
    extension,
    mediaType,
    write: async (context, slices = createSlices()) => format.write(recording, context, slices),
  };
}
