import type { JsonRecording, Recording, RecordingSource } from '#model/recording.ts';

/** What is read: a dropped or chosen file, or a pasted text, whole. */
export type ImportFile = {
  readonly source: Exclude<RecordingSource, { kind: 'api' }>;
  readonly bytes: Uint8Array;
  /** `bytes` as UTF-8 without a byte order mark; what is no UTF-8 stands as the replacement character. */
  readonly text: string;
  /** When it was opened, in Unix milliseconds. */
  readonly receivedAt: number;
};

/** The answer of one format. Nothing is ever thrown for what a file holds. */
export type ImportResult =
  /** Another format's business, or nobody's. */
  | { readonly kind: 'not-mine' }
  | { readonly kind: 'mine'; readonly recording: Recording }
  /** Meant to be this format, but unreadable from here on. Line and column count from 1; `problem` is a short sentence. */
  | { readonly kind: 'broken'; readonly problem: string; readonly line: number; readonly column: number };

export type ImportFormat = {
  /** Stable; used in tests and links. */
  readonly id: string;
  /** What people call it, to complete "Opened as …" and "This looks like …". */
  readonly title: string;
  readonly read: (file: ImportFile) => ImportResult;
};

export const NOT_MINE: ImportResult = { kind: 'not-mine' };

/** The recording of a file that holds one JSON body. */
export function jsonRecording({ source, bytes, text, receivedAt }: ImportFile, response: JsonRecording['response']): JsonRecording {
  return { kind: 'json', source, bytes, text, response, receivedAt };
}
