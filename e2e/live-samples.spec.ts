import { expect, test } from './test.ts';

test('home offers a response to watch while it is made', async ({ page, viewer }) => {
  await viewer.open('/');
  await page.getByRole('link', { name: /^Live: a quick answer/ }).click();
  await viewer.expectState('streaming');
  expect(viewer.address()).toMatch(/^\/responses\/resp_live_quick\.\w+\?.*stream=true/);
  await expect(viewer.items.first()).toContainText('Looking up the new limits');
  await expect(viewer.items.nth(2)).toContainText('Spread the nightly import', { timeout: 20_000 });
  await viewer.expectState('ready');
  await expect(viewer.status).toHaveText('Ready: completed');
});

test('a made stream of twenty thousand events opens with all of them', async ({ page, viewer }) => {
  await viewer.open('/responses/resp_events_20000.e2e?base_url=/sample/v1&stream=true&view=stream');
  await viewer.expectState('ready');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '20000');
});
