import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { rootNode } from '#base/page-json.ts';
import { encodedKind, previewOf, stringText } from './json-tree-text.ts';

const FILLER = 'aB3d'.repeat(4000);

function base64(...bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '') + FILLER;
}
function ascii(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

describe('encodedKind', () => {
  it.each([
    ['PNG image', base64(0x89, ...ascii('PNG'), 13, 10, 26, 10, 0)],
    ['JPEG image', base64(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['WebP image', base64(...ascii('RIFF'), 1, 2, 3, 4, ...ascii('WEBPVP8 '))],
    ['WAV audio', base64(...ascii('RIFF'), 9, 8, 7, 6, ...ascii('WAVEfmt '))],
    ['PDF file', base64(...ascii('%PDF-1.7 '))],
    ['base64', base64(1, 2, 3)],
    ['PNG image', `data:image/png;base64,${base64(0x89, ...ascii('PNG'), 13, 10, 26, 10, 0)}`],
    ['audio/ogg', `data:audio/ogg;base64,${FILLER}`],
  ])('finds %s', (kind, text) => {
    expect(encodedKind(text)).toBe(`${kind}, 12 kB`);
  });

  it.each([['words '.repeat(300)], ['x'.repeat(2000)], ['1234567890'.repeat(100)], [`https://a.example/${'path/'.repeat(200)}`]])(
    'leaves text alone: %.20s',
    (text) => {
      expect(encodedKind(text)).toBeNull();
    },
  );
});

describe('stringText', () => {
  it('cuts between characters, not within one', () => {
    expect(stringText(`${'x'.repeat(499)}😀${'y'.repeat(10)}`)).toBe(`"${'x'.repeat(499)}"… (511 characters)`);
  });

  it('keeps what it adds outside the quotes, so that no string can pretend', () => {
    expect(stringText('a"… (12 characters)')).toBe('"a\\"… (12 characters)"');
  });
});

describe('previewOf', () => {
  const previews: readonly (readonly [JsonValue, string])[] = [
    [[], '0 items'],
    [[1], '1 item'],
    [{}, ''],
    [{ type: 'message', n: null, list: [1, 2], none: [], more: { a: 1 } }, 'type: "message", n: null, list: [2], none: [], more: {…}'],
    [{ text: 'x'.repeat(50), 'odd key': true }, `text: "${'x'.repeat(31)}…", "odd key": true`],
    [{ a: 'x'.repeat(31), b: 'y'.repeat(31), c: 1, d: 2 }, `a: "${'x'.repeat(31)}", b: "${'y'.repeat(31)}", … 2 more`],
  ];
  it.each(previews)('of %j is %s', (value, preview) => {
    expect(previewOf(rootNode(value))).toBe(preview);
  });
});
