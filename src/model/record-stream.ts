import { createEventLog, type EventLog, type WritableEventLog } from './event-log.ts';
import { createFold } from './fold.ts';
import { createFoldMarks, type FoldMarks } from './fold-marks.ts';
import type { FoldState } from './fold-state.ts';
import type { StreamFindings } from './problems/problem.ts';
import { STREAM_RULES } from './problems/problem-rules.ts';
import type { StreamClosing, StreamRule } from './problems/rule.ts';
import { createStreamChecker } from './problems/stream-checker.ts';
import type { RecordingSource, StreamRecording } from './recording.ts';

/** A stream that grows: its log, and the response that its events amount to. */
export type StreamRecorder = {
  readonly log: WritableEventLog;
  /** Takes one network read; `arrival` is in milliseconds. */
  readonly append: (bytes: Uint8Array, arrival: number) => void;
  /** The connection is over. */
  readonly close: () => void;
  /** The connection broke, maybe inside of an event, which then is none. */
  readonly breakOff: () => void;
  readonly state: () => FoldState;
  readonly checked: () => StreamFindings;
  readonly marks: FoldMarks;
};

/** Logs, folds and checks what arrives: each event is parsed once on its way in. Without rules nothing is checked. */
export function createStreamRecorder(rules: readonly StreamRule[] = STREAM_RULES): StreamRecorder {
  const fold = createFold();
  const marks = createFoldMarks(fold);
  const log = createEventLog((event, index, byteLength) => {
    const isAnew = fold.apply(event);
    marks.take(byteLength);
    checker.take(event, { index, connection: log.connectionCount() - 1, isAnew });
  });
  const checker = createStreamChecker(rules, log);

  function close(how: StreamClosing) {
    fold.close();
    checker.end(fold.state(), how);
  }

  return {
    log,
    append: log.append,
    close: () => {
      log.disconnect();
      close('closed');
    },
    breakOff: () => {
      log.breakOff();
      close('lost');
    },
    state: fold.state,
    checked: checker.found,
    marks,
  };
}

/** What a stream that is there as a whole amounts to. */
export function foldStream(bytes: Uint8Array): FoldState {
  const recorder = createStreamRecorder([]);
  recorder.append(bytes, 0);
  recorder.close();
  return recorder.state();
}

/** The recording of a stream that came as a whole, of which nobody noted when its parts arrived. */
export function recordStream(bytes: Uint8Array, source: RecordingSource, receivedAt: number): StreamRecording {
  const recorder = createStreamRecorder();
  recorder.append(bytes, 0);
  recorder.close();
  return streamRecording(recorder, { source, receivedAt, clock: { startedAt: null, backlog: recorder.log.length(), isOriginal: false } });
}

/** A view of a stream as it stands now. */
export function streamRecording(
  { log, state, checked, marks }: { readonly log: EventLog } & Pick<StreamRecorder, 'state' | 'checked' | 'marks'>,
  about: Pick<StreamRecording, 'source' | 'receivedAt' | 'clock'>,
): StreamRecording {
  const folded = state();
  return {
    ...about,
    kind: 'stream',
    log,
    length: log.length(),
    byteCount: log.byteCount(),
    folded,
    checked: checked(),
    marks,
    response: folded.response ?? {},
  };
}
