import { createSlices } from '#base/give-way.ts';
import type { Recording } from '#model/recording.ts';
import type { NotAResponse } from '#protocol/failure.ts';
import { readBody } from '#protocol/read-body.ts';
import { eventsJsonl } from './events-jsonl.ts';
import type { ImportedContent, ImportFile, ImportFormat, ImportNote, ImportSource } from './import-format.ts';
import { recordSegments, type ImportPace } from './record-segments.ts';
import { recordingJson } from './recording-json.ts';
import { responseJson } from './response-json.ts';
import { sseText } from './sse-text.ts';

/** Every format that can be opened, most specific first: the first that says "mine" wins. To add one, write its file and add its row. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [recordingJson, responseJson, eventsJsonl, sseText];

/** What people call a format, without what it does. */
type FormatName = Pick<ImportFormat, 'id' | 'title'>;

/** What a file or a text turned out to be. Plain data, so that a worker can hand it over. */
export type FormatReading =
  | { readonly kind: 'read'; readonly format: FormatName; readonly content: ImportedContent; readonly notes: readonly ImportNote[] }
  /** A known format that breaks at this line and column (from 1). */
  | { readonly kind: 'broken'; readonly format: FormatName; readonly problem: string; readonly line: number; readonly column: number }
  /** No format knows it; `found` says what it seems to be instead, or null when it is none of the things we can name. */
  | { readonly kind: 'unknown'; readonly found: NotAResponse | null };

/** What came of opening a file or a text. */
export type ImportOutcome =
  | { readonly kind: 'read'; readonly format: FormatName; readonly recording: Recording; readonly notes: readonly ImportNote[] }
  | Exclude<FormatReading, { kind: 'read' }>;

/** Takes whole bytes as a file, in UTF-8. */
export function importFile(received: Uint8Array): ImportFile {
  let text: string | null = null;
  const bytes = asUtf8(received);
  return { bytes, text: () => (text ??= new TextDecoder().decode(bytes)) };
}

/** Reads a file by what is in it; its name plays no part. Never throws. */
export function readFormats(file: ImportFile): FormatReading {
  let broken: FormatReading | null = null;
  for (const { id, title, read } of IMPORT_FORMATS) {
    const result = read(file);
    const format = { id, title };
    if (result.kind === 'mine') return { ...result, kind: 'read', format };
    if (result.kind === 'broken') broken ??= { ...result, format };
  }
  const found = foundIn(file.text());
  return found === 'chat-completion' ? { kind: 'unknown', found } : (broken ?? { kind: 'unknown', found });
}

type ImportInput = { readonly source: ImportSource; readonly bytes: Uint8Array; readonly receivedAt: number };
type ImportOptions = Partial<ImportPace> & {
  /** Where files are read: here, unless said otherwise. */
  readonly read?: (file: ImportFile) => FormatReading | Promise<FormatReading>;
};

/** Opens a file or a text that came at `receivedAt` (Unix milliseconds). Logs and folds the events of a stream in slices. Never throws. */
export async function readImport({ source, bytes, receivedAt }: ImportInput, options: ImportOptions = {}): Promise<ImportOutcome> {
  const { read = readFormats, slices = createSlices(), onProgress = () => undefined } = options;
  const file = importFile(bytes);
  const reading = await read(file);
  if (reading.kind !== 'read') return reading;
  const { format, content, notes } = reading;
  if (content.kind === 'json') {
    const recording = { kind: 'json', source, bytes: file.bytes, text: file.text(), response: content.response, receivedAt } as const;
    return { kind: 'read', format, recording, notes };
  }
  const about = { source, receivedAt: content.receivedAt ?? receivedAt, clock: content.clock };
  return { kind: 'read', format, recording: await recordSegments(content.segments, about, { slices, onProgress }), notes };
}

/** What PowerShell's `>` writes is UTF-16. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return encoding === null ? bytes : new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

const CHAT_CHUNK = /"object"\s*:\s*"chat\.completion\.chunk"/;
const BEGINNING = 4_000;

function foundIn(text: string): NotAResponse | null {
  const { found } = readBody(text);
  if (found === 'response') return null;
  return CHAT_CHUNK.test(text.slice(0, BEGINNING)) ? 'chat-completion' : found;
}
