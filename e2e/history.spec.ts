import { expect, test } from './test.ts';
import type { Viewer } from './viewer.ts';

const OPENED = ['resp_sample_hello', 'resp_sample_refusal', 'resp_sample_invoice', 'resp_sample_cancelled'];

async function openAFew(viewer: Viewer): Promise<void> {
  for (const id of OPENED) await viewer.openSample(id);
  await viewer.open('/');
}

test('what was opened is listed, newest first, with what it was', async ({ page, viewer }) => {
  await openAFew(viewer);
  const entries = page
    .getByRole('region', { name: 'Recent' })
    .or(page.locator('section', { hasText: 'Recent' }))
    .getByRole('listitem');
  await expect(entries).toHaveCount(4);
  await expect(entries.first()).toContainText('resp_sample_cancelled');
  await expect(entries.last()).toContainText('resp_sample_hello');
  await expect(entries.last()).toContainText('tokens');
  await entries.last().getByRole('link').click();
  await viewer.expectState('ready');
  await expect(page).toHaveTitle(/resp_sample_hello/);
});

test('opening something again moves it up instead of listing it twice', async ({ page, viewer }) => {
  await openAFew(viewer);
  await viewer.openSample('resp_sample_hello', 'view=usage');
  await viewer.open('/');
  const forgetButtons = page.getByRole('button', { name: /^Forget resp_/ });
  await expect(forgetButtons).toHaveCount(4);
  await expect(forgetButtons.first()).toHaveAccessibleName('Forget resp_sample_hello');
});

test('it can be searched, and taken apart entry by entry', async ({ page, viewer }) => {
  await openAFew(viewer);
  await page.getByRole('searchbox', { name: 'Search what was opened' }).fill('cancelled');
  await expect(page.getByRole('button', { name: /^Forget resp_/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Forget resp_sample_cancelled' }).click();
  await expect(page.getByText('Nothing that was opened fits this search.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Forget resp_/ })).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Forget resp_sample_cancelled' })).toHaveCount(0);
});

test('Forget all leaves nothing', async ({ page, viewer }) => {
  await openAFew(viewer);
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(page.getByRole('button', { name: /^Forget resp_/ })).toHaveCount(0);
  await expect(viewer.main).toContainText('What you open is listed here');
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('resp_sample');
});

test('with "Keep nothing" what is opened leaves no trace', async ({ page, viewer }) => {
  await openAFew(viewer);
  await page.getByLabel('Keep nothing').check();
  await expect(page.getByRole('button', { name: /^Forget resp_/ })).toHaveCount(0);
  await viewer.openSample('resp_sample_invoice');
  await viewer.open('/');
  await expect(page.getByLabel('Keep nothing')).toBeChecked();
  await expect(viewer.main).toContainText('leaves no trace in this browser');
  const stored = await page.evaluate(() => JSON.stringify([...Object.entries(localStorage), ...Object.entries(sessionStorage)]));
  expect(stored).not.toContain('resp_');
});
