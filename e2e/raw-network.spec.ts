import { readFileSync } from 'node:fs';
import { loadSample } from '#testing/sample-loader.ts';
import { DISTINCTIVE_KEY, messageResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo, type Viewer } from './viewer.ts';

async function download(viewer: Viewer): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const downloading = viewer.page.waitForEvent('download');
  await viewer.panel.getByRole('button', { name: 'Download' }).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The lines that the source view shows, without its line numbers. */
async function sourceRows(viewer: Viewer): Promise<readonly string[]> {
  return viewer.panel.getByRole('region', { name: 'Source of the body' }).locator('bdi').allTextContents();
}

test('the source and the download are the bytes that the API sent', async ({ page, viewer, request }) => {
  for (const id of ['resp_sample_hello', 'resp_sample_unicode', 'resp_sample_refund_agent', 'resp_float_times.raw']) {
    await test.step(id, async () => {
      const answer = await request.get(`/sample/v1/responses/${id}`, { headers: { authorization: 'Bearer sk-sample' } });
      const sent = await answer.body();
      await viewer.openSample(id, 'view=raw');
      const saved = await download(viewer);
      expect(saved.bytes.equals(sent)).toBe(true);
      expect(saved.name).toBe(`${id}.json`);
      await viewer.panel.getByRole('button', { name: 'Source', exact: true }).click();
      const shown = (await sourceRows(viewer)).join('');
      expect(sent.toString('utf8').replaceAll('\n', '').startsWith(shown.replaceAll('\n', '').slice(0, 400))).toBe(true);
      await viewer.readClipboard();
      await page.getByRole('button', { name: 'Copy source' }).click();
      await expect.poll(async () => (await viewer.readClipboard()) === sent.toString('utf8')).toBe(true);
    });
  }
});

test('odd bytes survive: a byte order mark, CRLF, repeated keys, big numbers, bad UTF-8', async ({ viewer, api }) => {
  const text =
    '\uFEFF{"id":"resp_1","object":"response",\r\n\t"status":"completed","a":1.0,"big":12345678901234567890,"dup":1,"dup":2,"output":[],"bad":"';
  const body = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe]), Buffer.from('"}\r\n')]);
  api.respond('resp_1', { body });
  await viewer.open(linkTo('resp_1', api.baseUrl, 'view=raw'));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  await viewer.openTab('Raw');
  expect((await download(viewer)).bytes.equals(body)).toBe(true);
  await expect(viewer.panel).toContainText('byte order mark');
  await viewer.panel.getByRole('button', { name: 'Source', exact: true }).click();
  const shown = (await sourceRows(viewer)).join('\n');
  expect(shown).toContain('"a":1.0,"big":12345678901234567890,"dup":1,"dup":2');
});

test('the tree opens level by level', async ({ viewer }) => {
  await viewer.openSample('resp_sample_refund_agent', 'view=raw');
  const rows = viewer.panel.getByRole('treeitem');
  await viewer.panel.getByRole('button', { name: 'Expand to level 1' }).click();
  await expect(rows.filter({ hasText: /^\W*output/ }).first()).toBeVisible();
  const few = await rows.count();
  await viewer.panel.getByRole('button', { name: 'Expand to level 3' }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(few + 20);
  await viewer.collapseAll();
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(few);
});

test('500 levels of JSON open without breaking', async ({ page, viewer }) => {
  await viewer.openSample('resp_deep_500.raw', 'view=raw');
  await viewer.expandAll();
  await expect(viewer.panel.getByRole('treeitem').first()).toBeVisible();
  await expect(page.locator('[data-panel-error]')).toHaveCount(0);
});

test('a response of 10 MB opens, all of its tabs', async ({ page, viewer }) => {
  test.slow();
  await viewer.open(linkTo('resp_big_10mb', '/sample/v1'));
  await expect(viewer.main).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
  await expect(viewer.item(0)).toBeVisible();
  for (const tab of ['Request', 'Usage', 'Raw', 'Network'] as const) await viewer.openTab(tab);
  await expect(page.locator('[data-panel-error]')).toHaveCount(0);
});

test('Network lists every request, each with a curl command without the key', async ({ page, viewer, api }) => {
  const { bodyText } = loadSample('resp_sample_hello');
  api.respond('resp_1', { status: 500, body: { error: { message: 'Oops.' } } }, { body: bodyText });
  await viewer.open(linkTo('resp_1', api.baseUrl, 'include=reasoning.encrypted_content'));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  await viewer.openTab('Network');
  const rows = viewer.panel.getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(/retrieve.*GET.*500/);
  await expect(rows.nth(2)).toContainText(/retry.*GET.*200/);
  await rows.nth(2).getByRole('button').click();
  await expect(viewer.panel).toContainText(`curl '${api.baseUrl}/responses/resp_1?include%5B%5D=reasoning.encrypted_content'`);
  await expect(viewer.panel).toContainText('Authorization: Bearer');
  await expect(viewer.panel).toContainText('req_test_2');
  await expect(viewer.panel).toContainText(/first byte|waiting/i);
  await viewer.readClipboard();
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect.poll(() => viewer.readClipboard()).toContain('curl ');
  const command = await viewer.readClipboard();
  expect(command).toContain('Authorization');
  expect(command).not.toContain(DISTINCTIVE_KEY);
  expect(await page.content()).not.toContain(DISTINCTIVE_KEY);
});

test('Network says why other headers are hidden', async ({ viewer, api }) => {
  api.respond('resp_1', { headers: { 'x-ratelimit-limit-requests': '10' }, body: messageResponse('resp_1', 'Hello.') });
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_1', key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  await viewer.openTab('Network');
  await expect(viewer.panel).toContainText('x-request-id');
  await expect(viewer.panel).not.toContainText('x-ratelimit-limit-requests: 10');
  await expect(viewer.panel).toContainText(/Access-Control-Expose-Headers|CORS/);
});
