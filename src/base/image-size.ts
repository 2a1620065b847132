import type { DataBlob } from './data-blob.ts';

export type ImageSize = { readonly width: number; readonly height: number };

/** So much of an image is looked at, in base64 characters: JPEGs may carry a camera's notes before they say how large they are. */
const HEAD = 128 * 1024;

/** How large an image says it is, in pixels, from its first bytes; null where they do not tell. */
export function imageSizeOf({ mediaType, base64 }: DataBlob): ImageSize | null {
  const bytes = headOf(base64, mediaType === 'image/jpeg' ? HEAD : 64);
  const size = bytes === null ? null : (READERS[mediaType]?.(new DataView(bytes.buffer)) ?? null);
  return size === null || size.width === 0 || size.height === 0 ? null : size;
}

const READERS: Readonly<Record<string, (view: DataView) => ImageSize | null>> = {
  'image/png': (view) => (view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (view) => (view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/webp': webpSize,
  'image/jpeg': jpegSize,
};

/** Three layouts (developers.google.com/speed/webp/docs/riff_container): lossy, lossless, extended. */
function webpSize(view: DataView): ImageSize | null {
  if (view.byteLength < 30) return null;
  const layout = view.getUint8(15);
  if (layout === 0x20) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (layout === 0x4c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000 + 1;
  return layout === 0x58 ? { width: threeBytes(24), height: threeBytes(27) } : null;
}

/** Walks the segments to the first frame header (SOF0 to SOF15, without DHT, JPG and DAC). */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function headOf(base64: string, length: number): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64.slice(0, length)), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
