import { build } from 'vite';
import type { Page } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import { inProject } from '../scripts/project-root.ts';
import { ViewerPage } from '../scripts/viewer-page.ts';
import { addProbe, type ProbeReading } from './page-probe.ts';
import { formatMilliseconds, median, ratioRow, type BenchRow } from './row.ts';

const SAMPLES = { baseUrl: '/sample/v1', key: 'sk-sample' };
const BIG = 'resp_big_10mb';
const SMALL = 'resp_sample_hello';
const RUNS = 5;
const LONGEST_TASK = 100;
/** The first row inside the big node, and the last characters of its text that every view of it shows. */
const FIRST_ROW = 'ord_0000001';
const ROW_HEIGHT = 26;

/** A body of 10 MB: how soon its first items are there, what blocks the page then, and what opening its biggest node costs. */
export async function measureBigResponse(open: OpenSite): Promise<readonly BenchRow[]> {
  const page = await open.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await addProbe(page);
  await page.goto(open.siteUrl);
  const viewer = new ViewerPage(page, SAMPLES);
  await viewer.open(SMALL); // so that nothing is loaded for the first time in what is measured
  const small = await openings(viewer, SMALL);
  const big = await openings(viewer, BIG);
  const parse = await parseTime(page, `${open.siteUrl}${SAMPLES.baseUrl}/responses/${BIG}`);
  const inItem = await openItem(viewer);
  const inTree = await openTreeNode(viewer);
  await page.close();
  const list = await openPeer(open);
  const floor = { floor: list, floorName: 'a virtualised list of the same rows', limit: 2 };
  return [
    ratioRow({
      work: 'first items of a 10 MB response, from its last byte',
      ours: median(big.map(firstItemTime)),
      floor: parse + median(small.map(firstItemTime)),
      floorName: '`JSON.parse` of it + a small response shown',
      limit: 1.5,
    }),
    longestTaskRow(big),
    ratioRow({ work: 'opening its biggest item', ours: inItem, ...floor }),
    ratioRow({ work: 'opening its biggest node in Raw', ours: inTree, ...floor }),
  ];
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

/** From pressing the header of the second item, the output with the most rows, to its first row on the screen. */
async function openItem(viewer: ViewerPage): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await viewer.open(`${BIG}.item-${run}`);
    const header = viewer.page.locator('main [role="tabpanel"] article').nth(1).locator('[aria-expanded="false"]').first();
    times.push(await header.evaluate((button: HTMLElement, text) => window.benchProbe.pressUntil(button, text), FIRST_ROW));
  }
  return median(times);
}

/** The same node in the tree of the Raw tab. */
async function openTreeNode(viewer: ViewerPage): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await viewer.open(`${BIG}.tree-${run}`, 'view=raw');
    await expanderOf(viewer.page, 'output:').click();
    await expanderOf(viewer.page, '1:').click();
    const expander = expanderOf(viewer.page, 'output:', 1);
    times.push(await expander.evaluate((button: HTMLElement, text) => window.benchProbe.pressUntil(button, text), FIRST_ROW));
  }
  return median(times);
}

function expanderOf(page: Page, label: string, index = 0) {
  return page.locator(`[role="treeitem"][aria-label^="${label}"]`).nth(index).locator(':scope > [role="button"]').first();
}

/** The peer in a page of its own: the texts of the same node in a virtualised list, opened the same way. */
async function openPeer({ browser, siteUrl }: OpenSite): Promise<number> {
  const code = await bundlePeer();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await addProbe(page);
    await page.goto(`${siteUrl}/icon.svg`); // any document of this origin that is not the viewer
    await page.goto('about:blank');
    await page.addScriptTag({ content: code });
    await page.evaluate(
      async ({ address, key, height }) => {
        const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
        const body = (await answer.json()) as { output: { output: { text: string }[] }[] };
        window.showVirtualRows(body.output[1]?.output.map(({ text }) => text) ?? [], height);
      },
      { address: `${siteUrl}${SAMPLES.baseUrl}/responses/${BIG}`, key: SAMPLES.key, height: ROW_HEIGHT },
    );
    const button = page.getByRole('button', { name: 'Open' });
    times.push(await button.evaluate((element: HTMLElement, text) => window.benchProbe.pressUntil(element, text), FIRST_ROW));
    await page.close();
  }
  return median(times);
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
