import { arrayOf, isJsonArray, isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** The output items of a body that are objects. */
export function outputOf(body: JsonObject): readonly JsonObject[] {
  return arrayOf(body['output']).filter(isJsonObject);
}

/** Every object inside a value, itself included, outermost first. */
export function* objectsWithin(value: JsonValue): Generator<JsonObject> {
  if (isJsonArray(value)) for (const member of value) yield* objectsWithin(member);
  if (!isJsonObject(value)) return;
  yield value;
  yield* objectsWithin(Object.values(value));
}

/** The texts of all content parts of the output, one after the other. */
export function answerOf(body: JsonObject): string {
  const texts = outputOf(body)
    .flatMap((item) => arrayOf(item['content']))
    .map((part) => stringOf(objectOf(part)?.['text']) ?? '');
  return texts.join('');
}

/** The different values of one field. */
export function valuesOf(objects: readonly JsonObject[], key: string): ReadonlySet<JsonValue | undefined> {
  return new Set(objects.map((object) => object[key]));
}
