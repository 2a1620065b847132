import type { Page } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import { ViewerPage } from '../scripts/viewer-page.ts';
import { formatMilliseconds, median, type BenchRow } from './row.ts';

const SAMPLES = { baseUrl: '/sample/v1', key: 'sk-sample' };
const RUNS = 5;
/** Milliseconds per MB (10⁶ bytes) of body. */
const LIMIT = 100;
const LONGEST_TASK = 100;

type Subject = {
  readonly id: string;
  readonly megabytes: number;
  readonly work: string;
  readonly query: string;
  readonly isRegex: boolean;
};

/** What nothing in the samples holds: all of it has to be looked through. */
const SUBJECTS: readonly Subject[] = [
  { id: 'resp_text_5mb', megabytes: 5, work: 'find in 5 MB of text', query: 'no such words', isRegex: false },
  { id: 'resp_text_5mb', megabytes: 5, work: 'find in 5 MB of text, regex', query: String.raw`no\s+such\s+words?`, isRegex: true },
  { id: 'resp_big_10mb', megabytes: 10, work: 'find in 10 MB of items', query: 'no such words', isRegex: false },
];

/** How long find looks through long responses, from the key press to the count, and how long it blocks the page meanwhile. */
export async function measureFinding(open: OpenSite): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  let longest = 0;
  for (const subject of SUBJECTS) {
    const page = await openFind(open, subject);
    const searches: Search[] = [];
    for (let run = 0; run < RUNS; run += 1) searches.push(await page.evaluate(searchFor, `${subject.query}${run}`));
    await page.close();
    longest = Math.max(longest, ...searches.map(({ longestTask }) => longestTask));
    rows.push(findRow(subject, median(searches.map(({ time }) => time))));
  }
  const measured = longest === 0 ? '< 50 ms' : formatMilliseconds(longest);
  return [
    ...rows,
    { work: 'longest task while finding', measured, against: '', budget: `≤ ${LONGEST_TASK} ms`, isWithin: longest <= LONGEST_TASK },
  ];
}

function findRow({ work, megabytes }: Subject, time: number): BenchRow {
  const perMegabyte = time / megabytes;
  return {
    work,
    measured: `${formatMilliseconds(time)} (${formatMilliseconds(perMegabyte)} per MB)`,
    against: '',
    budget: `≤ ${LIMIT} ms per MB`,
    isWithin: perMegabyte <= LIMIT,
  };
}

async function openFind({ browser, siteUrl }: OpenSite, { id, isRegex }: Subject): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await page.goto(siteUrl);
  const viewer = new ViewerPage(page, SAMPLES);
  await viewer.open(id);
  await viewer.still();
  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: 'Find' }).waitFor();
  if (isRegex) await page.getByRole('button', { name: 'Use regex' }).click();
  await page.evaluate(searchFor, 'warm up'); // so that no part of it is loaded in what is measured
  return page;
}

type Search = { readonly time: number; readonly longestTask: number };

/** Runs in the page: types a query that matches nothing, and waits until find says so. In milliseconds. */
async function searchFor(query: string): Promise<Search> {
  const bar = document.querySelector('[role="search"]');
  const field = bar?.querySelector('input');
  if (bar === null || field === null || field === undefined) throw new Error('There is no find bar');
  let longestTask = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  tasks.observe({ type: 'longtask' });
  const type = (text: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const says = (pattern: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => (pattern.test(bar.textContent) ? (observer.disconnect(), resolve()) : undefined);
      const observer = new MutationObserver(look);
      observer.observe(bar, { childList: true, subtree: true, characterData: true });
      look();
    });
  type('');
  await says(/^(?!.*No matches)/);
  const start = performance.now();
  type(query);
  await says(/No matches/);
  const time = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 50)); // long tasks are told of a little later
  tasks.disconnect();
  return { time, longestTask };
}
