import type { Page } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import { ViewerPage } from '../scripts/viewer-page.ts';
import { busyTime, framesOf } from './frames.ts';
import { formatMilliseconds, median, ratioRow, type BenchRow } from './row.ts';

const SAMPLES = { baseUrl: '/sample/v1', key: 'sk-sample' };
const WINDOW = { width: 1440, height: 900 };
const RUNS = 5;
const JUMPS = 40;
/** So that nothing is compiled in what is measured. */
const WARM_UPS = 5;
const FRAME_LIMIT = 1.5;
/** Two frames. */
const JUMP_LIMIT = 33;

/** How evenly 100,000 events play, and how long it takes to be at any of them. */
export async function measureTimeTravel({ browser, siteUrl }: OpenSite): Promise<readonly BenchRow[]> {
  const empty = await browser.newPage({ viewport: WINDOW, serviceWorkers: 'block' });
  await empty.setContent('<!doctype html><main></main>');
  const page = await browser.newPage({ viewport: WINDOW, serviceWorkers: 'block' });
  await page.goto(siteUrl);
  const viewer = new ViewerPage(page, SAMPLES);
  await viewer.open('resp_events_100000', 'stream=true&seq=10000');
  await page.locator('main[data-state="ready"]').waitFor({ timeout: 60_000 });
  await viewer.still();
  const rows = [await playingRow(page, empty), await jumpRow(page)];
  await empty.close();
  await page.close();
  return rows;
}

async function playingRow(page: Page, empty: Page): Promise<BenchRow> {
  for (const speed of [1, 2]) await page.getByRole('button', { name: new RegExp(`^Speed .*${speed}×`, 'u') }).click();
  const floors: number[] = [];
  const ours: number[] = [];
  // In turns, so that what else the machine does meets both alike.
  for (let run = 0; run < RUNS; run += 1) {
    floors.push((await framesOf(empty)).p95);
    await page.getByRole('slider', { name: 'Event' }).press('Home');
    await page.getByRole('button', { name: 'Play from here' }).click();
    ours.push((await framesOf(page)).p95);
    await page.getByRole('button', { name: 'Pause here' }).click();
  }
  const work = 'playing 100,000 events at 10×, p95 frame';
  return ratioRow({ work, ours: median(ours), floor: median(floors), floorName: 'an empty page', limit: FRAME_LIMIT });
}

/** The work of the main thread for being at another event, wherever that is. */
async function jumpRow(page: Page): Promise<BenchRow> {
  const session = await page.context().newCDPSession(page);
  // Of the processor, so that what else the machine does is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const box = await page.getByRole('slider', { name: 'Event' }).boundingBox();
  if (box === null) throw new Error('The slider is not drawn');
  const times: number[] = [];
  for (let jump = -WARM_UPS; jump < JUMPS; jump += 1) {
    // Here and there, and nowhere twice.
    const share = (((jump + JUMPS) * 29) % JUMPS) / JUMPS;
    const before = await busyTime(session);
    await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    if (jump >= 0) times.push((await busyTime(session)) - before);
  }
  await session.detach();
  const usual = median(times);
  return {
    work: 'being at any of 100,000 events, time of the main thread, the median of 40 jumps',
    measured: formatMilliseconds(usual),
    against: `the longest of them: ${formatMilliseconds(Math.max(...times))}`,
    budget: `≤ ${JUMP_LIMIT} ms`,
    isWithin: usual <= JUMP_LIMIT,
  };
}
