/** No delta is longer, so that a giant word still arrives in pieces. In code points. */
const LONGEST_DELTA = 48;

/** Cuts a text into the pieces a server might send: one to three words each, always the same for the same text, never inside a code point. */
export function deltasOf(text: string): readonly string[] {
  const words = text.match(/\s*\S+|\s+$/gu) ?? [];
  const deltas: string[] = [];
  for (let at = 0; at < words.length;) {
    const count = 1 + ((at * 7 + words.length) % 3);
    deltas.push(...pieces(words.slice(at, at + count).join('')));
    at += count;
  }
  return deltas;
}

function pieces(text: string): readonly string[] {
  const points = Array.from(text);
  const cuts = Array.from({ length: Math.ceil(points.length / LONGEST_DELTA) }, (_, index) => index * LONGEST_DELTA);
  return cuts.map((cut) => points.slice(cut, cut + LONGEST_DELTA).join(''));
}
