import { sequenceNumberOf } from '#protocol/stream-event.ts';
import type { JsonObject } from '#base/json.ts';
import { placeAfter, type Timeline } from './timeline.ts';

/** What becomes of a timeline when the run is cancelled after so many milliseconds: nothing more is made, and a last event says so. */
export function cancelledTimeline(timeline: Timeline, elapsed: number): Timeline {
  const end = placeAfter(timeline, elapsed);
  const body: JsonObject = { ...timeline.bodyAt(end), status: 'cancelled', completed_at: null, usage: null };
  const number = lastNumber(timeline, end);
  const event = { type: 'response.cancelled', ...(number === null ? {} : { sequence_number: number + 1 }), response: body };
  return {
    ...timeline,
    length: end + 1,
    timeAt: (place) => (place > end ? Infinity : place === end ? elapsed : timeline.timeAt(place)),
    frameAt: (place) => (place === end ? { at: elapsed, event, text: '' } : place < end ? timeline.frameAt(place) : undefined),
    placeBehind: (sequenceNumber) =>
      Math.min(timeline.placeBehind(sequenceNumber), number !== null && sequenceNumber > number ? end + 1 : end),
    bodyAt: (place) => (place > end ? body : timeline.bodyAt(place)),
  };
}

function lastNumber({ frameAt }: Timeline, end: number): number | null {
  for (let place = end - 1; place >= 0; place -= 1) {
    const event = frameAt(place)?.event;
    if (event) return sequenceNumberOf(event);
  }
  return null;
}
