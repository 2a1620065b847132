import { objectOf, stringOf, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { isWhole, itemsIn, partsIn } from './response-places.ts';
import type { ResponseSubject } from './rule.ts';

/** What the texts of a response were asked to be. */
type StructuredFormat = {
  readonly name: string;
  /** Undefined where any JSON object will do. */
  readonly schema: JsonValue | undefined;
  readonly isStrict: boolean;
};

/** The `text.format` of a response, where it asks for JSON; null where texts are free. */
export function structuredFormat(response: JsonObject): StructuredFormat | null {
  const format = objectOf(objectOf(response['text'])?.['format']);
  const type = stringOf(format?.['type']);
  if (type === 'json_object') return { name: 'json_object', schema: undefined, isStrict: false };
  if (format === null || type !== 'json_schema') return null;
  return { name: stringOf(format['name']) ?? 'json_schema', schema: format['schema'], isStrict: format['strict'] === true };
}

type StructuredText = { readonly path: JsonPath; readonly text: string; readonly outputIndex: number };

/** The texts that are the answer, made to their end. What the model says on the way to it may be prose, and a refusal is. */
export function structuredTexts(subject: ResponseSubject): readonly StructuredText[] {
  return itemsIn(subject).flatMap((placed) => {
    const { item, type, outputIndex } = placed;
    const isAnswer = type === 'message' && (stringOf(item['role']) ?? 'assistant') === 'assistant' && item['phase'] !== 'commentary';
    if (!isAnswer || !isWhole(placed, subject)) return [];
    return partsIn(placed).flatMap(({ part, path, type: partType }) => {
      const text = partType === 'output_text' ? stringOf(part['text']) : null;
      return text === null ? [] : [{ path: [...path, 'text'], text, outputIndex }];
    });
  });
}
