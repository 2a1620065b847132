import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDotPath, formatJqPath, formatJsonPath, formatPath } from './json-path-text.ts';

describe('formatDotPath', () => {
  it.each([
    [[], ''],
    [['output', 3, 'content', 0, 'text'], 'output[3].content[0].text'],
    [[0, 'id'], '[0].id'],
    [['odd key', 'a.b'], '["odd key"]["a.b"]'],
    [['say "hi"'], '["say \\"hi\\""]'],
    [['', '3', '0 … 99'], '[""]["3"]["0 … 99"]'],
    [['__proto__', 'constructor', '$ref'], '__proto__.constructor.$ref'],
    [['größe', 'a-b'], 'größe["a-b"]'],
  ])('writes %j as %s', (path, text) => {
    expect(formatDotPath(path)).toBe(text);
  });

  it('never writes two paths the same way', () => {
    const paths = fc.array(fc.oneof(fc.nat(20), fc.constantFrom('a', 'b', '0', '', 'a.b', '"', '[0]', ']'), fc.string()));
    fc.assert(
      fc.property(paths, paths, (left, right) => {
        expect(formatDotPath(left) === formatDotPath(right)).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
  });
});

describe('formatJsonPath', () => {
  it.each([
    [[], '$'],
    [['output', 3, 'content', 0, 'text'], '$.output[3].content[0].text'],
    [[0, 'id'], '$[0].id'],
    [['a.b', "it's", 'say "hi"', 'back\\slash', '', '3'], String.raw`$['a.b']['it\'s']['say "hi"']['back\\slash']['']['3']`],
    [['__proto__', '$ref', 'größe', 'line\nbreak'], String.raw`$.__proto__['$ref']['größe']['line\nbreak']`],
  ])('writes %j as %s', (path, text) => {
    expect(formatJsonPath(path)).toBe(text);
  });

  it('never writes two paths the same way', () => {
    const paths = fc.array(fc.oneof(fc.nat(20), fc.constantFrom('a', "'", '"', '\\', String.raw`\"`, ']', '0'), fc.string()));
    fc.assert(
      fc.property(paths, paths, (left, right) => {
        expect(formatJsonPath(left) === formatJsonPath(right)).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
  });
});

describe('formatJqPath', () => {
  it.each([
    [[], '.'],
    [['output', 3, 'content', 0, 'text'], '.output[3].content[0].text'],
    [[0, 'id'], '.[0].id'],
    [['odd key', 'a.b', '3'], '.["odd key"]["a.b"]["3"]'],
    [['a', 'größe', '$ref', ''], '.a["größe"]["$ref"][""]'],
    [['say "hi"', String.raw`\(1)`], String.raw`.["say \"hi\""]["\\(1)"]`],
  ])('writes %j as %s', (path, text) => {
    expect(formatJqPath(path)).toBe(text);
  });
});

describe('formatPath', () => {
  it('writes in the way it is told', () => {
    const path = ['output', 0, 'a b'];
    expect([formatPath(path, 'dot'), formatPath(path, 'jsonpath'), formatPath(path, 'jq')]).toEqual([
      'output[0]["a b"]',
      "$.output[0]['a b']",
      '.output[0]["a b"]',
    ]);
  });
});
