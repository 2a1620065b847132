import { createLiveHost } from './live-host.ts';
import type { LiveOrder, LiveReport } from './live-messages.ts';
import type { LivePort } from './live-session.ts';
import type { SentRequest } from '#state/send-request.ts';
import type { KeptPiece, KeptRun, StreamStore } from './stream-store.ts';

/** One request that arrived, and how to answer it. */
export type TestConnection = {
  readonly request: SentRequest;
  /** Sends the head; `text/event-stream` with status 200 unless said otherwise. */
  readonly answer: (init?: ResponseInit) => void;
  readonly send: (body: string | Uint8Array) => void;
  readonly end: (body?: string) => void;
  /** Breaks the connection, before or behind the head. */
  readonly cut: () => void;
  readonly isAborted: () => boolean;
};

/** A disk in memory, and who writes to what. */
export function createTestDisk() {
  const runs = new Map<string, KeptRun>();
  const pieces: KeptPiece[] = [];
  const claimed = new Set<string>();
  let names = 0;
  const store: StreamStore = {
    create: async (run) => void runs.set(run.id, run),
    add: async (piece, now) => {
      const run = runs.get(piece.run);
      if (run === undefined) return false;
      runs.set(run.id, { ...run, updatedAt: now, size: run.size + piece.bytes.length, connections: piece.connection + 1 });
      pieces.push(structuredClone(piece));
      return true;
    },
    finish: async (id) => {
      const run = runs.get(id);
      if (run !== undefined) runs.set(id, { ...run, isOver: true });
    },
    find: async (id) => runs.get(id),
    read: async (id, take) => pieces.filter(({ run }) => run === id).forEach(take),
    list: async () => [...runs.values()],
    remove: async (id) => void runs.delete(id),
    clear: async () => runs.clear(),
  };
  return {
    store,
    runs,
    pieces,
    claimed,
    newName: () => `run-${(names += 1)}`,
    claim: async (name: string) => {
      const isFree = !claimed.has(name);
      claimed.add(name);
      return isFree;
    },
  };
}
export type TestDisk = ReturnType<typeof createTestDisk>;

/** A server that does what a test says, behind a `send` that is handed to the receiver. */
export function createTestServer() {
  const connections: TestConnection[] = [];

  function send(request: SentRequest, signal: AbortSignal): Promise<Response> {
    return new Promise((resolve, reject) => {
      let body: ReadableStreamDefaultController<Uint8Array> | null = null;
      const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
      const fail = () => {
        body?.error(new TypeError('network error'));
        reject(new TypeError('Failed to fetch'));
      };
      signal.addEventListener('abort', fail);
      connections.push({
        request,
        answer: (init = {}) => resolve(new Response(stream, { headers: { 'content-type': 'text/event-stream' }, ...init })),
        send: (piece) => body?.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece),
        end: (piece = '') => {
          if (piece !== '') body?.enqueue(new TextEncoder().encode(piece));
          body?.close();
        },
        cut: fail,
        isAborted: () => signal.aborted,
      });
    });
  }

  /** The newest request. */
  function latest(): TestConnection {
    const connection = connections.at(-1);
    if (connection === undefined) throw new Error('No request arrived.');
    return connection;
  }

  return { send, connections, latest };
}

type Send = (request: SentRequest, signal: AbortSignal) => Promise<Response>;

/** A worker that runs in the page: messages are cloned and come later, as those of a real one. `disk` is what all of them share. */
export function openTestPort(send: Send, disk: TestDisk = createTestDisk()): LivePort {
  const listeners: ((event: MessageEvent<LiveReport>) => void)[] = [];
  let isTerminated = false;
  function deliver(report: LiveReport) {
    if (!isTerminated) for (const listener of listeners) listener({ data: report } as MessageEvent<LiveReport>);
  }
  const host = createLiveHost({
    ...disk,
    send,
    post: (report, buffers = []) => {
      const data = structuredClone(report, { transfer: buffers });
      queueMicrotask(() => deliver(data));
    },
  });
  return {
    postMessage: (order: LiveOrder) => {
      const data = structuredClone(order);
      queueMicrotask(() => host.take(data));
    },
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'message') listeners.push(listener as (event: MessageEvent<LiveReport>) => void);
    },
    terminate: () => void (isTerminated = true),
  };
}
