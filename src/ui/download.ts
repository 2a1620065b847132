/** How long a blob URL is kept: browsers read it only after the click has been handled, Safari long after. */
const KEPT_MILLISECONDS = 40_000;

/** Has the browser save `bytes` as a file called `name`, exactly as they are. `type` is a media type. */
export function downloadBytes(name: string, bytes: Uint8Array | string, type: string): void {
  downloadParts(name, [bytes], type);
}

/** The same for what comes in several pieces. */
export function downloadParts(name: string, parts: readonly (Uint8Array | string)[], type: string): void {
  const copied = parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part)));
  const url = URL.createObjectURL(new Blob(copied, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLISECONDS);
}

/**
 * A file name that every system takes, out of data that may be anything: `stem` with all but letters, digits, dot, dash and
 * underscore replaced, at most 100 characters, never hidden, or `fallback` when nothing is left of it.
 */
export function fileNameOf(stem: string | null, extension: string, fallback: string): string {
  const safe = (stem ?? '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+|[._]+$/g, '')
    .slice(0, 100);
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe);
  return `${safe === '' || isReserved ? fallback : safe}.${extension}`;
}
