/** What has to be said about how the bytes became text. */
export type SourceFacts = {
  /** The bytes begin with a byte order mark, which is not shown. */
  readonly hasByteOrderMark: boolean;
  /** Some bytes are not UTF-8; each is shown as U+FFFD. */
  readonly hasInvalidBytes: boolean;
};

/** Reads the facts off `bytes`; `text` is what they were decoded to and saves the second look at nearly all bodies. */
export function sourceFacts(bytes: Uint8Array, text: string): SourceFacts {
  return {
    hasByteOrderMark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
    // A replacement character may also be data, so only the bytes can tell.
    hasInvalidBytes: text.includes('\ufffd') && !isUtf8(bytes),
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
