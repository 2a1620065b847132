import { axeComplaints, installAxe } from './axe.ts';
import { DISTINCTIVE_KEY } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

const ODD = `{"id":"resp_1","object":"response","status":"completed","big":9007199254740993,"share":1.0,
"output":[{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"First line.\\nSecond line.","annotations":[]}]}],
"metadata":{"a.b":"dotted","stage":"draft","stage":"final"}}`;

test('numbers and repeated keys are shown and copied as they were sent', async ({ page, viewer, api }) => {
  api.respond('resp_1', { body: ODD });
  await viewer.open(linkTo('resp_1', api.baseUrl, 'view=raw'));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  await viewer.openTab('Raw');
  await expect(viewer.treeRow('/big')).toContainText('9007199254740993JavaScript reads 9007199254740992');
  await expect(viewer.treeRow('/share')).toContainText('1.0');
  await expect(viewer.panel).toContainText('1 number that JavaScript can’t hold, 1 repeated key');
  await viewer.panel.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(viewer.treeRow('/big')).toBeFocused();
  await viewer.panel.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(viewer.treeRow('/metadata/stage')).toContainText('"final"');
  await expect(viewer.panel.getByRole('treeitem').filter({ hasText: 'sent before; the last one counts' })).toContainText('"draft"');
  await viewer.readClipboard();
  await viewer.treeRow('/big').click();
  await page.getByRole('button', { name: 'Copy value' }).click();
  await expect.poll(() => viewer.readClipboard()).toBe('9007199254740993');
});

test('the tree is opened, read and left by keyboard alone', async ({ page, viewer, api }) => {
  await installAxe(page);
  api.respond('resp_1', { body: ODD });
  await viewer.open(linkTo('resp_1', api.baseUrl, 'view=raw'));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await viewer.openTab('Raw');
  await viewer.treeRow('').focus();
  await page.keyboard.type('outp');
  await expect(viewer.treeRow('/output')).toBeFocused();
  for (const pointer of ['/output/0', '/output/0/type']) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(viewer.treeRow(pointer)).toBeFocused();
  }
  await page.keyboard.type('content');
  await page.keyboard.press('*');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('text');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toHaveText('2Second line.');
  expect(await axeComplaints(page)).toEqual([]);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Dot path' })).toBeFocused();
  await viewer.readClipboard();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'jq' }).press('Enter');
  await expect.poll(() => viewer.readClipboard()).toBe('.output[0].content[0].text');
  await expect(page.getByRole('button', { name: 'jq', exact: true })).toBeFocused();
});

test('a place goes to Raw and back to its item', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent', 'view=raw');
  await viewer.expandAll();
  await viewer.treeRow('/output/2/type').click();
  await viewer.panel.getByRole('button', { name: 'Show in Output' }).click();
  await expect(viewer.tab('Output')).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect(viewer.tab('Raw')).toHaveAttribute('aria-selected', 'true');
  await expect(viewer.treeRow('/output/2/type')).toHaveAttribute('aria-selected', 'true');
});

test('10 MB: all is opened, the end is a key away, and only what is seen is drawn', async ({ page, viewer }) => {
  test.slow();
  await viewer.open(linkTo('resp_big_10mb.tree', '/sample/v1', 'view=raw'));
  await viewer.expectState('ready');
  await viewer.drawn();
  await viewer.expandAll();
  await viewer.treeRow('').click();
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toHaveAttribute('data-path', '/metadata');
  await expect(page.locator(':focus')).toBeInViewport();
  expect(await viewer.panel.getByRole('treeitem').count()).toBeLessThan(150);
  await page.keyboard.press('Home');
  await expect(viewer.treeRow('')).toBeInViewport();
});

test('500 levels are reached in one step, and nothing scrolls sideways but the tree', async ({ page, viewer }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await viewer.openSample('resp_deep_500.tree', 'view=raw');
  await viewer.expandAll();
  await viewer.treeRow('').focus();
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toContainText('the bottom');
  await expect(page.getByRole('navigation', { name: 'Path' })).toContainText('493 levels');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
