/** A multiple of three, so that the base64 of the pieces, joined, is that of the whole. */
const PIECE = 24_576;

/** The bytes in standard base64 with padding. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + PIECE))));
  return pieces.join('');
}

/** The bytes that standard base64 stands for, or null when it is broken. White space in it does not count. */
export function bytesOfBase64(base64: string): Uint8Array | null {
  try {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return null;
  }
}
