import type { EventLog } from './event-log.ts';
import { readEventSource } from './event-source.ts';
import { createEventSources, type EventSources } from './event-sources.ts';
import { createFold, type Fold } from './fold.ts';
import type { FoldState } from './fold-state.ts';
import type { StreamRecording } from './recording.ts';

/** From so near, going on is better than a mark that is nearer still: what is on the screen stays the same objects. In events. */
const NEAR = 128;
/** States are remembered for going back and forth, the last few. */
const REMEMBERED = 16;

/** What reads the states of one stream: the fold that it reads them from, and how many events that has taken. */
type Replay = {
  readonly sources: EventSources;
  readonly states: Map<number, FoldState>;
  fold: Fold;
  position: number;
  last: FoldState | null;
};

const replays = new WeakMap<EventLog, Replay>();
const recordings = new WeakMap<FoldState, StreamRecording>();

/**
 * How a stream stood after one of its events (by arrival, from 0; the nearest there is), before anything else was known: no ending but one
 * that an event told. The same object for the same event as long as it is among the last that were asked for; states share what they have
 * in common. Takes a few milliseconds anywhere, and going on by some events takes what these take.
 */
export function stateAt({ log, length, marks }: Pick<StreamRecording, 'log' | 'length' | 'marks'>, event: number): FoldState {
  const replay = replayOf(log);
  const wanted = Math.min(Math.max(0, Math.floor(event)), length - 1) + 1;
  const known = replay.states.get(wanted);
  if (known !== undefined) return known;
  const mark = marks.upTo(wanted);
  if (wanted < replay.position || (mark?.eventCount ?? 0) > replay.position + NEAR) {
    replay.fold = createFold({ mark, shown: replay.last });
    replay.position = mark?.eventCount ?? 0;
  }
  for (; replay.position < wanted; replay.position += 1) {
    const read = readEventSource(replay.sources.textOf(replay.position));
    if (read !== undefined) replay.fold.apply(read);
  }
  return remember(replay, wanted, replay.fold.state());
}

/** The recording as it stood after one of its events; its log is that of the whole. The same object for the same state. */
export function recordingAt(recording: StreamRecording, event: number): StreamRecording {
  const folded = stateAt(recording, event);
  const known = recordings.get(folded);
  if (known !== undefined) return known;
  const then = { ...recording, folded, response: folded.response ?? {} };
  recordings.set(folded, then);
  return then;
}

function replayOf(log: EventLog): Replay {
  const known = replays.get(log);
  if (known !== undefined) return known;
  const replay: Replay = { sources: createEventSources(log), states: new Map(), fold: createFold(), position: 0, last: null };
  replays.set(log, replay);
  return replay;
}

function remember(replay: Replay, wanted: number, state: FoldState): FoldState {
  const { states } = replay;
  states.set(wanted, state);
  const [oldest] = states.keys();
  if (states.size > REMEMBERED && oldest !== undefined) states.delete(oldest);
  replay.last = state;
  return state;
}
