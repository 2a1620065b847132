import type { Locator, Page } from '@playwright/test';
import { linkTo, type Viewer } from './viewer.ts';
import { expect, test } from './test.ts';

const RUN = 'resp_items_2000';

function rail(page: Page, of = 'output'): Locator {
  return page.getByRole('listbox', { name: `Items of the ${of}` });
}

function row(page: Page, position: number): Locator {
  return rail(page).locator(`[data-position="${position}"]`);
}

function item(viewer: Viewer, position: number): Locator {
  return viewer.panel.locator(`article[data-position="${position}"]`);
}

/** How far below the top of its pane, or of the window, something stands, in pixels. */
async function distanceFromTop(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const pane = node.closest('[data-pane]');
    const top = pane !== null && getComputedStyle(pane).overflowY === 'auto' ? pane.getBoundingClientRect().top : 0;
    return node.getBoundingClientRect().top - top;
  });
}

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('the rail lists every item, follows the scrolling and leads anywhere at once', async ({ page, viewer }) => {
    await viewer.openSample(RUN);
    await expect(rail(page).getByRole('option').first()).toHaveAttribute('aria-setsize', '2000');
    await expect(row(page, 0)).toHaveAttribute('data-in-view', '');
    await row(page, 6).click();
    await expect(row(page, 6)).toHaveAttribute('aria-selected', 'true');
    await expect(viewer.header(item(viewer, 6))).toHaveAttribute('aria-expanded', 'true');
    // By steps: what is far away is not mounted.
    for (const position of [15, 28, 40]) await item(viewer, position).scrollIntoViewIfNeeded();
    await expect(row(page, 40)).toHaveAttribute('data-in-view', '');
    await expect(row(page, 0)).toHaveCount(0);
    await rail(page).press('End');
    await expect(item(viewer, 1999)).toBeInViewport();
    await expect(row(page, 1999)).toHaveAttribute('data-in-view', '');
    expect(await viewer.panel.locator('article').count(), 'items between are not mounted for it').toBeLessThan(1_500);
  });

  test('it is one tab stop, walked with the arrows, and Enter goes to the item', async ({ page, viewer }) => {
    await viewer.openSample('resp_sample_refund_agent');
    await rail(page).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowUp']) await rail(page).press(key);
    const active = await rail(page).getAttribute('aria-activedescendant');
    await expect(page.locator(`[id="${active}"]`)).toContainText('create_refund');
    await expect(page.locator(`[id="${active}"]`)).toContainText('no output');
    await rail(page).press('Enter');
    await expect(viewer.header(item(viewer, 7))).toBeFocused();
    await expect(viewer.header(item(viewer, 7))).toHaveAttribute('aria-expanded', 'true');
    await expect(page).toHaveURL(/item=fc_/);
  });

  test('it lists what the filter shows', async ({ page, viewer }) => {
    await viewer.openSample('resp_sample_refund_agent', 'q=type:reasoning');
    await expect(rail(page).getByRole('option')).toHaveCount(2);
    await row(page, 5).click();
    await expect(viewer.header(item(viewer, 5))).toHaveAttribute('aria-expanded', 'true');
  });

  test('the line beside it is moved by mouse and keys, and stays where it was put', async ({ page, viewer }) => {
    await viewer.openSample('resp_sample_refund_agent');
    const line = page.getByRole('separator', { name: 'Width of the list of items' });
    const width = async () => Math.round((await rail(page).boundingBox())?.width ?? 0);
    expect(await width()).toBe(280);
    const box = await line.boundingBox();
    if (box === null) throw new Error('the line is not there');
    await page.mouse.move(box.x, 400);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, 400, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBe(400);
    await line.press('ArrowLeft');
    await expect(line).toHaveAttribute('aria-valuenow', '384');
    await page.reload();
    await viewer.expectState('ready');
    await expect(rail(page)).toBeVisible();
    expect(await width()).toBe(384);
    await page.setViewportSize({ width: 1024, height: 700 });
    await line.press('End');
    expect(await width(), 'two fifths of the window at most').toBeLessThanOrEqual(410);
    await line.press('Enter');
    await expect(rail(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Items 9' }).click();
    expect(await width()).toBe(280);
  });

  test('the header of an open item stays in view, and jumps are not hidden under it', async ({ page, viewer }) => {
    await viewer.openSample('resp_text_1mb');
    const header = viewer.header(viewer.items.first());
    const pane = viewer.panel.locator('[data-pane]');
    await expect
      .poll(async () => {
        await pane.evaluate((element) => element.scrollTo(0, 3_000));
        return distanceFromTop(header);
      })
      .toBe(0);
    await viewer.openSample('resp_sample_every_tool');
    await viewer.expandAll();
    await page.keyboard.press('Tab');
    await rail(page).press('End');
    await rail(page).press('Home');
    await expect.poll(() => distanceFromTop(item(viewer, 0)), 'an item starts below the top, not above').toBeGreaterThanOrEqual(0);
    for (const position of [5, 11, 3]) {
      await row(page, position).click();
      const top = await distanceFromTop(item(viewer, position));
      expect(top, `item ${position} starts in view`).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(860);
    }
  });
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the rail is a drawer that holds the focus and gives it back', async ({ page, viewer }) => {
    await viewer.openSample('resp_sample_refund_agent');
    await expect(rail(page)).toHaveCount(0);
    const button = page.getByRole('button', { name: 'Items 9' });
    await button.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Items of the output' });
    await expect(drawer).toBeVisible();
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('Tab');
      const focused = await drawer.evaluate(
        (dialog) => dialog.contains(document.activeElement) || document.activeElement === document.body,
      );
      expect(focused, 'the focus is in the drawer').toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(button).toBeFocused();
    await button.click();
    await row(page, 4).click();
    await expect(drawer).toBeHidden();
    await expect(viewer.header(item(viewer, 4))).toBeFocused();
    await expect(item(viewer, 4)).toBeInViewport();
  });

  test('the rows of the drawer have the menus of their items', async ({ page, viewer }) => {
    await viewer.openSample('resp_sample_refund_agent');
    await page.getByRole('button', { name: 'Items 9' }).click();
    await row(page, 3).click({ button: 'right' });
    const menu = page.getByRole('menu');
    await expect(menu).toContainText('output[3]');
    const { x, width } = (await menu.boundingBox()) ?? { x: NaN, width: NaN };
    expect(x >= 0 && x + width <= 390, 'all of it is on the screen').toBe(true);
    await viewer.choose('Show in Raw');
    await expect(viewer.treeRow('/output/3')).toBeInViewport();
    await page.goBack();
    await expect(viewer.items.first()).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('headers stay below the row of tabs', async ({ page, viewer }) => {
    await viewer.openSample('resp_text_1mb');
    const gap = page.evaluate.bind(page, () => {
      scrollTo(0, 3_000);
      const tabs = document.querySelector('[role="tablist"]')?.parentElement?.getBoundingClientRect().bottom ?? NaN;
      return Math.round((document.querySelector('article h2')?.getBoundingClientRect().top ?? NaN) - tabs);
    });
    await expect.poll(gap).toBe(0);
  });
});

/** Starts to add up layout shifts that no input explains, as the browser measures them. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const total = { value: 0 };
    Object.assign(globalThis, { layoutShifts: total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
        if (!hadRecentInput) total.value += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { readonly layoutShifts: { readonly value: number } }).layoutShifts.value);
}

for (const [screen, viewport] of [
  ['wide', { width: 1440, height: 900 }],
  ['narrow', { width: 390, height: 844 }],
] as const) {
  test.describe(`nothing moves by itself, ${screen}`, () => {
    test.use({ viewport });
    for (const id of [
      'resp_sample_refund_agent',
      'resp_sample_every_tool',
      'resp_sample_images',
      'resp_sample_runbook',
      'resp_items_200',
    ]) {
      test(id, async ({ page, viewer }) => {
        const shifts = await watchShifts(page);
        await page.goto(linkTo(id, '/sample/v1'));
        await viewer.expectState('ready');
        await viewer.drawn();
        await expect(viewer.items.first()).toBeVisible();
        expect(await shifts()).toBeLessThan(0.001);
      });
    }
  });
}
