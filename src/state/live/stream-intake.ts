import type { StreamKeeper } from './keep-stream.ts';
import type { LiveReport } from './live-messages.ts';
import { createBatchPoster } from './post-batches.ts';
import { createResumePoint, type ResumePoint } from './resume-point.ts';
import type { KeptPiece, KeptRun } from './stream-store.ts';

export type Post = (report: LiveReport, buffers?: ArrayBuffer[]) => void;

/** What the headers of an answer tell of it; null where they do not, or where nobody kept it. */
export type StreamHeaders = { readonly requestId: string | null; readonly contentType: string | null };

/** Takes in what connections bring: indexes it, hands it to the page, keeps it, and knows where the stream can be gone on with. */
export type StreamIntake = {
  readonly point: Pick<ResumePoint, 'lastNumber' | 'newCount' | 'hasEnded' | 'hasError'>;
  /** A request goes out: arrivals count from the first one. */
  readonly start: () => void;
  /** A stream begins. `milliseconds`: how long there was none, where one was lost before. */
  readonly connect: (headers: StreamHeaders, milliseconds: number | null) => void;
  /** One read, at the time of `performance.now()`. */
  readonly read: (bytes: Uint8Array, time: number) => void;
  readonly disconnect: (isBroken: boolean) => void;
  /** Takes over what was kept of the stream, piece by piece; before anything is received. `end` says when the last of it had arrived, in Unix milliseconds. */
  readonly restore: (run: Pick<KeptRun, 'startedAt'>) => { readonly take: (piece: KeptPiece) => void; readonly end: () => number };
};

export function createStreamIntake(post: Post, keeper: StreamKeeper): StreamIntake {
  const point = createResumePoint();
  /** `performance.now()` when the first request went out. */
  let origin: number | null = null;
  /** Set while a new connection has not told anything new yet. */
  let gap: { readonly from: number | null; readonly milliseconds: number } | null = null;
  const batches = createBatchPoster({
    onEvent: (event, row, index) => {
      const isNew = point.take(event, row);
      if (gap === null || (!isNew && gap.from !== null)) return;
      const to = row.sequenceNumber;
      const lost = gap.from === null || to === null ? 0 : to - gap.from - 1;
      post({ kind: 'reconnected', reconnection: { ...gap, at: index, to, lost } });
      gap = null;
    },
    post: (batch, lastRead, buffers) => post({ kind: 'batch', batch, lastRead }, buffers),
  });

  function start() {
    if (origin !== null) return;
    origin = performance.now();
    const startedAt = Date.now();
    post({ kind: 'started', startedAt });
    keeper.start(startedAt);
  }

  function openConnection(headers: StreamHeaders) {
    point.connect();
    batches.connect();
    post({ kind: 'connected', firstRead: batches.readCount(), ...headers });
  }

  function connect(headers: StreamHeaders, milliseconds: number | null) {
    if (milliseconds !== null && point.newCount() > 0) gap = { from: point.lastNumber(), milliseconds };
    openConnection(headers);
    keeper.connect(headers.requestId);
  }

  function read(bytes: Uint8Array, time: number) {
    const arrival = time - (origin ?? time);
    batches.append(bytes, arrival);
    keeper.add(bytes, arrival);
  }

  function disconnect(isBroken: boolean) {
    batches.disconnect(isBroken);
    keeper.disconnect(isBroken);
    if (point.hasEnded()) keeper.finish();
  }

  function restore({ startedAt }: Pick<KeptRun, 'startedAt'>) {
    origin = performance.now() - (Date.now() - startedAt);
    post({ kind: 'started', startedAt });
    let connection: number | null = null;
    let isOpen = false;
    let lastArrival = 0;
    function close(isBroken: boolean) {
      if (isOpen) batches.disconnect(isBroken);
      isOpen = false;
    }
    function take(piece: KeptPiece) {
      if (piece.connection !== connection) {
        close(true);
        connection = piece.connection;
        isOpen = true;
        openConnection({ requestId: piece.requestId, contentType: null });
      }
      forEachRead(piece, (bytes, arrival) => {
        batches.append(bytes, arrival);
        lastArrival = arrival;
      });
      if (piece.end !== null) close(piece.end === 'broken');
    }
    function end() {
      close(true);
      return startedAt + lastArrival;
    }
    return { take, end };
  }

  return { point, start, connect, read, disconnect, restore };
}

function forEachRead({ bytes, reads }: KeptPiece, take: (bytes: Uint8Array, arrival: number) => void) {
  let at = 0;
  for (let index = 0; index < reads.length; index += 2) {
    const size = reads[index] ?? 0;
    take(bytes.subarray(at, at + size), reads[index + 1] ?? 0);
    at += size;
  }
}
