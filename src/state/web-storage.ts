import { tryParseJson, type JsonValue } from '#base/json.ts';

/** Which of the browser's stores. Either may be blocked or full; then reads answer null and writes answer false. */
export type StorageKind = 'device' | 'tab';

const PREFIX = 'responses-devtools.';

function storageOf(kind: StorageKind): Storage | null {
  try {
    return kind === 'device' ? globalThis.localStorage : globalThis.sessionStorage;
  } catch {
    return null;
  }
}

/** The JSON kept under `name`, or null when there is none or it cannot be read. */
export function readStored(kind: StorageKind, name: string): JsonValue {
  try {
    const parsed = tryParseJson(storageOf(kind)?.getItem(PREFIX + name) ?? 'null');
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

/** Keeps `value` as JSON; false when the browser did not. */
export function writeStored(kind: StorageKind, name: string, value: unknown): boolean {
  try {
    const storage = storageOf(kind);
    storage?.setItem(PREFIX + name, JSON.stringify(value));
    return storage !== null && storage !== undefined;
  } catch {
    return false;
  }
}

export function removeStored(kind: StorageKind, name: string): void {
  try {
    storageOf(kind)?.removeItem(PREFIX + name);
  } catch {
    // Blocked storage holds nothing to remove.
  }
}
