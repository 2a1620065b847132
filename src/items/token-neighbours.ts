/** The part of an element that says where it stands. */
type Placed = { readonly getBoundingClientRect: () => { readonly top: number; readonly left: number; readonly right: number } };

/**
 * The index that `key` leads to from `index`: along the text with Left and Right, to the ends with Home and End,
 * to the token above or below with Up and Down. Null for other keys.
 */
export function neighbourOf(tokens: readonly Placed[], index: number, key: string): number | null {
  const last = tokens.length - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowDown':
      return onNextLine(tokens, index, 1);
    case 'ArrowUp':
      return onNextLine(tokens, index, -1);
    default:
      return null;
  }
}

/** Walks to the nearest other line, then takes the token of that line that stands closest. */
function onNextLine(tokens: readonly Placed[], index: number, step: 1 | -1): number {
  const from = tokens[index]?.getBoundingClientRect();
  if (from === undefined) return index;
  let line: number | null = null;
  let best = index;
  let distance = Number.POSITIVE_INFINITY;
  for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
    const place = tokens[at]?.getBoundingClientRect();
    if (place === undefined || (line === null && isSameLine(place.top, from.top))) continue;
    line ??= place.top;
    if (!isSameLine(place.top, line)) break;
    const away = Math.abs((place.left + place.right) / 2 - (from.left + from.right) / 2);
    if (away < distance) [best, distance] = [at, away];
  }
  return best;
}

/** Fonts that stand in for missing letters shift a token by a pixel or two. */
function isSameLine(top: number, other: number): boolean {
  return Math.abs(top - other) < 8;
}
