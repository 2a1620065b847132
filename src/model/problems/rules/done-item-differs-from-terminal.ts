import { formatCount } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { stringOf } from '#base/json.ts';
import { bothInWords, textPairOf, type Difference } from '#model/problems/differences.ts';
import { isUnfinishedItem } from '#model/problems/response-places.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { FindingDraft, SeenEvent, StreamRule } from '#model/problems/rule.ts';
import { isLateTools, watchTerminal, type ComparedItem, type TerminalComparison } from '#model/problems/terminal-comparison.ts';

/** So many differences of an item are told, the others are counted. */
const MOST_TOLD = 3;

/** Sealed content, IDs and late tools of MCP servers are told by rules of their own, since they harm nobody. */
export const doneItemDiffersFromTerminal: StreamRule = {
  id: 'done-item-differs-from-terminal',
  severity: 'error',
  title: 'Finished item differs from the final response',
  proves:
    'The item in response.output_item.done is not the one in the event that ends the response, or only one of the two has it. Both are meant to be the complete item.',
  suffers:
    'Clients that use items as soon as they are done work with other data than clients that wait for the end: another text, or a call_id the server does not know.',
  reference: STREAMING_EVENTS,
  watch: (report, tracker) =>
    watchTerminal(tracker, (comparison, event) => {
      for (const item of comparison.items) {
        const differences = item.differences.filter((difference) => isFault(difference, item));
        if (differences.length > 0) report(findingOf(item, differences, event));
      }
      lostAndFound(comparison, event).forEach(report);
    }),
};

/** A status that was still to come at the end of the item is the harmless half of a call that is left open. */
function isFault({ kind, path, left }: Difference, item: ComparedItem): boolean {
  if (kind !== 'other') return false;
  const [field] = path;
  if (field === 'tools' && isLateTools(item)) return false;
  return !(field === 'status' && isUnfinishedItem(stringOf(left)));
}

function findingOf({ path, final, streamed }: ComparedItem, differences: readonly Difference[], event: SeenEvent): FindingDraft {
  const told = differences.slice(0, MOST_TOLD).map((difference) => {
    const [before, after] = bothInWords(difference.left, difference.right);
    return `${formatDotPath(difference.path)} is ${before} in response.output_item.done and ${after} in ${event.type}`;
  });
  const more = differences.length - told.length;
  const labels = ['response.output_item.done', event.type] as const;
  return {
    text: `${formatDotPath(path)} (${stringOf(final['type']) ?? 'no type'}): ${told.join('; ')}${more === 0 ? '' : `; and ${formatCount(more, 'more difference')}`}`,
    events: [...(streamed.doneAt === null ? [] : [streamed.doneAt]), event.index],
    paths: differences.map((difference) => [...path, ...difference.path]),
    outputIndex: streamed.outputIndex,
    texts: differences.map(({ left, right }) => textPairOf(left, right, labels)).find((pair) => pair !== null) ?? null,
  };
}

function lostAndFound({ lost, unannounced, streamedCount, finalCount }: TerminalComparison, event: SeenEvent): readonly FindingDraft[] {
  const counts = `${formatCount(streamedCount, 'item')} streamed, ${finalCount} in ${event.type}`;
  return [
    ...lost.map(({ type, outputIndex, doneAt }) => ({
      text: `an item of type ${type ?? 'unknown'} was done${outputIndex === null ? '' : ` at output_index ${outputIndex}`}, but ${event.type} does not have it: ${counts}`,
      events: [...(doneAt === null ? [] : [doneAt]), event.index],
      outputIndex,
    })),
    ...unannounced.map(({ place, item }) => ({
      text: `output[${place}] (${stringOf(item['type']) ?? 'no type'}) of ${event.type} was never streamed: ${counts}`,
      events: [event.index],
      paths: [['output', place]],
      outputIndex: place,
    })),
  ];
}
