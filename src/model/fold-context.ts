import { createJsonDraft, type DraftObject, type JsonDraft } from '#base/json-draft.ts';
import { stringOf, type JsonObject } from '#base/json.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import type { ItemState, StreamEnding, StreamError, StreamNotice } from './fold-state.ts';
import { createSlots, type AddressedType, type Slot, type Slots } from './fold-slots.ts';

type WithoutEvent<Notice> = Notice extends unknown ? Omit<Notice, 'event'> : never;
/** A notice before it is told at which event it was made. */
export type NoticeDraft = WithoutEvent<StreamNotice>;

/** What the steps of the fold work on: the response as it is being put together. */
export type FoldContext = {
  /** The last snapshot, merged over the earlier ones; its `output` counts only until it is replaced by the items. Null before the first. */
  fields: JsonObject | null;
  readonly slots: Slots;
  readonly draft: JsonDraft;
  /** What the terminal event said. */
  terminal: Exclude<StreamEnding, 'cut-off'> | null;
  readonly errors: StreamError[];
  readonly audioChunks: string[];
  transcript: string;
  readonly notice: (notice: NoticeDraft) => void;
  /** The number of the event that is being folded. */
  readonly eventNumber: () => number;
};

/** Puts one event into the context. It never throws, whatever the event holds. */
export type FoldStep = (context: FoldContext, event: JsonObject) => void;

export function createFoldContext(notice: FoldContext['notice'], eventNumber: () => number): FoldContext {
  return {
    fields: null,
    slots: createSlots(),
    draft: createJsonDraft(),
    terminal: null,
    errors: [],
    audioChunks: [],
    transcript: '',
    notice,
    eventNumber,
  };
}

/** What a stub has from the start, so that it looks like one of its kind. */
const STUB_FIELDS: Partial<Readonly<Record<AddressedType, JsonObject>>> = {
  message: { role: 'assistant', content: [] },
  reasoning: { summary: [] },
};

/** The slot that an event about an item of `type` is meant for; a stub where there is none, so that nothing that was streamed is lost. */
export function slotFor({ slots, notice }: FoldContext, event: JsonObject, type: AddressedType): Slot {
  const found = slots.forEvent(event, type);
  if (found !== null) return found;
  notice({ kind: 'stub', itemType: type });
  const id = stringOf(event['item_id']);
  const item = { ...(id === null ? {} : { id }), type, ...STUB_FIELDS[type] };
  return slots.insert(item, wholeNumberOf(event['output_index']), true);
}

/** The item of a slot, ready to be written to. */
export function edit({ draft }: FoldContext, slot: Slot): DraftObject {
  const item = draft.object(slot.item);
  slot.item = item;
  return item;
}

export function setState(slot: Slot, change: Partial<ItemState>): void {
  slot.state = { ...slot.state, ...change };
}
