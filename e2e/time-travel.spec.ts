import { axeComplaints, installAxe } from './axe.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

const SAMPLE = 'resp_sample_refund_agent';
const RUN = [
  '0 created {"response":{"id":"resp_run","object":"response","status":"in_progress","background":true,"output":[]}}',
  '1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"in_progress","content":[]}}',
  ...['Figs', ' and', ' plums', ' and', ' pears'].map(
    (delta, index) => `${index + 2} output_text.delta {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"${delta}"}`,
  ),
  '7 completed {"response":{"id":"resp_run","object":"response","status":"completed","background":true,"output":[]}}',
].join('\n');

test('a link to an event shows every tab as it stood then, and the end is a press away', async ({ page, viewer }) => {
  await installAxe(page);
  await viewer.openSample(SAMPLE, 'stream=true&seq=60');
  await expect(viewer.items).toHaveCount(1);
  await expect(viewer.overview).toContainText('event 61 of 186');
  await expect(viewer.scrubber).toHaveAttribute('aria-valuetext', /^event 61 of 186, response\./);
  expect(await axeComplaints(page)).toEqual([]);
  await viewer.openTab('Usage');
  await expect(viewer.panel).toContainText('Not counted yet');
  await viewer.openTab('Stream');
  await expect(viewer.eventGrid).toHaveAttribute('aria-rowcount', '186');
  await expect(viewer.eventRow(60)).toHaveAttribute('aria-selected', 'true');
  expect(viewer.address()).toContain('seq=60');
  await viewer.backToEnd.click();
  await viewer.openTab('Output');
  await expect(viewer.items).toHaveCount(9);
  await expect.poll(() => viewer.address()).not.toContain('seq=');
});

test('keys and the pointer move the cursor; the table and the link follow it', async ({ page, viewer }) => {
  await viewer.openSample(SAMPLE, 'stream=true');
  await page.keyboard.press(',');
  await expect(viewer.overview).toContainText('event 185 of 186');
  await page.keyboard.press('<');
  const atItem = await viewer.scrubber.getAttribute('aria-valuetext');
  expect(atItem).toContain('response.output_item.added');
  await viewer.scrubber.press('Home');
  await expect(viewer.scrubber).toHaveAttribute('aria-valuetext', /^event 1 of 186, response\.created/);
  await viewer.scrubber.press('Shift+ArrowRight');
  await expect(viewer.items).toHaveCount(1);
  const box = await viewer.scrubber.boundingBox();
  if (box === null) throw new Error('The slider is not drawn');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(viewer.overview).toContainText('event 93 of 186');
  await expect.poll(() => viewer.address()).toContain('seq=92');
  await viewer.openTab('Stream');
  await expect(viewer.eventRow(92)).toHaveAttribute('aria-selected', 'true');
  await viewer.eventRow(92).click();
  await viewer.eventGrid.press('ArrowDown');
  await expect(viewer.overview).toContainText('event 94 of 186');
  await page.keyboard.press('Escape');
  await expect(viewer.overview).toContainText('event 94 of 186');
});

test('playing goes on to the end', async ({ page, viewer }) => {
  await viewer.openSample(SAMPLE, 'stream=true&seq=100');
  await page.getByRole('button', { name: 'Speed even pace 1×' }).click();
  await page.getByRole('button', { name: 'Speed even pace 2×' }).click();
  await page.getByRole('button', { name: 'Play from here' }).click();
  await expect(viewer.items).toHaveCount(9);
  await expect(viewer.overview).not.toContainText('as of');
  await expect(page.getByRole('button', { name: 'Play from the start' })).toBeVisible();
});

test('while a stream runs, who travels back stays there until going back to live', async ({ viewer, api }) => {
  const stream = api.stream('resp_run', RUN);
  await viewer.open(linkTo('resp_run', api.baseUrl, 'stream=true'));
  await viewer.keyField.fill('sk-e2e-time-travel-000000');
  await viewer.fetchButton.click();
  stream.send(4);
  await expect(viewer.items).toContainText('Figs and');
  await viewer.scrubber.press('ArrowLeft');
  await expect(viewer.items).not.toContainText('and');
  stream.send(2);
  await expect(viewer.scrubber).toHaveAttribute('aria-valuemax', '6');
  await expect(viewer.overview).toContainText('event 3 of 6');
  await expect(viewer.items).toContainText('Figs');
  await expect(viewer.items).not.toContainText('and');
  await viewer.backToEnd.click();
  await expect(viewer.items).toContainText('Figs and plums and');
  stream.finish();
  await expect(viewer.items).toContainText('pears');
});
