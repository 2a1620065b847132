import { DISTINCTIVE_KEY, messageResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

test('an approval leads from Output to its request in Input, and back', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_mcp_answered', 'view=input');
  await expect(viewer.items).toHaveCount(3);
  await viewer.tab('Output').click();
  await viewer.expand(viewer.item(1));
  await viewer.panel.getByRole('button', { name: 'Go to the approval request, item 1 of the Input tab' }).first().click();
  await expect(viewer.tab('Input')).toHaveAttribute('aria-selected', 'true');
  await expect(viewer.header(viewer.item(1))).toHaveAttribute('aria-expanded', 'true');
  await expect(viewer.item(1)).toBeInViewport();
  await page.goBack();
  await expect(viewer.tab('Output')).toHaveAttribute('aria-selected', 'true');
});

test('a call in Input whose output stands in Output leads there, is checked against the tools of this response, and is named by it', async ({
  viewer,
  api,
}) => {
  const call = { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'count_lamps', arguments: '{"shelf":3}' };
  const output = [{ type: 'function_call_output', id: 'fco_1', call_id: 'call_1', output: '12 lamps' }];
  const parameters = { type: 'object', properties: { shelf: { type: 'string' } } };
  const tools = [{ type: 'function', name: 'count_lamps', strict: false, parameters }];
  api.respond(
    'resp_1',
    { body: { ...messageResponse('resp_1', 'Done.'), output, tools } },
    { body: { object: 'list', data: [call], first_id: 'fc_1', last_id: 'fc_1', has_more: false } },
  );
  await viewer.open(linkTo('resp_1', api.baseUrl, 'view=input'));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await viewer.expand(viewer.item(0));
  await expect(viewer.item(0)).toContainText('schema · count_lamps · as in this response’s tools');
  await expect(viewer.item(0)).toContainText('1 problem');
  await viewer.item(0).getByRole('button', { name: 'Output: Output @0' }).click();
  await expect(viewer.tab('Output')).toHaveAttribute('aria-selected', 'true');
  await expect(viewer.item(0)).toContainText('12 lamps');
  await expect(viewer.header(viewer.item(0))).toContainText('count_lamps');
  await viewer.item(0).getByRole('button', { name: 'Call: Input @0' }).click();
  await expect(viewer.tab('Input')).toHaveAttribute('aria-selected', 'true');
});
