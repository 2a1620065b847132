import { formatCount } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { arrayOf, stringOf, type JsonObject, type JsonPath } from '#base/json.ts';
import { alignItems, itemsInPlace, type ItemInPlace } from '#model/problems/align-items.ts';
import { bothInWords, differencesInSteps, textPairOf, type Difference } from '#model/problems/differences.ts';
import { RESPONSE_OBJECT } from '#model/problems/rule-references.ts';
import type { FindingDraft, ResponseRule } from '#model/problems/rule.ts';

/** What `include` decides on: the two requests may have asked for different things. */
const ASKED_FOR: ReadonlySet<string | number> = new Set(['logprobs', 'results', 'outputs', 'sources', 'image_url', 'encrypted_content']);

export const storedDiffers: ResponseRule = {
  id: 'stored-differs',
  severity: 'warning',
  title: 'Stored response differs',
  proves: 'Retrieved once more, the response says something else than what was received. Encrypted content and IDs are not compared.',
  suffers: 'Whoever followed the stream saw another response than whoever reads it later or continues from it.',
  reference: RESPONSE_OBJECT,
  *check({ response, stored }) {
    if (stored === null) return;
    for (const name of new Set([...Object.keys(response), ...Object.keys(stored)])) {
      if (name !== 'output') yield* findings(yield* differencesInSteps(response[name], stored[name], [name]), null);
      yield null;
    }
    yield* itemFindings(itemsInPlace(arrayOf(response['output'])), itemsInPlace(arrayOf(stored['output'])));
  },
};

function* itemFindings(received: readonly ItemInPlace[], stored: readonly ItemInPlace[]): Generator<FindingDraft | null> {
  const { pairs, onlyLeft, onlyRight } = alignItems(received, stored);
  const counts = `${formatCount(received.length, 'item')} received, ${formatCount(stored.length, 'item')} stored`;
  for (const { place, item } of onlyLeft)
    yield { text: `output[${place}] (${typeOf(item)}) is not stored: ${counts}`, paths: [['output', place]], outputIndex: place };
  for (const { place, item } of onlyRight) yield { text: `stored output[${place}] (${typeOf(item)}) was not received: ${counts}` };
  for (const [{ place, item }, other] of pairs) {
    yield* findings(yield* differencesInSteps(item, other.item, ['output', place]), place);
    yield null;
  }
}

function* findings(differences: readonly Difference[], outputIndex: number | null): Generator<FindingDraft> {
  for (const { path, left, right, kind } of differences) {
    if (kind !== 'other' || isAskedFor(path)) continue;
    const [before, after] = bothInWords(left, right);
    yield {
      text: `${formatDotPath(path)} was ${before}, and is stored as ${after}`,
      paths: [path],
      outputIndex,
      texts: textPairOf(left, right, ['as received', 'as stored']),
    };
  }
}

function isAskedFor(path: JsonPath): boolean {
  return path[0] === 'output' && path.some((step) => ASKED_FOR.has(step));
}

function typeOf(item: JsonObject): string {
  return stringOf(item['type']) ?? 'no type';
}
