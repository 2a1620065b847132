type Scheduler = { readonly yield: () => Promise<void> };

/** So long may work hold the page at a stretch, in milliseconds: half a frame. */
export const SLICE = 8;

/** Lets the page handle what is waiting (input, drawing) before work goes on; without the wait that timers add where the browser can. */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Partial<Scheduler> };
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Cuts long work into slices, so that the page stays alive: ask `isOver` between two steps, and `await rest()` when it says so. */
export type Slices = { readonly isOver: () => boolean; readonly rest: () => Promise<void> };

export function createSlices({ now = () => performance.now(), pause = giveWay } = {}): Slices {
  let end = now() + SLICE;
  return {
    isOver: () => now() >= end,
    rest: async () => {
      await pause();
      end = now() + SLICE;
    },
  };
}
