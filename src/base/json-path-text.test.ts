import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDotPath } from './json-path-text.ts';

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
