import { arrayOf, objectOf, type JsonObject, type JsonPath } from '#base/json.ts';
import { alignItems, itemsInPlace, type ItemInPlace } from './align-items.ts';
import { differencesOf, type Difference } from './differences.ts';
import type { SeenEvent, Watcher } from './rule.ts';
import type { StreamTracker } from './stream-tracker.ts';
import type { TrackedItem } from './tracked-items.ts';

/** An item that was streamed, and what the terminal event says otherwise of it than `response.output_item.done` did. */
export type ComparedItem = {
  readonly streamed: TrackedItem;
  /** Its place in the `output` of the terminal event. */
  readonly path: JsonPath;
  readonly final: JsonObject;
  /** None where the item was never done. */
  readonly differences: readonly Difference[];
};

/** The items of a stream as its terminal event has them, beside what was streamed. */
export type TerminalComparison = {
  readonly items: readonly ComparedItem[];
  /** Done, but not in the `output` of the terminal event. */
  readonly lost: readonly TrackedItem[];
  /** In that `output`, but no event was about them. */
  readonly unannounced: readonly ItemInPlace[];
  readonly streamedCount: number;
  readonly finalCount: number;
};

/** Several rules ask for the same comparison. */
const compared = new WeakMap<JsonObject, TerminalComparison>();

/** Hears the first terminal event of a stream that has an `output` with items. */
export function watchTerminal(tracker: StreamTracker, onTerminal: (comparison: TerminalComparison, event: SeenEvent) => void): Watcher {
  const hear = (event: SeenEvent) => {
    if (tracker.terminalAt() !== event.index || outputOf(event).length === 0) return;
    const comparison = compared.get(event.json) ?? compareTerminal(event, tracker);
    compared.set(event.json, comparison);
    onTerminal(comparison, event);
  };
  return { on: Object.fromEntries(['completed', 'incomplete', 'failed', 'cancelled'].map((ending) => [`response.${ending}`, hear])) };
}

export function outputOf({ json }: SeenEvent) {
  return itemsInPlace(arrayOf(objectOf(json['response'])?.['output']));
}

function compareTerminal(event: SeenEvent, tracker: StreamTracker): TerminalComparison {
  const final = outputOf(event);
  const streamed = tracker.items().map((tracked, position) => {
    const { outputIndex, done, type, id } = tracked;
    return { tracked, place: outputIndex ?? position, item: done ?? { type, id } };
  });
  const { pairs, onlyLeft, onlyRight } = alignItems(streamed, final);
  return {
    items: pairs.map(([{ tracked }, { place, item }]) => ({
      streamed: tracked,
      path: ['output', place],
      final: item,
      differences: tracked.done === null ? [] : differencesOf(tracked.done, item),
    })),
    lost: onlyLeft.map(({ tracked }) => tracked).filter(({ doneAt }) => doneAt !== null),
    // What came before a stream was joined was announced to others.
    unannounced: tracker.isPart() ? [] : onlyRight,
    streamedCount: streamed.length,
    finalCount: final.length,
  };
}

/** True for the tools of an MCP server that no event before the terminal one told of. */
export function isLateTools({ streamed, final }: ComparedItem): boolean {
  return final['type'] === 'mcp_list_tools' && arrayOf(final['tools']).length > 0 && arrayOf(streamed.done?.['tools']).length === 0;
}
