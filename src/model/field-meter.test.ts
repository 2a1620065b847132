import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDotPath } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, valueAt, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { markView } from '#base/tracked-json.ts';
import { fieldMeterOf, type FieldCount, type FieldMeter } from './field-meter.ts';

describe('the fields meter', () => {
  it('counts scalars and empty containers, once per path, and what was read of them', () => {
    const response = { id: 'resp_1', output: [{ type: 'message', content: [{ text: 'hi', annotations: [] }] }], metadata: {} };
    const meter = fieldMeterOf(response);
    expect(counted(meter)).toMatchObject({ total: 5, shown: 0, closed: 5, onlyInRaw: 0 });
    read(meter, ['output', 0, 'content', 0, 'text']);
    read(meter, ['metadata']);
    expect(counted(meter)).toMatchObject({ total: 5, shown: 2, closed: 3, onlyInRaw: 0 });
  });

  it('knows a field that an open item does not show from one in a closed item', () => {
    const response = { output: [{ type: 'a', odd: { x: 1 } }, { type: 'b' }], usage: { input_tokens: 1 } };
    const meter = fieldMeterOf(response);
    markView(valueAt(meter.response, ['output', 0]), 'opened');
    read(meter, ['output', 0, 'type']);
    const count = counted(meter);
    expect(count.onlyInRawPaths.map(formatDotPath)).toEqual(['output[0].odd.x']);
    expect(count.closedPlaces.map(({ path, count: fields }) => [formatDotPath(path), fields])).toEqual([
      ['output[1]', 1],
      ['usage', 1],
    ]);
    expect(count).toMatchObject({ total: 4, shown: 1, closed: 2, onlyInRaw: 1 });
  });

  it('takes a tree at its word that its closed branches open', () => {
    const meter = fieldMeterOf({ output: [{ results: { a: [1, 2], b: 3 } }] });
    markView(valueAt(meter.response, ['output', 0]), 'opened');
    markView(valueAt(meter.response, ['output', 0, 'results']), 'offered');
    read(meter, ['output', 0, 'results', 'b']);
    expect(counted(meter)).toMatchObject({ total: 3, shown: 1, closed: 2, onlyInRaw: 0 });
  });

  it('is the same meter for the same response', () => {
    const response = { id: 'resp_1' };
    expect(fieldMeterOf(response)).toBe(fieldMeterOf(response));
  });

  it('agrees with a plain walk, whatever was read, and again when it has counted before', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);
    fc.assert(
      fc.property(objects, fc.array(fc.nat(), { maxLength: 20 }), (root, picks) => {
        const response = { ...root, output: [structuredClone(root)] };
        const leaves = leavesOf(response);
        const meter = fieldMeterOf(response);
        expect(counted(meter)).toMatchObject({ total: leaves.length, shown: 0, closed: leaves.length });
        const picked = new Set(leaves.length === 0 ? [] : picks.map((pick) => pick % leaves.length));
        for (const index of picked) read(meter, leaves[index] ?? []);
        expect(counted(meter)).toMatchObject({ total: leaves.length, shown: picked.size, onlyInRaw: 0 });
      }),
    );
  });

  it('gives way while it counts a big response', () => {
    const meter = fieldMeterOf({ output: [{ list: Array.from({ length: 50_000 }, (_, index) => index) }] });
    expect(counted(meter).total).toBe(50_000);
    expect([...meter.count()].length).toBeLessThan(3); // remembered: nobody has looked inside since
  });

  it('counts JSON that is nested deeper than the stack', () => {
    let nested: JsonValue = 1;
    for (let depth = 0; depth < 20_000; depth += 1) nested = [nested];
    expect(counted(fieldMeterOf({ output: [nested] })).total).toBe(1);
  });
});

function counted(meter: FieldMeter): FieldCount {
  const counting = meter.count();
  for (;;) {
    const step = counting.next();
    if (step.done === true) return step.value;
  }
}

function read(meter: FieldMeter, path: JsonPath): void {
  expect(valueAt(meter.response, path)).toBeDefined();
}

function leavesOf(value: JsonValue, path: JsonPath = []): readonly JsonPath[] {
  const children = isJsonArray(value)
    ? value.map((child, index) => [index, child] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return children.length === 0 && path.length > 0 ? [path] : children.flatMap(([key, child]) => leavesOf(child, [...path, key]));
}
