import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPatch, describeCounts, parsePatch } from './patch-lines.ts';

/** One row per line: kind, old and new number, text. */
function draw(patch: string): readonly string[] {
  return parsePatch(patch).map(({ kind, oldNumber, newNumber, sign, text }) =>
    `${kind.padEnd(8)}${String(oldNumber ?? '').padStart(3)}${String(newNumber ?? '').padStart(4)} ${sign}${text}`.trimEnd(),
  );
}

describe('parsePatch', () => {
  it('reads V4A, whose hunks have words and no numbers', () => {
    expect(draw("@@ describe('sessions')\n-import a\n+import b\n \n   it('x')\n*** End of File\n")).toEqual([
      "hunk            @@ describe('sessions')",
      'removed         -import a',
      'added           +import b',
      'context',
      "context            it('x')",
      'note            *** End of File',
    ]);
  });

  it('numbers the lines of unified hunks', () => {
    const patch = [
      'diff --git a/x b/x',
      'index 12ab..34cd 100644',
      '--- a/x',
      '+++ b/x',
      '@@ -9,3 +9,4 @@ function main',
      ' before',
      '--- a comment',
      '+++ counted',
      '+more',
      ' after',
      '\\ No newline at end of file',
    ];
    expect(draw(patch.join('\n'))).toEqual([
      'file            diff --git a/x b/x',
      'file            index 12ab..34cd 100644',
      'file            --- a/x',
      'file            +++ b/x',
      'hunk            @@ -9,3 +9,4 @@ function main',
      'context   9   9  before',
      'removed  10     --- a comment',
      'added        10 +++ counted',
      'added        11 +more',
      'context  11  12  after',
      'note            \\ No newline at end of file',
    ]);
  });

  it('numbers the lines of a new file', () => {
    expect(draw('+# Title\n+++ not a name\n+@@')).toEqual([
      'added         1 +# Title',
      'added         2 +++ not a name',
      'added         3 +@@',
    ]);
  });

  it('reads the envelope and several files', () => {
    const kinds = parsePatch('*** Begin Patch\n*** Update File: a.ts\n@@\n-x\n*** Add File: b.ts\n+y\n*** End Patch').map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['file', 'file', 'hunk', 'removed', 'file', 'added', 'file']);
  });

  it('takes removed and added lines that look like names for what they are', () => {
    expect(parsePatch('@@\n--- old rule\n+++ new rule\n kept').map(({ kind }) => kind)).toEqual(['hunk', 'removed', 'added', 'context']);
  });

  it('keeps lines of neither kind as context, and does not count line breaks twice', () => {
    expect(draw('just text\r\n+added\r\n')).toEqual(['context         just text', 'added           +added']);
    expect(parsePatch('')).toEqual([]);
  });

  it('is the text again, whatever it is', () => {
    const row = fc.oneof(fc.string(), fc.constantFrom('@@ -1,2 +3 @@', '@@', '--- a', '+++ b', '+x', '-y', ' z', '*** End of File'));
    fc.assert(
      fc.property(fc.array(row.map((text) => text.replaceAll(/[\r\n]/g, ''))), (rows) => {
        const lines = parsePatch(rows.join('\n'));
        expect(lines.map(({ sign, text }) => sign + text).join('\n')).toBe(rows.join('\n').replace(/\n$/, ''));
      }),
    );
  });
});

describe('countPatch', () => {
  it('counts lines that change, not names and headers', () => {
    const counts = countPatch(parsePatch('--- a\n+++ b\n@@ -1,2 +1,3 @@\n-x\n+y\n+z\n w'));
    expect(counts).toEqual({ added: 2, removed: 1 });
    expect(describeCounts(counts)).toBe('+2 −1');
    expect(describeCounts({ added: 0, removed: 0 })).toBe('');
  });
});
