import { createAdoptingEventLog, type LogBatch } from '#model/event-log.ts';
import { readEventSource } from '#model/event-source.ts';
import { createEventSources } from '#model/event-sources.ts';
import { createFold } from '#model/fold.ts';
import { createFoldMarks } from '#model/fold-marks.ts';
import type { FoldState } from '#model/fold-state.ts';
import { STREAM_RULES } from '#model/problems/problem-rules.ts';
import type { StreamClosing } from '#model/problems/rule.ts';
import { createStreamChecker } from '#model/problems/stream-checker.ts';
import type { RecordingSource, StreamRecording } from '#model/recording.ts';
import { createClockReader } from '#model/stream-clock.ts';
import type { StreamHeaders } from './stream-intake.ts';

type ApiSource = Extract<RecordingSource, { kind: 'api' }>;

/** A recording that grows by batches. Taking one over is quick; folding its events is done in slices. */
export type GrowingRecording = {
  readonly connect: (firstRead: number, headers: StreamHeaders) => void;
  /** `lastRead` is when the last of its reads arrived, in milliseconds since the start. */
  readonly adopt: (batch: LogBatch, lastRead: number) => void;
  /** Folds for about so many milliseconds; true when nothing is left to fold. */
  readonly fold: (milliseconds: number) => boolean;
  /** Nothing more is expected for now. */
  readonly close: (how: StreamClosing) => FoldState;
  /** What has been folded so far; the same object until something changes. */
  readonly view: () => StreamRecording;
};

export function createGrowingRecording(source: ApiSource, startedAt: number): GrowingRecording {
  const log = createAdoptingEventLog();
  const sources = createEventSources(log);
  const fold = createFold();
  const marks = createFoldMarks(fold);
  const checker = createStreamChecker(STREAM_RULES, log);
  const clock = createClockReader(startedAt);
  let shownSource = source;
  let folded = 0;
  let receivedAt = startedAt;
  let lastView: StreamRecording | null = null;

  function foldSome(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    if (folded < log.length()) lastView = null;
    while (folded < log.length()) {
      const event = readEventSource(sources.textOf(folded));
      const logged = log.at(folded);
      if (event !== undefined && logged !== undefined) {
        const isAnew = fold.apply(event);
        marks.take(logged.length);
        checker.take(event, { index: folded, connection: logged.connection, isAnew });
        clock.take(event, logged);
      }
      folded += 1;
      if (performance.now() > end) break;
    }
    return folded === log.length();
  }

  function newView(): StreamRecording {
    const state = fold.state();
    return {
      kind: 'stream',
      source: shownSource,
      log,
      length: folded,
      byteCount: log.byteCount(),
      folded: state,
      checked: checker.found(),
      marks,
      response: state.response ?? {},
      clock: clock.clock(),
      receivedAt,
    };
  }

  return {
    connect: (firstRead, { requestId, contentType }) => {
      log.connect(firstRead);
      shownSource = { ...source, requestId, contentType };
      lastView = null;
    },
    adopt: (batch, lastRead) => {
      log.adopt(batch);
      receivedAt = startedAt + lastRead;
      lastView = null;
    },
    fold: foldSome,
    close: (how) => {
      fold.close();
      checker.end(fold.state(), how);
      lastView = null;
      return fold.state();
    },
    view: () => (lastView ??= newView()),
  };
}
