import * as v from 'valibot';
import { createStore } from '#base/store.ts';
import { readStored, removeStored, writeStored, type StorageKind } from './web-storage.ts';

/** How long a secret is kept: until the page closes, until the tab closes, or until it is forgotten. */
export type Keep = 'page' | 'tab' | 'device';

/** What must never leave for another origin: the key, and the values of headers the user added. */
export type Secret = {
  readonly key: string;
  readonly headerValues: Readonly<Record<string, string>>;
};

export const NO_SECRET: Secret = { key: '', headerValues: {} };

const storedSecret = v.object({
  origin: v.string(),
  key: v.string(),
  headerValues: v.record(v.string(), v.string()),
});
const storedSecrets = v.fallback(v.record(v.string(), storedSecret), {});
type Held = v.InferOutput<typeof storedSecret> & { readonly keep: Keep };

const STORAGES: readonly StorageKind[] = ['tab', 'device'];

/**
 * The only file that stores keys. They are held by connection and bound to the origin they were entered for;
 * the default is memory alone.
 */
const held = new Map<string, Held>();
/** Rises with every change, so that views learn of it without reading a secret. */
const revision = createStore(0);

for (const storage of STORAGES.toReversed()) {
  for (const [connectionId, secret] of Object.entries(v.parse(storedSecrets, readStored(storage, 'keys')))) {
    held.set(connectionId, { ...secret, keep: storage });
  }
}

export const keyRevision = { get: revision.get, subscribe: revision.subscribe };

/** The secret for `connectionId`, or null when there is none or it was entered for another origin. */
export function secretFor(connectionId: string, origin: string): (Secret & { readonly keep: Keep }) | null {
  const secret = held.get(connectionId);
  return secret !== undefined && secret.origin === origin
    ? { key: secret.key, headerValues: secret.headerValues, keep: secret.keep }
    : null;
}

/** Holds `secret` for one connection and origin. False when the browser refused to store it for as long as asked; it is then kept in memory. */
export function holdSecret(connectionId: string, origin: string, secret: Secret, keep: Keep): boolean {
  const before = held.get(connectionId);
  const isSame = before !== undefined && before.origin === origin && before.key === secret.key && sameValues(before, secret);
  held.set(connectionId, { origin, ...secret, keep });
  const isStored = persist();
  if (!isSame) revision.set(revision.get() + 1);
  return isStored;
}

export function forgetSecret(connectionId: string): void {
  if (!held.delete(connectionId)) return;
  persist();
  revision.set(revision.get() + 1);
}

/** Forgets every key, in memory and in every storage. */
export function forgetAllSecrets(): void {
  held.clear();
  persist();
  revision.set(revision.get() + 1);
}

/** How many keys are held beyond this page. */
export function countStoredSecrets(): number {
  return [...held.values()].filter((secret) => secret.keep !== 'page' && secret.key !== '').length;
}

function sameValues(left: Secret, right: Secret): boolean {
  return JSON.stringify(left.headerValues) === JSON.stringify(right.headerValues);
}

function persist(): boolean {
  return STORAGES.map((storage) => {
    const mine = [...held].filter(([, secret]) => secret.keep === storage);
    if (mine.length === 0) {
      removeStored(storage, 'keys');
      return true;
    }
    const secrets = mine.map(([id, { origin, key, headerValues }]) => [id, { origin, key, headerValues }] as const);
    return writeStored(storage, 'keys', Object.fromEntries(secrets));
  }).every(Boolean);
}
