import type { JsonObject } from '#base/json.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';
import type { EventLog } from './event-log.ts';
import type { FoldMarks } from './fold-marks.ts';
import type { FoldState } from './fold-state.ts';
import type { StreamFindings } from './problems/problem.ts';

/** Where a recording came from. Nothing downstream branches on it, except to say so. */
export type RecordingSource =
  | {
      readonly kind: 'api';
      readonly responseId: string;
      readonly baseUrl: string;
      readonly parameters: RetrieveParameters;
      /** `x-request-id` or the vendor's equivalent, when the browser lets us read it. */
      readonly requestId: string | null;
      /** `content-type` as it was sent; null, or not there, where nobody knows. */
      readonly contentType?: string | null;
    }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'paste' };

/** What every recording has. */
type RecordingBase = {
  readonly source: RecordingSource;
  /** The Response object; of a stream, what its events add up to. */
  readonly response: JsonObject;
  /** When the last byte was there, in Unix milliseconds. */
  readonly receivedAt: number;
};

/** One JSON body that was read to its end, kept byte for byte. */
export type JsonRecording = RecordingBase & {
  readonly kind: 'json';
  /** The body exactly as received. */
  readonly bytes: Uint8Array;
  /** `bytes` decoded as UTF-8, without a byte order mark. */
  readonly text: string;
};

/** A stream of events, live or ended. Of a live one there is another view for every frame, all over the same log. */
export type StreamRecording = RecordingBase & {
  readonly kind: 'stream';
  /** Grows while the stream is live: only what is below `length` belongs to this view. */
  readonly log: EventLog;
  /** How many events this view has. */
  readonly length: number;
  /** How many bytes this view has, over all connections. */
  readonly byteCount: number;
  readonly folded: FoldState;
  /** What the rules about streams found in its events. */
  readonly checked: StreamFindings;
  /** Where folding can be taken up again, for the states in between. */
  readonly marks: FoldMarks;
  readonly clock: StreamClock;
};

/** What the times of a stream mean. SSE carries none: they are when the reads arrived. */
export type StreamClock = {
  /** When the request was sent, in Unix milliseconds: arrivals in the log count from here. Null where nobody noted arrivals. */
  readonly startedAt: number | null;
  /** How many events existed before we connected: all up to the first pause of the replay, or all there are while there was none. Only those behind it have a rate. */
  readonly backlog: number;
  /** False when the response had ended before we asked for its stream: the times are those of a replay. */
  readonly isOriginal: boolean;
};

/** Everything we hold of one response. */
export type Recording = JsonRecording | StreamRecording;
