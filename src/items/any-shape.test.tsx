// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayOf, isJsonObject, type JsonValue } from '#base/json.ts';
import { FIELDS_OF_ITEMS } from '#testing/reference-fields.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { outputOf } from '#testing/sample-objects.ts';
import { partner, stringsOf, unsaidIn, wordsOf } from './item-fixtures.tsx';

const words = fc.stringMatching(/^[a-z]{4,9} [a-z]{4,9}$/);
const scalars = fc.oneof(words, fc.constantFrom<JsonValue>(null, true, 0, -1.5, ''));

/** Names that views look for inside of fields, among some that none does. */
const INNER =
  `type url title name text score attributes file_id logs message commands command env user timeout_ms stdout stderr outcome exit_code
  container_id path diff x y keys button scroll_x id code image_url detail caller_id odd constructor
  query queries sources url pattern moderation_details categories format effort properties parameters input_schema description content tools`.split(
    /\s+/,
  );
const parts = fc.dictionary(fc.constantFrom(...INNER), fc.oneof(scalars, fc.array(scalars, { maxLength: 2 })), { maxKeys: 5 });
const values: fc.Arbitrary<JsonValue> = fc.oneof(
  scalars,
  fc.constantFrom<JsonValue>([], {}),
  fc.array(fc.oneof(scalars, parts), { maxLength: 3 }),
  parts,
);

/** The fields of an item, holding anything at all, some of them a list or an object as they should. */
function fieldsOf(names: readonly string[]) {
  const nested = fc.dictionary(fc.constantFrom(...names, ...INNER), values, { maxKeys: 5 });
  const value = fc.oneof(values, nested, fc.array(nested, { maxLength: 2 }));
  return fc.dictionary(fc.constantFrom(...names, 'status', 'created_by', 'agent', 'odd_field'), value, { maxKeys: 6 });
}

describe.each(Object.entries(FIELDS_OF_ITEMS))('%s', (type, names) => {
  const fields = fieldsOf(names);

  it('is drawn whatever it holds and whatever its other half is, and every string of it can be read', () => {
    fc.assert(
      fc.property(fields, fc.option(fields), (item, other) => {
        const text = wordsOf({ ...item, type }, other === null ? {} : partner(other));
        expect(text).not.toContain('couldnotbeshown');
        for (const string of stringsOf(item)) expect(text).toContain(string);
      }),
      { numRuns: 12 },
    );
  });

  it('leaves nothing of the samples unread, and finds everything in the form it expects', () => {
    for (const item of ITEMS_OF_SAMPLES.filter((each) => each['type'] === type)) {
      const text = wordsOf(item);
      expect(unsaidIn(text, item)).toEqual([]);
      expect(text).not.toContain('Sentinanotherform');
    }
  });
});

const ITEMS_OF_SAMPLES = loadSamples().flatMap(({ body, input }) => [...outputOf(body), ...arrayOf(input).filter(isJsonObject)]);
