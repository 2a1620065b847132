/** How many of `length` ascending members come before the wanted one, found by halving. `isBefore` says of a position whether its member does. */
export function countBefore(length: number, isBefore: (position: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
