import { describe, expect, it } from 'vitest';
import { arrayOf, type JsonObject } from '#base/json.ts';
import { createFold } from '#model/fold.ts';
import { eventFromJson } from '#protocol/stream-event.ts';
import { startTestApi } from '#sample-api/api-for-tests.ts';
import { createTestClock } from './clock-for-tests.ts';
import { madeTimeline } from './made-timeline.ts';
import type { Timeline } from './timeline.ts';

function made(...words: readonly string[]): Timeline {
  return madeTimeline({ id: 'resp_events', words, startedAt: 1_790_000_000_000 });
}

function eventsOf({ length, frameAt }: Timeline, from = 0, to = length): readonly JsonObject[] {
  return Array.from({ length: to - from }, (_, index) => frameAt(from + index)?.event ?? {});
}

function fold(events: readonly JsonObject[]) {
  const folded = createFold();
  for (const event of events) folded.apply(eventFromJson(event));
  folded.close();
  return folded.state();
}

describe('made events', () => {
  it.each([3, 4, 8, 9, 507, 508, 513, 514, 3000])('are exactly %i, numbered, and fold to the response they end in', (count) => {
    const timeline = made(String(count));
    const events = eventsOf(timeline);
    expect(events.map((event) => event['sequence_number'])).toEqual(events.map((_, index) => index));
    const streamed = fold(events.slice(0, -1));
    const whole = fold(events);
    expect(streamed.response?.['output']).toEqual(whole.response?.['output']);
    expect(whole).toMatchObject({ ending: 'completed', notices: [], missing: [], eventCount: count });
    expect(timeline.bodyAt(count)).toEqual(whole.response);
  });

  it.each([1, 2, 3, 4, 300, 506, 507, 508, 1012, 1200])('say what the first %i amount to', (place) => {
    const timeline = made('3000');
    expect(timeline.bodyAt(place)['output']).toEqual(arrayOf(fold(eventsOf(timeline, 0, place)).response?.['output']));
  });

  it('can be asked for anywhere in a million', () => {
    const timeline = made('1000000');
    expect(timeline.length).toBe(1_000_000);
    expect(timeline.frameAt(765_432)?.event).toMatchObject({ sequence_number: 765_432, output_index: 1515 });
    expect(timeline.frameAt(1_000_000)).toBeUndefined();
  });

  it('come at their rate behind the backlog', () => {
    const { timeAt, length } = made('1000', '2000');
    expect([999, 1000, 2999, 1000 + 120_000 - 1].map(timeAt)).toEqual([0, 0.5, 1000, 60_000]);
    expect(length).toBe(121_000);
    expect(timeAt(length)).toBe(Infinity);
  });
});

describe('their IDs', () => {
  it('say how many, and how fast', async () => {
    const { ask, askJson } = startTestApi(createTestClock());
    expect((await (await ask('/responses/resp_events_600?stream=true')).text()).match(/^data: /gm)).toHaveLength(600);
    expect(
      (await (await ask('/responses/resp_events_10.rate20.mine?stream=true&starting_after=1000')).text()).match(/^data: /gm),
    ).toHaveLength(209);
    expect(await askJson('/responses/resp_events_600')).toMatchObject({ id: 'resp_events_600', status: 'completed' });
    expect(await askJson('/responses/resp_events_600.rate5')).toMatchObject({ status: 'in_progress' });
    for (const id of ['resp_events_0', 'resp_events_1000001', 'resp_events_x', 'resp_events_'])
      expect((await ask(`/responses/${id}`)).status).toBe(404);
  });
});
