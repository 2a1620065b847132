import { objectOf, type JsonObject } from '#base/json.ts';
import { createFold } from '#model/fold.ts';
import { eventFromJson } from '#protocol/stream-event.ts';
import { frameOf } from '#sample-api/event-writing/response-events.ts';
import { plainResponse } from '#sample-api/plain-response.ts';
import { firstEventOf, makeEvents, type MadeEvents } from './made-events.ts';
import type { RunStart, Timeline } from './timeline.ts';

/** How long events go on arriving at their rate, in seconds. */
const TAIL_SECONDS = 60;

/** So many events that are there at once, and then for a minute so many a second, where the ID names a rate. */
export function madeTimeline({ id, words: [backlogWord, rateWord], startedAt }: RunStart): Timeline {
  const backlog = Number(backlogWord);
  const rate = Number(rateWord ?? 0);
  const length = backlog + rate * TAIL_SECONDS;
  const createdAt = Math.floor(startedAt / 1000);
  const completed_at = createdAt + (rate > 0 ? TAIL_SECONDS : 0);
  const { output: _none, ...response } = plainResponse(id, []);
  const made = makeEvents({ ...response, background: true, created_at: createdAt, completed_at }, length);
  const timeAt = (place: number) => (place >= length ? Infinity : place < backlog ? 0 : ((place - backlog + 1) * 1000) / rate);
  return {
    length,
    timeAt,
    frameAt: (place) => (place >= 0 && place < length ? { at: timeAt(place), event: made.eventAt(place), text: '' } : undefined),
    placeBehind: (sequenceNumber) => Math.min(sequenceNumber + 1, length),
    write: frameOf,
    bodyAt: (place) => bodyAt(made, place),
    input: [],
  };
}

/** The items that are done are known; only the events of the one that is not need folding. */
function bodyAt({ eventAt, items, itemsBefore }: MadeEvents, place: number): JsonObject {
  const fold = createFold();
  const apply = (event: JsonObject) => fold.apply(eventFromJson(event));
  const created = eventAt(0);
  const done = itemsBefore(place);
  apply({ ...created, response: { ...objectOf(created['response']), output: items(done) } });
  for (let number = firstEventOf(done); number < place; number += 1) apply(eventAt(number));
  return fold.state().response ?? {};
}
