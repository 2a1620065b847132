/**
 * `npm run screenshots [-- folder]`: the views that matter, light and dark, wide and narrow, as PNG files (default folder: screenshots/).
 * `npm run screenshots -- --readme` takes docs/screenshot.png alone.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withOpenSite, type OpenSite } from './open-site.ts';
import { inProject } from './project-root.ts';
import { ViewerPage } from './viewer-page.ts';

type Shot = { readonly name: string; readonly show: (viewer: ViewerPage) => Promise<unknown> };
type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: number; readonly height: number };

const SAMPLES = { baseUrl: '/sample/v1', key: 'sk-sample' };
const AGENT = 'resp_sample_refund_agent';
const BUGGY = 'resp_sample_buggy_server';
const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, width: 1440, height: 900 },
  { colorScheme, width: 390, height: 844 },
]);

const SHOTS: readonly Shot[] = [
  { name: 'home', show: (viewer) => viewer.goHome() },
  { name: 'empty-field', show: pressFetchWithNothing },
  { name: 'agent', show: (viewer) => viewer.open(AGENT) },
  { name: 'agent-open', show: (viewer) => viewer.open(AGENT).then(() => viewer.expandAll()) },
  { name: 'every-tool', show: (viewer) => viewer.open('resp_sample_every_tool') },
  { name: 'request', show: (viewer) => viewer.open(AGENT, 'view=request') },
  { name: 'usage', show: (viewer) => viewer.open(AGENT, 'view=usage') },
  { name: 'stream', show: (viewer) => viewer.open(BUGGY, 'stream=true&view=stream&seq=20') },
  { name: 'past', show: (viewer) => viewer.open(AGENT, 'stream=true&seq=60') },
  { name: 'problems', show: (viewer) => viewer.open(BUGGY, 'stream=true&view=problems') },
  { name: 'raw', show: (viewer) => viewer.open(AGENT, 'view=raw') },
  { name: 'network', show: (viewer) => viewer.open(AGENT, 'view=network') },
  { name: 'not-found', show: (viewer) => viewer.open('resp_error_404') },
  { name: 'incomplete', show: (viewer) => viewer.open('resp_sample_invoice_cut') },
  { name: 'failed', show: (viewer) => viewer.open('resp_sample_failed_half_way') },
  { name: 'unknown-things', show: (viewer) => viewer.open('resp_sample_unknown_things').then(() => viewer.expandAll()) },
  { name: 'hostile', show: (viewer) => viewer.open('resp_sample_hostile').then(() => viewer.expandAll()) },
];

const [argument = 'screenshots'] = process.argv.slice(2);
await withOpenSite((open) => (argument === '--readme' ? takeReadmeShot(open) : takeAll(open, resolve(argument))));

async function takeAll(open: OpenSite, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const look of LOOKS) {
    const viewer = await openViewer(open, look);
    for (const { name, show } of SHOTS) {
      await show(viewer);
      await viewer.still();
      await viewer.page.screenshot({ path: join(folder, `${name}-${look.colorScheme}-${look.width}.png`), animations: 'disabled' });
      for (const complaint of viewer.takeComplaints()) console.log(`${name}: ${complaint}`);
    }
    await viewer.page.close();
  }
  console.log(`${SHOTS.length * LOOKS.length} screenshots are in ${folder}`);
}

async function takeReadmeShot(open: OpenSite): Promise<void> {
  const viewer = await openViewer(open, { colorScheme: 'dark', width: 1440, height: 900 });
  await viewer.open(AGENT);
  await viewer.still();
  const path = inProject('docs/screenshot.png');
  await viewer.page.screenshot({ path, animations: 'disabled' });
  console.log(`The picture of the README is in ${path}`);
}

async function openViewer({ browser, siteUrl }: OpenSite, { colorScheme, width, height }: Look): Promise<ViewerPage> {
  const page = await browser.newPage({ colorScheme, viewport: { width, height }, locale: 'en-US', timezoneId: 'UTC' });
  await page.goto(siteUrl);
  return new ViewerPage(page, SAMPLES);
}

async function pressFetchWithNothing(viewer: ViewerPage): Promise<void> {
  await viewer.goHome();
  await viewer.page.getByLabel('Response ID', { exact: true }).fill('');
  await viewer.page.getByRole('button', { name: 'Fetch', exact: true }).click();
}
