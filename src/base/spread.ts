/** Numbers that were taken in one by one, and how they spread. None of them is kept, so a million weigh as much as a hundred. */
export type Spread = {
  /** Takes a number; one below zero counts as zero. */
  readonly add: (value: number) => void;
  /** The value that `share` (0 to 1) of the numbers do not exceed, at most 2 % off; null when there are none. */
  readonly quantile: (share: number) => number | null;
  /** The greatest one, exactly; null when there are none. */
  readonly greatest: () => number | null;
};

/** Each bin ends so many times further out than the one before. */
const GROWTH = 1.02;
/** Numbers below this are not told apart. */
const SMALLEST = 1e-3;

export function createSpread(): Spread {
  const bins: (Bin | undefined)[] = [];
  let count = 0;
  let greatest = 0;

  function add(value: number) {
    const number = Math.max(0, value);
    const place = number < SMALLEST ? 0 : 1 + Math.floor(Math.log(number / SMALLEST) / Math.log(GROWTH));
    const bin = (bins[place] ??= { count: 0, sum: 0 });
    bin.count += 1;
    bin.sum += number;
    count += 1;
    greatest = Math.max(greatest, number);
  }

  function quantile(share: number): number | null {
    let left = Math.max(1, Math.ceil(share * count));
    for (const bin of bins) {
      if (bin === undefined) continue;
      left -= bin.count;
      // The mean of a bin is exact where one number, however often, is in it.
      if (left <= 0) return bin.sum / bin.count;
    }
    return null;
  }

  return { add, quantile, greatest: () => (count === 0 ? null : greatest) };
}

type Bin = { count: number; sum: number };
