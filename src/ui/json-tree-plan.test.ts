import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { childNodes, pathOf, rootNode, type JsonNode } from '#base/page-json.ts';
import { planOpening, startOpen, type Opening } from './json-tree-plan.ts';

/** The rows that a tree of this plan shows, and how deep they lie in each other. */
function drawn(root: JsonNode, open: ReadonlySet<JsonNode>) {
  let rows = 0;
  let deepest = 0;
  const waiting: [JsonNode, number][] = [[root, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, nesting] = next;
    rows += 1;
    deepest = Math.max(deepest, nesting);
    if (open.has(node)) waiting.push(...childNodes(node).map((child): [JsonNode, number] => [child, nesting + 1]));
  }
  return { rows, deepest };
}

function planOf(value: JsonValue, opening: Opening, budget?: number) {
  const root = rootNode(value);
  const { open, isCut } = planOpening(root, opening, budget);
  return { ...drawn(root, open), isCut, opened: [...open].map((node) => pathOf(node).join('.')) };
}

const ALL = { levels: Number.POSITIVE_INFINITY, pages: 'all' } as const;

describe('planOpening', () => {
  const value = { a: { b: { c: 1 } }, d: [[1]], e: {} };

  it.each([
    [0, []],
    [1, ['']],
    [2, ['', 'a', 'd']],
    [3, ['', 'a', 'd', 'a.b', 'd.0']],
  ])('opens %i levels', (levels, opened) => {
    expect(planOf(value, { levels, pages: 'all' })).toMatchObject({ opened, isCut: false });
  });

  it('counts levels of the data, not pages', () => {
    const list = Array.from({ length: 250 }, () => [1]);
    expect(planOf(list, { levels: 1, pages: 'all' }).rows).toBe(1 + 3 + 250);
    expect(planOf(list, { levels: 1, pages: 'first' }).rows).toBe(1 + 3 + 100);
  });

  it('never draws more rows than the budget, and says when it had to stop', () => {
    const json = fc.jsonValue({ maxDepth: 5 }).map((made) => JSON.parse(JSON.stringify(made)) as JsonValue);
    fc.assert(
      fc.property(json, fc.integer({ min: 1, max: 30 }), (made, budget) => {
        const whole = planOf(made, ALL);
        const plan = planOf(made, ALL, budget);
        expect(plan.rows).toBeLessThanOrEqual(budget);
        expect(plan.isCut).toBe(whole.rows > budget);
      }),
    );
  });

  it('opens a million elements within the budget', () => {
    const plan = planOf({ list: Array.from({ length: 1_000_000 }, () => 0) }, ALL);
    expect(plan.isCut).toBe(true);
    expect(plan.rows).toBeLessThanOrEqual(2000);
  });

  it('opens 500 levels, and of 5,000 as many as a browser can draw', () => {
    const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as JsonValue;
    expect(planOf(nested(500), ALL)).toMatchObject({ deepest: 500, isCut: false });
    const plan = planOf(nested(5000), ALL);
    expect(plan.isCut).toBe(true);
    expect(plan.deepest).toBeLessThan(1000);
  });
});

describe('startOpen', () => {
  it('is the same function for the same level, so that a new value closes nothing', () => {
    expect(startOpen(2)).toBe(startOpen(2));
    expect(startOpen(2)).not.toBe(startOpen(3));
  });
});
