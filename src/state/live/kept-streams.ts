import * as v from 'valibot';
import type { RetrieveTarget } from '#state/fetch-response.ts';
import { readStored, writeStored } from '#state/web-storage.ts';
import { createStreamStore, type KeptRun } from './stream-store.ts';

/** What is on disk of a stream that this tab received before it was reloaded. */
export type KeptStream = Pick<KeptRun, 'id' | 'startedAt' | 'size' | 'isOver'>;

const MOST_NAMES = 50;

/** Under which name this tab keeps which stream, the newest last. Another tab on the same response has its own. */
const namesSchema = v.fallback(v.array(v.tuple([v.string(), v.string()])), []);

const store = createStreamStore();

function readNames(): readonly (readonly [string, string])[] {
  return v.parse(namesSchema, readStored('tab', 'streams'));
}

function keyOf({ connection, responseId, parameters }: RetrieveTarget): string {
  const { include, startingAfter, includeObfuscation } = parameters;
  return JSON.stringify([connection.baseUrl, responseId, include, startingAfter, includeObfuscation]);
}

/** From now on, this is what a reload of this tab finds. */
export function rememberKept(target: RetrieveTarget, name: string): void {
  const key = keyOf(target);
  const others = readNames().filter(([other]) => other !== key);
  writeStored('tab', 'streams', [...others, [key, name]].slice(-MOST_NAMES));
}

/** What this tab kept of the stream of `target`, or null; then there is nothing to go on with. Never throws. */
export async function keptStream(target: RetrieveTarget): Promise<KeptStream | null> {
  const key = keyOf(target);
  const name = readNames().find(([other]) => other === key)?.[1];
  if (name === undefined) return null;
  const run = await store.find(name).catch(() => undefined);
  return run === undefined || run.size === 0 ? null : run;
}

/** Every kept stream of this browser, of this and of other tabs. */
export async function listKeptStreams(): Promise<readonly KeptRun[]> {
  return store.list().catch(() => []);
}

export async function removeKeptStream(name: string): Promise<void> {
  await store.remove(name).catch(() => undefined);
}

/** Takes all kept streams away. One that is still coming is not kept any further. */
export async function forgetStreams(): Promise<void> {
  await store.clear().catch(() => undefined);
}
