import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { familyOfEvent, isKnownEventType, isTerminalEvent } from '#protocol/event-types.ts';
import { familyOf, type ItemFamily } from '#protocol/item-types.ts';
import { isOfWholeItem } from './event-items.ts';
import { DONE_TYPE, UNREADABLE_TYPE } from './event-indexer.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';
import { createLane, type LaneDraft } from './lane.ts';

/** Tells which lane an event belongs to, and opens lanes; asked for every event once, in their order. */
type LaneFinder = {
  readonly laneFor: (row: LoggedEvent, event: number) => LaneDraft;
  /** The response itself, then the items in the order that the fold gives them. */
  readonly inOrder: () => readonly LaneDraft[];
  readonly byKey: (key: number) => LaneDraft | undefined;
};

/** Bigger events are not parsed for the name of their item: that takes longer than a slice. In bytes. */
const MOST_PARSED = 262_144;

type Named = { readonly id: string | null; readonly type: string | null };
const UNNAMED: Named = { id: null, type: null };

/** Follows the fold (reference §3.5): by `output_index`, else by `item_id`, else the last open item of the kind. */
export function createLaneFinder(log: EventLog): LaneFinder {
  const response = createLane({ key: 0, outputIndex: null, itemId: null, itemType: null, family: 'system', generation: 0 });
  const all = [response];
  const ordered = [response];
  const byIndex = new Map<number, LaneDraft>();
  const byId = new Map<string, LaneDraft>();
  /** Indexes that several items go by: there, events are told apart by the IDs they carry. */
  const shared = new Set<number>();
  let generation = 0;
  let hasEnded = false;

  function open(outputIndex: number | null, { id, type }: Named, family: ItemFamily): LaneDraft {
    const before = ordered.at(-1);
    const last = before?.generation === generation ? (before.outputIndex ?? -1) : -1;
    const lane = createLane({ key: all.length, outputIndex: outputIndex ?? last + 1, itemId: id, itemType: type, family, generation });
    all.push(lane);
    ordered.splice(placeFor(lane), 0, lane);
    if (lane.outputIndex !== null) byIndex.set(lane.outputIndex, lane);
    if (id !== null) byId.set(id, lane);
    return lane;
  }

  /** Nearly always at the end, so that is where the search begins. */
  function placeFor({ outputIndex }: LaneDraft): number {
    let place = ordered.length;
    for (; place > 1; place -= 1) {
      const before = ordered[place - 1];
      if (before === undefined || before.generation !== generation || (before.outputIndex ?? -1) <= (outputIndex ?? 0)) break;
    }
    return place;
  }

  function restart() {
    generation += 1;
    hasEnded = false;
    byIndex.clear();
    byId.clear();
    shared.clear();
  }

  function jsonOf(row: LoggedEvent, event: number): JsonObject {
    const parsed = row.length > MOST_PARSED ? undefined : log.eventAt(event);
    return parsed?.kind === 'event' ? parsed.json : {};
  }

  function lastOpen(isWanted: (lane: LaneDraft) => boolean): LaneDraft | undefined {
    return ordered.findLast((lane) => lane !== response && lane.generation === generation && lane.done === null && isWanted(lane));
  }

  function ofResponse({ type, sequenceNumber }: LoggedEvent): LaneDraft {
    // A server without numbers cannot resume: it tells everything once more.
    if (type === 'response.created' && (hasEnded || (sequenceNumber === null && byIndex.size > 0))) restart();
    hasEnded ||= isTerminalEvent(type);
    return response;
  }

  function ofAdded(outputIndex: number | null, named: Named): LaneDraft {
    const there = outputIndex === null ? byId.get(named.id ?? '') : byIndex.get(outputIndex);
    if (there !== undefined && isSameItem(there, named)) return renamed(there, named, byId);
    if (there !== undefined && outputIndex !== null) shared.add(outputIndex);
    return open(outputIndex, named, familyOf(named.type ?? ''));
  }

  function ofDone(outputIndex: number | null, named: Named): LaneDraft {
    const withId = byId.get(named.id ?? '');
    const there = outputIndex === null ? (withId ?? lastOpen(({ itemType }) => itemType === named.type)) : byIndex.get(outputIndex);
    if (there !== undefined && there.itemType === null) return renamed(there, named, byId);
    if (there !== undefined && (named.type === null || there.itemType === named.type)) return there;
    if (withId !== undefined && withId.itemType === named.type) return withId;
    if (there !== undefined && isEmptyMessage(there)) return renamed(there, named, byId);
    return open(outputIndex, named, familyOf(named.type ?? ''));
  }

  function laneFor(row: LoggedEvent, event: number): LaneDraft {
    const { type, outputIndex } = row;
    if (isOfWholeItem(type)) {
      const named = nameOf(objectOf(jsonOf(row, event)['item']));
      return type === 'response.output_item.added' ? ofAdded(outputIndex, named) : ofDone(outputIndex, named);
    }
    const there = outputIndex === null || shared.has(outputIndex) ? undefined : byIndex.get(outputIndex);
    if (there !== undefined) return there;
    if (outputIndex === null && isOfResponse(type)) return ofResponse(row);
    const id = stringOf(jsonOf(row, event)['item_id']);
    const withId = byId.get(id ?? '');
    if (withId !== undefined) return withId;
    const family = familyOfEvent(type);
    if (outputIndex !== null) return byIndex.get(outputIndex) ?? open(outputIndex, { ...UNNAMED, id }, family);
    if (id !== null && id !== '') return open(null, { ...UNNAMED, id }, family);
    return lastOpen((lane) => lane.family === family) ?? response;
  }

  return { laneFor, inOrder: () => ordered, byKey: (key) => all[key] };
}

function nameOf(item: JsonObject | null): Named {
  return { id: stringOf(item?.['id']) || null, type: stringOf(item?.['type']) };
}

/** A name that comes after the first events of an item. */
function renamed(lane: LaneDraft, { id, type }: Named, byId: Map<string, LaneDraft>): LaneDraft {
  lane.itemId = id ?? lane.itemId;
  lane.itemType = type ?? lane.itemType;
  if (type !== null) lane.family = familyOf(type);
  if (id !== null) byId.set(id, lane);
  return lane;
}

/** Whether an `added` announces the item whose lane is there already, as the fold decides it. */
function isSameItem(lane: LaneDraft, { id, type }: Named): boolean {
  if (lane.added === null && lane.done === null) return lane.itemType === null || lane.itemType === type;
  if (lane.itemType === type) return lane.done === null || (id !== null && lane.itemId === id);
  return isEmptyMessage(lane);
}

/** Some servers announce a message before they know that a call will come. */
function isEmptyMessage({ itemType, characters, done }: LaneDraft): boolean {
  return itemType === 'message' && characters === 0 && done === null;
}

/** True for events that are about no item, as their type tells; such an event is never parsed, since it may hold the whole response. */
function isOfResponse(type: string): boolean {
  if (type === DONE_TYPE || type === UNREADABLE_TYPE || /^response\.\w+$/.test(type)) return true;
  return isKnownEventType(type) && familyOfEvent(type) === 'system' && type !== 'response.compaction.compacting';
}
