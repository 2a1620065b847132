import type { JsonObject } from '#base/json.ts';
import type { RecordingSource, StreamClock } from '#model/recording.ts';
import type { RecordedSegment } from '#formats/recording-format.ts';

/** What is read: a dropped or chosen file, or a pasted text, whole. */
export type ImportFile = {
  readonly bytes: Uint8Array;
  /** `bytes` as UTF-8 without a byte order mark; what is no UTF-8 stands as the replacement character. Decoded when it is first asked for. */
  readonly text: () => string;
};

/** Where a file came from. */
export type ImportSource = Exclude<RecordingSource, { kind: 'api' }>;

/** What a file holds: one Response, or what the connections of a stream brought. Plain data, so that a worker can hand it over. */
export type ImportedContent =
  | { readonly kind: 'json'; readonly response: JsonObject }
  | {
      readonly kind: 'stream';
      readonly segments: readonly RecordedSegment[];
      /** What the file says of its times; null where it has none. */
      readonly clock: StreamClock | null;
      /** When the last byte was there, in Unix milliseconds; null where the file does not say. */
      readonly receivedAt: number | null;
    };

/** What the reader should know of a file, in a sentence: where it was recorded, what was left out. A `loss` is not shown as it was meant. */
export type ImportNote = { readonly kind: 'fact' | 'loss'; readonly text: string };

/** The answer of one format. Nothing is ever thrown for what a file holds. */
export type ImportResult =
  /** Another format's business, or nobody's. */
  | { readonly kind: 'not-mine' }
  | { readonly kind: 'mine'; readonly content: ImportedContent; readonly notes: readonly ImportNote[] }
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
