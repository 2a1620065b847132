import { createSlices } from '#base/give-way.ts';
import type { Recording } from '#model/recording.ts';
import type { NotAResponse } from '#protocol/failure.ts';
import { readBody } from '#protocol/read-body.ts';
import { eventsJsonl } from './events-jsonl.ts';
import type { ImportedRecording, ImportFile, ImportFormat, ImportPace } from './import-format.ts';
import { recordingJson } from './recording-json.ts';
import { responseJson } from './response-json.ts';
import { sseText } from './sse-text.ts';

/** Every format that can be opened, most specific first: the first that says "mine" wins. To add one, write its file and add its row. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [recordingJson, responseJson, eventsJsonl, sseText];

/** What came of opening a file or a text. */
export type ImportOutcome =
  | { readonly kind: 'read'; readonly format: ImportFormat; readonly recording: Recording; readonly notes: ImportedRecording['notes'] }
  /** A known format that breaks at this line and column (from 1). */
  | { readonly kind: 'broken'; readonly format: ImportFormat; readonly problem: string; readonly line: number; readonly column: number }
  /** No format knows it; `found` says what it seems to be instead, or null when it is none of the things we can name. */
  | { readonly kind: 'unknown'; readonly found: NotAResponse | null };

/** Opens a file or a text by what is in it; its name plays no part. Never throws. Gives way between slices of work. */
export async function readImport(input: Omit<ImportFile, 'text'>, pace: Partial<ImportPace> = {}): Promise<ImportOutcome> {
  const file = importFile(input);
  let broken: ImportOutcome | null = null;
  for (const format of IMPORT_FORMATS) {
    const result = await format.read(file, { slices: createSlices(), onProgress: () => undefined, ...pace });
    if (result.kind === 'mine') return { kind: 'read', format, recording: result.recording, notes: result.notes };
    if (result.kind === 'broken') broken ??= { ...result, format };
  }
  const found = foundIn(file.text());
  return found === 'chat-completion' ? { kind: 'unknown', found } : (broken ?? { kind: 'unknown', found });
}

function importFile(input: Omit<ImportFile, 'text'>): ImportFile {
  let text: string | null = null;
  const bytes = asUtf8(input.bytes);
  return { ...input, bytes, text: () => (text ??= new TextDecoder().decode(bytes)) };
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
