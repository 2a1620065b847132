import type { JsonObject } from '#base/json.ts';
import { DISTINCTIVE_KEY, inputMessage, messageResponse, unfinishedResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { refusal, type Answer, type ApiServer } from './api-server.ts';
import { linkTo, type Viewer } from './viewer.ts';

/** A page of the input list: messages with the numbers `from` up to `to`. */
function inputPage(from: number, to: number, more: JsonObject = {}): Answer {
  const data = Array.from({ length: to - from + 1 }, (_, index) => inputMessage(from + index));
  return { body: { object: 'list', data, first_id: `msg_${from}`, last_id: `msg_${to}`, has_more: false, ...more } };
}

/** Opens the Input tab of a response of `api` whose input is answered with `pages`, one after the other. */
async function openInput(viewer: Viewer, api: ApiServer, pages: readonly Answer[], query = 'view=input'): Promise<void> {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Done.', { instructions: 'Be brief.' }) }, ...pages);
  await viewer.open(linkTo('resp_1', api.baseUrl, query));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
}

function queriesOf(api: ApiServer): readonly string[] {
  return api
    .requestsFor('resp_1')
    .filter(({ url }) => url.includes('/input_items'))
    .map(({ query }) => query.map(([name, value]) => `${name}=${value}`).join('&'));
}

test('the instructions come first, then the input items, oldest first, in the views of every item', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const places = () => page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().x));
  const before = await places();
  await viewer.tab('Input').click();
  await expect(viewer.items).toHaveCount(14);
  expect(await places(), 'no tab moved').toEqual(before);
  await expect(viewer.panel.getByRole('heading').first()).toHaveText(/Instructions/);
  await expect(viewer.panel).toContainText('You are the refund desk of a web shop.');
  await expect(viewer.item(0)).toContainText('I would like my money back for two orders');
  await expect(viewer.item(13)).toContainText('Take your time.');
  await expect(viewer.tab('Input')).toHaveAccessibleDescription('14');
  await viewer.item(2).getByRole('button', { name: 'Output: @3' }).click();
  await expect(viewer.header(viewer.item(3))).toBeFocused();
  await expect(page).toHaveURL(/view=input&item=fc_/);
  await expect(viewer.panel.getByRole('heading', { name: /^Turn \d/ })).toHaveText(['Turn 1', 'Turn 2 (this request)']);
  await page.getByRole('button', { name: /^Instructions You are the refund desk/ }).click();
  await expect(viewer.panel.getByRole('button', { name: 'Instructions', exact: true })).toBeFocused();
});

test('turns of a single request are not made up', async ({ viewer }) => {
  await viewer.openSample('resp_sample_migration_review', 'view=input');
  await expect(viewer.items).toHaveCount(2);
  await expect(viewer.panel.getByRole('heading', { name: /^Turn \d/ })).toHaveCount(0);
});

test('the path of the API opens Input, and a link to an item of it leads there', async ({ page, viewer }) => {
  await viewer.open('/responses/resp_sample_refund_agent/input_items?base_url=/sample/v1&item=@8');
  await expect(viewer.tab('Input')).toHaveAttribute('aria-selected', 'true');
  await expect(viewer.header(page.locator('article[data-position="8"]'))).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('article[data-position="8"]')).toBeInViewport();
});

test('Expand all and Collapse all act on the instructions and the items', async ({ viewer }) => {
  await viewer.openSample('resp_sample_refund_agent', 'view=input');
  await expect(viewer.items).toHaveCount(14);
  const open = viewer.panel.locator('h2 button[aria-expanded="true"]');
  await viewer.expandAll();
  await expect(open).toHaveCount(15);
  await viewer.collapseAll();
  await expect(open).toHaveCount(0);
});

test('roles and the hosts of images and files stand in the closed line', async ({ viewer }) => {
  await viewer.openSample('resp_sample_vision', 'view=input');
  await expect(viewer.items).toHaveCount(2);
  await viewer.collapseAll();
  await expect(viewer.header(viewer.item(0))).toContainText('user · image');
  await expect(viewer.header(viewer.item(0))).toContainText('runbook.md from docs.viewer.example');
  await expect(viewer.header(viewer.item(1))).toContainText('user · video from recordings.example');
  await viewer.openSample('resp_sample_refund_agent', 'view=input');
  await expect(viewer.items).toHaveCount(14);
  await viewer.collapseAll();
  await expect(viewer.header(viewer.item(4))).toContainText('assistant · commentary · Thank you. I found your account.');
  await expect(viewer.header(viewer.item(11))).toContainText('developer · ');
});

test('input comes a page at a time, with progress, and is asked for once', async ({ viewer, api }) => {
  const include = 'include=message.input_image.image_url&view=input';
  await openInput(
    viewer,
    api,
    [inputPage(1, 100, { has_more: true }), inputPage(101, 200, { has_more: true }), inputPage(201, 230)],
    include,
  );
  await expect(viewer.panel).toContainText('100 items so far.');
  await expect(viewer.item(0)).toContainText('message number 1');
  await expect(viewer.tab('Input')).toHaveAccessibleDescription('');
  await viewer.panel.getByRole('button', { name: 'Load more' }).click();
  await expect(viewer.panel).toContainText('200 items so far.');
  await viewer.panel.getByRole('button', { name: 'Load all' }).click();
  await expect(viewer.tab('Input')).toHaveAccessibleDescription('230');
  await viewer.openTab('Output');
  await viewer.openTab('Input');
  await expect(viewer.panel).toContainText('230 items');
  const start = 'include[]=message.input_image.image_url&limit=100&order=asc';
  expect(queriesOf(api)).toEqual([start, `${start}&after=msg_100`, `${start}&after=msg_200`]);
  await viewer.openTab('Network');
  await expect(viewer.panel.getByRole('row', { name: /input items/ })).toHaveCount(3);
});

test('the key goes with every page, to that origin and nowhere else', async ({ viewer, api, otherApi }) => {
  await openInput(viewer, api, [inputPage(1, 2)]);
  await expect(viewer.items).toHaveCount(2);
  for (const { headers } of api.requestsFor('resp_1')) expect(headers.authorization).toBe(`Bearer ${DISTINCTIVE_KEY}`);
  expect(otherApi.receivedCount).toBe(0);
});

test('Load all goes on while another tab is looked at', async ({ viewer, api }) => {
  const pages = [1, 101, 201, 301].map((from) => inputPage(from, from + 99, { has_more: from < 301 }));
  await openInput(viewer, api, pages);
  await viewer.panel.getByRole('button', { name: 'Load all' }).click();
  await viewer.openTab('Request');
  await expect(viewer.tab('Input')).toHaveAccessibleDescription('400');
});

test('a link to an item of a later page loads until it is there', async ({ page, viewer, api }) => {
  await openInput(viewer, api, [inputPage(1, 100, { has_more: true }), inputPage(101, 150)], 'view=input&item=msg_140');
  const item = page.locator('article[data-item-id="msg_140"]');
  await expect(viewer.header(item)).toHaveAttribute('aria-expanded', 'true');
  await expect(item).toBeInViewport();
});

test('loading can be stopped, and goes on when asked to', async ({ viewer, api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Done.') });
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  api.keepSilent('resp_1');
  await viewer.openTab('Input');
  await viewer.panel.getByRole('button', { name: 'Stop loading' }).click();
  await expect(viewer.panel).toContainText('Stopped before any input was here.');
  api.respond('resp_1', inputPage(1, 3));
  await viewer.panel.getByRole('button', { name: 'Load input' }).click();
  await expect(viewer.items).toHaveCount(3);
});

test('a page that fails leaves the ones before it, and can be asked for again', async ({ viewer, api }) => {
  await openInput(viewer, api, [inputPage(1, 100, { has_more: true }), refusal(403, 'Not for you.'), inputPage(101, 120)]);
  await viewer.panel.getByRole('button', { name: 'Load all' }).click();
  await expect(viewer.alert).toContainText('The key has no permission for this');
  await expect(viewer.alert).toContainText('Not for you.');
  await expect(viewer.item(0)).toContainText('message number 1');
  await viewer.alert.getByRole('button', { name: 'Ask again' }).click();
  await expect(viewer.tab('Input')).toHaveAccessibleDescription('120');
  await expect(viewer.alert).toHaveCount(0);
});

test('a page that may come by itself is tried again', async ({ viewer, api }) => {
  const busy = { ...refusal(503, 'busy'), headers: { 'retry-after-ms': '1', 'access-control-expose-headers': 'retry-after-ms' } };
  await openInput(viewer, api, [busy, inputPage(1, 3)]);
  await expect(viewer.items).toHaveCount(3);
  expect(queriesOf(api)).toHaveLength(2);
});

for (const [what, answer] of [
  ['answers 404', refusal(404, 'Not Found')],
  ['answers 405', refusal(405, 'Method Not Allowed')],
  ['answers with the response', { body: messageResponse('resp_1', 'Done.') }],
  ['answers with an error and status 200', { body: { error: 'Unexpected endpoint or method.' } }],
] as const) {
  test(`a server without the endpoint that ${what} is said to be one, in a sentence`, async ({ viewer, api }) => {
    await openInput(viewer, api, [answer]);
    await expect(viewer.panel).toContainText('This server does not say what a response was given');
    await expect(viewer.panel).toContainText('Look for it where the request was made');
    await expect(viewer.panel).toContainText('Be brief.');
    await expect(viewer.alert).toHaveCount(0);
    await viewer.openTab('Output');
    await viewer.openTab('Input');
    expect(queriesOf(api)).toHaveLength(1);
  });
}

test('a server that sends the same page for ever is stopped, and said', async ({ viewer, api }) => {
  await openInput(viewer, api, [inputPage(1, 100, { has_more: true })]);
  await viewer.panel.getByRole('button', { name: 'Load all' }).click();
  await expect(viewer.panel).toContainText('The server says that there are more items, but sends those it sent before.');
  await expect(viewer.tab('Input')).toHaveAccessibleDescription('100');
  expect(queriesOf(api)).toHaveLength(2);
});

test('a server that lists the newest first all the same is turned round, and said', async ({ viewer, api }) => {
  const call = { id: 'fc_1', type: 'function_call', call_id: 'call_1', name: 'look', arguments: '{}' };
  const output = { id: 'fc_2', type: 'function_call_output', call_id: 'call_1', output: 'seen' };
  const newest = { body: { object: 'list', data: [output, call], last_id: 'fc_1', has_more: true } };
  const oldest = { body: { object: 'list', data: [inputMessage(1)], last_id: 'msg_1', has_more: false } };
  await openInput(viewer, api, [newest, oldest]);
  await expect(viewer.items).toHaveCount(3);
  await expect(viewer.item(0)).toContainText('message number 1');
  await expect(viewer.item(2)).toHaveAttribute('data-item-id', 'fc_2');
  await expect(viewer.panel).toContainText('This server lists the newest items first');
});

test('polls of an unfinished response leave its input alone', async ({ page, viewer, api }) => {
  await page.clock.install();
  const running = { body: unfinishedResponse('resp_1', 'in_progress') };
  api.respond('resp_1', running, inputPage(1, 2), running, { body: messageResponse('resp_1', 'Done.') });
  await viewer.open(linkTo('resp_1', api.baseUrl, 'view=input'));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await expect(viewer.items).toHaveCount(2);
  await expect(async () => {
    await page.clock.runFor(2_000);
    await viewer.expectState('ready');
  }).toPass();
  expect(queriesOf(api)).toHaveLength(1);
});

test('an output whose call is not in the input names the call', async ({ viewer, api }) => {
  const output = { id: 'fc_2', type: 'function_call_output', call_id: 'call_before', output: 'seen' };
  await openInput(viewer, api, [{ body: { object: 'list', data: [output], last_id: 'fc_2', has_more: false } }]);
  await expect(viewer.panel).toContainText('Item 0 answers call_before of an earlier response.');
});

test('no input items are said to be none', async ({ viewer, api }) => {
  await openInput(viewer, api, [{ body: { object: 'list', data: [], first_id: null, last_id: null, has_more: false } }]);
  await expect(viewer.panel).toContainText('No input items');
  await expect(viewer.tab('Input')).toHaveAccessibleDescription('0');
});

test('a file says that the input is not in it, and shows what is', async ({ viewer }) => {
  await viewer.open('/');
  const messages = [{ role: 'system', content: [{ type: 'text', text: 'Rendered for the model.' }] }];
  const body = messageResponse('resp_1', 'Done.', { instructions: 'Be brief.', input_messages: messages });
  await viewer.dropFile('answer.json', JSON.stringify(body));
  await viewer.expectState('ready');
  await viewer.openTab('Input');
  await expect(viewer.panel).toContainText('The input is not part of this recording');
  await expect(viewer.panel).toContainText('Be brief.');
  await expect(viewer.panel).toContainText('Rendered for the model.');
});
