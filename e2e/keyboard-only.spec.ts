import type { Locator } from '@playwright/test';
import { chooseByKeys, tabTo, watchForPointers } from './by-keyboard.ts';
import { expect, test } from './test.ts';
import { TABS, type Viewer } from './viewer.ts';

/** Goes home by the link in the top bar and opens a sample there. */
async function openSampleFromHome(viewer: Viewer, name: RegExp): Promise<void> {
  const { page } = viewer;
  if ((await viewer.main.getAttribute('data-state')) !== 'idle') {
    await tabTo(viewer, page.getByRole('link', { name: 'Responses', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await viewer.expectState('idle');
  }
  const card = viewer.main.locator('li[data-family]').getByRole('link', { name });
  if ((await card.count()) === 0) {
    await tabTo(viewer, page.getByRole('button', { name: /^Show all \d+ samples/ }));
    await page.keyboard.press('Enter');
  }
  await tabTo(viewer, card);
  await page.keyboard.press('Enter');
  await viewer.expectState('ready');
  await viewer.drawn();
}

/** Types an ID of the sample API into the field at the top and presses Enter. */
async function fetchById(viewer: Viewer, id: string): Promise<void> {
  await tabTo(viewer, viewer.idField, 'Shift+Tab');
  await viewer.page.keyboard.press('ControlOrMeta+A');
  await viewer.page.keyboard.type(id);
  await viewer.page.keyboard.press('Enter');
}

/** The focus is somewhere a reader can go on from, and not at the top of the page again. */
async function expectFocusKept({ page }: Viewer): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body), 'the focus is kept').toBe(true);
}

function rail(viewer: Viewer): Locator {
  return viewer.page.getByRole('listbox', { name: 'Items of the output' });
}

test('every screen can be worked with by keyboard alone', async ({ page, viewer }) => {
  test.slow();
  const countPointers = await watchForPointers(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await viewer.open('/');
  const header = (position: number) => viewer.header(viewer.item(position));

  await test.step('home: a sample', () => openSampleFromHome(viewer, /^Refund agent/));

  await test.step('items: walk, open, read, back out, all at once', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(header(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(header(1)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(header(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(header(8)).toBeFocused();
    await page.keyboard.press('e');
    await expect(viewer.panel.locator('article h2 button[aria-expanded="false"]')).toHaveCount(0);
    await page.keyboard.press('Shift+E');
    await expect(viewer.panel.locator('article h2 button[aria-expanded="true"]')).toHaveCount(0);
    await expect(header(8)).toBeFocused();
  });

  await test.step('find: to the next match, and back to its item', async () => {
    await page.keyboard.press('/');
    await expect(viewer.findField).toBeFocused();
    await page.keyboard.type('refund');
    await expect(viewer.findBar).toContainText(/\d of \d/);
    await page.keyboard.press('Enter');
    await expect.poll(() => viewer.highlighted()).toMatch(/^refund$/i);
    await page.keyboard.press('Escape');
    await expect(viewer.findBar).toHaveCount(0);
    await expect(viewer.panel.locator('article h2 button:focus')).toHaveCount(1);
  });

  await test.step('menu: copy a path, filter, lift the filter', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await viewer.readClipboard(); // asks for the permission
    await page.keyboard.press('Shift+F10');
    await chooseByKeys(page, 'Copy path');
    await chooseByKeys(page, 'jq');
    await expect.poll(() => viewer.readClipboard()).toBe('.output[1]');
    await expect(header(1)).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await chooseByKeys(page, 'Filter to this type');
    const filter = page.getByRole('region', { name: 'Filter of items' });
    await expect(filter).toBeVisible();
    await tabTo(viewer, filter.getByRole('button').first(), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(viewer.items).toHaveCount(9);
    await expectFocusKept(viewer);
  });

  await test.step('rail: to an item', async () => {
    await tabTo(viewer, rail(viewer), 'Shift+Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(header(7)).toBeFocused();
    await expect(header(7)).toHaveAttribute('aria-expanded', 'true');
  });

  await test.step('Raw: from the item to its row, through the tree, and its path', async () => {
    await page.keyboard.press('Shift+F10');
    await chooseByKeys(page, 'Show in Raw');
    await expect(viewer.tab('Raw')).toHaveAttribute('aria-selected', 'true');
    await expect(viewer.treeRow('/output/7')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(viewer.treeRow('/output/7/type').or(viewer.treeRow('/output/7/id')).first()).toBeFocused();
    await page.keyboard.press('Home');
    await expect(viewer.treeRow('')).toBeFocused();
    await page.keyboard.type('model');
    await expect(viewer.treeRow('/model')).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await chooseByKeys(page, 'Copy path');
    await chooseByKeys(page, 'JSONPath');
    await expect.poll(() => viewer.readClipboard()).toBe('$.model');
  });

  await test.step('tabs: by number and by arrow', async () => {
    await tabTo(viewer, viewer.tab('Raw'), 'Shift+Tab');
    await page.keyboard.press('Home');
    for (const tab of TABS) {
      await expect(viewer.tab(tab)).toBeFocused();
      await expect(viewer.tab(tab)).toHaveAttribute('aria-selected', 'true');
      await viewer.drawn();
      await page.keyboard.press('ArrowRight');
    }
    await tabTo(viewer, page.getByRole('button', { name: 'Expand all' }));
    // The fifth is Stream, which this response does not have.
    for (const [index, tab] of TABS.entries()) {
      await page.keyboard.press(String(index < 4 ? index + 1 : index + 2));
      await expect(viewer.tab(tab)).toHaveAttribute('aria-selected', 'true');
    }
    await page.keyboard.press('1');
  });

  await test.step('dialogs: shortcuts and fields, and back to where one was', async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocusKept(viewer);
    const meter = page.getByRole('contentinfo').getByRole('button', { name: /fields shown/ });
    await tabTo(viewer, meter, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(meter).toBeFocused();
  });

  await test.step('dark, by the button at the top', async () => {
    for (const theme of ['Theme: as the system', 'Theme: light']) {
      await tabTo(viewer, page.getByRole('button', { name: theme }), 'Shift+Tab');
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  await test.step('failed and incomplete responses, and an empty one', async () => {
    for (const [name, status] of [
      [/^Failed half-way/, 'failed'],
      [/^Incomplete/, 'incomplete'],
      [/^Out of quota/, 'failed'],
    ] as const) {
      await openSampleFromHome(viewer, name);
      await expect(viewer.overview).toContainText(status);
    }
  });

  await test.step('200 items: the last one is a key away', async () => {
    await fetchById(viewer, 'resp_items_200');
    await viewer.expectState('ready');
    await tabTo(viewer, rail(viewer));
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(viewer.panel.locator('article[data-position="199"] h2 button')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(header(0)).toBeFocused();
  });

  await test.step('10 MB: Raw to its end', async () => {
    await fetchById(viewer, 'resp_big_10mb');
    await viewer.expectState('ready');
    await tabTo(viewer, viewer.tab('Output'));
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await tabTo(viewer, viewer.panel.getByRole('treeitem').first());
    await page.keyboard.press('End');
    await expect(viewer.panel.getByRole('treeitem').last()).toBeFocused();
  });

  await test.step('narrow and zoomed: the rail is a drawer', async () => {
    await openSampleFromHome(viewer, /^Refund agent, turn 3/);
    await fetchById(viewer, 'resp_sample_refund_agent');
    await expect(viewer.items).toHaveCount(9);
    for (const size of [
      { width: 390, height: 844 },
      { width: 720, height: 450 },
    ]) {
      await page.setViewportSize(size);
      const button = page.getByRole('button', { name: /^Items\W+9$/ });
      await tabTo(viewer, button);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: 'Items of the output' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(button).toBeFocused();
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('a failure, and back', async () => {
    await fetchById(viewer, 'resp_error_404');
    await viewer.expectState('failed');
    await expect(viewer.alert).toContainText('404');
    await tabTo(viewer, viewer.fetchButton);
    await page.goBack();
    await viewer.expectState('ready');
    await page.keyboard.press('j');
    await expect(header(0)).toBeFocused();
  });

  expect(await countPointers(), 'pointers that were needed').toBe(0);
});
