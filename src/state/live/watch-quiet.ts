/** So long without a byte is worth a word, in milliseconds. */
const QUIET = 3_000;

/** Tells when nothing came for a while, and when something comes again. */
export type QuietWatch = {
  /** Something came. */
  readonly hear: () => void;
  readonly end: () => void;
};

/** `tell` gets the time of the last sign of life in Unix milliseconds, or null when there is another. */
export function watchQuiet(tell: (quietSince: number | null) => void): QuietWatch {
  let heardAt = Date.now();
  let isQuiet = false;
  let timer = setTimeout(look, QUIET);

  /** One timer that looks again later, where one per read would be thousands a second. */
  function look() {
    const rest = heardAt + QUIET - Date.now();
    if (rest > 0) {
      timer = setTimeout(look, rest);
      return;
    }
    isQuiet = true;
    tell(heardAt);
  }

  return {
    hear: () => {
      heardAt = Date.now();
      if (!isQuiet) return;
      isQuiet = false;
      tell(null);
      timer = setTimeout(look, QUIET);
    },
    end: () => clearTimeout(timer),
  };
}
