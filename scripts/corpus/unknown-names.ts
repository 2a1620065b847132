import { arrayOf, isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { ANNOTATION_TYPES, CONTENT_PART_TYPES, isKnownItemType } from '#protocol/item-types.ts';
import { FURTHER_FIELDS, SPECIFIED_FIELDS } from '#protocol/response-fields.ts';

/** How often each name that our lists do not have occurs: "item x_thing", "part …", "annotation …", "field …". */
export type NameCounts = Map<string, number>;

const FIELDS: ReadonlySet<string> = new Set([...SPECIFIED_FIELDS, ...FURTHER_FIELDS]);
const PARTS: ReadonlySet<string> = new Set(CONTENT_PART_TYPES);
const ANNOTATIONS: ReadonlySet<string> = new Set(ANNOTATION_TYPES);

/** Adds to `counts` every name in one response that the viewer can only show generically. */
export function countUnknownNames(response: JsonObject, counts: NameCounts): void {
  const count = (kind: string, name: string | null) => counts.set(`${kind} ${name}`, (counts.get(`${kind} ${name}`) ?? 0) + 1);
  for (const field of Object.keys(response)) if (!FIELDS.has(field)) count('field', field);
  for (const item of arrayOf(response['output']).filter(isJsonObject)) {
    const type = stringOf(item['type']);
    if (type === null || !isKnownItemType(type)) count('item', type);
    for (const part of partsOf(item)) {
      const partType = stringOf(part['type']);
      if (partType === null || !PARTS.has(partType)) count('part', partType);
      for (const annotation of arrayOf(part['annotations']).filter(isJsonObject)) {
        const annotationType = stringOf(annotation['type']);
        if (annotationType === null || !ANNOTATIONS.has(annotationType)) count('annotation', annotationType);
      }
    }
  }
}

function partsOf(item: JsonObject): readonly JsonObject[] {
  const lists: readonly (JsonValue | undefined)[] = [item['content'], item['summary']];
  return lists.filter(isJsonArray).flatMap((list) => list.filter(isJsonObject));
}
