import type { Page } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import { ViewerPage } from '../scripts/viewer-page.ts';
import { percentile95 } from './frames.ts';
import { median, ratioRow, type BenchRow } from './row.ts';
import { emptyPage } from './scrolling.ts';

const SAMPLES = { baseUrl: '/sample/v1', key: 'sk-sample' };
const RUNS = 5;
const FRAMES = 120;
const LIMIT = 1.5;
const EVENTS = 100_000;

/** How evenly frames come while the waterfall of a long stream is zoomed and moved, against an empty page whose wheel is turned in the same way. */
export async function measureWaterfall(open: OpenSite): Promise<readonly BenchRow[]> {
  const empty = await emptyPage(open);
  const waterfall = await openWaterfall(open);
  const floors: number[] = [];
  const ours: number[] = [];
  // In turns, so that what else the machine does meets both alike.
  for (let run = 0; run < RUNS; run += 1) {
    floors.push(await longFrame(empty));
    ours.push(await longFrame(waterfall));
  }
  const isZoomed = await waterfall.getByRole('button', { name: 'Fit all' }).isEnabled();
  if (!isZoomed) throw new Error('Nothing was zoomed');
  await empty.close();
  await waterfall.close();
  const work = `zooming and moving the waterfall of ${EVENTS.toLocaleString('en-US')} events, p95 frame`;
  return [ratioRow({ work, ours: median(ours), floor: median(floors), floorName: 'an empty page', limit: LIMIT })];
}

async function openWaterfall({ browser, siteUrl }: OpenSite): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await page.goto(siteUrl);
  const viewer = new ViewerPage(page, SAMPLES);
  await viewer.open(`resp_events_${EVENTS}`, 'stream=true&view=stream');
  await page.locator('main[data-state="ready"]').waitFor({ timeout: 180_000 });
  await viewer.still();
  return page;
}

/** The 95th percentile of the times between frames while the wheel is turned, in milliseconds. */
async function longFrame(page: Page): Promise<number> {
  await page.bringToFront();
  const frames = await page.evaluate(turnWheel, FRAMES);
  return percentile95(frames);
}

/** Runs in the page: zooms in and out around changing places and moves sideways, a turn of the wheel in each frame; answers the times between frames. */
async function turnWheel(frames: number): Promise<readonly number[]> {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const plot = document.querySelector('[role="img"][data-scale]') ?? document.body;
  const { left, top, width } = plot.getBoundingClientRect();
  const times: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame += 1) {
    const place = { clientX: left + (width * (frame % 7)) / 7, clientY: top + 40, bubbles: true, cancelable: true };
    const isZoom = frame % 3 !== 2;
    const turn = isZoom ? { ctrlKey: true, deltaY: frame % 60 < 33 ? -20 : 20 } : { deltaX: frame % 20 < 10 ? 80 : -80 };
    plot.dispatchEvent(new WheelEvent('wheel', { ...place, ...turn }));
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return times;
}
