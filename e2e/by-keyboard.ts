import { expect, type Locator, type Page } from '@playwright/test';
import type { Viewer } from './viewer.ts';

/** Presses Tab until `target` has the focus, and checks that the focus can be seen there. */
export async function tabTo(viewer: Viewer, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await hasVisibleFocus(target), 'the focus can be seen').toBe(true);
      return;
    }
    await viewer.page.keyboard.press(key);
  }
  throw new Error(`80 presses of ${key} do not lead to ${String(target)}`);
}

/** Walks down the menu that is open to a row, and presses Enter there. */
export async function chooseByKeys(page: Page, name: string): Promise<void> {
  const row = page.getByRole('menuitem', { name }).last();
  await expect(row).toBeVisible();
  for (let presses = 0; presses < 30; presses += 1) {
    if (await row.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`30 presses of ArrowDown do not lead to the row ${name}`);
}

/** An outline on the element, on the box drawn around it, or on the row it says is the active one. */
async function hasVisibleFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    for (let at: Element | null = active ?? element, steps = 0; at !== null && steps < 3; at = at.parentElement, steps += 1) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) return true;
    }
    return false;
  });
}

/** Counts what only a pointer does, in every document of `page`; ask for the count at the end. */
export async function watchForPointers(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const count = () => sessionStorage.setItem('pointers', String(Number(sessionStorage.getItem('pointers') ?? '0') + 1));
    for (const type of ['pointerdown', 'mousedown', 'wheel', 'touchstart']) addEventListener(type, count, { capture: true, passive: true });
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('pointers') ?? '0'));
}
