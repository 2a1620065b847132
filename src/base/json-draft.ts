import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonValue } from './json.ts';

export type DraftObject = { [key: string]: JsonValue };
export type DraftArray = JsonValue[];

/**
 * Changes JSON without changing what was handed out: an object or array is copied the first time it is written to after `seal`, and
 * written in place from then on. So a million small changes cost a million small steps, and two states share all that did not change.
 */
export type JsonDraft = {
  /** `object` itself when it was copied since the last `seal`, else a copy of it. */
  readonly object: (object: JsonObject) => DraftObject;
  /** The object at `key`, ready to be written to; an empty one takes the place of anything else. */
  readonly objectAt: (owner: DraftObject, key: string) => DraftObject;
  readonly arrayAt: (owner: DraftObject, key: string) => DraftArray;
  readonly memberAt: (owner: DraftArray, index: number) => DraftObject;
  /** What is there now has been handed out: it never changes again. */
  readonly seal: () => void;
};

export function createJsonDraft(): JsonDraft {
  let own = new Set<object>();

  function object(value: JsonObject): DraftObject {
    if (own.has(value)) return value;
    const copy = { ...value };
    own.add(copy);
    return copy;
  }

  function array(value: JsonArray): DraftArray {
    if (own.has(value)) return value as DraftArray;
    const copy = [...value];
    own.add(copy);
    return copy;
  }

  function objectAt(owner: DraftObject, key: string): DraftObject {
    const value = Object.hasOwn(owner, key) ? owner[key] : undefined;
    return (owner[key] = object(isJsonObject(value) ? value : {}));
  }

  function arrayAt(owner: DraftObject, key: string): DraftArray {
    const value = Object.hasOwn(owner, key) ? owner[key] : undefined;
    return (owner[key] = array(isJsonArray(value) ? value : []));
  }

  function memberAt(owner: DraftArray, index: number): DraftObject {
    const value = owner[index];
    return (owner[index] = object(isJsonObject(value) ? value : {}));
  }

  return { object, objectAt, arrayAt, memberAt, seal: () => void (own = new Set()) };
}
