import type { Slices } from '#base/give-way.ts';
import type { JsonRecording, Recording, RecordingSource } from '#model/recording.ts';

/** What is read: a dropped or chosen file, or a pasted text, whole. */
export type ImportFile = {
  readonly source: Exclude<RecordingSource, { kind: 'api' }>;
  readonly bytes: Uint8Array;
  /** `bytes` as UTF-8 without a byte order mark; what is no UTF-8 stands as the replacement character. Decoded when it is first asked for. */
  readonly text: () => string;
  /** When it was opened, in Unix milliseconds. */
  readonly receivedAt: number;
};

/** How reading a big file keeps the page alive. */
export type ImportPace = {
  readonly slices: Slices;
  /** Hears now and then which share of the events has been read, from 0 to 1. */
  readonly onProgress: (share: number) => void;
};

/** The answer of one format. Nothing is ever thrown for what a file holds. */
export type ImportResult =
  /** Another format's business, or nobody's. */
  | { readonly kind: 'not-mine' }
  | ImportedRecording
  /** Meant to be this format, but unreadable from here on. Line and column count from 1; `problem` is a short sentence. */
  | { readonly kind: 'broken'; readonly problem: string; readonly line: number; readonly column: number };

export type ImportedRecording = {
  readonly kind: 'mine';
  readonly recording: Recording;
  /** What the reader should know of the file, one sentence each: what was left out, what could not be read, where it was recorded. */
  readonly notes: readonly ImportNote[];
};

/** A `loss` is something that is not shown as it was meant. */
export type ImportNote = { readonly kind: 'fact' | 'loss'; readonly text: string };

export type ImportFormat = {
  /** Stable; used in tests and links. */
  readonly id: string;
  /** What people call it, to complete "Opened as …" and "This looks like …". */
  readonly title: string;
  readonly read: (file: ImportFile, pace: ImportPace) => ImportResult | Promise<ImportResult>;
};

export const NOT_MINE: ImportResult = { kind: 'not-mine' };

/** The recording of a file that holds one JSON body. */
export function jsonRecording({ source, bytes, text, receivedAt }: ImportFile, response: JsonRecording['response']): JsonRecording {
  return { kind: 'json', source, bytes, text: text(), response, receivedAt };
}
