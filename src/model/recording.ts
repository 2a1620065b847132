import type { JsonObject } from '#base/json.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';
import type { FoldState } from './fold-state.ts';

/** Where a recording came from. Nothing downstream branches on it, except to say so. */
export type RecordingSource =
  | {
      readonly kind: 'api';
      readonly responseId: string;
      readonly baseUrl: string;
      readonly parameters: RetrieveParameters;
      /** `x-request-id` or the vendor's equivalent, when the browser lets us read it. */
      readonly requestId: string | null;
    }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'paste' };

/** One body that was read to its end, kept byte for byte. */
export type JsonRecording = {
  readonly kind: 'json';
  readonly source: RecordingSource;
  /** The body exactly as received. */
  readonly bytes: Uint8Array;
  /** `bytes` decoded as UTF-8, without a byte order mark. */
  readonly text: string;
  /** The Response object that `text` holds; for an event stream, what its events add up to. */
  readonly response: JsonObject;
  /** How many events the body had when it was an event stream; null for a JSON body. */
  readonly eventCount: number | null;
  /** How those events folded; absent for a JSON body. */
  readonly folded?: FoldState;
  /** When the body was complete, in Unix milliseconds. */
  readonly receivedAt: number;
};

/** Everything we hold of one response. */
export type Recording = JsonRecording;
