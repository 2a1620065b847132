import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { loadSample } from '#testing/sample-loader.ts';
import { startApiServer } from './api-server.ts';
import { axeComplaints, installAxe } from './axe.ts';
import { buildUnder, makeLaterBuild } from './builds.ts';
import { startStaticServer, type StaticServer } from './static-server.ts';
import { expect, test as base } from './test.ts';
import { linkTo, TABS, type Viewer } from './viewer.ts';

type Fixtures = {
  /** A host of files, of this test alone. */
  readonly host: StaticServer;
  /** A folder that goes with the test. */
  readonly folder: string;
};
const test = base.extend<Fixtures>({
  // Playwright wants the names of what a fixture needs; these need nothing.
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, provide) => {
    const host = await startStaticServer();
    await provide(host);
    await host.close();
  },
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'responses-devtools-build-'));
    await provide(folder);
    await rm(folder, { recursive: true, force: true });
  },
});
test.use({ serviceWorkers: 'allow' });

/** Waits until the worker answers for the page. */
async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The paths of all that is kept. */
async function keptPaths(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)));
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** Waits until every file that a page could ask for is kept, of the build whose paths `build` matches. */
async function untilAllIsKept(page: Page, build = /^/): Promise<void> {
  const files = await readdir('dist', { recursive: true, withFileTypes: true });
  const forHosts = ['index.html', '404.html', 'service-worker.js', '.build-inputs'];
  const count = files.filter((file) => file.isFile() && !forHosts.includes(file.name)).length;
  const kept = async () => new Set((await keptPaths(page)).filter((path) => build.test(path)));
  await expect.poll(async () => (await kept()).size, 'files that are kept, and the page').toBe(count + 1);
}

async function unplug(context: BrowserContext, host: StaticServer): Promise<void> {
  await context.setOffline(true);
  await host.close();
}

/** Every tab shows something, and none broke. */
async function expectAllTabs(viewer: Viewer): Promise<void> {
  for (const tab of TABS) {
    await viewer.openTab(tab);
    await viewer.expandAll();
    await expect(viewer.panel).not.toBeEmpty();
    await expect(viewer.panel.locator('[data-panel-error]'), tab).toHaveCount(0);
  }
}

const { bodyText } = loadSample('resp_sample_invoice_cut');

test('with the network gone, everything but APIs goes on', async ({ page, context, viewer, host }) => {
  await viewer.open(host.url);
  await untilReady(page);
  await page.getByRole('link', { name: /^Refund agent/ }).click();
  await viewer.expectState('ready');
  await untilAllIsKept(page);
  await unplug(context, host);

  await page.reload();
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(9);
  await expectAllTabs(viewer);

  await viewer.open(host.url);
  await expect(page.getByRole('contentinfo')).toContainText('Offline');
  await page.getByRole('button', { name: /^Show all/ }).click();
  await page.getByRole('link', { name: /^Every hosted tool/ }).click();
  await viewer.expectState('ready');
  await expectAllTabs(viewer);

  await viewer.open(host.url);
  await page.getByRole('heading', { name: 'Open a response' }).click();
  await viewer.paste(bodyText);
  await viewer.expectState('ready');
  await page.reload();
  await viewer.expectState('ready');
  await expect(page.getByRole('contentinfo')).toContainText('pasted');
  await expectAllTabs(viewer);
});

test('one visit to home is enough', async ({ page, context, viewer, host }) => {
  await viewer.open(host.url);
  await untilReady(page);
  await unplug(context, host);
  await page.reload();
  await page.getByRole('link', { name: /^Refund agent/ }).click();
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(9);
  for (const tab of TABS) await viewer.openTab(tab);
  await viewer.open(host.url);
  await viewer.expectState('idle');
});

test('a link to an API says that it cannot be asked, and works once it can', async ({ page, context, viewer, host }) => {
  const api = await startApiServer(); // for every origin, since the host's is its own
  api.respond('resp_1', { body: bodyText });
  await installAxe(page);
  await viewer.open(host.url);
  await untilReady(page);
  await context.setOffline(true);
  const link = host.url + linkTo('resp_1', 'https://api.nowhere.example/v1');
  await viewer.open(link);
  await viewer.expectState('idle');
  await expect(page.getByRole('note')).toContainText('You are offline: api.nowhere.example cannot be asked');
  expect(await axeComplaints(page), 'a link without a network').toEqual([]);
  await viewer.fetchResponse({ id: 'resp_1', key: 'sk-e2e-offline-00000000' });
  await viewer.expectState('failed');
  await expect(viewer.alert).toContainText('You are offline');
  await expect(viewer.alert).toContainText('open without a network');
  expect(await axeComplaints(page), 'a failure without a network').toEqual([]);
  await context.setOffline(false);
  await expect(page.getByRole('contentinfo')).not.toContainText('Offline');
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: 'sk-e2e-offline-00000000' });
  await viewer.expectState('ready');
  await api.close();
});

test('below a base path it is the same', async ({ page, context, viewer, folder }) => {
  await buildUnder('/tools/responses/', folder);
  const host = await startStaticServer(folder, '/tools/responses');
  await viewer.open(`${host.url}/`);
  await untilReady(page);
  await page.getByRole('link', { name: /^Refund agent/ }).click();
  await viewer.expectState('ready');
  expect(await keptPaths(page)).toContain('/tools/responses/samples/index.json');
  expect((await keptPaths(page)).filter((path) => !path.startsWith('/tools/responses/'))).toEqual([]);
  await unplug(context, host);
  await page.reload();
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(9);
});

/** Which build the page is of. */
const isLater = (page: Page) =>
  page.locator('script[type=module]').evaluate((script) => (script as HTMLScriptElement).src.includes('-later'));

test('a new build shows at the next load, and open pages of the old one keep their parts', async ({
  page,
  context,
  viewer,
  host,
  folder,
}) => {
  await makeLaterBuild(folder);
  await viewer.open(host.url);
  await untilReady(page);
  host.deploy(folder);

  const secondTab = await context.newPage();
  await secondTab.goto(host.url);
  expect(await isLater(secondTab)).toBe(true);
  expect(await isLater(page)).toBe(false);
  await page.getByRole('link', { name: /^Refund agent/ }).click();
  await viewer.expectState('ready');
  for (const tab of TABS) await viewer.openTab(tab);

  await secondTab.close();
  await page.reload();
  expect(await isLater(page)).toBe(true);
  await untilAllIsKept(page, /^(?!\/assets\/)|-later/);
  await unplug(context, host);
  await page.reload();
  await viewer.expectState('ready');
  expect(await isLater(page)).toBe(true);
});

test('nothing of an API is kept or goes through the worker', async ({ page, viewer, api }) => {
  api.respond('resp_1', { body: bodyText });
  const throughWorker = new Set<string>();
  const pastWorker = new Set<string>();
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url());
    (response.fromServiceWorker() ? throughWorker : pastWorker).add(origin + pathname.replace(/^\/(?:assets|samples)\/.*/, '/$&'));
  });
  await viewer.open('/');
  await untilReady(page);
  await page.reload();
  await viewer.openSample('resp_sample_refund_agent');
  await viewer.openTab('Input');
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: 'sk-e2e-worker-00000000' });
  await viewer.expectState('ready');
  await untilAllIsKept(page);

  const asked = [...pastWorker].filter((url) => url.includes('/responses/'));
  expect(asked.filter((url) => url.includes('/sample/v1/'))).not.toEqual([]);
  expect(asked).toContain(`${api.baseUrl}/responses/resp_1`);
  expect([...throughWorker].filter((url) => url.includes('/v1/'))).toEqual([]);
  expect([...throughWorker].filter((url) => url.includes('/assets/'))).not.toEqual([]);
  expect((await keptPaths(page)).filter((path) => /responses|v1/.test(path))).toEqual([]);
});

test.describe('without the worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('a page whose parts are gone from the host says so and offers the new version', async ({
    page,
    viewer,
    host,
    folder,
    complaints,
  }) => {
    await makeLaterBuild(folder);
    await viewer.open(`${host.url}/responses/resp_sample_refund_agent?base_url=/sample/v1`);
    await expect(viewer.items).toHaveCount(9);
    host.deploy(folder);
    await viewer.tab('Usage').click();
    await expect(viewer.panel.getByRole('alert')).toContainText('The Usage tab could not be loaded');
    await expect(page.getByText('A new version of this viewer is there')).toBeVisible();
    expect(complaints.splice(0).filter((complaint) => !complaint.includes('dynamically imported module'))).toEqual([]);
    await page.getByRole('note').getByRole('button', { name: 'Reload' }).click();
    await expect(viewer.panel).toContainText('tokens');
    expect(await isLater(page)).toBe(true);
  });
});

test('browsers offer to install it', async ({ page, viewer }) => {
  await viewer.open('/');
  await untilReady(page);
  const browser = await page.context().newCDPSession(page);
  const manifest = await browser.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  expect(JSON.parse(manifest.data ?? '')).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // A test's browser has a profile that keeps nothing, which nothing can be installed in.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('a file opened with the installed app opens', async ({ page, viewer }) => {
  await page.addInitScript((text) => {
    const files = [{ getFile: async () => new File([text], 'launched.json', { type: 'application/json' }) }];
    const launchQueue = { setConsumer: (consumer: (launch: { files: typeof files }) => void) => consumer({ files }) };
    Object.defineProperty(window, 'launchQueue', { value: launchQueue });
  }, bodyText);
  await viewer.open('/');
  await viewer.expectState('ready');
  await expect(page.getByRole('contentinfo')).toContainText('launched.json');
});
