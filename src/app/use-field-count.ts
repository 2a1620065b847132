import { useEffect, useState } from 'react';
import { SLICE } from '#base/give-way.ts';
import type { FieldCount, FieldMeter } from '#model/field-meter.ts';

/** Views draw in bursts: the count waits until one is over, in milliseconds. */
const SETTLING = 150;
/** A page that is never idle is counted all the same, a slice every so many milliseconds. */
const PATIENCE = 500;

/** How much of a response has been shown, kept current while the page has nothing else to do; null before the first count is done and without a meter. */
export function useFieldCount(meter: FieldMeter | null): FieldCount | null {
  const [counted, setCounted] = useState<{ readonly meter: FieldMeter; readonly count: FieldCount } | null>(null);
  useEffect(() => (meter === null ? undefined : keepCounted(meter, (count) => setCounted({ meter, count }))), [meter]);
  return counted?.meter === meter ? counted.count : null;
}

/** Counts now, and again whenever more was shown. Answers what ends it. */
function keepCounted(meter: FieldMeter, onCount: (count: FieldCount) => void): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isCounting = false;
  let isStale = false;
  async function recount() {
    isCounting = true;
    isStale = false;
    const count = await countWhenIdle(meter, () => isOver);
    isCounting = false;
    if (count !== null) onCount(count);
    if (isStale) countSoon();
  }
  function countSoon() {
    if (isCounting) isStale = true;
    else
      timer ??= setTimeout(() => {
        timer = undefined;
        void recount();
      }, SETTLING);
  }
  countSoon();
  const stopListening = meter.onShown(countSoon);
  return () => {
    isOver = true;
    clearTimeout(timer);
    stopListening();
  };
}

/** Null when it was given up. */
async function countWhenIdle(meter: FieldMeter, isOver: () => boolean): Promise<FieldCount | null> {
  const counting = meter.count();
  while (!isOver()) {
    await idle();
    const until = performance.now() + SLICE;
    do {
      const step = counting.next();
      if (step.done === true) return isOver() ? null : step.value;
    } while (performance.now() < until);
  }
  return null;
}

function idle(): Promise<unknown> {
  // Safari has no idle callback.
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: PATIENCE });
    else setTimeout(resolve, 16);
  });
}
