import { axeComplaints, installAxe } from './axe.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

test('what is still to come is marked, and led to', async ({ page, viewer }) => {
  await installAxe(page);
  await viewer.open(linkTo('resp_sample_refund_agent', '/sample/v1', 'stream=true&seq=160'));
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(7);
  await page.getByRole('button', { name: 'Compare with end' }).click();
  await expect(page.getByText(/^Still to come: 2 items, [\d,]+ characters, status completed/)).toBeVisible();
  await expect(viewer.item(6)).toContainText('85 characters still to come');
  await expect(viewer.item(6).getByRole('region', { name: 'Still to come' })).toContainText('confirm and I will issue it.');
  await expect(page.getByRole('option', { name: /^8 x_audit_note.*still to come$/ })).toBeVisible();
  expect(await axeComplaints(page)).toEqual([]);
  await page
    .getByRole('list', { name: 'Items still to come' })
    .getByRole('button', { name: /create_refund/ })
    .click();
  await expect(viewer.item(7)).toContainText('create_refund');
  await expect(viewer.item(6)).not.toContainText('still to come');
  await expect(page.getByRole('list', { name: 'Items still to come' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Back to end' }).click();
  await expect(viewer.items).toHaveCount(9);
  await expect(viewer.panel).not.toContainText('still to come');
  await expect(page.getByRole('button', { name: 'Compare with end' })).toBeDisabled();
});
