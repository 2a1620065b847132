import { startStaticServer, type StaticServer } from './static-server.ts';
import { expect, test as base } from './test.ts';

const test = base.extend<{ readonly host: StaticServer }>({
  // Playwright wants the names of what a fixture needs; this one needs nothing.
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, provide) => {
    const host = await startStaticServer();
    await provide(host);
    await host.close();
  },
});

test('samples open by card and by link on a host that knows only files', async ({ page, viewer, host }) => {
  await viewer.open(host.url);
  await page.getByRole('link', { name: /^Refund agent/ }).click();
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(9);
  await page.reload();
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(9);
});

test('the API in the page refuses as the real one does', async ({ viewer, host }) => {
  await viewer.open(`${host.url}/responses/resp_nobody_knows?base_url=/sample/v1`);
  await viewer.expectState('failed');
  await expect(viewer.alert).toContainText('404');
});
