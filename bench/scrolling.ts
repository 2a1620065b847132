import type { Page } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import { ViewerPage } from '../scripts/viewer-page.ts';
import { percentile95 } from './frames.ts';
import { median, ratioRow, type BenchRow } from './row.ts';

const SAMPLES = { baseUrl: '/sample/v1', key: 'sk-sample' };
const WINDOW = { width: 1440, height: 900 };
const RUNS = 5;
const FRAMES = 120;
/** A notch of the wheel in every frame, in pixels: 6,000 a second. */
const STEP = 100;
const LIMIT = 1.2;

/** How evenly frames come while long responses are scrolled, against an empty page that is scrolled in the same way. */
export async function measureScrolling(open: OpenSite): Promise<readonly BenchRow[]> {
  const empty = await emptyPage(open);
  const items = await openViewer(open, 'resp_items_2000');
  const openItems = await openViewer(open, 'resp_items_2000.open', async (viewer) => viewer.expandAll());
  const text = await openViewer(open, 'resp_text_5mb', showWholeText);
  const subjects = [
    { work: 'scrolling 2,000 closed items, p95 frame', page: items },
    { work: 'scrolling 2,000 open items, p95 frame', page: openItems },
    { work: 'scrolling 5 MB of text, p95 frame', page: text },
  ];
  const floors: number[] = [];
  const ours = subjects.map((): number[] => []);
  // In turns, so that what else the machine does meets all of them alike.
  for (let run = 0; run < RUNS; run += 1) {
    floors.push(await longFrame(empty));
    for (const [index, { page }] of subjects.entries()) ours[index]?.push(await longFrame(page));
  }
  for (const page of [empty, ...subjects.map((subject) => subject.page)]) await page.close();
  return subjects.map(({ work }, index) =>
    ratioRow({ work, ours: median(ours[index] ?? []), floor: median(floors), floorName: 'an empty page', limit: LIMIT }),
  );
}

/** A tall page with nothing in it. */
export async function emptyPage({ browser }: OpenSite): Promise<Page> {
  const page = await browser.newPage({ viewport: WINDOW, serviceWorkers: 'block' });
  await page.setContent('<!doctype html><main style="height:200000px"></main>');
  return page;
}

async function openViewer({ browser, siteUrl }: OpenSite, id: string, prepare?: (viewer: ViewerPage) => Promise<void>): Promise<Page> {
  const page = await browser.newPage({ viewport: WINDOW, serviceWorkers: 'block' });
  await page.goto(siteUrl);
  const viewer = new ViewerPage(page, SAMPLES);
  await viewer.open(id);
  await prepare?.(viewer);
  await viewer.still();
  return page;
}

async function showWholeText(viewer: ViewerPage): Promise<void> {
  const showAll = viewer.page.getByRole('button', { name: /^Show all/ }).first();
  await showAll.click();
  await viewer.still();
}

/** The 95th percentile of the times between frames while the page is scrolled, in milliseconds. */
export async function longFrame(page: Page): Promise<number> {
  await page.bringToFront();
  const frames = await page.evaluate(scrollThrough, { frames: FRAMES, step: STEP });
  return percentile95(frames);
}

/** Runs in the page: scrolls the longest of its scroll containers from its top, a step in each frame; answers the times between frames. */
async function scrollThrough({ frames, step }: { readonly frames: number; readonly step: number }): Promise<readonly number[]> {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const scrolls = (element: Element) =>
    element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
  const containers = [...document.querySelectorAll('[role="tabpanel"]:not([hidden]), [role="tabpanel"]:not([hidden]) *')].filter(scrolls);
  const container = containers.toSorted((left, right) => right.scrollHeight - left.scrollHeight)[0] ?? document.documentElement;
  container.scrollTop = 0;
  const times: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame += 1) {
    container.scrollTop += step;
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  if (container.scrollTop === 0) throw new Error('Nothing was scrolled');
  return times;
}
