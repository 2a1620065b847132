import { describe, expect, it } from 'vitest';
import { bytesOf, dataUrlOf, describeKind, extensionOf, isShownImage, readBase64, readDataBlob } from './data-blob.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const base64 = (text: string) => btoa(text);

describe('readDataBlob', () => {
  it.each([
    [PNG, 'PNG image'],
    [base64('\xff\xd8\xff\xe0 and so on, for a while'), 'JPEG image'],
    [base64('GIF89a and so on, for a while'), 'GIF image'],
    [base64('RIFF....WEBPVP8 and so on'), 'WEBP image'],
    [base64('<?xml version="1.0"?>\n<svg xmlns="x"></svg>'), 'SVG image'],
    [base64('%PDF-1.7 and so on, for a while'), 'PDF document'],
    [base64('ID3 and so on, for a while, la la'), 'MP3 audio'],
    [base64('RIFF....WAVEfmt and so on'), 'WAV audio'],
    [base64('PK\x03\x04 and so on, for a while'), 'ZIP archive'],
  ])('knows bare base64 by its first bytes: %s', (text, kind) => {
    const blob = readDataBlob(text);
    expect(blob === null ? null : describeKind(blob)).toBe(kind);
  });

  it('gives the decoded size', () => {
    expect(readDataBlob(PNG)).toMatchObject({ byteLength: atob(PNG).length });
    expect(readDataBlob(PNG.replaceAll('=', ''))).toMatchObject({ byteLength: atob(PNG).length });
  });

  it('reads data: URLs, believing the bytes more than the label', () => {
    expect(readDataBlob(`data:image/jpeg;base64,${PNG}`)).toMatchObject({ mediaType: 'image/png', kind: 'image' });
    expect(readDataBlob('data:image/svg+xml,%3Csvg%20xmlns="x"/%3E')).toMatchObject({ mediaType: 'image/svg+xml', byteLength: 16 });
    expect(readDataBlob('data:text/html;charset=utf-8;base64,PGI+')).toMatchObject({ mediaType: 'text/html', kind: 'data' });
  });

  it('reads base64 of URLs and base64 broken over lines', () => {
    const lines = PNG.replace(/(.{76})/g, '$1\r\n')
      .replaceAll('+', '-')
      .replaceAll('/', '_');
    const blob = readDataBlob(lines);
    expect(blob?.base64).toBe(PNG);
    expect(blob === null ? null : bytesOf(blob)?.length).toBe(atob(PNG).length);
  });

  it('takes long opaque strings for binary data', () => {
    const token = `gAAAAAB${'q7Zk1XpL'.repeat(60)}`;
    expect(readDataBlob(token)).toMatchObject({ kind: 'data', mediaType: 'application/octet-stream' });
  });

  it.each([
    '',
    'hello',
    'resp_68f2c1a94be08193b7d2e0f1c5a6',
    'a'.repeat(300),
    'The quick brown fox. '.repeat(50),
    'data: like this',
    'f'.repeat(64),
  ])('leaves ordinary text alone: %s', (text) => {
    expect(readDataBlob(text)).toBeNull();
  });

  it('shows images in the formats browsers know, and nothing else', () => {
    const shown = (text: string) => {
      const blob = readDataBlob(text);
      return blob !== null && isShownImage(blob);
    };
    expect(shown(PNG)).toBe(true);
    expect(shown('data:image/svg+xml,<svg/>')).toBe(true);
    expect(shown('data:text/html,<script>alert(1)</script>')).toBe(false);
    expect(shown('data:image/tiff;base64,AAAA')).toBe(false);
  });

  it('makes a clean data: URL', () => {
    const blob = readDataBlob(PNG);
    expect(blob === null ? null : dataUrlOf(blob)).toBe(`data:image/png;base64,${PNG}`);
  });
});

describe('readBase64', () => {
  it('trusts the field, however short the string', () => {
    expect(readBase64('AAAA', 'audio/wav')).toMatchObject({ mediaType: 'audio/wav', byteLength: 3 });
    expect(readBase64('not base64 at all')).toBeNull();
  });
});

describe('extensionOf', () => {
  it.each([
    ['data:image/svg+xml,<svg/>', 'svg'],
    ['data:image/jpeg;base64,AAAA', 'jpg'],
    ['data:text/plain,hello', 'txt'],
    ['data:application/octet-stream;base64,AAAA', 'bin'],
  ])('names the file of %s', (url, extension) => {
    const blob = readDataBlob(url);
    expect(blob === null ? null : extensionOf(blob)).toBe(extension);
  });
});
