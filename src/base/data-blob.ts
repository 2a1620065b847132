export type BlobKind = 'image' | 'audio' | 'video' | 'document' | 'archive' | 'data';

/** Binary data that stands in a text: a `data:` URL or bare base64. */
export type DataBlob = {
  readonly kind: BlobKind;
  /** By the first bytes where they tell, else as the `data:` URL says, else "application/octet-stream". */
  readonly mediaType: string;
  /** Size of the decoded data. */
  readonly byteLength: number;
  /** The data in plain base64, padding included. */
  readonly base64: string;
};

/** Image types a browser may show in an `<img>`, where SVG cannot run scripts or load anything. */
const SHOWN_IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml', 'image/avif', 'image/bmp']);

/** Bare base64 shorter than this is taken for an ID or a word when its first bytes say nothing. */
const LEAST_OPAQUE_LENGTH = 256;

/** The first bytes of each format as Latin-1 text; "?" is any byte. */
const SIGNATURES: readonly (readonly [beginning: string, mediaType: string])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['RIFF????WEBP', 'image/webp'],
  ['????ftypavif', 'image/avif'],
  ['%PDF-', 'application/pdf'],
  ['PK\x03\x04', 'application/zip'],
  ['\x1f\x8b\x08', 'application/gzip'],
  ['ID3', 'audio/mpeg'],
  ['\xff\xfb', 'audio/mpeg'],
  ['\xff\xf3', 'audio/mpeg'],
  ['RIFF????WAVE', 'audio/wav'],
  ['OggS', 'audio/ogg'],
  ['fLaC', 'audio/flac'],
  ['????ftyp', 'video/mp4'],
  ['\x1a\x45\xdf\xa3', 'video/webm'],
];
const SVG = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<svg[\s>]/;

/** Reads `text` as binary data, or answers null when it is ordinary text. Looks at the ends of long texts only, so it is cheap. */
export function readDataBlob(text: string): DataBlob | null {
  if (/^data:/i.test(text)) return readDataUrl(text);
  if (text.length < 24 || !looksLikeBase64(text)) return null;
  const sniffed = sniffMediaType(text);
  if (sniffed === null && !looksOpaque(text)) return null;
  return blobOf(text, sniffed ?? 'application/octet-stream');
}

/** Reads a string that its field says is base64 (`result`, `file_data`, `data`), however short. `mediaType` is used when the bytes don't tell. */
export function readBase64(text: string, mediaType = 'application/octet-stream'): DataBlob | null {
  if (/^data:/i.test(text)) return readDataUrl(text);
  return text !== '' && looksLikeBase64(text) ? blobOf(text, sniffMediaType(text) ?? mediaType) : null;
}

export function isShownImage(blob: DataBlob): boolean {
  return SHOWN_IMAGES.has(blob.mediaType);
}

export function dataUrlOf(blob: DataBlob): string {
  return `data:${blob.mediaType};base64,${blob.base64}`;
}

/** The decoded bytes, or null when the base64 is broken. */
export function bytesOf(blob: DataBlob): Uint8Array<ArrayBuffer> | null {
  const binary = decode(blob.base64);
  return binary === null ? null : Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** "PNG image", "PDF document", "MP3 audio", "image/tiff", "binary data". */
export function describeKind(blob: DataBlob): string {
  const short = /^[a-z]+\/(?:x-)?([a-z\d]+)(?:\+xml)?$/.exec(blob.mediaType)?.[1]?.replace('mpeg', 'mp3').toUpperCase();
  if (blob.mediaType === 'application/octet-stream' || short === undefined) return blob.kind === 'data' ? 'binary data' : blob.mediaType;
  return blob.kind === 'data' ? blob.mediaType : `${short} ${blob.kind}`;
}

function readDataUrl(url: string): DataBlob | null {
  const comma = url.slice(0, 500).indexOf(',');
  if (comma === -1) return null;
  const header = url.slice(5, comma).toLowerCase().split(';');
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(header[0] ?? '') ? (header[0] ?? '') : 'text/plain';
  const body = url.slice(comma + 1);
  if (header.at(-1)?.trim() === 'base64') return blobOf(body, sniffMediaType(body) ?? mediaType);
  const bytes = percentDecoded(body);
  return { kind: kindOf(mediaType), mediaType, byteLength: bytes.length, base64: encode(bytes) };
}

function blobOf(text: string, mediaType: string): DataBlob {
  const plain = /[-_\s]/.test(text) ? text.replaceAll('-', '+').replaceAll('_', '/').replace(/\s+/g, '') : text;
  const body = plain.replace(/=+$/, '');
  const base64 = body + '='.repeat((4 - (body.length % 4)) % 4);
  return { kind: kindOf(mediaType), mediaType, byteLength: Math.floor((body.length * 3) / 4), base64 };
}

function kindOf(mediaType: string): BlobKind {
  const family = mediaType.split('/')[0];
  if (family === 'image' || family === 'audio' || family === 'video') return family;
  if (mediaType === 'application/pdf') return 'document';
  return mediaType === 'application/zip' || mediaType === 'application/gzip' ? 'archive' : 'data';
}

function looksLikeBase64(text: string): boolean {
  const sample = text.length > 8_000 ? text.slice(0, 4_000) + text.slice(-200) : text;
  return /^[A-Za-z\d+/_\r\n-]+={0,2}\s*$/.test(sample);
}

/** True for what no one would read as words, IDs or numbers: long, mixed case, digits. */
function looksOpaque(text: string): boolean {
  const sample = text.slice(0, 2_000);
  return (
    text.length >= LEAST_OPAQUE_LENGTH && /[a-z]/.test(sample) && /[A-Z]/.test(sample) && /\d/.test(sample) && !/[-_/]{2}/.test(sample)
  );
}

function sniffMediaType(base64: string): string | null {
  const head = decode(base64.slice(0, 400).replace(/\s+/g, '').slice(0, 256).replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  if (head === null) return null;
  if (SVG.test(head)) return 'image/svg+xml';
  return SIGNATURES.find(([beginning]) => startsLike(head, beginning))?.[1] ?? null;
}

function startsLike(head: string, beginning: string): boolean {
  for (let index = 0; index < beginning.length; index += 1) {
    if (beginning[index] !== '?' && beginning[index] !== head[index]) return false;
  }
  return true;
}

/** Latin-1 text of the decoded bytes, or null. */
function decode(base64: string): string | null {
  try {
    return atob(base64.length % 4 === 1 ? base64.slice(0, -1) : base64);
  } catch {
    return null;
  }
}

function percentDecoded(text: string): Uint8Array {
  try {
    return new TextEncoder().encode(decodeURIComponent(text));
  } catch {
    return new TextEncoder().encode(text);
  }
}

function encode(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The usual file name extension, without the dot. */
export function extensionOf(blob: DataBlob): string {
  const subtype = /\/(?:x-)?([a-z\d]+)/.exec(blob.mediaType)?.[1] ?? 'bin';
  return EXTENSIONS[subtype] ?? subtype;
}

const EXTENSIONS: Readonly<Record<string, string>> = { octet: 'bin', jpeg: 'jpg', mpeg: 'mp3', plain: 'txt', gzip: 'gz' };
