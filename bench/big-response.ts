import { build } from 'vite';
import type { Locator, Page } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import { arrayOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { inProject } from '../scripts/project-root.ts';
import { goAndSettle, ViewerPage } from '../scripts/viewer-page.ts';
import { withBarePage, type BarePage } from './bare-page.ts';
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

async function measureFirstItems({ siteUrl }: OpenSite): Promise<readonly BenchRow[]> {
  return withBarePage(async (page) => {
    await addProbe(page);
    await page.addInitScript(blockServiceWorker);
    await page.goto(`${siteUrl}/`);
    // Once for nothing, so that what is measured is neither loaded nor compiled for the first time.
    await openTurns(page, 1);
    const { small, big } = await openTurns(page, RUNS);
    const parse = median(await page.evaluate(parseTimes, { url: `${SAMPLES.baseUrl}/responses/${BIG}`, key: SAMPLES.key, runs: RUNS }));
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

/** Runs in the page, before its scripts: what a service worker keeps in the background would be measured with the next response. */
function blockServiceWorker(): void {
  navigator.serviceWorker.register = () => Promise.reject(new Error('The bench has no service worker'));
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

type Turns = { readonly small: readonly ProbeReading[]; readonly big: readonly ProbeReading[] };

/** Opens the small and the big response in turns, so that both see the machine in the same moods. */
async function openTurns(page: BarePage, turns: number): Promise<Turns> {
  const small: ProbeReading[] = [];
  const big: ProbeReading[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    small.push(await openFromHome(page, `${SMALL}.bench-${turns}-${turn}`));
    big.push(await openFromHome(page, `${BIG}.bench-${turns}-${turn}`));
  }
  return { small, big };
}

/** Each time under another ID, since the viewer keeps what it has fetched. */
async function openFromHome(page: BarePage, id: string): Promise<ProbeReading> {
  await page.evaluate(goAndSettle, { link: '/', states: ['idle'], patience: PATIENCE });
  await page.evaluate(() => window.benchProbe.reset(), null);
  const link = `/responses/${id}?base_url=${SAMPLES.baseUrl}`;
  await page.evaluate(goAndSettle, { link, states: ['ready', 'failed'], patience: PATIENCE });
  return page.evaluate((name) => window.benchProbe.readSettled(name), id);
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

/** Runs in the page: what `JSON.parse` of the body takes, in milliseconds, each time. */
async function parseTimes({ url, key, runs }: { readonly url: string; readonly key: string; readonly runs: number }): Promise<number[]> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  const text = await answer.text();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    JSON.parse(text);
    return performance.now() - start;
  });
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
