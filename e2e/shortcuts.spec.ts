import { expect, test } from './test.ts';

test('keys walk over the items, open them and lead back', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const header = (position: number) => viewer.items.nth(position).getByRole('heading', { level: 2 }).getByRole('button');
  await expect(header(0)).toBeVisible();
  await page.keyboard.press('j');
  await expect(header(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect(header(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(header(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(header(1)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(header(1)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(header(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(header(8)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(header(0)).toBeFocused();
});

test('e and E expand and collapse, numbers change the tab', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  await expect(viewer.items.first()).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.locator('article h2 button[aria-expanded="true"]')).toHaveCount(9);
  await page.keyboard.press('Shift+E');
  await expect(page.locator('article h2 button[aria-expanded="true"]')).toHaveCount(0);
  await page.keyboard.press('2');
  await expect(page.getByRole('tab', { selected: true })).not.toHaveText(/Output/);
  await page.goBack();
  await expect(page.getByRole('tab', { selected: true })).toHaveText(/Output/);
});

test('? lists the shortcuts, and single keys can be switched off for good', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  await expect(viewer.items.first()).toBeVisible();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toContainText('Next item');
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.reload();
  await viewer.expectState('ready');
  await expect(viewer.items.first()).toBeVisible();
  await page.keyboard.press('Shift+E');
  await page.keyboard.press('j');
  await expect(viewer.items.first().getByRole('heading', { level: 2 }).getByRole('button')).not.toBeFocused();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(dialog).toContainText('(off)');
});

test('keys stay text where text is typed', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  await viewer.idField.fill('');
  await viewer.idField.pressSequentially('resp_jke2');
  await expect(viewer.idField).toHaveValue('resp_jke2');
  await expect(page.getByRole('tab', { selected: true })).toHaveText(/Output/);
});
