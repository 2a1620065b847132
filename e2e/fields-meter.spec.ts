import { axeComplaints, installAxe } from './axe.ts';
import { DISTINCTIVE_KEY, messageResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

test('the meter grows with what is opened, and everything can be opened at once', async ({ page, viewer }) => {
  await installAxe(page);
  await viewer.openSample('resp_sample_refund_agent');
  // The only item that starts open is the answer.
  await expect(viewer.fieldsMeter).toHaveText(/^\d\d of 190 fields shown$/);
  const before = Number.parseInt(await viewer.fieldsMeter.innerText(), 10);
  await viewer.expand(viewer.item(0));
  await expect(viewer.fieldsMeter).toHaveText(`${before + 6} of 190 fields shown`);

  const dialog = await viewer.openFieldsMeter();
  await expect(dialog).toContainText('What has been opened shows all of its fields');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'output[1]' })).toContainText('function_call7 fields');
  await expect(dialog.getByRole('button', { name: 'the tab Request' })).toBeVisible();
  expect(await axeComplaints(page)).toEqual([]);

  await dialog.getByRole('button', { name: 'Open everything' }).click();
  await expect(dialog).toContainText('190 of 190 fields have been shown: nothing of this response is hidden.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(viewer.fieldsMeter).toBeFocused();
  await expect(viewer.fieldsMeter).toHaveText('190 of 190 fields shown');
  await expect(viewer.header(viewer.item(3))).toHaveAttribute('aria-expanded', 'true');
});

test('a closed place is one press away', async ({ viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const dialog = await viewer.openFieldsMeter();
  await dialog.getByRole('button', { name: 'output[4]' }).click();
  await expect(dialog).toBeHidden();
  await expect(viewer.header(viewer.item(4))).toHaveAttribute('aria-expanded', 'true');
  await expect(viewer.header(viewer.item(4))).toBeFocused();
});

test('a field that no view draws is named, and Raw shows it', async ({ viewer, api }) => {
  const tools = [{ type: 'mcp', server_label: 'orders', authorization: 'open sesame' }];
  api.respond('resp_secret', { body: messageResponse('resp_secret', 'Done.', { tools }) });
  await viewer.open(linkTo('resp_secret', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_secret', key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  const dialog = await viewer.openFieldsMeter();
  await dialog.getByRole('button', { name: 'Open everything' }).click();
  await expect(dialog.getByRole('heading', { name: 'Only in Raw: 1' })).toBeVisible();
  await expect(viewer.fieldsMeter).toContainText('1 only in Raw');
  await dialog.getByRole('button', { name: 'tools[0].authorization' }).click();
  await expect(viewer.tab('Raw')).toHaveAttribute('aria-selected', 'true');
  await expect(viewer.treeRow('/tools/0/authorization')).toContainText('open sesame');
});
