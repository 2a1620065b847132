import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ImportNote } from '#formats/import/import-format.ts';
import { readImport, type ImportOutcome } from '#formats/import/import-formats.ts';
import type { NotAResponse } from '#protocol/failure.ts';
import type { Recording } from '#model/recording.ts';
import { preferencesStore } from './preferences.ts';
import { readElsewhere } from './read-elsewhere.ts';
import { showReading } from './reading-progress.ts';

/** What is kept on disk is capped, and the caps are said where it can be forgotten. */
export const MOST_KEPT_BYTES = 200_000_000;
export const KEPT_DAYS = 30;

type KeptFile = {
  readonly hash: string;
  readonly name: string | null;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly keptAt: number;
};

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile; indexes: { keptAt: number } };
}

/** What was opened in this page; all there is when storage is blocked or "keep nothing" is on. */
const opened = new Map<string, KeptFile>();

let database: Promise<IDBPDatabase<Schema> | null> | null = null;

function openDatabase(): Promise<IDBPDatabase<Schema> | null> {
  database ??= createDatabase().catch(() => null);
  return database;
}

/** Async, since where storage is blocked the mere mention of `indexedDB` throws. */
async function createDatabase(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('responses-devtools', 1, {
    upgrade: (db) => {
      db.createObjectStore('files', { keyPath: 'hash' }).createIndex('keptAt', 'keptAt');
    },
  });
}

/**
 * SHA-256 of `bytes` in hex: the name a recording has in links. Browsers withhold SHA-256 from pages on plain http; there the name is a
 * random one of the same form, which serves all but opening the same file at the same address.
 */
async function nameOf(bytes: Uint8Array): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  const digest =
    subtle === undefined
      ? crypto.getRandomValues(new Uint8Array(32))
      : new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A recording out of a file or a paste, and what should be said of it. */
export type OpenedRecording = { readonly recording: Recording; readonly notes: readonly ImportNote[] };

/** What `keepRecording` read, for the page that shows it next: reading a big file takes a while. */
let justRead: { readonly hash: string; readonly opened: OpenedRecording } | null = null;

/** The hash under which a file is kept, or why it cannot be opened, in a sentence. */
export type KeepResult = { readonly ok: true; readonly hash: string } | { readonly ok: false; readonly problem: string };

/** Keeps a file that some format reads. `name` is null for a paste. The oldest files go when the cap is reached. */
export async function keepRecording(bytes: Uint8Array, name: string | null, now = Date.now()): Promise<KeepResult> {
  const outcome = await readFile(bytes, name, now);
  if (outcome.kind !== 'read') return { ok: false, problem: problemOf(outcome) };
  const hash = await nameOf(bytes);
  const file: KeptFile = { hash, name, bytes, size: bytes.length, keptAt: now };
  opened.set(hash, file);
  justRead = { hash, opened: outcome };
  if (preferencesStore.get().keepHistory && bytes.length <= MOST_KEPT_BYTES) await writeToDisk(file, now);
  return { ok: true, hash };
}

async function writeToDisk(file: KeptFile, now: number): Promise<void> {
  const db = await openDatabase();
  try {
    await db?.put('files', file);
    await dropOldFiles(now);
  } catch {
    // A full or blocked disk costs the reload, not the view: the file stays in memory.
  }
}

/** Reads a kept file again, or null when this browser does not have it. */
export async function loadRecording(hash: string): Promise<OpenedRecording | null> {
  const read = justRead;
  justRead = null;
  if (read?.hash === hash) return read.opened;
  const file = opened.get(hash) ?? (await readFromDisk(hash));
  if (file === null) return null;
  const outcome = await readFile(file.bytes, file.name, file.keptAt);
  return outcome.kind === 'read' ? outcome : null;
}

async function readFile(bytes: Uint8Array, name: string | null, receivedAt: number): Promise<ImportOutcome> {
  const reading = showReading(name, bytes.length);
  const source = name === null ? ({ kind: 'paste' } as const) : ({ kind: 'file', name } as const);
  try {
    return await readImport({ source, bytes, receivedAt }, { onProgress: reading.advance, read: readElsewhere });
  } finally {
    reading.end();
  }
}

/** Why no format reads a file, in a sentence. */
function problemOf(outcome: Exclude<ImportOutcome, { kind: 'read' }>): string {
  if (outcome.kind === 'broken')
    return `This looks like ${outcome.format.title}, but it breaks at line ${outcome.line}, column ${outcome.column}: ${outcome.problem}`;
  return `This is not a Response. ${outcome.found === null ? '' : FOUND[outcome.found]}`.trim();
}

const FOUND: Readonly<Record<NotAResponse, string>> = {
  empty: 'It is empty.',
  html: 'It is a web page (HTML).',
  text: 'It is plain text.',
  'broken-json': 'It is JSON that breaks off.',
  'other-json': 'It is JSON of another kind: a Response has an "output" list and says "object": "response".',
  'chat-completion': 'It is a Chat Completion, from /chat/completions. This viewer is for the Responses API.',
  'error-body': 'It is the body of an API error.',
  'event-stream': 'It is an event stream, but none of its events is one of the Responses API.',
};

async function readFromDisk(hash: string): Promise<KeptFile | null> {
  const db = await openDatabase();
  try {
    return (await db?.get('files', hash)) ?? null;
  } catch {
    return null;
  }
}

/** Something kept on disk: its bytes, and when it was last written, in Unix milliseconds. */
export type KeptSize = { readonly size: number; readonly keptAt: number };

/**
 * Deletes the files that are older than the limit, then the oldest until the rest fits beside `streams`, which share the room.
 * Returns the sizes of those that stay.
 */
export async function dropOldFiles(now = Date.now(), streams: readonly KeptSize[] = []): Promise<readonly KeptSize[]> {
  const db = await openDatabase();
  const staying: KeptSize[] = [];
  if (db === null) return staying;
  const transaction = db.transaction('files', 'readwrite');
  for (let cursor = await transaction.store.index('keptAt').openCursor(null, 'prev'); cursor !== null; cursor = await cursor.continue()) {
    const { size, keptAt } = cursor.value;
    if (fits({ size, keptAt }, [...staying, ...streams], now)) staying.push({ size, keptAt });
    else await cursor.delete();
  }
  await transaction.done;
  return staying;
}

/** True when something may stay beside what was kept after it. */
export function fits({ size, keptAt }: KeptSize, others: readonly KeptSize[], now: number): boolean {
  const newer = others.filter((other) => other.keptAt >= keptAt).reduce((sum, other) => sum + other.size, 0);
  return newer + size <= MOST_KEPT_BYTES && keptAt >= now - KEPT_DAYS * 86_400_000;
}

/** Forgets every file that was kept up to `askedAt` (Unix milliseconds): not one that was opened since somebody asked to forget. */
export async function forgetRecordings(askedAt: number): Promise<void> {
  for (const [hash, { keptAt }] of opened) if (keptAt <= askedAt) opened.delete(hash);
  justRead = null;
  const db = await openDatabase();
  try {
    const transaction = db?.transaction('files', 'readwrite');
    const upToThen = IDBKeyRange.upperBound(askedAt);
    for (let cursor = await transaction?.store.index('keptAt').openKeyCursor(upToThen); cursor; cursor = await cursor.continue())
      await transaction?.store.delete(cursor.primaryKey);
    await transaction?.done;
  } catch {
    // A disk that cannot be written to keeps nothing either.
  }
}

/** Takes one kept file away; an unknown hash is fine. */
export async function forgetRecording(hash: string): Promise<void> {
  opened.delete(hash);
  justRead = null;
  const db = await openDatabase();
  await db?.delete('files', hash).catch(() => undefined);
}
