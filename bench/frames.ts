import type { CDPSession, Page } from '@playwright/test';

const FRAMES = 120;

/** The 95th percentile of `times`. */
export function percentile95(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length * 0.95)] ?? NaN;
}

/** The 95th percentile of the times between frames as they come, and the longest task while they do, in milliseconds; 0 for none over 50. */
export async function framesOf(page: Page): Promise<{ readonly p95: number; readonly longestTask: number }> {
  await page.bringToFront();
  const { times, longestTask } = await page.evaluate(watchFrames, FRAMES);
  return { p95: percentile95(times), longestTask };
}

/** Runs in the page. */
async function watchFrames(count: number): Promise<{ readonly times: readonly number[]; readonly longestTask: number }> {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  observer.observe({ type: 'longtask' });
  const times: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < count; frame += 1) {
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  observer.disconnect();
  return { times, longestTask };
}

/** So long the main thread has been at work, in milliseconds. `session` must have `Performance` enabled. */
export async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}
