import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const CREATED =
  'created {"response":{"id":"resp_run","object":"response","status":"in_progress","background":true,"model":"gpt-e2e","output":[]}}';
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The events of one response, numbered. */
function drawing(...events: readonly string[]): string {
  return events.map((event, number) => `${number} ${event}`).join('\n');
}

function added(index: number, item: object): string {
  return `output_item.added ${JSON.stringify({ output_index: index, item })}`;
}

function text(index: number, delta: string): string {
  return `output_text.delta ${JSON.stringify({ output_index: index, content_index: 0, delta })}`;
}

function message(index: number): string {
  return added(index, { type: 'message', id: `msg_${index}`, role: 'assistant', status: 'in_progress', content: [] });
}

/** How far the items can still be scrolled down, in pixels. */
async function distanceToEnd(page: Page): Promise<number> {
  return page.locator('[data-pane]').evaluate((pane) => Math.round(pane.scrollHeight - pane.clientHeight - pane.scrollTop));
}

test('text types in as Markdown without showing half of its marks, and a closed call shows what is being written', async ({
  viewer,
  api,
}) => {
  const stream = api.stream(
    'resp_run',
    drawing(
      CREATED,
      added(0, { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'look_up', arguments: '', status: 'in_progress' }),
      'function_call_arguments.delta {"output_index":0,"delta":"{\\"ports\\": [\\"Bergen\\""}',
      message(1),
      text(1, 'The **tide'),
      text(1, '** comes in.\n\n| port |\n'),
      text(1, '|---|\n| Bergen |\n'),
    ),
  );
  await viewer.streamResponse({ id: 'resp_run', baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(3);
  const call = viewer.item(0);
  await expect(viewer.header(call)).toContainText('{"ports": ["Bergen"');
  await expect(call).toContainText('in progress');
  await viewer.expand(call);
  await expect(call.locator('code').first()).toHaveText('{\n  "ports": ["Bergen"');
  stream.send(2);
  const answer = viewer.item(1);
  await expect(answer.locator('strong')).toHaveText('tide');
  await expect(answer).not.toContainText('**');
  stream.send(1);
  await expect(answer).toContainText('comes in.');
  await expect(answer).not.toContainText('| port |');
  stream.send(1);
  await expect(answer.getByRole('cell')).toHaveText(['Bergen']);
});

test('the end is followed until the reader scrolls up, and a press brings the reader back', async ({ page, viewer, api }) => {
  const lines = Array.from({ length: 60 }, (_, line) => text(0, `Line ${line} of the report.\n\n`));
  const stream = api.stream('resp_run', drawing(CREATED, message(0), ...lines, message(1), text(1, 'A last word.')));
  await viewer.streamResponse({ id: 'resp_run', baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(30);
  await expect(viewer.items).toContainText('Line 27');
  // What was there at first is not followed; what comes behind a pause is.
  await expect(async () => {
    stream.send();
    expect(await distanceToEnd(page)).toBe(0);
  }).toPass();
  await viewer.items.hover();
  await page.mouse.wheel(0, -300);
  await expect.poll(() => distanceToEnd(page)).toBeGreaterThan(100);
  const before = await distanceToEnd(page);
  stream.send(5);
  const back = viewer.panel.getByRole('button', { name: /\d+ new characters/ });
  await expect(back).toBeVisible();
  expect(await distanceToEnd(page)).toBeGreaterThan(before);
  stream.send(100);
  await viewer.panel.getByRole('button', { name: '1 new item' }).click();
  await expect.poll(() => distanceToEnd(page)).toBeLessThan(2);
  await expect(viewer.item(1)).toContainText('A last word.');
  await expect(viewer.panel.getByRole('button', { name: /new (?:item|character)/ })).toHaveCount(0);
});

test('a partial image shows until the image is there', async ({ viewer, api }) => {
  const image = { type: 'image_generation_call', id: 'ig_1', status: 'in_progress' };
  const stream = api.stream(
    'resp_run',
    drawing(
      CREATED,
      added(0, image),
      `image_generation_call.partial_image {"output_index":0,"item_id":"ig_1","partial_image_index":1,"partial_image_b64":"${PNG}"}`,
      `output_item.done ${JSON.stringify({ output_index: 0, item: { ...image, status: 'completed', result: PNG } })}`,
    ),
  );
  await viewer.streamResponse({ id: 'resp_run', baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(3);
  await expect(viewer.item(0).getByRole('img', { name: /^Partial image 2/ })).toBeVisible();
  stream.send(1);
  await expect(viewer.item(0).getByRole('img', { name: 'Generated image' })).toBeVisible();
  await expect(viewer.item(0).getByRole('img', { name: /^Partial/ })).toHaveCount(0);
});
