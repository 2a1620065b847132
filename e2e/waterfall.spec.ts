import type { Locator } from '@playwright/test';
import { axeComplaints, installAxe } from './axe.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

/** 186 events; its stream is replayed, so that events are drawn by number. */
const AGENT = linkTo('resp_sample_refund_agent', '/sample/v1', 'stream=true&view=stream');
const HOSTED_TOOL = [244, 114, 182]; // the dark token

/** Where the ticks of a lane begin on the canvas, in pixels of the plot, and their colour; null while none are drawn. */
async function firstTick(plot: Locator, row: number) {
  return plot.locator('canvas[data-lanes]').evaluate((canvas: HTMLCanvasElement, at) => {
    const ratio = devicePixelRatio;
    // A copy of one line of pixels, made to be read.
    const line = new OffscreenCanvas(canvas.width, 1).getContext('2d', { willReadFrequently: true });
    line?.drawImage(canvas, 0, -(at * 24 + 12) * ratio);
    const pixels = line?.getImageData(0, 0, canvas.width, 1).data ?? [];
    // Bars and lines are fainter than ticks.
    for (let x = 0; x < canvas.width; x += 1) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.slice(4 * x, 4 * x + 4);
      if (alpha > 250 && Math.max(red, green, blue) > 100) return { x: x / ratio, color: [red, green, blue] };
    }
    return null;
  }, row);
}

test('a lane for each item, its ticks in the colour of what it is; a tick leads to its event', async ({ page, viewer }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await installAxe(page);
  // The lanes are those of the whole stream, whatever the table is limited to.
  await viewer.open(`${AGENT}&q=item:3`);
  await viewer.expectState('ready');
  await expect(viewer.lanes).toHaveAttribute('aria-rowcount', '11');
  await expect(viewer.lanes.getByRole('row', { name: /search_orders/ })).toContainText('search_orders974');
  const row = await viewer.lanes.getByRole('rowheader').allTextContents();
  const at = row.indexOf('3web search');
  await expect.poll(async () => (await firstTick(viewer.waterfall, at))?.color).toEqual(HOSTED_TOOL);
  const tick = await firstTick(viewer.waterfall, at);
  await viewer.waterfall.hover({ position: { x: (tick?.x ?? 0) + 2, y: 24 + at * 24 + 12 } });
  await expect(page.locator('[data-hover-card]')).toContainText('response.output_item.added');
  await viewer.waterfall.click({ position: { x: (tick?.x ?? 0) + 2, y: 24 + at * 24 + 12 } });
  await expect(page.getByRole('region', { name: 'Event', exact: true })).toContainText('response.output_item.added');
  await expect(viewer.lanes.getByRole('row', { name: /web search/ })).toHaveAttribute('aria-selected', 'true');
  expect(await axeComplaints(page)).toEqual([]);
});

test('a marked range limits the table, and can be zoomed to and taken back', async ({ page, viewer }) => {
  await viewer.open(AGENT);
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '186');
  const box = await viewer.waterfall.boundingBox();
  const y = (box?.y ?? 0) + 60;
  await page.mouse.move((box?.x ?? 0) + 200, y);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 400, y, { steps: 3 });
  await page.mouse.up();
  await expect(viewer.eventFilter).toHaveValue(/^seq:\d+-\d+$/);
  await expect(viewer.eventGrid).not.toHaveAttribute('aria-rowcount', '186');
  await page.getByRole('button', { name: 'Zoom to range' }).click();
  await expect(page.getByRole('button', { name: 'Fit all' })).toBeEnabled();
  await page.getByRole('button', { name: 'Clear range' }).click();
  await expect(viewer.eventFilter).toHaveValue('');
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '186');
});

test('lanes are walked, zoomed and filtered by keys', async ({ page, viewer }) => {
  await viewer.open(AGENT);
  await expect(viewer.lanes.getByRole('row', { name: /get_refund_policy/ })).toBeVisible();
  await viewer.lanes.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  const detail = page.getByRole('region', { name: 'Event', exact: true });
  await expect(detail).toContainText('"get_refund_policy"');
  await page.keyboard.press(']');
  await expect(detail).toContainText('response.function_call_arguments.');
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Fit all' })).toBeEnabled();
  await page.keyboard.press('0');
  await expect(page.getByRole('button', { name: 'Fit all' })).toBeDisabled();
  await page.keyboard.press('Shift+Enter');
  await expect(viewer.eventFilter).toHaveValue(/^item:fc_/);
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '4');
  await page.keyboard.press('Shift+Enter');
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '186');
});

test('on a narrow screen it starts folded away, takes turns with its table, and stays as it was left', async ({ page, viewer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await viewer.open(AGENT);
  const fold = page.getByRole('button', { name: 'Waterfall and timings' });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.click();
  await expect(viewer.waterfall).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(viewer.waterfall).toHaveCount(0);
  await expect(viewer.lanes.getByRole('columnheader', { name: 'longest gap' })).toBeInViewport();
  await page.reload();
  await expect(viewer.waterfall).toBeVisible();
});
