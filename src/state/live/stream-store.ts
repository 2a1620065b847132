import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What is known of a kept stream without reading it. */
export type KeptRun = {
  readonly id: string;
  readonly responseId: string;
  /** When the first request went out, in Unix milliseconds. */
  readonly startedAt: number;
  readonly updatedAt: number;
  /** Bytes of the stream. */
  readonly size: number;
  readonly connections: number;
  /** The response has ended: nothing is missing. */
  readonly isOver: boolean;
};

/** Some reads of one connection. */
export type KeptPiece = {
  readonly run: string;
  /** From 0. */
  readonly connection: number;
  readonly requestId: string | null;
  readonly bytes: Uint8Array;
  /** Size and arrival of each read, one behind the other. */
  readonly reads: Float64Array;
  /** How the connection ended behind this piece; null where it went on. */
  readonly end: 'closed' | 'broken' | null;
};

/** Where streams are kept. Every function throws where the browser refuses. */
export type StreamStore = {
  readonly create: (run: KeptRun) => Promise<void>;
  /** Adds to a run; false when it has been forgotten meanwhile. */
  readonly add: (piece: KeptPiece, now: number) => Promise<boolean>;
  readonly finish: (run: string) => Promise<void>;
  readonly find: (run: string) => Promise<KeptRun | undefined>;
  /** Hands over the pieces of a run one by one, in their order. */
  readonly read: (run: string, take: (piece: KeptPiece) => void) => Promise<void>;
  readonly list: () => Promise<readonly KeptRun[]>;
  readonly remove: (run: string) => Promise<void>;
  readonly clear: () => Promise<void>;
};

interface Schema extends DBSchema {
  runs: { key: string; value: KeptRun };
  pieces: { key: number; value: KeptPiece; indexes: { run: string } };
}

/** A database of its own: that of the files need not wait for other tabs to make room for new stores. */
const NAME = 'responses-devtools-streams';

/** Opens the store of this browser when it is first used. */
export function createStreamStore(): StreamStore {
  let database: Promise<IDBPDatabase<Schema>> | null = null;

  /** Async, since where storage is blocked the mere mention of `indexedDB` throws. */
  async function open(): Promise<IDBPDatabase<Schema>> {
    database ??= openDB<Schema>(NAME, 1, {
      upgrade: (db) => {
        db.createObjectStore('runs', { keyPath: 'id' });
        db.createObjectStore('pieces', { autoIncrement: true }).createIndex('run', 'run');
      },
    });
    return database;
  }

  async function add(piece: KeptPiece, now: number): Promise<boolean> {
    const transaction = (await open()).transaction(['runs', 'pieces'], 'readwrite');
    const runs = transaction.objectStore('runs');
    const run = await runs.get(piece.run);
    if (run !== undefined) {
      // Not awaited one by one: a write that fails makes the whole transaction fail, which is.
      const size = run.size + piece.bytes.length;
      // Not awaited one by one: a write that fails makes the whole transaction fail, which is.
      void runs.put({ ...run, updatedAt: now, size, connections: piece.connection + 1 }).catch(() => undefined);
      void transaction
        .objectStore('pieces')
        .add(piece)
        .catch(() => undefined);
    }
    await transaction.done;
    return run !== undefined;
  }

  async function finish(id: string): Promise<void> {
    const transaction = (await open()).transaction('runs', 'readwrite');
    const run = await transaction.store.get(id);
    if (run !== undefined) await transaction.store.put({ ...run, isOver: true });
    await transaction.done;
  }

  async function read(run: string, take: (piece: KeptPiece) => void): Promise<void> {
    const db = await open();
    const keys = await db.getAllKeysFromIndex('pieces', 'run', run);
    for (const key of keys) {
      // One after the other: a long stream as a whole would be held twice.
      const piece = await db.get('pieces', key);
      if (piece !== undefined) take(piece);
    }
  }

  async function remove(run: string): Promise<void> {
    const transaction = (await open()).transaction(['runs', 'pieces'], 'readwrite');
    const pieces = transaction.objectStore('pieces');
    const keys = await pieces.index('run').getAllKeys(run);
    await Promise.all([transaction.objectStore('runs').delete(run), ...keys.map((key) => pieces.delete(key)), transaction.done]);
  }

  async function clear(): Promise<void> {
    const transaction = (await open()).transaction(['runs', 'pieces'], 'readwrite');
    await Promise.all([transaction.objectStore('runs').clear(), transaction.objectStore('pieces').clear(), transaction.done]);
  }

  return {
    create: async (run) => void (await (await open()).put('runs', run)),
    add,
    finish,
    find: async (run) => (await open()).get('runs', run),
    read,
    list: async () => (await open()).getAll('runs'),
    remove,
    clear,
  };
}
