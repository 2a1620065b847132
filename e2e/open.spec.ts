import { INCLUDE_VALUES } from '#protocol/parameters.ts';
import { loadSample } from '#testing/sample-loader.ts';
import { messageResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

const KEY = 'sk-e2e-open-00000000000000';

test('an ID and a key bring text, calls, reasoning and usage', async ({ page, viewer, api }) => {
  const { bodyText } = loadSample('resp_sample_refund_agent');
  api.respond('resp_sample_refund_agent', { body: bodyText });
  await viewer.open('/');
  await viewer.expectState('idle');
  await viewer.fetchResponse({ id: 'resp_sample_refund_agent', key: KEY, baseUrl: api.baseUrl });
  await viewer.expectState('ready');

  await expect(viewer.status).toHaveText('Ready: completed');
  await expect(page).toHaveTitle('completed · resp_sample_refund_agent');
  await expect(viewer.items).toHaveCount(9);
  await expect(page.getByRole('article', { name: '0 Reasoning' })).toBeVisible();
  await expect(page.getByRole('article', { name: '1 Function call search_orders' })).toContainText('C-1184');
  await expect(page.getByRole('article', { name: '6 Message' })).toContainText('voucher of up to 80 %');
  await expect(viewer.overview).toContainText('18,204 in');
  await expect(viewer.overview).toContainText('11,264 cached');
  await viewer.openTab('Usage');
  await expect(viewer.panel).toContainText('18,204');

  const [request, ...others] = api.requestsFor('resp_sample_refund_agent');
  expect(others).toEqual([]);
  expect(request).toMatchObject({ method: 'GET', url: '/v1/responses/resp_sample_refund_agent' });
  expect(request?.headers).toMatchObject({ authorization: `Bearer ${KEY}`, accept: 'application/json' });
  expect(request?.headers.cookie).toBeUndefined();
  expect(request?.headers.referer).toBeUndefined();
});

test('the link after opening is the path of the API', async ({ page, viewer, api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Hello.') });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_1', key: KEY, baseUrl: api.baseUrl });
  await viewer.expectState('ready');
  expect(viewer.address()).toBe(`/responses/resp_1?base_url=${api.baseUrl}`);
  await page.reload();
  await viewer.expectState('idle'); // kept for this page only
  await expect(viewer.idField).toHaveValue('resp_1');
  await expect(viewer.baseUrlField).toHaveValue(api.baseUrl);
  await expect(viewer.keyField).toHaveValue('');
});

test('a link without a key shows the form, filled in, and names who will get the key', async ({ viewer, api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Hello.') });
  await viewer.open(linkTo('resp_1', api.baseUrl, 'include=reasoning.encrypted_content'));
  await viewer.expectState('idle');
  await expect(viewer.main.getByRole('heading', { level: 1 })).toContainText(api.host);
  await expect(viewer.main).toContainText(`goes to ${api.host} and nowhere else`);
  await expect(viewer.idField).toHaveValue('resp_1');
  await expect(viewer.baseUrlField).toHaveValue(api.baseUrl);
  await expect(viewer.status).toHaveText('Idle: a key is needed');
  expect(api.receivedCount).toBe(0);

  await viewer.keyField.fill(KEY);
  await viewer.keyField.press('Enter');
  await viewer.expectState('ready');
  await expect(viewer.panel).toContainText('Hello.');
  expect(api.requestsFor('resp_1')[0]?.query).toEqual([['include[]', 'reasoning.encrypted_content']]);
});

test('a link to a sample opens at once', async ({ viewer }) => {
  await viewer.openSample('resp_sample_hello');
  await expect(viewer.items).toHaveCount(1);
});

test('a card on the home screen opens its sample', async ({ page, viewer }) => {
  await viewer.open('/');
  await page
    .getByRole('link', { name: /^Refund agent/ })
    .first()
    .click();
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(9);
  await expect(page.getByRole('article', { name: '3 ' })).toHaveCount(1);
});

test('every sample is a click away', async ({ page, viewer }) => {
  await viewer.open('/');
  await page.getByRole('button', { name: /^Show all \d+ samples/ }).click();
  await page.getByRole('link', { name: /llama\.cpp/ }).click();
  await viewer.expectState('ready');
});

test('an ID is taken as it is, whatever is in it', async ({ page, viewer, api }) => {
  for (const id of [
    'resp_a/b',
    'resp with spaces',
    'resp.with.dots',
    'resp_100%_sure',
    'resp_ünïcode_日本',
    'gen-1?x=1&y#z',
    'a'.repeat(300),
  ]) {
    await test.step(id, async () => {
      api.respond(id, { body: messageResponse(id, 'Found.') });
      await viewer.open(linkTo(id, api.baseUrl));
      await expect(viewer.idField).toHaveValue(id);
      await viewer.keyField.fill(KEY);
      await viewer.keyField.press('Enter');
      await viewer.expectState('ready');
      expect(api.requestsFor(id)[0]?.url).toBe(`/v1/responses/${encodeURIComponent(id)}`);
      expect(viewer.address()).toContain(`/responses/${encodeURIComponent(id)}?`);
    });
  }
  await page.reload();
  await expect(viewer.idField).toHaveValue('a'.repeat(300));
});

test('the odd ID of the sample API opens by its link', async ({ viewer }) => {
  await viewer.openSample('resp_odd/with spaces, 100% & ünïcode?#');
  await expect(viewer.panel).toContainText('IDs are opaque.');
});

test('the four parameters are sent as asked', async ({ page, viewer, api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Hello.') });
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await viewer.openOptions();
  await page.getByRole('checkbox', { name: /^web_search_call\.action\.sources/ }).check();
  await page.getByRole('checkbox', { name: /^reasoning\.encrypted_content/ }).check();
  await viewer.field('Other include values').fill('future.value');
  await viewer.select('stream').selectOption('false');
  await viewer.field('starting_after').fill('42');
  await viewer.select('include_obfuscation').selectOption('false');
  await viewer.fetchResponse({ id: 'resp_1', key: KEY });
  await viewer.expectState('ready');
  expect(api.requestsFor('resp_1')[0]?.query).toEqual([
    ['include[]', 'web_search_call.action.sources'],
    ['include[]', 'reasoning.encrypted_content'],
    ['include[]', 'future.value'],
    ['stream', 'false'],
    ['starting_after', '42'],
    ['include_obfuscation', 'false'],
  ]);
  const { searchParams } = new URL(page.url());
  expect(searchParams.getAll('include')).toEqual(['web_search_call.action.sources', 'reasoning.encrypted_content', 'future.value']);
  expect(searchParams.get('starting_after')).toBe('42');
});

test('a parameter that is not set is not sent', async ({ page, viewer, api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Hello.') });
  await viewer.open(linkTo('resp_1', api.baseUrl, 'include=reasoning.encrypted_content&stream=false'));
  await viewer.openOptions();
  await page.getByRole('checkbox', { name: /^reasoning\.encrypted_content/ }).uncheck();
  await viewer.select('stream').selectOption('null');
  await viewer.fetchResponse({ id: 'resp_1', key: KEY });
  await viewer.expectState('ready');
  expect(api.requestsFor('resp_1')[0]?.url).toBe('/v1/responses/resp_1');
});

test('a link takes parameters in every spelling, and sends them in one', async ({ viewer, api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Hello.') });
  await viewer.open(linkTo('resp_1', api.baseUrl, 'include=a.b,c.d&include[]=e.f&include_obfuscation=true'));
  await viewer.fetchResponse({ id: 'resp_1', key: KEY });
  await viewer.expectState('ready');
  expect(api.requestsFor('resp_1')[0]?.query).toEqual([
    ['include[]', 'a.b'],
    ['include[]', 'c.d'],
    ['include[]', 'e.f'],
    ['include_obfuscation', 'true'],
  ]);
});

test('each of the eight include values can be chosen and says what it adds', async ({ page, viewer }) => {
  await viewer.open('/');
  await viewer.openOptions();
  for (const { value, adds } of INCLUDE_VALUES) await expect(page.getByRole('checkbox', { name: `${value} ${adds}` })).toBeVisible();
});

test('a link with stream=true shows what the stream ended as, and that its times are those of a replay', async ({ viewer }) => {
  await viewer.openSample('resp_sample_hello', 'stream=true');
  await expect(viewer.items).toHaveCount(1);
  await expect(viewer.overview).toContainText('timingnot original');
});

test('Back and Forward walk through views and responses', async ({ page, viewer }) => {
  await viewer.open('/');
  await page
    .getByRole('link', { name: /^Refund agent/ })
    .first()
    .click();
  await viewer.expectState('ready');
  await viewer.openTab('Usage');
  await viewer.overview.getByRole('link').click(); // the previous response
  await expect(page).toHaveTitle(/resp_sample_refund_intake/);
  await page.goBack();
  await expect(page).toHaveTitle(/resp_sample_refund_agent/);
  await expect(viewer.tab('Usage')).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect(viewer.tab('Output')).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await viewer.expectState('idle');
  await page.goForward();
  await page.goForward();
  await expect(viewer.tab('Usage')).toHaveAttribute('aria-selected', 'true');
});

test('a reload shows the same view of the same response', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent', 'view=request');
  await expect(viewer.tab('Request')).toHaveAttribute('aria-selected', 'true');
  const address = viewer.address();
  await page.reload();
  await viewer.expectState('ready');
  await expect(viewer.tab('Request')).toHaveAttribute('aria-selected', 'true');
  expect(viewer.address()).toBe(address);
});

test('a view that does not exist falls back to Output and is said', async ({ viewer }) => {
  await viewer.openSample('resp_sample_hello', 'view=hologram');
  await expect(viewer.tab('Output')).toHaveAttribute('aria-selected', 'true');
  await expect(viewer.main).toContainText('hologram');
});

test('an address that is no link says what links look like', async ({ page, viewer }) => {
  await viewer.open('/nothing/here');
  await viewer.expectState('failed');
  await expect(viewer.main).toContainText('/responses/resp_…');
  await page.getByRole('link', { name: 'Open a response' }).click();
  await viewer.expectState('idle');
});

test('Copy link has no key and says what the reader needs', async ({ page, viewer, api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Hello.') });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_1', key: KEY, baseUrl: api.baseUrl });
  await viewer.expectState('ready');
  await viewer.readClipboard(); // asks for the permission
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('the reader needs a key of their own')).toBeVisible();
  const link = await viewer.readClipboard();
  expect(link).toBe(new URL(linkTo('resp_1', api.baseUrl), page.url()).href);
  expect(link).not.toContain(KEY);
});

test('a key in a link is dropped and said', async ({ page, viewer }) => {
  await viewer.open('/responses/resp_sample_hello?base_url=/sample/v1&api_key=sk-e2e-in-a-link-0000000');
  await viewer.expectState('ready');
  await expect(viewer.main).toContainText('links never carry one');
  expect(page.url()).not.toContain('sk-e2e');
});

test('Fetch again says what changed', async ({ viewer, api }) => {
  api.respond(
    'resp_1',
    { body: messageResponse('resp_1', 'Before.') },
    { body: messageResponse('resp_1', 'After.', { service_tier: 'flex' }) },
  );
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_1', key: KEY });
  await viewer.expectState('ready');
  await expect(viewer.main).not.toContainText('Since the last fetch');
  await viewer.fetchButton.click();
  await expect(viewer.main).toContainText('Since the last fetch: service_tier default → flex · 1 item changed');
  await viewer.fetchButton.click();
  await expect(viewer.main).toContainText('Since the last fetch: nothing changed');
});
