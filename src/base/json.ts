/** JSON as data: the types, a parse that answers instead of throwing, and readers that never assume a shape. */
export type JsonValue = null | boolean | number | string | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export type JsonObject = { readonly [key: string]: JsonValue };

/** Where a value stands inside a document: object keys and array indexes from the root. */
export type JsonPath = readonly (string | number)[];

export type JsonParseResult = { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly message: string };

/** Parses `text`. Never throws; `message` is the engine's own and says no position that can be relied on. */
export function tryParseJson(text: string): JsonParseResult {
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** The string, or null for anything else. */
export function stringOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** The finite number, also from a string that spells one ("12"), or null for anything else. */
export function numberOf(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The object, or null for anything else. */
export function objectOf(value: JsonValue | undefined): JsonObject | null {
  return isJsonObject(value) ? value : null;
}

/** The array, or an empty one for anything else. */
export function arrayOf(value: JsonValue | undefined): JsonArray {
  return isJsonArray(value) ? value : [];
}

/** Reads down `path` through objects and arrays; undefined where a step is missing. */
export function valueAt(value: JsonValue | undefined, path: JsonPath): JsonValue | undefined {
  let current = value;
  for (const step of path) {
    if (isJsonArray(current)) current = typeof step === 'number' ? current[step] : undefined;
    else if (isJsonObject(current)) current = Object.hasOwn(current, step) ? current[step] : undefined;
    else return undefined;
  }
  return current;
}
