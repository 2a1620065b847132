import { axeComplaints, installAxe } from './axe.ts';
import { expect, test } from './test.ts';
import { linkTo, type Viewer } from './viewer.ts';

const BUGGY = linkTo('resp_sample_buggy_server', '/sample/v1', 'stream=true&view=problems');
const KEY = 'sk-e2e-problems-000000000';
const RUN = `
  0 created    {"response":{"id":"resp_run","object":"response","status":"in_progress","output":[]}}
  1 completed  {"response":{"id":"resp_run","object":"response","status":"completed","metadata":{"fruit":"pears"},"output":[]}}
`;
const STORED = { id: 'resp_run', object: 'response', status: 'completed', metadata: { fruit: 'plums' }, output: [] };

async function open(viewer: Viewer, path: string): Promise<void> {
  await viewer.open(path);
  await viewer.expectState('ready');
  await viewer.drawn();
}

test('problems stand with what proves them, and lead there and back', async ({ page, viewer }) => {
  await installAxe(page);
  await open(viewer, BUGGY);
  await expect(viewer.problem('Usage does not add up')).toBeVisible();
  await expect(viewer.tab('Problems')).toHaveAccessibleDescription(/has (errors|warnings)/);
  await viewer.expandAll();
  expect(await axeComplaints(page)).toEqual([]);
  await viewer.panel.getByRole('button', { name: 'Show usage.total_tokens in Usage' }).click();
  await expect(viewer.tab('Usage')).toHaveAttribute('aria-selected', 'true');
  await viewer.openTab('Output');
  await viewer
    .item(3)
    .getByRole('button', { name: /^Item 3: \d+ problem/ })
    .click();
  await expect(viewer.problemFilter).toHaveValue(/^item:/);
  await expect(viewer.problem('Arguments do not fit the schema')).toBeVisible();
  await expect(viewer.problem('Usage does not add up')).toHaveCount(0);
  await page.goBack();
  await expect(viewer.tab('Output')).toHaveAttribute('aria-selected', 'true');
});

test('an event shows what is wrong with it, and stands as it was sent', async ({ page, viewer }) => {
  await open(viewer, BUGGY);
  await viewer.problemFilter.fill('rule:sequence-gap');
  await viewer.panel.getByRole('button', { name: 'Show source' }).click();
  await expect(viewer.panel.locator('pre')).toContainText('"sequence_number"');
  await viewer.panel
    .getByRole('button', { name: /^#\d+ response\./ })
    .last()
    .click();
  await expect(viewer.tab('Stream')).toHaveAttribute('aria-selected', 'true');
  const found = page.getByRole('region', { name: 'Problems of the event' });
  await expect(found).toContainText('skipped');
  await found.getByRole('button', { name: 'Show in Problems' }).first().click();
  await expect(viewer.problemFilter).toHaveValue(/^event:/);
});

test('a muted rule counts nowhere, also after a reload', async ({ page, viewer }) => {
  await open(viewer, BUGGY);
  await expect(viewer.tab('Usage')).toHaveAccessibleDescription('has warnings');
  await page.getByRole('button', { name: 'Mute: Usage does not add up' }).click();
  await expect(viewer.tab('Usage')).toHaveAccessibleDescription('');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Unmute: Usage does not add up' })).toBeVisible();
  await expect(viewer.problem('Usage does not add up')).toHaveCount(0);
  await page.getByRole('button', { name: 'Unmute: Usage does not add up' }).click();
  await expect(viewer.problem('Usage does not add up')).toBeVisible();
});

test('a stream is compared with the stored response when that is asked for', async ({ page, viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  api.respond('resp_run', { status: 401, body: { error: { message: 'No such key.' } } }, { body: STORED });
  await viewer.streamResponse({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  stream.send(1);
  await viewer.expectState('streaming');
  stream.finish();
  await viewer.expectState('ready');
  await viewer.openTab('Problems');
  expect(api.requestsFor('resp_run')).toHaveLength(1);
  const compare = page.getByRole('button', { name: 'Compare with the stored response' });
  await compare.click();
  await expect(viewer.panel.getByRole('alert')).toContainText('No such key.');
  await compare.click();
  await expect(viewer.problem('Stored response differs')).toBeVisible();
  await expect(viewer.panel).toContainText('metadata.fruit');
  expect(api.requestsFor('resp_run').map(({ url }) => url.includes('stream'))).toEqual([true, false, false]);
  await viewer.openTab('Network');
  await expect(viewer.panel.getByText('compare', { exact: true })).toHaveCount(2);
});

test('the report of a body names the server, the rule and the place, and no key', async ({ viewer }) => {
  await open(viewer, linkTo('resp_sample_buggy_server', '/sample/v1', 'view=problems'));
  await viewer.panel.getByRole('button', { name: 'Copy report', exact: true }).click();
  await expect.poll(() => viewer.readClipboard()).toContain('## Usage does not add up');
  const report = await viewer.readClipboard();
  expect(report).toContain('- Response: `resp_sample_buggy_server`');
  expect(report).toContain('`usage.total_tokens`');
  expect(report).not.toContain('sk-sample');
});
