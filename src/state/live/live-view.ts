import type { ReadableStore } from '#base/store.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import type { JsonRecording, StreamRecording } from '#model/recording.ts';
import type { StreamEnding } from '#model/fold-state.ts';

/** What is going on with a stream that is being received. All times are Unix milliseconds. */
export type LivePhase =
  /** Asked, not answered yet. */
  | { readonly kind: 'connecting' }
  /** `quietSince`: when the last byte came, once that is some seconds ago; else null. */
  | { readonly kind: 'streaming'; readonly quietSince: number | null }
  /** The connection dropped at `since`, and `attempt` (from 1) of the attempts to go on is made or waited for. */
  | { readonly kind: 'reconnecting'; readonly attempt: number; readonly since: number }
  /** Nothing more comes unless it is resumed. */
  | { readonly kind: 'ended'; readonly how: StreamEnding | 'stopped' };

/** A connection that dropped and was made again. */
export type Reconnection = {
  /** The number of the first event that came by the new connection, in order of arrival. */
  readonly at: number;
  /** From the end of the old connection to the answer on the new one. */
  readonly milliseconds: number;
  /** The last sequence number before; null where events carry none: then the stream began again from its beginning. */
  readonly from: number | null;
  /** The first new sequence number after. */
  readonly to: number | null;
  /** How many numbers lie between the two. 0: nothing was lost. */
  readonly lost: number;
};

/** A stream as it stands. A new object whenever something changed, at most once per frame. */
export type LiveView = {
  /** Null until the first byte of a stream came. It stays when the stream ends, however it ends. */
  readonly recording: StreamRecording | null;
  /** The whole Response as JSON, where the server answered so instead of streaming. The phase is then `ended`. */
  readonly answer: JsonRecording | null;
  readonly phase: LivePhase;
  readonly reconnections: readonly Reconnection[];
  /** Why there is no stream, or why it cannot go on. The phase is then `ended`, and what arrived stays. */
  readonly failure: RetrieveFailure | null;
  /** Why what arrives is not kept beyond this page, in a sentence; null while it is, or is not meant to be. */
  readonly storageProblem: string | null;
};

/** How a stream stands before anything is known of it. */
export const FIRST_VIEW: LiveView = {
  recording: null,
  answer: null,
  phase: { kind: 'connecting' },
  reconnections: [],
  failure: null,
  storageProblem: null,
};

/** A stream that is being received, or was. */
export type LiveStream = {
  readonly store: ReadableStore<LiveView>;
  /** Ends the connection at once; what arrived stays. */
  readonly stop: () => void;
  /** Goes on behind the last event, with the key as it is held now. Does nothing while it streams or behind the end of the response. */
  readonly resume: () => void;
  /** Ends everything for good and frees what it used; the last view stays readable. */
  readonly dispose: () => void;
};
