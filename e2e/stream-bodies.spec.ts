import { drawStream } from '#testing/event-drawing.ts';
import { expect, test } from './test.ts';

const STREAM = { 'content-type': 'text/event-stream' };
const BEGINNING = `
  0 created            {"response":{"id":"resp_x","object":"response","status":"in_progress","background":false,"output":[]}}
  1 output_item.added  {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"in_progress","content":[]}}
  2 output_text.delta  {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"Half a sent"}
  3 output_text.delta  {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"ence"}
`;

test('a stream that was cut off inside an event shows what had arrived', async ({ viewer, api }) => {
  api.respond('resp_x', { headers: STREAM, body: `${drawStream(BEGINNING)}event: response.output_text.delta\ndata: {"type":"resp` });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_x', baseUrl: api.baseUrl });
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(1);
  await expect(viewer.items).toContainText('Half a sentence');
  await expect(viewer.main).toContainText('The stream was cut off');
  await expect(viewer.main).toContainText('It stopped after 5 events');
});

test('an error in the stream is told beside what had arrived', async ({ viewer, api }) => {
  const error = '4 error {"error":{"type":"server_error","code":"server_error","message":"The model had a bad day.","param":null}}';
  api.respond('resp_x', { headers: STREAM, body: drawStream(BEGINNING + error) });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_x', baseUrl: api.baseUrl });
  await viewer.expectState('ready');
  await expect(viewer.items).toContainText('Half a sentence');
  await expect(viewer.main).toContainText('The model had a bad day.');
});

test('a stream that holds nothing but an error is a failure with its message', async ({ viewer, api }) => {
  const error =
    '0 error {"error":{"type":"invalid_request_error","code":"context_length_exceeded","message":"Too long by far.","param":"input"}}';
  api.respond('resp_x', { headers: STREAM, body: drawStream(error) });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_x', baseUrl: api.baseUrl });
  await viewer.expectState('failed');
  await expect(viewer.alert).toContainText('Too long by far.');
});
