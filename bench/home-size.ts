import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import type { OpenSite } from '../scripts/open-site.ts';
import type { BenchRow } from './row.ts';

const LIMIT_BYTES = 150_000;
/** How long the page is left alone, to see that it then asks for nothing. */
const IDLE_MILLISECONDS = 5000;

/** What the home screen loads before anybody does anything: JavaScript and CSS as gzip would send them, and what it asks for while idle. */
export async function measureHome({ browser, siteUrl }: OpenSite): Promise<readonly BenchRow[]> {
  const page = await browser.newPage();
  const answers: Response[] = [];
  page.on('response', (response) => answers.push(response));
  await page.goto(siteUrl, { waitUntil: 'networkidle' });
  const loaded = answers.length;
  const bytes = await codeBytes(answers);
  await leaveAlone(page);
  const whileIdle = answers.slice(loaded).map((response) => new URL(response.url()).pathname);
  await page.close();
  return [
    {
      work: 'home: JavaScript and CSS, gzip',
      measured: `${(bytes / 1000).toFixed(1)} kB`,
      against: 'React alone: 68 kB',
      budget: `≤ ${LIMIT_BYTES / 1000} kB`,
      isWithin: bytes > 0 && bytes <= LIMIT_BYTES,
    },
    {
      work: `home: requests while idle for ${IDLE_MILLISECONDS / 1000} s`,
      measured: whileIdle.length === 0 ? '0' : `${whileIdle.length} (${whileIdle.join(', ')})`,
      against: '',
      budget: '0',
      isWithin: whileIdle.length === 0,
    },
  ];
}

async function codeBytes(answers: readonly Response[]): Promise<number> {
  const code = answers.filter((response) => ['script', 'stylesheet'].includes(response.request().resourceType()));
  const sizes = await Promise.all(code.map(async (response) => gzipSync(await response.body(), { level: 9 }).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Lets time pass inside the page, whose timers and idle callbacks are what could start a request. */
async function leaveAlone(page: Page): Promise<void> {
  await page.evaluate((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), IDLE_MILLISECONDS);
}
