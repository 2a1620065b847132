import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrayOf, type JsonObject } from '#base/json.ts';
import { eventFromJson } from '#protocol/stream-event.ts';
import { oddEvent } from '#testing/odd-event.ts';
import { createFold } from './fold.ts';

it('folds any events in any order: never throws, makes JSON, and comes to the same when it is asked for a state in between', () => {
  fc.assert(
    fc.property(fc.array(oddEvent, { maxLength: 40 }), (events) => {
      const [asked, left] = [createFold(), createFold()];
      for (const json of events as readonly JsonObject[]) {
        asked.apply(eventFromJson(json));
        asked.state();
        left.apply(eventFromJson(json));
      }
      asked.close();
      left.close();
      const state = asked.state();
      expect(JSON.stringify(state)).toBe(JSON.stringify(left.state()));
      expect(JSON.parse(JSON.stringify(state.response))).toEqual(state.response);
      expect(state.items).toHaveLength(arrayOf(state.response?.['output']).length);
      expect(state.eventCount).toBe(events.length);
    }),
    { numRuns: 600 },
  );
});

it('hands out states that never change, whatever comes after them', () => {
  fc.assert(
    fc.property(fc.array(oddEvent, { maxLength: 25 }), (events) => {
      const fold = createFold();
      const states = (events as readonly JsonObject[]).map((json) => {
        fold.apply(eventFromJson(json));
        const state = fold.state();
        return { state, text: JSON.stringify(state) };
      });
      for (const { state, text: before } of states) expect(JSON.stringify(state)).toBe(before);
    }),
    { numRuns: 200 },
  );
});
