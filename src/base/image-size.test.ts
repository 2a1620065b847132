import { describe, expect, it } from 'vitest';
import type { DataBlob } from './data-blob.ts';
import { imageSizeOf } from './image-size.ts';

function blob(mediaType: string, bytes: readonly number[]): DataBlob {
  return { kind: 'image', mediaType, byteLength: bytes.length, base64: btoa(String.fromCharCode(...bytes)) };
}

const text = (word: string) => Array.from(word, (character) => character.charCodeAt(0));
const zeros = (count: number) => Array.from({ length: count }, () => 0);

describe('imageSizeOf', () => {
  it.each<readonly [string, string, readonly number[]]>([
    ['PNG', 'image/png', [0x89, ...text('PNG\r\n'), 0x1a, 0x0a, 0, 0, 0, 13, ...text('IHDR'), 0, 0, 2, 0x80, 0, 0, 1, 0x40]],
    ['GIF', 'image/gif', [...text('GIF89a'), 0x80, 2, 0x40, 1]],
    ['lossy WebP', 'image/webp', [...text('RIFF'), 0, 0, 0, 0, ...text('WEBPVP8 '), ...zeros(10), 0x80, 2, 0x40, 1]],
    ['lossless WebP', 'image/webp', [...text('RIFF'), 0, 0, 0, 0, ...text('WEBPVP8L'), 0, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x4f, 0, ...zeros(8)]],
    ['extended WebP', 'image/webp', [...text('RIFF'), 0, 0, 0, 0, ...text('WEBPVP8X'), ...zeros(8), 0x7f, 2, 0, 0x3f, 1, 0]],
    [
      'JPEG behind an EXIF segment',
      'image/jpeg',
      [0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xc2, 0, 17, 8, 1, 0x40, 2, 0x80, 3, ...zeros(9)],
    ],
  ])('reads a %s', (_, mediaType, bytes) => {
    expect(imageSizeOf(blob(mediaType, bytes))).toEqual({ width: 640, height: 320 });
  });

  it('knows when it does not know', () => {
    expect(imageSizeOf(blob('image/png', text('PNG')))).toBeNull();
    expect(imageSizeOf(blob('image/svg+xml', text('<svg/>')))).toBeNull();
    expect(imageSizeOf(blob('image/jpeg', [0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 5, 6, 7, 8]))).toBeNull();
    expect(imageSizeOf({ ...blob('image/png', []), base64: '%%%' })).toBeNull();
  });
});
