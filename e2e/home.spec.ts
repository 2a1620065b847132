import { expect, test } from './test.ts';

test('an idle home screen asks for nothing', async ({ page, viewer }) => {
  await page.clock.install();
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await viewer.open('/');
  await expect(page.getByRole('link', { name: /^Refund agent/ }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const atFirst = urls.length;
  await page.clock.runFor(60_000);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
  await page
    .getByRole('link', { name: /^Refund agent/ })
    .first()
    .hover();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
  expect(urls.slice(atFirst)).toEqual([]);
  expect(await page.locator('link[rel="prefetch"], link[rel="preconnect"], link[rel="dns-prefetch"]').count()).toBe(0);
});

test('home loads its own parts and the list of samples, and nothing from elsewhere', async ({ page, viewer, baseURL }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await viewer.open('/');
  await page.waitForLoadState('networkidle');
  expect(urls.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  expect(urls.filter((url) => url.includes('/samples/') || url.includes('/sample/'))).toEqual([`${baseURL}/samples/index.json`]);
});

test('the theme is chosen in one press each, and kept', async ({ page, viewer }) => {
  await viewer.open('/');
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Theme: dark' }).click();
  await expect(page.getByRole('button', { name: 'Theme: as the system' })).toBeVisible();
});
