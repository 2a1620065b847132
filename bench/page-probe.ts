import type { Page } from '@playwright/test';
import type { BarePage } from './bare-page.ts';

/** What the probe saw in the page since the last `reset`; times are the page's `performance.now()`, in milliseconds. */
export type ProbeReading = {
  /** When the body of the response was complete; null when no request for it was seen. */
  readonly bodyAt: number | null;
  /** When the first item was on the screen. */
  readonly firstItemAt: number | null;
  /** When the last big `JSON.parse` of the main thread ended; null when there was none. */
  readonly parsedAt: number | null;
  readonly longTasks: readonly { readonly start: number; readonly end: number }[];
};

type Probe = {
  reset: () => void;
  /** What was seen of the response `id`, once its first item is on the screen or 10 s have passed. */
  readSettled: (id: string) => Promise<ProbeReading>;
  pressUntil: (button: HTMLElement, pattern: string) => Promise<number>;
};
declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** Puts the probe into every document that `page` will load. */
export async function addProbe(page: Pick<Page, 'addInitScript'> | BarePage): Promise<void> {
  await page.addInitScript(installProbe);
}

/** Runs in the page, before any of its own scripts. */
function installProbe(): void {
  let firstItemAt: number | null = null;
  let parsedAt: number | null = null;
  let longTasks: { start: number; end: number }[] = [];
  const isBig = 1_000_000; // characters; smaller texts parse in a few milliseconds

  const parse = JSON.parse;
  JSON.parse = (text: string, reviver?: (this: unknown, key: string, value: unknown) => unknown) => {
    const value: unknown = parse(text, reviver);
    if (text.length > isBig) parsedAt = performance.now();
    return value;
  };

  /** The time at which what is in the document now has been painted. */
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ start: startTime, end: startTime + duration });
  }).observe({ type: 'longtask' });

  let isWaiting = false;
  new MutationObserver(() => {
    if (!isWaiting || document.querySelector('main [role="tabpanel"] article') === null) return;
    isWaiting = false;
    void painted().then((time) => (firstItemAt = time));
  }).observe(document, { childList: true, subtree: true });

  window.benchProbe = {
    reset: () => {
      firstItemAt = null;
      parsedAt = null;
      longTasks = [];
      isWaiting = true;
      performance.clearResourceTimings();
    },
    readSettled: async (id) => {
      const giveUpAt = performance.now() + 10_000;
      // oxlint-disable-next-line no-unmodified-loop-condition -- the observer above sets it
      while (firstItemAt === null && performance.now() < giveUpAt) await painted();
      // Long tasks are told a moment after they ended.
      await new Promise((resolve) => setTimeout(resolve, 200));
      const requests = performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.includes(id));
      const bodyAt = requests.map((entry) => entry.startTime + entry.duration).at(-1) ?? null;
      return { bodyAt, firstItemAt, parsedAt, longTasks };
    },
    pressUntil: async (button, pattern) => {
      const start = performance.now();
      const appeared = new Promise<void>((resolve) => {
        const around = button.closest('article, [role="tree"]') ?? document.body;
        const isThere = () => new RegExp(pattern, 'u').test(around.textContent);
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      });
      button.click();
      await appeared;
      return (await painted()) - start;
    },
  };
}
