import { readFile } from 'node:fs/promises';
import { axeComplaints, installAxe } from './axe.ts';
import { DISTINCTIVE_KEY, messageResponse } from './responses.ts';
import { expect, test } from './test.ts';

test('what an item holds is copied from its menu', async ({ viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  await viewer.openMenuOf(viewer.header(viewer.item(1)));
  await viewer.choose('Copy JSON');
  expect(JSON.parse(await viewer.readClipboard())).toMatchObject({ type: 'function_call', name: 'search_orders' });

  await viewer.openMenuOf(viewer.header(viewer.item(1)));
  await viewer.page.getByRole('menuitem', { name: 'Copy path' }).click();
  await viewer.choose('jq');
  expect(await viewer.readClipboard()).toBe('.output[1]');
  await expect(viewer.page.getByText('Copied jq filter')).toBeVisible();

  await viewer.openMenuOf(viewer.header(viewer.item(1)));
  await viewer.choose('Copy link to item 1');
  await viewer.page.goto(await viewer.readClipboard());
  await viewer.expectState('ready');
  await expect(viewer.header(viewer.item(1))).toHaveAttribute('aria-expanded', 'true');
});

test('a part and a node of a tree have menus of their own', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  await viewer.openMenuOf(viewer.place('/output/6/content/0/text'));
  await viewer.choose('Copy text');
  expect(await viewer.readClipboard()).not.toBe('');

  await viewer.expand(viewer.item(1));
  await viewer.item(1).getByRole('button', { name: 'Tree', exact: true }).click();
  await viewer.openMenuOf(viewer.item(1).getByRole('treeitem').nth(1));
  await page.getByRole('menuitem', { name: 'Copy path' }).click();
  await viewer.choose('jq');
  expect(await viewer.readClipboard()).toMatch(/^\.output\[1\]\.arguments \| fromjson \| \.\w+$/);
});

test('the menu is opened, walked and left by keyboard, and the focus comes back', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const header = viewer.header(viewer.item(2));
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await header.focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem').last()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(viewer.menu).toHaveCount(0);
    await expect(header).toBeFocused();
  }
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-expanded', 'true');
  await expect(header).toBeFocused();

  await viewer.header(viewer.item(2)).focus();
  await viewer.item(2).getByRole('button', { name: 'More for item 2' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
});

test('a selection, a link and Shift keep the menu of the browser', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const text = viewer.place('/output/6/content/0/text').getByRole('paragraph').first();
  const wasLeftAlone = () =>
    page.evaluate(
      () => new Promise<boolean>((resolve) => addEventListener('contextmenu', (event) => resolve(!event.defaultPrevented), { once: true })),
    );
  let leftAlone = wasLeftAlone();
  await text.click({ button: 'right', modifiers: ['Shift'], position: { x: 6, y: 6 } });
  expect(await leftAlone).toBe(true);
  await text.selectText();
  leftAlone = wasLeftAlone();
  await text.click({ button: 'right', position: { x: 6, y: 6 } });
  expect(await leftAlone).toBe(true);
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  leftAlone = wasLeftAlone();
  await viewer.item(6).getByRole('link', { name: 'Copy link to item 6' }).click({ button: 'right' });
  expect(await leftAlone).toBe(true);
  await expect(viewer.menu).toHaveCount(0);
  leftAlone = wasLeftAlone();
  await text.click({ button: 'right', position: { x: 6, y: 6 } });
  expect(await leftAlone).toBe(false);
});

test('an item is shown in Raw and a row of Raw in Output, and Back leads to each again', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const header = viewer.header(viewer.item(3));
  await header.click();
  await viewer.item(3).getByRole('button', { name: 'Show item 3 in Raw' }).click();
  const row = viewer.place('/output/3');
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
  await page.goBack();
  await expect(header).toHaveAttribute('aria-expanded', 'true');
  await expect(viewer.item(3).locator(':focus')).toHaveCount(1);

  await page.goForward();
  await viewer.openMenuOf(viewer.place('/output/3'));
  await viewer.choose('Expand all of it');
  await viewer.openMenuOf(viewer.place('/output/3/type'));
  await viewer.choose('Show in Output');
  await expect(header).toBeFocused();
  await expect(viewer.place('/output/3/type')).toBeInViewport();
});

test('a field of Request leads to Raw, and its menu hides the credentials of a tool as the view does', async ({ page, viewer, api }) => {
  const tools = [{ type: 'mcp', server_label: 'crm', server_url: 'https://crm.example/mcp', authorization: 'letmein-e2e' }];
  api.respond('resp_1', { body: messageResponse('resp_1', 'Hello.', { tools }) });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: DISTINCTIVE_KEY });
  await viewer.openTab('Request');
  await viewer.openMenuOf(viewer.place('/tools'));
  await viewer.choose('Copy JSON');
  expect(await viewer.readClipboard()).toContain('crm');
  expect(await viewer.readClipboard()).not.toContain('letmein');
  await viewer.openMenuOf(viewer.place('/model'));
  await viewer.choose('Show in Raw');
  await expect(page).toHaveURL(/view=raw/);
  await expect(viewer.place('/model')).toBeFocused();
});

test('the list is filtered to a type by menu and by link, and a jump lifts the filter', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_every_tool');
  await expect(viewer.items).toHaveCount(16);
  await viewer.openMenuOf(viewer.header(viewer.item(5)));
  await viewer.choose('Filter to this type');
  await expect(page).toHaveURL(/[?&]q=type:shell_call(?:&|$)/);
  const filter = page.getByRole('region', { name: 'Filter of items' });
  await expect(filter).toContainText('1 of 16 items');
  await expect(viewer.items).toHaveCount(1);
  await expect(viewer.item(0)).toHaveAttribute('data-position', '5');

  await page.reload();
  await expect(viewer.items).toHaveCount(1);
  await viewer
    .item(0)
    .getByRole('button', { name: /^Output: @/ })
    .click();
  await expect(viewer.items).toHaveCount(16);
  await expect(filter).toHaveCount(0);
  await expect(page.locator('article[data-item-type="shell_call_output"] h2 button:focus')).toHaveAttribute('aria-expanded', 'true');

  await viewer.openMenuOf(viewer.header(viewer.item(0)));
  await viewer.choose('Hide this type');
  await expect(page.locator('article[data-item-type="reasoning"]')).toHaveCount(0);
  await filter.getByRole('button').click();
  await expect(viewer.items).toHaveCount(16);
  await expect(page.locator('article h2 button:focus')).toHaveCount(1);
});

test('a filter that shows nothing, and words that filter nothing, are said', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent', 'q=type:no_such_call%20delta');
  await expect(page.getByRole('region', { name: 'Filter of items' })).toContainText('unknown word:delta');
  await expect(viewer.items).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all types' }).click();
  await expect(viewer.items).not.toHaveCount(0);
  await expect(page).toHaveURL(/[?&]q=delta(?:&|$)/);
});

test('an image and a text are saved as what they are', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_every_tool');
  const save = async (position: number, name: string) => {
    await viewer.openMenuOf(viewer.header(viewer.item(position)));
    const download = page.waitForEvent('download');
    await viewer.choose(name);
    return download;
  };
  const image = await save(12, 'Save PNG image as file');
  expect(image.suggestedFilename()).toBe('resp_sample_every_tool.output.12.png');
  expect((await readFile(await image.path())).subarray(1, 4).toString()).toBe('PNG');
  const text = await save(15, 'Save text as file');
  expect(text.suggestedFilename()).toBe('resp_sample_every_tool.output.15.txt');
  const json = await save(15, 'Save JSON as file');
  expect(JSON.parse(await readFile(await json.path(), 'utf8'))).toMatchObject({ type: 'message' });
});

test('input items have menus of their own, without Raw', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent', 'view=input');
  await viewer.openMenuOf(viewer.header(viewer.item(0)));
  await expect(viewer.menu).toHaveAccessibleName('data[0]');
  await expect(page.getByRole('menuitem', { name: /^Show in/ })).toHaveCount(0);
  await viewer.choose('Copy JSON');
  expect(JSON.parse(await viewer.readClipboard())).toMatchObject({ type: 'message' });
});

for (const { name, width, height, colorScheme } of [
  { name: 'wide', width: 1440, height: 900, colorScheme: 'light' },
  { name: 'wide, dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'narrow', width: 390, height: 844, colorScheme: 'dark' },
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme });
    test('axe finds nothing with a menu open and a filter on, and nothing moved', async ({ page, viewer }) => {
      await installAxe(page);
      await viewer.openSample('resp_sample_refund_agent', 'q=type:function_call');
      const before = await viewer.item(1).boundingBox();
      await viewer.openMenuOf(viewer.header(viewer.item(0)));
      expect(await viewer.item(1).boundingBox()).toEqual(before);
      if (width > 640) await page.getByRole('menuitem', { name: 'Copy path' }).hover();
      await expect(page.getByRole('menuitem', { name: 'JSONPath' })).toBeVisible();
      expect(await axeComplaints(page)).toEqual([]);
    });
  });
}
