import type { Slices } from '#base/give-way.ts';
import type { HeaderPair } from '#protocol/connection.ts';
import type { Recording } from '#model/recording.ts';

/** A file piece by piece: texts stand for their UTF-8, bytes for themselves. */
export type FileParts = readonly (string | Uint8Array)[];

/** What a recording does not know of itself. */
export type ExportContext = {
  /** The request that brought it, when it was one of this page. */
  readonly request: { readonly method: string; readonly url: string; readonly headers: readonly HeaderPair[] } | null;
  /** Unix milliseconds. */
  readonly now: number;
};

export type ExportFormat<Kind extends Recording = Recording> = {
  /** Stable; used in tests. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Follows the response's ID in the name of the file, without a dot in front. */
  readonly extension: string;
  readonly mediaType: string;
  /** What will be in the file, in a few words. */
  readonly note: (recording: Kind) => string;
  /** Writes the file; gives way between slices of work. No key is ever in it. */
  readonly write: (recording: Kind, context: ExportContext, slices: Slices) => FileParts | Promise<FileParts>;
};
