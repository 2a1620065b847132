import type { Page } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import { ViewerPage } from '../scripts/viewer-page.ts';
import { busyTime } from './frames.ts';
import { formatMilliseconds, median, ratioRow, type BenchRow } from './row.ts';
import { emptyPage, longFrame } from './scrolling.ts';

const SAMPLES = { baseUrl: '/sample/v1', key: 'sk-sample' };
const RUNS = 5;
const SCROLL_LIMIT = 1.2;
const FILTER_LIMIT = 100;
const ROWS = 1_000_000;

/** Filters that look at every event, by what they have to read of it. */
const FILTERS = [
  { work: 'by type', filter: '-type:delta' },
  { work: 'by a text that is nowhere', filter: 'no such words' },
  { work: 'by a regex that is nowhere', filter: String.raw`/no\s+such\s+words?/` },
];

/** How evenly the event table scrolls, and how long filtering holds the page. */
export async function measureStreamTable(open: OpenSite): Promise<readonly BenchRow[]> {
  return [...(await measureFilters(open)), await measureTableScroll(open)];
}

async function measureTableScroll(open: OpenSite): Promise<BenchRow> {
  const empty = await emptyPage(open);
  const table = await openTable(open, `resp_events_${ROWS}`);
  const floors: number[] = [];
  const ours: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    floors.push(await longFrame(empty));
    ours.push(await longFrame(table));
  }
  await empty.close();
  await table.close();
  const work = 'scrolling 1,000,000 events, p95 frame';
  return ratioRow({ work, ours: median(ours), floor: median(floors), floorName: 'an empty page', limit: SCROLL_LIMIT });
}

async function measureFilters(open: OpenSite): Promise<readonly BenchRow[]> {
  const page = await openTable(open, 'resp_events_100000');
  const rows: BenchRow[] = [];
  for (const { work, filter } of FILTERS) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await filteringTime(page, filter));
    const time = median(times);
    rows.push({
      work: `filtering 100,000 events ${work}, time of the main thread`,
      measured: formatMilliseconds(time),
      against: '',
      budget: `≤ ${FILTER_LIMIT} ms`,
      isWithin: time <= FILTER_LIMIT,
    });
  }
  await page.close();
  return rows;
}

async function openTable({ browser, siteUrl }: OpenSite, id: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await page.goto(siteUrl);
  const viewer = new ViewerPage(page, SAMPLES);
  await viewer.open(id, 'stream=true&view=stream');
  await page.locator('main[data-state="ready"]').waitFor({ timeout: 180_000 });
  await viewer.still();
  return page;
}

/** How long the main thread of the page is at work from a filter being typed until its count stands, in milliseconds. */
async function filteringTime(page: Page, filter: string): Promise<number> {
  const field = page.getByRole('combobox', { name: 'Filter events' });
  await field.fill('');
  await page.evaluate(settle);
  const session = await page.context().newCDPSession(page);
  // Of the processor, so that what else the machine does is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await busyTime(session);
  await field.fill(filter);
  await page.evaluate(settle);
  const after = await busyTime(session);
  await session.detach();
  return after - before;
}

/** Runs in the page: waits until the count of the filter stands still for a fifth of a second. */
async function settle(): Promise<void> {
  const text = () => document.querySelector('[data-event-count]')?.textContent ?? '';
  for (let last = '…'; last !== text() || last.includes('…');) {
    last = text();
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
}
