import { stringOf, type JsonObject } from '#base/json.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import type { PartList, TextName } from './event-subjects.ts';

/** An item as its events tell of it. Events are named by their numbers in order of arrival. */
export type TrackedItem = {
  /** As its events say it; null where they do not. */
  readonly outputIndex: number | null;
  readonly type: string | null;
  /** As the first event said it. */
  readonly id: string | null;
  /** The first event about it. */
  readonly firstAt: number;
  readonly addedAt: number | null;
  readonly doneAt: number | null;
  /** The item as `response.output_item.done` carried it; gone behind the terminal event. */
  readonly done: JsonObject | null;
  /** What the last status event said, and which that was. */
  readonly status: string | null;
  readonly statusAt: number | null;
  /** Its texts that are not whole yet; null until there is one. */
  readonly openTexts: ReadonlyMap<number, TrackedText> | null;
};

/** A part of an item. */
export type TrackedPart = {
  readonly list: PartList;
  /** Null where its events name no index. */
  readonly index: number | null;
  /** The first event about it. */
  readonly firstAt: number;
  readonly addedAt: number | null;
  readonly doneAt: number | null;
};

/** A text while it is streamed. */
export type TrackedText = {
  readonly name: TextName;
  /** The index of its part; null where it is a field of the item itself, or its events name none. */
  readonly index: number | null;
  readonly deltaCount: number;
  readonly firstDelta: number;
  readonly lastDelta: number;
  /** What the deltas add up to; of a shell, what went to stdout. Empty once the whole text, or the whole item, came and was heard. */
  readonly gathered: string;
  /** Of a shell, what went to stderr. */
  readonly gatheredErrors: string;
};

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type PartEntry = Writable<TrackedPart>;
export type TextEntry = Writable<TrackedText>;

/** An item while the stream is read; rules see it as a `TrackedItem`. Maps are made when needed: there may be very many items. */
export type ItemEntry = Omit<Writable<TrackedItem>, 'openTexts'> & {
  parts: Map<number, PartEntry> | null;
  openTexts: Map<number, TextEntry> | null;
};

type Start = Pick<TrackedItem, 'outputIndex' | 'type' | 'id' | 'firstAt'>;

/**
 * Finds the item that an event is about, in the way of the fold: by `output_index`, since some servers send another `item_id` with every
 * event; else by `item_id`; else, where there is no index, the last open one of the type.
 */
export function createTrackedItems() {
  const list: ItemEntry[] = [];
  const byIndex = new Map<number, ItemEntry>();
  const byId = new Map<string, ItemEntry>();

  function begin(start: Start): ItemEntry {
    const entry: ItemEntry = {
      ...start,
      addedAt: null,
      doneAt: null,
      done: null,
      status: null,
      statusAt: null,
      parts: null,
      openTexts: null,
    };
    list.push(entry);
    if (entry.outputIndex !== null) byIndex.set(entry.outputIndex, entry);
    if (entry.id !== null) byId.set(entry.id, entry);
    return entry;
  }

  function lastOpen(type: string): ItemEntry | null {
    return list.findLast((entry) => entry.doneAt === null && entry.type === type) ?? null;
  }

  /** The item that an event is about which is of a `type`; one that no event told of before where there is none. */
  function ofEvent(json: JsonObject, type: string, at: number): ItemEntry {
    const outputIndex = wholeNumberOf(json['output_index']);
    const id = stringOf(json['item_id']) || null;
    const inPlace = outputIndex === null ? undefined : byIndex.get(outputIndex);
    if (inPlace !== undefined && (inPlace.type === type || (id !== null && inPlace.id === id))) return inPlace;
    const named = id === null ? undefined : byId.get(id);
    if (named !== undefined && (named.type === type || inPlace === undefined)) return named;
    const open = outputIndex === null ? lastOpen(type) : null;
    return open ?? begin({ outputIndex, type, id, firstAt: at });
  }

  /** `response.output_item.added`: what events told of the item before stays with it. `displaced` is the one whose place it takes. */
  function add(json: JsonObject, item: JsonObject, at: number): { readonly entry: ItemEntry; readonly displaced: ItemEntry | null } {
    const start = startOf(json, item, at);
    const there = start.outputIndex === null ? undefined : byIndex.get(start.outputIndex);
    if (there !== undefined && there.addedAt === null && there.doneAt === null && there.type === start.type) {
      there.addedAt = at;
      return { entry: there, displaced: null };
    }
    const entry = begin(start);
    entry.addedAt = at;
    return { entry, displaced: there ?? null };
  }

  /** `response.output_item.done`. */
  function finish(json: JsonObject, item: JsonObject, at: number): ItemEntry {
    const start = startOf(json, item, at);
    const inPlace = start.outputIndex === null ? undefined : byIndex.get(start.outputIndex);
    const named = start.id === null ? undefined : byId.get(start.id);
    const open = start.outputIndex === null && start.type !== null ? lastOpen(start.type) : null;
    const entry = inPlace?.type === start.type ? inPlace : (named ?? open ?? begin(start));
    entry.doneAt ??= at;
    entry.done = item;
    return entry;
  }

  return { list: (): readonly ItemEntry[] => list, ofEvent, add, finish };
}

function startOf(json: JsonObject, item: JsonObject, firstAt: number): Start {
  return { outputIndex: wholeNumberOf(json['output_index']), type: stringOf(item['type']), id: stringOf(item['id']) || null, firstAt };
}

const LISTS: readonly PartList[] = ['content', 'summary', 'commands', 'output'];

/** The part of an item, which may be new. */
export function partOf(entry: ItemEntry, list: PartList, index: number | null, at: number): PartEntry {
  const key = ((index ?? -1) + 1) * LISTS.length + LISTS.indexOf(list);
  entry.parts ??= new Map();
  const known = entry.parts.get(key);
  if (known !== undefined) return known;
  const part: PartEntry = { list, index, firstAt: at, addedAt: null, doneAt: null };
  entry.parts.set(key, part);
  return part;
}

/** Several texts never share a list and an index, but an item may have some that are fields of its own. */
const OWN_TEXTS: readonly TextName[] = ['refusal', 'reasoning_summary_text'];

function keyOfText(name: TextName, index: number | null): number {
  return ((index ?? -1) + 1) * (OWN_TEXTS.length + 1) + OWN_TEXTS.indexOf(name) + 1;
}

/** The text that a delta belongs to, which may be its first. */
export function textOf(entry: ItemEntry, name: TextName, index: number | null, at: number): TextEntry {
  const key = keyOfText(name, index);
  entry.openTexts ??= new Map();
  const known = entry.openTexts.get(key);
  if (known !== undefined) return known;
  const text: TextEntry = { name, index, deltaCount: 0, firstDelta: at, lastDelta: at, gathered: '', gatheredErrors: '' };
  entry.openTexts.set(key, text);
  return text;
}

/** Takes out a text that came as a whole; null where no delta of it came. */
export function closeText(entry: ItemEntry, name: TextName, index: number | null): TextEntry | null {
  const key = keyOfText(name, index);
  const text = entry.openTexts?.get(key) ?? null;
  entry.openTexts?.delete(key);
  return text;
}
