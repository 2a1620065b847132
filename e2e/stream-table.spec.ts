import type { Locator } from '@playwright/test';
import { axeComplaints, installAxe } from './axe.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

const KEY = 'sk-e2e-stream-table-000000';
/** A message of so many deltas, more than fit the table. */
const DELTAS = 200;
const BEGINNING = [
  '0 created {"response":{"id":"resp_run","object":"response","status":"in_progress","background":true,"output":[]}}',
  '1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"in_progress","content":[]}}',
];
const RUN = [
  ...BEGINNING,
  ...Array.from(
    { length: DELTAS },
    (_, index) => `${index + 2} output_text.delta {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"word ${index} "}`,
  ),
  `${DELTAS + 2} completed {"response":{"id":"resp_run","object":"response","status":"completed","background":true,"output":[{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"done","annotations":[]}]}]}}`,
].join('\n');

/** How far the rows are from their end, in pixels. */
async function distanceToEnd(grid: Locator): Promise<number> {
  return grid.getByRole('rowgroup').evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop);
}

test('the table is filtered, walked, opened and linked to', async ({ page, viewer }) => {
  await installAxe(page);
  await viewer.open(linkTo('resp_sample_refund_agent', '/sample/v1', 'stream=true&view=stream&q=-type:delta+item:3'));
  await viewer.expectState('ready');
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', /^\d+$/);
  const filtered = Number(await viewer.eventGrid.getAttribute('aria-rowcount'));
  await viewer.eventFilter.fill('');
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '186');
  expect(filtered).toBeLessThan(20);
  await viewer.eventFilter.pressSequentially('type:web');
  await expect(page.getByRole('option').first()).toContainText('web_search_call');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(viewer.eventFilter).toHaveValue(/^type:web_search_call\.\w+ $/);
  await viewer.eventGrid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: 'Event', exact: true });
  await expect(detail).toContainText('web_search_call');
  await expect.poll(() => page.url()).toMatch(/seq=\d+&q=type:web_search_call/);
  expect(await axeComplaints(page)).toEqual([]);
  await viewer.readClipboard();
  await page.keyboard.press('ControlOrMeta+C');
  await expect.poll(() => viewer.readClipboard()).toContain('"type": "response.web_search_call');
  await detail.getByRole('link', { name: /web_search_call/ }).click();
  await expect(viewer.tab('Output')).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect(viewer.eventFilter).toHaveValue(/^type:web_search_call/);
  await expect(detail).toBeVisible();
});

test('the tail is followed until the reader scrolls up, paused and cleared', async ({ page, viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  await viewer.open(linkTo('resp_run', api.baseUrl, 'stream=true&view=stream'));
  await viewer.keyField.fill(KEY);
  await viewer.streamButton.click();
  await api.arrived('resp_run');
  stream.send(100);
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '100');
  await expect.poll(() => distanceToEnd(viewer.eventGrid)).toBeLessThan(2);
  await viewer.eventGrid.hover();
  await page.mouse.wheel(0, -400);
  await expect.poll(() => distanceToEnd(viewer.eventGrid)).toBeGreaterThan(100);
  stream.send(24);
  await page.getByRole('button', { name: '24 new' }).click();
  await expect.poll(() => distanceToEnd(viewer.eventGrid)).toBeLessThan(2);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  stream.send(10);
  await expect(page.getByRole('button', { name: '10 waiting' })).toBeVisible();
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '124');
  await page.getByRole('button', { name: '10 waiting' }).click();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '0');
  stream.finish();
  await viewer.expectState('ready');
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', String(RUN.split('\n').length - 134));
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', String(RUN.split('\n').length));
});

test('100,000 events: the end is a key away, a filter finds one, and few rows are drawn', async ({ page, viewer }) => {
  test.slow();
  await viewer.open(linkTo('resp_events_100000.table', '/sample/v1', 'stream=true&view=stream'));
  await viewer.expectState('ready');
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '100000');
  await viewer.eventGrid.focus();
  await page.keyboard.press('End');
  await expect(viewer.eventRow(99_999)).toBeInViewport();
  expect(await viewer.eventGrid.getByRole('row').count()).toBeLessThan(100);
  await viewer.eventFilter.fill('seq:57000 /./');
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '1');
  await viewer.eventRow(57_000).click();
  await viewer.eventFilter.fill('');
  await expect(viewer.eventRow(57_000)).toBeInViewport();
  await expect(viewer.eventRow(57_001)).toBeInViewport();
});

test('on a narrow screen only the table scrolls sideways, and columns keep their widths', async ({ page, viewer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await viewer.open(linkTo('resp_sample_refund_agent', '/sample/v1', 'stream=true&view=stream&seq=20'));
  await expect(viewer.eventRow(20)).toHaveAttribute('aria-selected', 'true');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const handle = page.getByRole('separator', { name: 'Width of type' });
  const before = Number(await handle.getAttribute('aria-valuenow'));
  await handle.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 8));
  await page.reload();
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 8));
});
