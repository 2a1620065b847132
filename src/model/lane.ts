import { createWholeNumberList, type NumberList } from '#base/number-list.ts';
import type { ItemFamily } from '#protocol/item-types.ts';

/** What an event is drawn as: by its family, or as something that went wrong. */
export const EVENT_KINDS = ['message', 'reasoning', 'tool-call', 'tool-output', 'hosted-tool', 'system', 'error'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** A stretch that a hosted tool spent in one status. */
type StatusSpan = {
  /** "in_progress", "searching". */
  readonly status: string;
  /** The event that said so, and the one that ended it; null while that is to come. */
  readonly from: number;
  readonly to: number | null;
};

/** The events of one item, or those of the response itself. Grows while the stream does; events go by their number in order of arrival. */
export type Lane = {
  /** In the order in which lanes came up; never changes. 0 is the response itself. */
  readonly key: number;
  /** Null for the response itself. */
  readonly outputIndex: number | null;
  /** As its first event tells them; null where that does not. */
  readonly itemId: string | null;
  readonly itemType: string | null;
  /** How most of its events are drawn. */
  readonly family: ItemFamily;
  readonly events: Pick<NumberList, 'length' | 'at'>;
  /** Those of its events that are drawn otherwise than `family` says. */
  readonly oddEvents: Pick<NumberList, 'length' | 'at'>;
  /** What its deltas wrote, in UTF-16 units; padding does not count. */
  readonly characters: number;
  /** The longest time between two of its events, in milliseconds, and the event that ended it; null where there are no two. */
  readonly longestGap: { readonly milliseconds: number; readonly event: number } | null;
  /** The events that began and ended the item; null where there was none so far. */
  readonly added: number | null;
  readonly done: number | null;
  readonly spans: readonly StatusSpan[];
};

/** A lane while it is being written. */
export type LaneDraft = {
  -readonly [Field in keyof Lane]: Lane[Field];
} & { readonly events: NumberList; readonly oddEvents: NumberList; readonly spans: StatusSpan[]; readonly generation: number };

type LaneStart = Pick<LaneDraft, 'key' | 'outputIndex' | 'itemId' | 'itemType' | 'family' | 'generation'>;

/** A lane without events. `generation`: how often the stream had begun anew before it. */
export function createLane(start: LaneStart): LaneDraft {
  return {
    ...start,
    events: createWholeNumberList(),
    oddEvents: createWholeNumberList(),
    characters: 0,
    longestGap: null,
    added: null,
    done: null,
    spans: [],
  };
}

const STATUS_EVENT = /^response\.(?:\w+_call|mcp_list_tools|compaction)\.(\w+)$/;
/** What such events say that is no status, but brings a piece of something. */
const NO_STATUS = new Set(['delta', 'done', 'added', 'partial_image']);
const FINAL = new Set(['completed', 'failed', 'incomplete', 'cancelled']);

/** Notes what an event says of the status of a hosted tool. */
export function takeStatus(lane: LaneDraft, type: string, event: number): void {
  const status = STATUS_EVENT.exec(type)?.[1];
  if (status === undefined || NO_STATUS.has(status)) return;
  endStatus(lane, event);
  if (!FINAL.has(status)) lane.spans.push({ status, from: event, to: null });
}

/** The last status is over with this event. */
export function endStatus({ spans }: LaneDraft, event: number): void {
  const last = spans.at(-1);
  if (last !== undefined && last.to === null) spans[spans.length - 1] = { ...last, to: event };
}
