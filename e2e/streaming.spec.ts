import { refusal } from './api-server.ts';
import { keptStreamSizes } from './kept-streams.ts';
import { messageResponse, unfinishedResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { Viewer } from './viewer.ts';

const KEY = 'sk-e2e-streaming-000000000';
const RUN = `
  0 created             {"response":{"id":"resp_run","object":"response","created_at":1795000000,"status":"queued","background":true,"model":"gpt-e2e","output":[]}}
  1 in_progress         {"response":{"id":"resp_run","object":"response","created_at":1795000000,"status":"in_progress","background":true,"model":"gpt-e2e","output":[]}}
  2 output_item.added   {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"in_progress","content":[]}}
  3 content_part.added  {"output_index":0,"item_id":"msg_1","content_index":0,"part":{"type":"output_text","text":"","annotations":[]}}
  4 output_text.delta   {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"The tide "}
  5 output_text.delta   {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"comes in "}
  6 output_text.delta   {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"at noon."}
  7 output_item.done    {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"The tide comes in at noon.","annotations":[]}]}}
  8 completed           {"response":{"id":"resp_run","object":"response","created_at":1795000000,"completed_at":1795000009,"status":"completed","background":true,"model":"gpt-e2e","output":[{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"The tide comes in at noon.","annotations":[]}]}]}}
`;

test('a stream is watched as it arrives, also behind the back of a hidden tab', async ({ page, viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  await viewer.expectState('loading');
  stream.send(5);
  await viewer.expectState('streaming');
  await expect(viewer.status).toHaveText('Streaming');
  await expect(viewer.overview).toContainText('streaming');
  await expect(viewer.items).toContainText('The tide');
  expect(new URL(page.url()).searchParams.get('stream')).toBe('true');
  await viewer.setVisibility('hidden');
  stream.send(2);
  await expect(viewer.items).toContainText('The tide comes in at noon.');
  await viewer.setVisibility('visible');
  stream.finish();
  await viewer.expectState('ready');
  await expect(viewer.status).toHaveText('Ready: completed');
  await expect(viewer.overview).toContainText('completed');
  await expect(viewer.stopButton).toBeHidden();
  expect(api.requestsFor('resp_run')).toHaveLength(1);
});

test('a dropped connection goes on behind the last event, and nothing is lost', async ({ viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(6);
  await expect(viewer.items).toContainText('comes in');
  stream.cut();
  const again = await api.arrived('resp_run', 2);
  expect(again.query).toContainEqual(['starting_after', '5']);
  stream.send();
  await expect(viewer.main).toContainText(/Reconnected after [\d.]+ m?s, 5 → 6, nothing lost/);
  stream.finish();
  await viewer.expectState('ready');
  await expect(viewer.items).toContainText('The tide comes in at noon.');
  expect(viewer.address()).not.toContain('starting_after');
  await viewer.openTab('Network');
  await expect(viewer.panel.getByRole('row')).toHaveCount(3); // two connections, and the head
});

test('Stop ends it at once and keeps what came; Resume goes on', async ({ viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(5);
  await expect(viewer.items).toContainText('The tide');
  await viewer.stopButton.click();
  await viewer.expectState('ready');
  await expect(viewer.status).toHaveText('Stopped after 5 events');
  await expect(viewer.items).toContainText('The tide');
  await viewer.resumeButton.click();
  await api.arrived('resp_run', 2);
  await viewer.expectState('streaming');
  stream.finish();
  await viewer.expectState('ready');
  await expect(viewer.items).toContainText('The tide comes in at noon.');
});

test('a stream that stays away is cut off, says so, and can be taken up again', async ({ viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(5);
  await expect(viewer.items).toContainText('The tide');
  stream.refuseWith(refusal(503, 'Try again later.'));
  stream.cut();
  await viewer.expectState('ready');
  await expect(viewer.status).toHaveText('Cut off after 5 events');
  await expect(viewer.main).toContainText('The stream was cut off after 5 events');
  await expect(viewer.items).toContainText('The tide');
  stream.refuseWith(null);
  await viewer.resumeButton.click();
  stream.finish();
  await expect(viewer.items).toContainText('The tide comes in at noon.');
  await expect(viewer.status).toHaveText('Ready: completed');
});

test('a response that cannot be streamed is polled instead, and the server’s reason is said', async ({ viewer, api }) => {
  api.stream('resp_run', RUN).refuseWith(refusal(400, 'This response can no longer be streamed because it is more than 5 minutes old.'));
  api.respond(
    'resp_run',
    { body: unfinishedResponse('resp_run', 'in_progress') },
    { body: messageResponse('resp_run', 'The report is ready.', { background: true }) },
  );
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await viewer.expectState('streaming');
  await expect(viewer.main).toContainText('it is more than 5 minutes old');
  await expect(viewer.status).toHaveText('Waiting for the response to end: in_progress');
  await viewer.expectState('ready');
  await expect(viewer.items).toContainText('The report is ready.');
  await expect(viewer.alert).toHaveCount(0);
});

test('a reload in mid-stream shows what came, asks for the key again, and goes on', async ({ page, viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(5);
  await expect(viewer.items).toContainText('The tide');
  const length = new TextEncoder().encode(stream.frames.slice(0, 5).join('')).length;
  await expect.poll(() => keptStreamSizes(page), 'bytes on disk').toEqual([length]);
  await page.reload();
  await viewer.expectState('ready');
  await expect(viewer.items).toContainText('The tide');
  await expect(viewer.main).toContainText('Kept from before this page was loaded: 5 events');
  expect(api.requestsFor('resp_run')).toHaveLength(1);
  await viewer.keyField.fill(KEY);
  await viewer.resumeButton.click();
  const again = await api.arrived('resp_run', 2);
  expect(again.query).toContainEqual(['starting_after', '4']);
  expect(again.headers.authorization).toBe(`Bearer ${KEY}`);
  stream.finish();
  await expect(viewer.items).toContainText('The tide comes in at noon.');
  await viewer.expectState('ready');
  expect(api.requestsFor('resp_run')).toHaveLength(2);
});

test('two tabs on one response receive on their own, also where the browser stores nothing', async ({ context, viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  const page = await context.newPage();
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('Blocked.', 'SecurityError');
        },
      });
  });
  const other = new Viewer(page);
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(5);
  await expect(viewer.items).toContainText('The tide');
  await other.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await expect(other.items).toContainText('The tide');
  await viewer.stopButton.click();
  await viewer.expectState('ready');
  stream.finish();
  await expect(other.items).toContainText('The tide comes in at noon.');
  await expect(viewer.status).toHaveText('Stopped after 5 events');
});

test('Cancel response asks first, and says what came of it', async ({ page, viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  api.respondToCancel('resp_run', { body: { ...unfinishedResponse('resp_run', 'queued'), status: 'cancelled' } });
  await viewer.stream({ id: 'resp_run', key: KEY, baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(5);
  await page.getByRole('button', { name: 'Cancel response' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this response?' });
  await expect(dialog).toContainText('for everyone who waits for it');
  await dialog.getByRole('button', { name: 'Let it run' }).click();
  await expect(dialog).toBeHidden();
  expect(api.requestsFor('resp_run')).toHaveLength(1);
  await page.getByRole('button', { name: 'Cancel response' }).click();
  await dialog.getByRole('button', { name: 'Cancel response' }).click();
  const sent = await api.arrived('resp_run', 2);
  expect([sent.method, new URL(sent.url, api.origin).pathname]).toEqual(['POST', '/v1/responses/resp_run/cancel']);
  stream.cut();
  await viewer.expectState('ready');
  await expect(viewer.main).toContainText('You cancelled this response');
  await expect(viewer.overview).toContainText('cancelled');
  await viewer.openTab('Network');
  await expect(viewer.panel).toContainText('cancel');
});
