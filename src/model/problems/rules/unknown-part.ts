import { formatDotPath } from '#base/json-path-text.ts';
import { itemsIn, partsIn } from '#model/problems/response-places.ts';
import { RESPONSE_OBJECT } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';
import { CONTENT_PART_TYPES } from '#protocol/item-types.ts';

const KNOWN: ReadonlySet<string> = new Set(CONTENT_PART_TYPES);

export const unknownPart: ResponseRule = {
  id: 'unknown-part',
  severity: 'info',
  title: 'Unknown type of content part',
  proves:
    'A content part has a type that neither the OpenAI SDK (7.57) nor the Open Responses specification has: a vendor’s own, or a newer one.',
  suffers: 'Clients skip the part, so its text is missing from what they show.',
  reference: RESPONSE_OBJECT,
  *check(subject) {
    for (const placed of itemsIn(subject)) {
      for (const { path, type } of partsIn(placed)) {
        if (type !== '' && !KNOWN.has(type))
          yield { text: `${formatDotPath(path)} is of type ${type}`, paths: [[...path, 'type']], outputIndex: placed.outputIndex };
      }
      yield null;
    }
  },
};
