import type { JsonObject } from '#base/json.ts';
import type { StreamEvent } from '#protocol/stream-event.ts';
import type { FoldState } from '#model/fold-state.ts';
import type { Recording } from '#model/recording.ts';
import type { Finding, ProblemRule } from './problem.ts';
import type { SequenceFault } from './sequence-reader.ts';
import type { StreamTracker } from './stream-tracker.ts';

/** A finding as rules write it: what is not said is empty. */
export type FindingDraft = Pick<Finding, 'text'> & Partial<Finding>;
export type Report = (finding: FindingDraft) => void;

/** An event that can be read. */
export type SeenEvent = Extract<StreamEvent, { kind: 'event' }> & {
  /** Its number in order of arrival, from 0. */
  readonly index: number;
  /** The connection it came by, from 0. */
  readonly connection: number;
};

/** How a connection ended: `closed` by the server, or `lost`, by the network or since somebody stopped it. */
export type StreamClosing = 'closed' | 'lost';

/**
 * Hears the events of one stream in the order of arrival, each once: what a server sends again is heard as a `SequenceFault` only.
 * Whatever is missing is not a problem before `end`.
 */
export type Watcher = {
  /** By event type: what to do with an event of it. Cheaper than `onEvent`, since others pass it by. */
  readonly on?: Readonly<Record<string, (event: SeenEvent) => void>>;
  /** Hears every event that can be read. */
  readonly onEvent?: (event: SeenEvent) => void;
  /** Hears `[DONE]` and what cannot be read, with the number of the event and of its connection. */
  readonly onOther?: (event: Exclude<StreamEvent, { kind: 'event' }>, index: number, connection: number) => void;
  /** Hears what is wrong with the sequence numbers, some events later. */
  readonly onSequence?: (fault: SequenceFault) => void;
  /**
   * The connection is over, and what its events amount to. May be called again when a resumed connection is over: what was reported
   * here is forgotten once more events come.
   */
  readonly end?: (folded: FoldState, how: StreamClosing) => void;
};

/**
 * A rule about the events of a stream; `watch` begins one stream, or one more response in it. The tracker has taken an event before
 * its watchers hear it.
 */
export type StreamRule = ProblemRule & { readonly watch: (report: Report, tracker: StreamTracker) => Watcher };

/** What a rule about a Response gets. */
export type ResponseSubject = {
  readonly recording: Recording;
  /** The Response, or what the events add up to. */
  readonly response: JsonObject;
  /** The same response, retrieved once more as a whole; null where nobody asked for it. */
  readonly stored: JsonObject | null;
};

/**
 * A rule about a Response that came as a whole or has been streamed to its end. It needs no events, so it works on both. Yields findings,
 * and null wherever it may be interrupted: after about a millisecond of work.
 */
export type ResponseRule = ProblemRule & { readonly check: (subject: ResponseSubject) => Iterable<FindingDraft | null> };
