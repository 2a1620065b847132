import { stringOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import { countBefore } from '#base/sorted.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import type { ItemState } from './fold-state.ts';

/** An item while it is being folded. */
export type Slot = {
  /** Which of all slots it is, in the order in which they were made. */
  readonly number: number;
  readonly outputIndex: number;
  item: JsonObject;
  /** Replaced, never changed: a published state may hold it. */
  state: ItemState;
  /** Of lists whose members came with indexes other than their positions: the index of each member, ascending. */
  indexes: Map<string, number[]> | null;
  /** How many content parts, from the first, are done. */
  doneParts: number;
};

/** Slots as they were at some point; what did not change since the mark before is the same object. */
export type SlotsMark = {
  readonly list: readonly Readonly<Slot>[];
  /** What was remembered, of which the first `nameCount` count: it only grows. */
  readonly names: readonly Name[];
  readonly nameCount: number;
};

/** That a slot is found by its index and by this ID from now on. */
type Name = { readonly slot: number; readonly id: string | null };

/** Item types that some event is about: an event of one of them never belongs to an item of another. */
const ADDRESSED_TYPES = [
  'message',
  'reasoning',
  'function_call',
  'custom_tool_call',
  'mcp_call',
  'mcp_list_tools',
  'code_interpreter_call',
  'file_search_call',
  'web_search_call',
  'image_generation_call',
  'shell_call',
  'shell_call_output',
  'apply_patch_call',
  'compaction',
] as const;
export type AddressedType = (typeof ADDRESSED_TYPES)[number];
const ADDRESSED: ReadonlySet<string> = new Set(ADDRESSED_TYPES);

/** The items in the order of their indexes, and the ways to find one. */
export type Slots = ReturnType<typeof createSlots>;

export function createSlots() {
  let list: Slot[] = [];
  let count = 0;
  let names: Name[] = [];
  let marked: readonly Readonly<Slot>[] = [];
  const byIndex = new Map<number, Slot>();
  const byId = new Map<string, Slot>();

  function remember(slot: Slot) {
    const id = stringOf(slot.item['id']);
    const isNew = byIndex.get(slot.outputIndex) !== slot || (id !== null && id !== '' && byId.get(id) !== slot);
    if (isNew) names.push({ slot: slot.number, id });
    name(slot, id);
  }

  function name(slot: Slot, id: string | null) {
    byIndex.set(slot.outputIndex, slot);
    if (id !== null && id !== '') byId.set(id, slot);
  }

  function nextNumber(): number {
    count += 1;
    return count - 1;
  }

  /** Puts an item behind all that have this index or a smaller one; without an index, behind all. */
  function insert(item: JsonObject, index: number | null, isStub = false): Slot {
    const outputIndex = index ?? (list.at(-1)?.outputIndex ?? -1) + 1;
    const state = { outputIndex, isOpen: true, isStub, status: null, preview: null };
    const slot: Slot = { number: nextNumber(), outputIndex, item, state, indexes: null, doneParts: 0 };
    list.splice(
      countBefore(list.length, (position) => (list[position]?.outputIndex ?? 0) <= outputIndex),
      0,
      slot,
    );
    remember(slot);
    return slot;
  }

  /** Puts another item into a slot; what was known of the lists in the old one is void. */
  function replace(slot: Slot, item: JsonObject) {
    slot.item = item;
    slot.indexes = null;
    slot.doneParts = 0;
    if (slot.state.isStub) slot.state = { ...slot.state, isStub: false };
    remember(slot);
  }

  function lastOpen(type: string): Slot | null {
    return list.findLast((slot) => slot.state.isOpen && slot.item['type'] === type) ?? null;
  }

  /**
   * The slot that an event about an item of `type` is meant for (reference §3.5, rule 5): by `output_index`, since some servers send
   * another `item_id` with each event; else by `item_id`; else, where there is no index, the last open one of the type.
   */
  function forEvent(event: JsonObject, type: AddressedType): Slot | null {
    const index = wholeNumberOf(event['output_index']);
    const id = stringOf(event['item_id']);
    const atIndex = index === null ? undefined : byIndex.get(index);
    if (atIndex !== undefined && fits(atIndex, type, id)) return atIndex;
    const withId = id === null || id === '' ? undefined : byId.get(id);
    if (withId !== undefined && fits(withId, type, id)) return withId;
    return index === null ? lastOpen(type) : null;
  }

  /** All items at once, as a snapshot has them. */
  function replaceAll(slots: readonly Omit<Slot, 'number'>[]) {
    list = slots.map((slot) => ({ ...slot, number: nextNumber() }));
    names = [];
    byIndex.clear();
    byId.clear();
    list.forEach(remember);
  }

  /** How things stand. The items must not be written to afterwards; they are copied where that is wanted. */
  function mark(): SlotsMark {
    const now = list.map((slot, position) => {
      const before = marked[position];
      return before !== undefined && isUnchanged(slot, before) ? before : { ...slot, indexes: copied(slot.indexes) };
    });
    const isSame = now.length === marked.length && now.every((slot, position) => slot === marked[position]);
    if (!isSame) marked = now;
    return { list: marked, names, nameCount: names.length };
  }

  /** Fills slots that are still empty. */
  function restore(from: SlotsMark) {
    list = from.list.map((slot) => ({ ...slot, indexes: copied(slot.indexes) }));
    names = from.names.slice(0, from.nameCount);
    marked = from.list;
    const byNumber = new Map(list.map((slot) => [slot.number, slot]));
    for (const { slot: number, id } of names) {
      const slot = byNumber.get(number);
      if (slot !== undefined) name(slot, id);
      count = Math.max(count, number + 1);
    }
  }

  return {
    list: (): readonly Slot[] => list,
    atIndex: (index: number): Slot | null => byIndex.get(index) ?? null,
    withId: (id: string | null): Slot | null => (id === null || id === '' ? null : (byId.get(id) ?? null)),
    withCallId: (callId: string): Slot | null => list.findLast(({ item }) => item['call_id'] === callId) ?? null,
    lastOpen,
    forEvent,
    insert,
    replace,
    replaceAll,
    mark,
    restore,
  };
}

/** Lists are told apart by the item they are in: whoever adds to one copies that. */
function isUnchanged(slot: Slot, before: Readonly<Slot>): boolean {
  return (
    slot.number === before.number &&
    slot.item === before.item &&
    slot.state === before.state &&
    slot.doneParts === before.doneParts &&
    (slot.indexes === null) === (before.indexes === null)
  );
}

function copied(indexes: Slot['indexes']): Slot['indexes'] {
  return indexes && new Map([...indexes].map(([key, list]) => [key, [...list]]));
}

function fits({ item }: Slot, type: AddressedType, id: string | null): boolean {
  const own = stringOf(item['type']);
  return own === type || own === null || !ADDRESSED.has(own) || (id !== null && id !== '' && item['id'] === id);
}

/** Where in `list`, which the item has at `key`, the member with this index stands, or -1. Without an index: the last one. */
export function placeOf(slot: Slot, key: string, list: JsonArray, index: number | null): number {
  if (index === null) return list.length - 1;
  const indexes = slot.indexes?.get(key);
  if (indexes === undefined) return index < list.length ? index : -1;
  const place = countBefore(indexes.length, (position) => (indexes[position] ?? index) < index);
  return indexes[place] === index ? place : -1;
}

/** Makes room in such a list for a member with an index that it does not have yet, and returns its place. Indexes may leave gaps; lists may not. */
export function makePlace(slot: Slot, key: string, list: JsonValue[], index: number | null): number {
  const known = slot.indexes?.get(key);
  if (known === undefined && (index === null || index === list.length)) return list.push(null) - 1;
  const indexes = known ?? list.map((_, position) => position);
  const wanted = index ?? (indexes.at(-1) ?? -1) + 1;
  const place = countBefore(indexes.length, (position) => (indexes[position] ?? wanted) < wanted);
  indexes.splice(place, 0, wanted);
  list.splice(place, 0, null);
  slot.indexes ??= new Map();
  slot.indexes.set(key, indexes);
  return place;
}
