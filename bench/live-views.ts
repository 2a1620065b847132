import type { OpenSite } from '../scripts/open-site.ts';
import { busyTime, framesOf } from './frames.ts';
import { longMarkdown, servePacedText } from './paced-text.ts';
import { formatMilliseconds, median, ratioRow, type BenchRow } from './row.ts';

const WINDOW = { width: 1440, height: 900 };
const RUNS = 5;
/** A stream that brings so many events at once and then 2,000 a second. */
const BACKLOG = 100_000;
const LIVE = `/responses/resp_events_${BACKLOG}.rate2000.bench?base_url=/sample/v1&stream=true`;
const FRAME_LIMIT = 1.5;
const LONGEST_TASK = 100;
const TEXT_LENGTH = 190_000;
const UPDATES = 60;

/** How evenly frames come while a response is being written, and what one addition to a long text costs. */
export async function measureLiveViews(open: OpenSite): Promise<readonly BenchRow[]> {
  return [...(await measureFrames(open)), await measureUpdate(open)];
}

/** Frames while 2,000 events a second arrive behind a long backlog, against those of an empty page. */
async function measureFrames({ browser, siteUrl }: OpenSite): Promise<readonly BenchRow[]> {
  const empty = await browser.newPage({ viewport: WINDOW, serviceWorkers: 'block' });
  await empty.setContent('<!doctype html><main></main>');
  const floors: number[] = [];
  for (let run = 0; run < RUNS; run += 1) floors.push((await framesOf(empty)).p95);
  await empty.close();
  const page = await browser.newPage({ viewport: WINDOW, serviceWorkers: 'block' });
  await page.goto(`${siteUrl}${LIVE}`);
  await page.waitForFunction(hasEvents, BACKLOG, { timeout: 60_000 });
  const runs: Awaited<ReturnType<typeof framesOf>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await framesOf(page));
  await page.close();
  const longest = Math.max(...runs.map(({ longestTask }) => longestTask));
  return [
    ratioRow({
      work: '2,000 events a second behind 100,000, p95 frame',
      ours: median(runs.map(({ p95 }) => p95)),
      floor: median(floors),
      floorName: 'an empty page',
      limit: FRAME_LIMIT,
    }),
    {
      work: 'longest task while they come',
      measured: longest === 0 ? '< 50 ms' : formatMilliseconds(longest),
      against: '',
      budget: `≤ ${LONGEST_TASK} ms`,
      isWithin: longest <= LONGEST_TASK,
    },
  ];
}

/** Runs in the page: true once the tab of the stream counts so many events. */
function hasEvents(count: number): boolean {
  const tab = document.querySelector('#tab-stream')?.textContent ?? '';
  return Number(tab.replaceAll(/\D/g, '')) >= count;
}

/** The work of the main thread for one addition to a long Markdown text, against setting and laying out the text as it is. */
async function measureUpdate({ browser, siteUrl }: OpenSite): Promise<BenchRow> {
  const text = longMarkdown(TEXT_LENGTH);
  const server = await servePacedText(text, siteUrl);
  const page = await browser.newPage({ viewport: WINDOW, serviceWorkers: 'block' });
  await page.goto(`${siteUrl}/responses/resp_text?base_url=${server.baseUrl}&stream=true`);
  await page.getByLabel('API key', { exact: true }).fill('sk-bench-00000000000');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await page.getByText('The end of what was there.').waitFor({ timeout: 60_000 });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const updates: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = await busyTime(session);
    await server.addEach(UPDATES, 50);
    updates.push(((await busyTime(session)) - before) / UPDATES);
  }
  await page.close();
  await server.close();
  const plain = await browser.newPage({ viewport: WINDOW });
  const floor = await plain.evaluate(layOutPlain, text);
  await plain.close();
  return ratioRow({
    work: 'one addition to a Markdown text of 190 kB',
    ours: median(updates),
    floor,
    floorName: 'one text node, set and laid out',
    limit: 1,
  });
}

/** Runs in an empty page: how long it takes to set the text and lay it out, in milliseconds. */
function layOutPlain(text: string): number {
  const box = document.createElement('div');
  box.style.whiteSpace = 'pre-wrap';
  document.body.append(box);
  const times = Array.from({ length: 9 }, (_, index) => {
    const start = performance.now();
    box.textContent = `${text}${index}`;
    // Reading it lays it out.
    return box.offsetHeight > 0 ? performance.now() - start : NaN;
  });
  return times.toSorted((left, right) => left - right)[4] ?? NaN;
}
