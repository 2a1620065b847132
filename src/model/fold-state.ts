import type { JsonObject } from '#base/json.ts';
import type { ApiError } from '#protocol/failure.ts';

/** How a stream ended: as its terminal event says, or `cut-off` when it closed without one. */
export type StreamEnding = 'completed' | 'failed' | 'incomplete' | 'cancelled' | 'cut-off';

/** What the events tell of an item that the item itself does not say. */
export type ItemState = {
  /** The `output_index` its events go by; made up where the server sends none. */
  readonly outputIndex: number;
  /** Added and not done yet. */
  readonly isOpen: boolean;
  /** Made by us, since events arrived for an item that nothing announced. */
  readonly isStub: boolean;
  /** What the last status event said; the only status there is of types without the field (`mcp_list_tools`, `compaction`). */
  readonly status: string | null;
  /** The last `partial_image` event; gone when the item is done. */
  readonly preview: JsonObject | null;
};

/** Audio travels beside the Response: no field of it takes it. */
type AudioState = { readonly base64Chunks: readonly string[]; readonly transcript: string };

/** A run of sequence numbers, both ends included. */
export type NumberRange = { readonly from: number; readonly to: number };

/** What an `error` event said, and the number of that event. */
export type StreamError = ApiError & { readonly event: number };

/** Something about the stream that a reader should know. `event` is the number of the event in order of arrival, from 0. */
export type StreamNotice = { readonly event: number } & (
  | { readonly kind: 'duplicate'; readonly sequenceNumber: number }
  /** Numbers were skipped; some may still come late. */
  | ({ readonly kind: 'gap' } & NumberRange)
  | { readonly kind: 'late'; readonly sequenceNumber: number }
  /** Another response began in the same stream, or an unnumbered one began anew. */
  | { readonly kind: 'restart' }
  | { readonly kind: 'stub'; readonly itemType: string }
  | { readonly kind: 'unreadable'; readonly problem: string }
  | { readonly kind: 'unknown-type'; readonly type: string }
  /** An event behind `[DONE]`. */
  | { readonly kind: 'after-done' }
);
export type NoticeKind = StreamNotice['kind'];

/** What the events up to some point amount to. Never changes once handed out; parts that did not change are the same objects in the next one. */
export type FoldState = {
  /** The Response as it stands; null as long as no event told of one. */
  readonly response: JsonObject | null;
  /** One for each item of `response.output`, in the same order. */
  readonly items: readonly ItemState[];
  /** Null while more is expected. */
  readonly ending: StreamEnding | null;
  /** `error` events. The stream may go on behind one. */
  readonly errors: readonly StreamError[];
  readonly audio: AudioState;
  /** How many events were folded, also those that changed nothing. */
  readonly eventCount: number;
  readonly firstSequenceNumber: number | null;
  readonly lastSequenceNumber: number | null;
  /** Numbers between the first and the last that never came. */
  readonly missing: readonly NumberRange[];
  /** The first thousand of what was noticed; `noticeCounts` counts all. */
  readonly notices: readonly StreamNotice[];
  readonly noticeCounts: Readonly<Record<NoticeKind, number>>;
  /** Types that no server we know sends, with how often they came. */
  readonly unknownTypes: ReadonlyMap<string, number>;
};
