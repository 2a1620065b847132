import { formatDotPath } from '#base/json-path-text.ts';
import { itemsIn } from '#model/problems/response-places.ts';
import { RESPONSE_OBJECT } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';
import { OUTPUT_ITEM_TYPES } from '#protocol/item-types.ts';

const KNOWN: ReadonlySet<string> = new Set(OUTPUT_ITEM_TYPES);

export const unknownItem: ResponseRule = {
  id: 'unknown-item',
  severity: 'info',
  title: 'Unknown type of item',
  proves: 'An item of output has a type that the OpenAI SDK (7.57) does not have: a vendor’s own, or a newer one.',
  suffers: 'Clients skip the item; strict ones refuse the whole response.',
  reference: RESPONSE_OBJECT,
  *check(subject) {
    for (const { path, type, outputIndex } of itemsIn(subject)) {
      if (type !== '' && !KNOWN.has(type))
        yield { text: `${formatDotPath(path)} is of type ${type}`, paths: [[...path, 'type']], outputIndex };
      yield null;
    }
  },
};
