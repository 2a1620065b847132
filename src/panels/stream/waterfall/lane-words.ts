import { arrayOf, objectOf, stringOf } from '#base/json.ts';
import type { JsonObject } from '#base/json.ts';
import { formatDuration } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { visibleLine } from '#base/visible-text.ts';
import type { EventItems } from '#model/event-items.ts';
import type { EventLog } from '#model/event-log.ts';
import type { Lane } from '#model/lane.ts';
import type { Lanes } from '#model/lanes.ts';

/** What the rows of all lanes are made from. */
export type LaneSource = {
  readonly lanes: Lanes;
  readonly log: EventLog;
  readonly items: EventItems;
  readonly response: JsonObject;
  readonly hasArrivals: boolean;
};

/** What stands in the row of a lane. */
export type LaneWords = {
  /** "3", the position of the item; empty for the response itself. */
  readonly position: string;
  /** "search_orders", "web search", "response". */
  readonly title: string;
  readonly first: string;
  readonly last: string;
  readonly count: string;
  readonly characters: string;
  readonly gap: string;
};

/** The item of a lane as the response has it now; null for the response itself, and for an item that is not in it any more. */
function itemOfLane({ itemId, itemType, outputIndex }: Lane, items: EventItems) {
  if (outputIndex === null) return null;
  const found = items.byId(itemId) ?? items.byIndex(outputIndex);
  return found === undefined || (itemType !== null && found.type !== null && found.type !== itemType) ? null : found;
}

/** What a filter calls the item of a lane; null for the response itself. */
export function nameOfLane({ itemId, outputIndex }: Lane): string | null {
  return outputIndex === null ? null : (itemId ?? String(outputIndex));
}

export function laneTitle(lane: Lane, { items, response }: Pick<LaneSource, 'items' | 'response'>): string {
  if (lane.outputIndex === null) return 'response';
  const found = itemOfLane(lane, items);
  const item = found === null ? null : objectOf(arrayOf(response['output'])[found.position]);
  const own = stringOf(item?.['name']) || stringOf(item?.['server_label']);
  if (own) return visibleLine(own);
  const type = lane.itemType ?? found?.type ?? null;
  return type === null ? 'item' : type.replace(/_call$/, '').replaceAll('_', ' ');
}

export function laneWords(lane: Lane, source: LaneSource): LaneWords {
  const { events, characters, longestGap } = lane;
  const count = events.length();
  const at = (index: number) => (count === 0 ? '–' : whenWords(source, events.at(index)));
  return {
    position: lane.outputIndex === null ? '' : String(itemOfLane(lane, source.items)?.position ?? lane.outputIndex),
    title: laneTitle(lane, source),
    first: at(0),
    last: at(count - 1),
    count: formatNumber(count),
    characters: characters === 0 ? '–' : formatNumber(characters),
    gap: longestGap === null || !source.hasArrivals ? '–' : formatDuration(longestGap.milliseconds),
  };
}

/** When an event came, or its number where that is not known. */
function whenWords({ lanes, log, hasArrivals }: LaneSource, event: number): string {
  return hasArrivals ? `${(lanes.arrivalOf(event) / 1000).toFixed(3)} s` : `#${numberWords(log, event)}`;
}

/** What the table calls an event. */
export function numberWords(log: EventLog, event: number): string {
  return String(log.at(event)?.sequenceNumber ?? event);
}
