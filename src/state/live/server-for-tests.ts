import { createLiveHost } from './live-host.ts';
import type { LiveOrder, LiveReport } from './live-messages.ts';
import type { LivePort } from './live-session.ts';
import type { SentRequest } from '#state/send-request.ts';

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

/** A worker that runs in the page: messages are cloned and come later, as those of a real one. */
export function openTestPort(send: (request: SentRequest, signal: AbortSignal) => Promise<Response>): LivePort {
  const listeners: ((event: MessageEvent<LiveReport>) => void)[] = [];
  let isTerminated = false;
  function deliver(report: LiveReport) {
    if (!isTerminated) for (const listener of listeners) listener({ data: report } as MessageEvent<LiveReport>);
  }
  const host = createLiveHost({
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
    addEventListener: (_: string, listener: unknown) => void listeners.push(listener as (event: MessageEvent<LiveReport>) => void),
    terminate: () => void (isTerminated = true),
  };
}
