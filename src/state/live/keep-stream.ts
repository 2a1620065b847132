import { joinBytes } from '#base/byte-store.ts';
import type { KeptPiece, KeptRun, StreamStore } from './stream-store.ts';

/** A reload loses no more than what arrived within this time, in milliseconds, … */
const PACE = 500;
/** … and no more than so many bytes. */
const BIG_PIECE = 262_144;
/** What is kept on disk is capped, and one stream alone may not fill it. */
const MOST_BYTES = 200_000_000;

/** Writes a stream to disk while it comes, in pieces. Never throws and is never waited for: a problem is told, and nothing more is kept. */
export type StreamKeeper = {
  readonly start: (startedAt: number) => void;
  readonly connect: (requestId: string | null) => void;
  /** Takes one read; `arrival` is in milliseconds since the start. The bytes must not change afterwards. */
  readonly add: (bytes: Uint8Array, arrival: number) => void;
  readonly disconnect: (isBroken: boolean) => void;
  /** Takes what was kept under another name. */
  readonly copy: (piece: KeptPiece) => void;
  /** The response has ended. */
  readonly finish: () => void;
  /** Keeps nothing from now on. */
  readonly end: () => void;
};

const NOTHING = { connections: 0, size: 0 };

/** `run`: the name it is kept under; `before`: what is kept under it already. `tell` gets a problem in a sentence. */
export function createStreamKeeper(
  { run, responseId }: { readonly run: string; readonly responseId: string },
  store: StreamStore,
  tell: (problem: string) => void,
  before: Pick<KeptRun, 'connections' | 'size'> = NOTHING,
): StreamKeeper {
  let connection = before.connections - 1;
  let size = before.size;
  let requestId: string | null = null;
  let pieces: Uint8Array[] = [];
  let reads: number[] = [];
  let pending = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isEnded = false;
  let writing: Promise<unknown> = Promise.resolve();

  /** One write after the other, in the order of the stream. */
  function write(work: () => Promise<unknown>) {
    writing = writing.then(async () => {
      if (isEnded) return;
      try {
        await work();
      } catch (error) {
        end();
        tell(problemOf(error));
      }
    });
  }

  function flush(ending: 'closed' | 'broken' | null) {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (pieces.length === 0 && ending === null) return;
    const piece = { run, connection, requestId, bytes: joinBytes(pieces), reads: Float64Array.from(reads), end: ending };
    pieces = [];
    reads = [];
    pending = 0;
    writePiece(piece);
  }

  function writePiece(piece: KeptPiece) {
    write(async () => {
      const isThere = await store.add(piece, Date.now());
      if (!isThere) end(); // forgotten while it ran
    });
  }

  function add(bytes: Uint8Array, arrival: number) {
    if (isEnded) return;
    size += bytes.length;
    if (size > MOST_BYTES) {
      end();
      tell('The stream is longer than the 200 MB that are kept: after a reload, what came last will be missing.');
      return;
    }
    pieces.push(bytes);
    reads.push(bytes.length, arrival);
    pending += bytes.length;
    if (pending >= BIG_PIECE) flush(null);
    else timer ??= setTimeout(() => flush(null), PACE);
  }

  function end() {
    isEnded = true;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    pieces = [];
    reads = [];
  }

  return {
    start: (startedAt) => write(() => store.create({ id: run, responseId, startedAt, updatedAt: startedAt, ...NOTHING, isOver: false })),
    connect: (newRequestId) => {
      connection += 1;
      requestId = newRequestId;
    },
    add,
    disconnect: (isBroken) => flush(isBroken ? 'broken' : 'closed'),
    copy: (piece) => {
      connection = piece.connection;
      size += piece.bytes.length;
      writePiece({ ...piece, run });
    },
    finish: () => write(() => store.finish(run)),
    end,
  };
}

/** For streams that nobody wants to be kept. */
export const KEEPS_NOTHING: StreamKeeper = {
  start: () => undefined,
  connect: () => undefined,
  add: () => undefined,
  disconnect: () => undefined,
  copy: () => undefined,
  finish: () => undefined,
  end: () => undefined,
};

function problemOf(error: unknown): string {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull
    ? 'The disk space for this site is used up: what arrives from now on will be gone after a reload.'
    : 'This browser stores nothing for this page: what arrives will be gone after a reload.';
}
