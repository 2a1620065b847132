import type { Recording } from '#model/recording.ts';
import type { NotAResponse } from '#protocol/failure.ts';
import { readBody } from '#protocol/read-body.ts';
import type { ImportFile, ImportFormat } from './import-format.ts';
import { responseJson } from './response-json.ts';

/** Every format that can be opened, most specific first: the first that says "mine" wins. To add one, write its file and add its row. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [responseJson];

/** What came of opening a file or a text. */
export type ImportOutcome =
  | { readonly kind: 'read'; readonly format: ImportFormat; readonly recording: Recording }
  /** A known format that breaks at this line and column (from 1). */
  | { readonly kind: 'broken'; readonly format: ImportFormat; readonly problem: string; readonly line: number; readonly column: number }
  /** No format knows it; `found` says what it seems to be instead, or null when it is none of the things we can name. */
  | { readonly kind: 'unknown'; readonly found: NotAResponse | null };

/** Opens a file or a text by what is in it; its name plays no part. Never throws. */
export function readImport(input: Omit<ImportFile, 'text'>): ImportOutcome {
  const file: ImportFile = { ...input, text: new TextDecoder().decode(input.bytes) };
  let broken: ImportOutcome | null = null;
  for (const format of IMPORT_FORMATS) {
    const result = format.read(file);
    if (result.kind === 'mine') return { kind: 'read', format, recording: result.recording };
    if (result.kind === 'broken') broken ??= { ...result, format };
  }
  return broken ?? { kind: 'unknown', found: foundIn(file.text) };
}

function foundIn(text: string): NotAResponse | null {
  const { found } = readBody(text);
  return found === 'response' ? null : found;
}
