import { isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { RESPONSE_STATUSES } from './response-fields.ts';

/**
 * True for a Response. `object: "response"` says so by itself, except on the answer to a deletion.
 * Servers that leave `object` out are known by their `output` list, or by an ID with one of the six statuses;
 * items have both of the latter too, but also a `type`.
 */
export function isResponseObject(value: JsonValue | undefined): value is JsonObject {
  if (!isJsonObject(value) || value['deleted'] === true) return false;
  if (value['object'] === 'response') return true;
  if (value['object'] !== undefined && value['object'] !== null) return false;
  if (stringOf(value['type']) !== null) return false;
  const status = stringOf(value['status']);
  const hasStatus = RESPONSE_STATUSES.some((known) => known === status);
  const hasId = stringOf(value['id']) !== null;
  return isJsonArray(value['output']) ? hasId || hasStatus : hasId && hasStatus;
}
