import { keptStreamSizes } from './kept-streams.ts';
import { startStaticServer } from './static-server.ts';
import { expect, test } from './test.ts';
import { Viewer } from './viewer.ts';

const KEY = 'sk-e2e-kept-000000000000';
const RUN = `
  0 created            {"response":{"id":"resp_run","object":"response","created_at":1795000000,"status":"in_progress","background":true,"model":"gpt-e2e","output":[]}}
  1 output_item.added  {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[{"type":"output_text","text":""}]}}
  2 output_text.delta  {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"The tide "}
  3 output_text.delta  {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"comes in "}
  4 output_text.delta  {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"at noon."}
`;

test('a tab that was duplicated goes on with a log of its own', async ({ page, viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  const sizeOf = (events: number) => new TextEncoder().encode(stream.frames.slice(0, events).join('')).length;
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(3);
  await expect.poll(() => keptStreamSizes(page)).toEqual([sizeOf(3)]);
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => window.open(location.href)); // as "Duplicate tab", it takes along what the tab remembers
  const other = new Viewer(await opening);
  await other.expectState('ready');
  await expect(other.items).toContainText('The tide');
  await expect.poll(() => keptStreamSizes(page)).toEqual([sizeOf(3), sizeOf(3)]);
  stream.send(1);
  await expect(viewer.items).toContainText('The tide comes in');
  await expect.poll(() => keptStreamSizes(page)).toEqual([sizeOf(3), sizeOf(4)]);
  await other.page.reload();
  await other.expectState('ready');
  await expect(other.items).toContainText('The tide');
  await expect(other.items).not.toContainText('comes in');
});

test('what was kept is forgotten with the rest, and "Keep nothing" keeps no stream', async ({ page, viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(3);
  await expect.poll(() => keptStreamSizes(page)).toHaveLength(1);
  await viewer.stopButton.click();
  await viewer.expectState('ready');
  await viewer.open('/');
  await page.getByRole('checkbox', { name: 'Keep nothing' }).check();
  await expect.poll(() => keptStreamSizes(page)).toEqual([]);
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await expect(viewer.items).toContainText('The tide');
  stream.send(1);
  await expect(viewer.items).toContainText('comes in');
  expect(await keptStreamSizes(page)).toEqual([]);
});

test('on a host of files alone, a sample that is streamed and cancelled is the same run', async ({ page, viewer }) => {
  const host = await startStaticServer();
  await viewer.open(`${host.url}/responses/resp_live_agent.kept?base_url=/sample/v1&stream=true`);
  await viewer.expectState('streaming');
  await expect(viewer.items.first()).toBeVisible();
  await page.getByRole('button', { name: 'Cancel response' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel response' }).click();
  await viewer.expectState('ready');
  await expect(viewer.overview).toContainText('cancelled');
  await viewer.openTab('Network');
  await expect(viewer.panel).toContainText('cancel');
  await host.close();
});
