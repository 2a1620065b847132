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

/** Making room reads all files that are kept: not for every stream. In milliseconds. */
const ROOM_PACE = 300_000;
let roomMadeAt = Number.NEGATIVE_INFINITY;

/** Deletes the streams that are older than the limit, and the oldest of files and streams together until the rest fits. Never throws. */
export async function makeRoomOnDisk(now = Date.now()): Promise<void> {
  if (now - roomMadeAt < ROOM_PACE) return;
  roomMadeAt = now;
  const runs = await store.list().catch(() => []);
  const streams = runs.map(({ id, size, updatedAt }) => ({ id, size, keptAt: updatedAt }));
  const { dropOldFiles, fits } = await import('#state/kept-recordings.ts');
  const files = await dropOldFiles(now, streams).catch(() => []);
  const staying = [...files];
  for (const stream of streams.toSorted((left, right) => right.keptAt - left.keptAt)) {
    if (fits(stream, staying, now)) staying.push(stream);
    // One after the other: each removal is a transaction over many pieces.
    else await store.remove(stream.id).catch(() => undefined);
  }
}

/** Takes all kept streams away, or those of one response. One that is still coming is not kept any further. */
export async function forgetStreams(responseId: string | null = null): Promise<void> {
  if (responseId === null) return store.clear().catch(() => undefined);
  const runs = await store.list().catch(() => []);
  const names = runs.filter((run) => run.responseId === responseId).map(({ id }) => id);
  await Promise.all(names.map((name) => store.remove(name).catch(() => undefined)));
}
