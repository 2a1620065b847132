import { numberOf, stringOf, type JsonObject } from '#base/json.ts';

/** The list envelope of `GET /models`: each model that one of the responses names, once, dated as the first of them. */
export function modelList(bodies: readonly JsonObject[]): JsonObject {
  const created = new Map<string, number>();
  for (const body of bodies) {
    const id = stringOf(body['model']);
    if (id !== null) created.set(id, Math.min(created.get(id) ?? Infinity, numberOf(body['created_at']) ?? 0));
  }
  const data = [...created].map(([id, time]) => ({ id, object: 'model', created: Math.floor(time), owned_by: 'sample-organization' }));
  return { object: 'list', data };
}
