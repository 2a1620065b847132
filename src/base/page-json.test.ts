import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt, type JsonValue } from './json.ts';
import { childNodes, PAGE_SIZE, pathOf, rootNode, rootOf, valueOf, type JsonNode } from './page-json.ts';

/** The values under `node`, with all pages opened. */
function flatten(node: JsonNode): readonly JsonNode[] {
  return childNodes(node).flatMap((child) => (child.page === null ? [child] : flatten(child)));
}

function pageLabels(node: JsonNode): string[] {
  return childNodes(node).map((child) => (child.page === null ? 'value' : `${child.page.start}–${child.page.end - 1}`));
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index * 2);
}

describe('childNodes', () => {
  it('shows up to a hundred children as they are', () => {
    expect(pageLabels(rootNode(numbers(PAGE_SIZE)))).toEqual(Array.from({ length: PAGE_SIZE }, () => 'value'));
  });

  it('puts more into pages of a hundred', () => {
    expect(pageLabels(rootNode(numbers(205)))).toEqual(['0–99', '100–199', '200–204']);
  });

  it('puts more than fifty pages into larger ones, ten in each', () => {
    expect(childNodes(rootNode(numbers(5000)))).toHaveLength(50);
    const root = rootNode(numbers(5001));
    expect(pageLabels(root)).toEqual(['0–999', '1000–1999', '2000–2999', '3000–3999', '4000–4999', '5000–5000']);
    const second = childNodes(root)[1];
    expect(second && pageLabels(second).slice(0, 2)).toEqual(['1000–1099', '1100–1199']);
    expect(second && pageLabels(second)).toHaveLength(10);
  });

  it('never has more than a hundred rows under one node, loses nothing and keeps the order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12_000 }), fc.boolean(), (count, isObject) => {
        const value: JsonValue = isObject ? Object.fromEntries(numbers(count).map((number) => [`k ${number}`, number])) : numbers(count);
        const root = rootNode(value);
        expect(childNodes(root).length).toBeLessThanOrEqual(PAGE_SIZE);
        expect(flatten(root).map((child) => child.value)).toEqual(numbers(count));
      }),
      { numRuns: 40 },
    );
  });

  it('gives every value a path that leads to it', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);
    fc.assert(
      fc.property(json, (value) => {
        const waiting = [rootNode([value, ...numbers(150)])];
        for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
          expect(valueAt(rootOf(node).value, pathOf(node))).toBe(node.value);
          waiting.push(...childNodes(node));
        }
      }),
    );
  });

  it('shows keys that objects of JavaScript treat in their own way', () => {
    const value = JSON.parse('{"__proto__": 1, "constructor": {"": 2}, "toString": null}') as JsonValue;
    expect(childNodes(rootNode(value)).map((child) => child.step)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(flatten(rootNode(value)).map((child) => JSON.stringify(child.value))).toEqual(['1', '{"":2}', 'null']);
  });
});

describe('valueOf', () => {
  it('is the slice of a page', () => {
    const page = childNodes(rootNode(numbers(205)))[2];
    expect(page && valueOf(page)).toEqual([400, 402, 404, 406, 408]);
    expect(page && pathOf(page)).toEqual([]);
  });

  it('keeps "__proto__" in the slice of an object', () => {
    const value = JSON.parse(
      `{${numbers(150)
        .map((number) => `"k${number}":1,`)
        .join('')}"__proto__":{"a":1}}`,
    ) as JsonValue;
    const page = childNodes(rootNode(value))[1];
    expect(JSON.stringify(page && valueOf(page))).toMatch(/"__proto__":\{"a":1\}\}$/);
  });
});
