import { formatNumber } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { arrayOf, numberOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { isSettled, itemsIn, partsIn } from '#model/problems/response-places.ts';
import { RESPONSE_OBJECT } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';

export const annotationOutsideText: ResponseRule = {
  id: 'annotation-outside-text',
  severity: 'warning',
  title: 'Annotation outside its text',
  proves: 'An annotation points outside of its text, whether its indexes count UTF-16 units or code points.',
  suffers: 'The citation ends up in the wrong place or nowhere, and clients that slice the text there throw.',
  reference: RESPONSE_OBJECT,
  *check(subject) {
    for (const placed of itemsIn(subject).filter((each) => isSettled(each, subject))) {
      for (const { part, path } of partsIn(placed)) {
        const text = stringOf(part['text']);
        if (text === null) continue;
        for (const [index, value] of arrayOf(part['annotations']).entries()) {
          const annotation = objectOf(value);
          const wrong = annotation === null ? null : whatIsWrong(annotation, text.length);
          if (wrong === null) continue;
          const at = [...path, 'annotations', index];
          yield {
            text: `${formatDotPath(at)} (${stringOf(annotation?.['type']) ?? 'no type'}) ${wrong}`,
            paths: [at, [...path, 'text']],
            outputIndex: placed.outputIndex,
          };
        }
        yield null;
      }
    }
  },
};

/**
 * A text has at least as many UTF-16 units as code points: what is beyond their count is outside under both readings. `index` of file
 * citations is not looked at: by the documentation it counts files.
 */
function whatIsWrong(annotation: JsonObject, length: number): string | null {
  const start = numberOf(annotation['start_index']);
  const end = numberOf(annotation['end_index']);
  if ((start ?? 0) < 0 || (end ?? 0) < 0) return `begins before the text: ${start ?? '?'} to ${end ?? '?'}`;
  if (start !== null && end !== null && start > end) return `ends before it begins: ${formatNumber(start)} to ${formatNumber(end)}`;
  const last = Math.max(start ?? 0, end ?? 0);
  if (last <= length) return null;
  const span = start !== null && end !== null ? `${formatNumber(start)} to ${formatNumber(end)}` : formatNumber(last);
  return `spans ${span}, but its text has ${formatNumber(length)} characters`;
}
