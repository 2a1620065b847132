import { build } from 'vite';
import type { Locator, Page } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import { arrayOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { inProject } from '../scripts/project-root.ts';
import { ViewerPage } from '../scripts/viewer-page.ts';
import { addProbe, type ProbeReading } from './page-probe.ts';
import { formatMilliseconds, median, ratioRow, type BenchRow } from './row.ts';

const SAMPLES = { baseUrl: '/sample/v1', key: 'sk-sample' };
const BIG = 'resp_big_10mb';
const SMALL = 'resp_sample_hello';
const RUNS = 5;
const LONGEST_TASK = 100;
/** A row among the first of the big node, but not the very first, which its closed line may quote. */
const EARLY_ROW = 'ord_0000009';
/** Longer than any time worth telling from "it hangs". */
const PATIENCE = 15_000;
const ROW_HEIGHT = 26;

/** A body of 10 MB: how soon its first items are there, what blocks the page then, and what opening its biggest node costs. */
export async function measureBigResponse(open: OpenSite): Promise<readonly BenchRow[]> {
  const peer = { code: await bundlePeer(), rows: await biggestNode(open.siteUrl) };
  const list = await medianOf(() => openPeer(open, peer));
  const floor = { floor: list, floorName: 'a virtualised list of the same rows', limit: 2 };
  return [
    ...(await measureFirstItems(open)),
    // An item draws the whole views of its first parts, not rows: this limit guards against drawing all of them.
    ratioRow({ work: 'opening its biggest item', ours: await medianOf(() => withViewer(open, openItem)), ...floor, limit: 10 }),
    ratioRow({ work: 'opening its biggest node in Raw', ours: await medianOf(() => withViewer(open, openTreeNode)), ...floor }),
  ];
}

async function measureFirstItems(open: OpenSite): Promise<readonly BenchRow[]> {
  return withViewer(open, async (viewer) => {
    await viewer.open(SMALL); // so that nothing is loaded for the first time in what is measured
    const small = await openings(viewer, SMALL);
    const big = await openings(viewer, BIG);
    const parse = await parseTime(viewer.page, `${open.siteUrl}${SAMPLES.baseUrl}/responses/${BIG}`);
    const first = ratioRow({
      work: 'first items of a 10 MB response, from its last byte',
      ours: median(big.map(firstItemTime)),
      floor: parse + median(small.map(firstItemTime)),
      floorName: '`JSON.parse` of it + a small response shown',
      limit: 1.5,
    });
    return [first, longestTaskRow(big)];
  });
}

/** A viewer in a page of its own, so that one that hangs takes no other measurement with it. */
async function withViewer<Result>({ browser, siteUrl }: OpenSite, work: (viewer: ViewerPage) => Promise<Result>): Promise<Result> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  page.setDefaultTimeout(PATIENCE);
  await addProbe(page);
  await page.goto(siteUrl);
  try {
    return await work(new ViewerPage(page, SAMPLES));
  } finally {
    await page.close();
  }
}

/** The median of several runs; infinite as soon as one of them does not end. */
async function medianOf(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const time = await measure();
    if (time === Infinity) return Infinity;
    times.push(time);
  }
  return median(times);
}

/** Milliseconds from pressing `button` to text of that pattern on the screen, in its item or tree row; infinite when the page does not get there within our patience. */
async function pressTime(button: Locator, pattern: string): Promise<number> {
  const pressed = button.evaluate((element: HTMLElement, wanted) => window.benchProbe.pressUntil(element, wanted), pattern);
  const patience = new Promise<number>((resolve) => setTimeout(resolve, PATIENCE, Infinity).unref());
  return Promise.race([pressed.catch(() => Infinity), patience]);
}

async function openings(viewer: ViewerPage, id: string): Promise<readonly ProbeReading[]> {
  const readings: ProbeReading[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const ownId = `${id}.bench-${run}`; // an ID of its own: the viewer keeps what it has fetched
    await viewer.goHome();
    await viewer.page.evaluate(() => window.benchProbe.reset());
    await viewer.open(ownId);
    readings.push(await viewer.page.evaluate((name) => window.benchProbe.read(name), ownId));
  }
  return readings;
}

function firstItemTime({ bodyAt, firstItemAt }: ProbeReading): number {
  return bodyAt === null || firstItemAt === null ? NaN : firstItemAt - bodyAt;
}

/** The longest stretch that blocked the page after the body was parsed (or had arrived, where a worker parsed it). */
function longestTaskRow(readings: readonly ProbeReading[]): BenchRow {
  const longest = Math.max(...readings.map(longestAfterParse));
  return {
    work: 'longest task after the parse',
    measured: longest === 0 ? '< 50 ms' : formatMilliseconds(longest),
    against: '',
    budget: `≤ ${LONGEST_TASK} ms`,
    isWithin: longest <= LONGEST_TASK,
  };
}

function longestAfterParse({ bodyAt, parsedAt, longTasks }: ProbeReading): number {
  const from = parsedAt ?? bodyAt ?? 0;
  return Math.max(0, ...longTasks.map(({ start, end }) => end - Math.max(start, from)));
}

/** `JSON.parse` of the body in the same browser, in milliseconds. */
async function parseTime(page: Page, url: string): Promise<number> {
  const times = await page.evaluate(
    async ({ address, key, runs }) => {
      const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
      const text = await answer.text();
      return Array.from({ length: runs }, () => {
        const start = performance.now();
        JSON.parse(text);
        return performance.now() - start;
      });
    },
    { address: url, key: SAMPLES.key, runs: RUNS },
  );
  return median(times);
}

/** From pressing the header of the second item, the output with the most rows, to a row on the screen that its closed line does not show. */
async function openItem(viewer: ViewerPage): Promise<number> {
  await viewer.open(BIG);
  await viewer.still();
  const header = viewer.page.locator('main [role="tabpanel"] article').nth(1).locator('[aria-expanded="false"]').first();
  return pressTime(header, EARLY_ROW);
}

/** The same node in the tree of the Raw tab, from pressing its row to its first rows. */
async function openTreeNode(viewer: ViewerPage): Promise<number> {
  await viewer.open(BIG, 'view=raw');
  await viewer.still();
  await arrowOf(viewer.page, '/output').click();
  await arrowOf(viewer.page, '/output/1').click();
  return pressTime(arrowOf(viewer.page, '/output/1/output'), EARLY_ROW);
}

/** What opens and closes the row of the value at a JSON Pointer. */
function arrowOf(page: Page, pointer: string): Locator {
  return page.locator(`[role="treeitem"][data-path="${pointer}"] [data-toggle]`).first();
}

type Peer = { readonly code: string; readonly rows: readonly string[] };

/** The peer in a page of its own: the texts of the same node in a virtualised list, opened the same way. */
async function openPeer({ browser }: OpenSite, { code, rows }: Peer): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await addProbe(page);
  await page.goto('about:blank'); // the viewer's own documents forbid scripts that are not theirs
  await page.addScriptTag({ content: code });
  await page.evaluate(({ texts, height }) => window.showVirtualRows(texts, height), { texts: rows, height: ROW_HEIGHT });
  const time = await pressTime(page.getByRole('button', { name: 'Open' }), EARLY_ROW);
  await page.close();
  return time;
}

async function biggestNode(siteUrl: string): Promise<readonly string[]> {
  const answer = await fetch(`${siteUrl}${SAMPLES.baseUrl}/responses/${BIG}`, { headers: { authorization: `Bearer ${SAMPLES.key}` } });
  const output = arrayOf(objectOf((await answer.json()) as JsonValue)?.['output']);
  return arrayOf(objectOf(output[1])?.['output']).map((part) => stringOf(objectOf(part)?.['text']) ?? '');
}

async function bundlePeer(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: { input: inProject('bench/peers/virtual-rows.tsx'), output: { format: 'iife' } },
      modulePreload: false,
    },
  });
  const output = Array.isArray(built) ? built[0]?.output : 'output' in built ? built.output : undefined;
  const chunk = output?.find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('The peer was not built');
  return chunk.code;
}
