import { readFile } from 'node:fs/promises';
import { drawStream } from '#testing/event-drawing.ts';
import { loadSample } from '#testing/sample-loader.ts';
import { expect, test } from './test.ts';

const ID = 'resp_sample_refund_agent';
const { bodyText, streamText } = loadSample(ID);
const STREAM = streamText ?? '';
const CUT = drawStream(`
  0 created            {"response":{"id":"resp_x","object":"response","status":"in_progress","output":[]}}
  1 output_item.added  {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  2 output_text.delta  {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"Half a sentence"}
`).concat('event: response.output_text.delta\ndata: {"type":"resp');

test('a stream is saved in each way, without a key, and each opens to the same', async ({ page, viewer, api }) => {
  const key = 'sk-e2e-export-0123456789';
  api.respond(ID, { headers: { 'content-type': 'text/event-stream' }, body: STREAM });
  await viewer.open('/');
  await viewer.fetchResponse({ id: ID, key, baseUrl: api.baseUrl });
  await viewer.expectState('ready');
  const files = new Map<string, string>();
  for (const [choice, name] of [
    ['Event stream', `${ID}.sse`],
    ['Events as JSON lines', `${ID}.jsonl`],
    ['Recording', `${ID}.recording.json`],
    ['Response', `${ID}.json`],
  ] as const) {
    const saved = await viewer.exportAs(choice);
    expect(saved.suggestedFilename()).toBe(name);
    files.set(name, await readFile(await saved.path(), 'utf8'));
  }
  expect(files.get(`${ID}.sse`)).toBe(STREAM);
  expect(JSON.parse(files.get(`${ID}.json`) ?? '')).toEqual(JSON.parse(bodyText));
  expect(files.get(`${ID}.recording.json`)).toContain('"Bearer •••"');
  for (const [name, text] of files) {
    expect(text).not.toContain(key);
    await viewer.dropFile(name, text);
    await expect(page.getByRole('contentinfo')).toContainText(name);
    await viewer.expectState('ready');
    await expect(viewer.items).toHaveCount(9);
  }
});

test('a JSON body is saved as it was received', async ({ viewer }) => {
  await viewer.open('/');
  await viewer.dropFile('refund.json', bodyText);
  await viewer.expectState('ready');
  const saved = await viewer.exportAs('Response');
  expect(await readFile(await saved.path(), 'utf8')).toBe(bodyText);
});

test('the text of a stream opens when it is pasted anywhere, and in the ID field', async ({ page, viewer }) => {
  await viewer.open('/');
  await page.getByRole('heading', { name: 'Open a response' }).click();
  await viewer.paste(`HTTP/2 200 \ncontent-type: text/event-stream\n\n${STREAM}`);
  await viewer.expectState('ready');
  await expect(page).toHaveURL(/\/recordings\/[0-9a-f]{64}$/);
  await expect(viewer.items).toHaveCount(9);
  await expect(viewer.main).toContainText('is left out');
  await viewer.open('/');
  await viewer.paste(CUT, viewer.idField);
  await viewer.expectState('ready');
  await expect(viewer.items).toContainText('Half a sentence');
});

test('a stream that was cut off opens with what there is, and survives a reload', async ({ page, viewer }) => {
  await viewer.open('/');
  await viewer.dropFile('capture.sse', CUT);
  for (const isReloaded of [false, true]) {
    if (isReloaded) await page.reload();
    await viewer.expectState('ready');
    await expect(viewer.items).toContainText('Half a sentence');
    await expect(viewer.main).toContainText('cut off');
  }
});

test('a big stream says that it is being read, and opens', async ({ page, viewer }) => {
  const delta = drawStream('output_text.delta {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"Half a sentence. "}');
  await viewer.open('/');
  // Watched from inside, since it may be over between two looks of Playwright.
  const told = page.evaluate(
    () =>
      new Promise((resolve) => {
        new MutationObserver(() => {
          const bar = document.querySelector('progress');
          if (bar !== null) resolve(bar.parentElement?.textContent);
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await viewer.dropFile('big.sse', CUT.slice(0, CUT.lastIndexOf('event:')) + delta.repeat(60_000));
  expect(await told).toContain('big.sse, 9.6 MB');
  await viewer.expectState('ready');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(viewer.items).toContainText('Half a sentence');
});

test('what is no stream of this API is named', async ({ page, viewer }) => {
  await viewer.open('/');
  for (const [text, problem] of [
    ['data: {"object":"chat.completion.chunk","choices":[]}\n\ndata: [DONE]\n\n', 'Chat Completion'],
    ['event: message_start\ndata: {"type":"message_start"}\n\n', 'none of its events'],
    ['{"format":"responses-devtools.recording","version":1,"segments":[]}', 'line 1, column 65'],
  ] as const) {
    await viewer.dropFile('other.txt', text);
    await expect(page.getByText('This could not be opened').locator('..').locator('..')).toContainText(problem);
  }
  await viewer.expectState('idle');
});
