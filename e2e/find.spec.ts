import { axeComplaints, installAxe } from './axe.ts';
import { expect, test } from './test.ts';

test('find goes through the items, opens what is closed and highlights in place', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const call = viewer.item(1);
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'false');
  const before = await viewer.item(0).boundingBox();
  await viewer.find('C-1184');
  expect(await viewer.item(0).boundingBox()).toEqual(before);
  await expect(viewer.findBar).toContainText('1 of 1');
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(() => viewer.highlighted()).toBe('C-1184');

  await viewer.findField.fill('refund');
  await expect(viewer.findBar).toContainText(/\d of 7/);
  const seen = new Set<string>();
  for (let step = 0; step < 7; step += 1) {
    await page.keyboard.press('Enter');
    await expect.poll(() => viewer.highlighted()).toMatch(/^refund$/i);
    seen.add((await viewer.findBar.innerText()).split('\n')[0] ?? '');
  }
  expect(seen.size).toBe(7);
  await page.keyboard.press('Escape');
  await expect(viewer.findBar).toHaveCount(0);
  await expect(page.locator('article h2 button:focus')).toHaveCount(1);
  expect(await viewer.highlighted()).toBeNull();
});

test('what the page draws otherwise is shown in its source, and what it does not show is said', async ({ page, viewer }) => {
  await installAxe(page);
  await viewer.openSample('resp_sample_background_report');
  await viewer.find('migrate/4.12');
  await expect.poll(() => viewer.highlighted()).toBe('migrate/4.12');
  await expect(viewer.panel.getByRole('button', { name: 'Source' }).first()).toHaveAttribute('aria-pressed', 'true');

  await viewer.openSample('resp_sample_every_tool');
  await viewer.find('eL7qU6kTs9VI');
  await expect(viewer.findBar).toContainText('in result of @12, not shown as text here');
  expect(await axeComplaints(page)).toEqual([]);
  await viewer.findBar.getByRole('button', { name: 'Show in Raw' }).click();
  await expect(viewer.tab('Raw')).toHaveAttribute('aria-selected', 'true');
});

test('a regex says what is wrong with it, and one without end does not freeze the page', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  await viewer.find('(order|refund');
  await viewer.findBar.getByRole('button', { name: 'Use regex' }).click();
  await expect(viewer.findBar).toContainText('a “(” is never closed');
  await expect(viewer.findField).toHaveValue('(order|refund');
  await viewer.findField.fill('order \\d{4}');
  await expect(viewer.findBar).toContainText(/1 of [1-9]/);
  await expect.poll(() => viewer.highlighted()).toMatch(/^order \d{4}$/i);
  await viewer.findField.fill('(\\w+\\s?)+~');
  await expect(viewer.findBar).toContainText('takes too long');
  await viewer.findField.fill('refund');
  await expect(viewer.findBar).toContainText('of 7');
  expect(await page.evaluate(() => document.querySelector('main')?.dataset['state'])).toBe('ready');
});

test('each tab is searched for the same, in what it shows', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent', 'view=request');
  await viewer.collapseAll();
  await viewer.find('Amsterdam');
  await expect(viewer.findBar).toContainText('1 of 2');
  await expect.poll(() => viewer.highlighted()).toBe('Amsterdam');
  await viewer.openTab('Input');
  await expect(viewer.findField).toHaveValue('Amsterdam');
  await expect.poll(() => viewer.highlighted()).toBe('Amsterdam');
  await viewer.openTab('Raw');
  await expect(viewer.findBar).toContainText(/\d of \d/);
  await viewer.openTab('Usage');
  await expect(viewer.findBar).toContainText('No matches');
  await page.keyboard.press('F3');
  await viewer.openTab('Output');
  await viewer.findField.fill('8841');
  await expect.poll(() => viewer.highlighted()).toBe('8841');
});

test('the key opens find, and again the browser’s own', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_hello');
  await page.evaluate(() => {
    addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() === 'f') document.documentElement.dataset['key'] = event.defaultPrevented ? 'ours' : 'the browser’s';
    });
  });
  await page.keyboard.press('ControlOrMeta+F');
  await expect(viewer.findField).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-key', 'ours');
  await page.keyboard.press('ControlOrMeta+F');
  await expect(page.locator('html')).toHaveAttribute('data-key', 'the browser’s');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(viewer.findField).toBeFocused();
});

test('a long list and a long text are found to their ends', async ({ page, viewer }) => {
  await viewer.openSample('resp_items_400');
  const last = await page.evaluate(async () => {
    const answer = await fetch('/sample/v1/responses/resp_items_400', { headers: { authorization: 'Bearer sk-sample' } });
    const { output } = (await answer.json()) as { output: readonly { id: string }[] };
    return output.at(-1)?.id ?? '';
  });
  await viewer.find(last);
  await expect(viewer.findBar).toContainText('1 of 1');
  await expect.poll(() => viewer.highlighted()).toBe(last);
  await viewer.openSample('resp_text_1mb');
  await viewer.find('the');
  await expect(viewer.findBar).toContainText('1 of');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => viewer.highlighted()).toMatch(/^the$/i);
  await expect(viewer.panel).toContainText('characters before this');
});
