import { loadSample } from '#testing/sample-loader.ts';
import { tabTo } from './by-keyboard.ts';
import { expect, test } from './test.ts';
import { TABS } from './viewer.ts';

test('the whole main job is done without a mouse', async ({ page, viewer, api }) => {
  const { bodyText } = loadSample('resp_sample_refund_agent');
  api.respond('resp_sample_refund_agent', { body: bodyText });
  await viewer.open('/');
  await tabTo(viewer, viewer.idField);
  await page.keyboard.type('resp_sample_refund_agent');
  await tabTo(viewer, viewer.baseUrlField);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(api.baseUrl);
  await tabTo(viewer, viewer.keyField);
  await page.keyboard.type('sk-e2e-keyboard-00000000');
  await tabTo(viewer, viewer.fetchButton);
  await page.keyboard.press('Enter');
  await viewer.expectState('ready');

  await tabTo(viewer, viewer.tab('Output'));
  await page.keyboard.press('ArrowRight');
  await expect(viewer.tab(TABS[1])).toBeFocused();
  await expect(viewer.tab(TABS[1])).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(viewer.tab('Network')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(viewer.tab('Output')).toHaveAttribute('aria-selected', 'true');

  const call = page.getByRole('article', { name: '1 Function call search_orders' });
  await tabTo(viewer, viewer.header(call));
  await page.keyboard.press('Enter');
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Space');
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'false');

  await tabTo(viewer, page.getByRole('button', { name: 'Expand all' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'true');
  await tabTo(viewer, viewer.fetchButton, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await api.arrived('resp_sample_refund_agent', 2);
  await expect(viewer.main).toContainText('nothing changed');
});

test('Enter in the ID field fetches', async ({ page, viewer }) => {
  await viewer.open('/');
  await viewer.select('Connection').selectOption({ label: 'Sample API' });
  await viewer.idField.focus();
  await page.keyboard.type('resp_sample_hello');
  await page.keyboard.press('Enter');
  await viewer.expectState('ready');
});

test('how long a key is kept is chosen with the arrow keys', async ({ page, viewer }) => {
  await viewer.open('/');
  await tabTo(viewer, viewer.keyField);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'this page' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'this tab' })).toBeChecked();
});

test('Open closes with Escape and gives the focus back', async ({ page, viewer }) => {
  await viewer.open('/');
  const open = page.getByRole('button', { name: 'Open', exact: true });
  await tabTo(viewer, open);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeHidden();
  await expect(open).toBeFocused();
});

test('the requests of the Network tab are walked with the arrow keys', async ({ page, viewer, api }) => {
  const { bodyText } = loadSample('resp_sample_hello');
  api.respond('resp_1', { status: 500, body: { error: { message: 'Oops.' } } }, { body: bodyText });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_1', key: 'sk-e2e-arrows-0000000', baseUrl: api.baseUrl });
  await viewer.expectState('ready');
  await viewer.openTab('Network');
  const buttons = viewer.panel.getByRole('row').getByRole('button');
  await tabTo(viewer, buttons.first());
  await page.keyboard.press('ArrowDown');
  await expect(buttons.nth(1)).toBeFocused();
  await expect(buttons.nth(1)).toHaveAttribute('aria-current', 'true');
});
