import { drawFrames } from '#testing/event-drawing.ts';
import { axeComplaints, installAxe } from './axe.ts';
import { expect, test } from './test.ts';
import { linkTo, type Viewer } from './viewer.ts';

/** A reasoning model behind a proxy that hands on what it has once a second: three seconds of thought, then six reads of ten deltas. */
function bufferedRecording(): string {
  const reads = [
    { at: 120, lines: ['0 created {"response":{"id":"resp_slow","object":"response","status":"in_progress","output":[]}}'] },
    { at: 1000, lines: ['1 output_item.added {"output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[]}}'] },
    {
      at: 4000,
      lines: [
        '2 output_item.done {"output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[]}}',
        '3 output_item.added {"output_index":1,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}',
      ],
    },
    ...Array.from({ length: 6 }, (_, read) => ({
      at: 5000 + 1000 * read,
      lines: Array.from(
        { length: 10 },
        (__, index) =>
          `${4 + 10 * read + index} output_text.delta {"output_index":1,"item_id":"msg_1","content_index":0,"delta":"plum tree "}`,
      ),
    })),
    { at: 10_400, lines: ['64 completed {"response":{"id":"resp_slow","object":"response","status":"completed","output":[]}}'] },
  ].map(({ at, lines }) => ({ at, text: lines.flatMap(drawFrames).join('') }));
  return JSON.stringify({
    format: 'responses-devtools.recording',
    version: 1,
    started_at: 1_795_378_500_000,
    backlog: 0,
    is_original: true,
    received_at: 1_795_378_510_400,
    segments: [{ text: reads.map(({ text }) => text).join(''), reads: reads.map(({ at, text }) => [text.length, at]) }],
  });
}

async function openTimings(viewer: Viewer) {
  await viewer.openTab('Stream');
  await viewer.page.getByRole('button', { name: 'Timings', exact: true }).click();
}

test('the times of a recording lead to its events, from the overview, the figures and the reads that were buffered', async ({
  page,
  viewer,
}) => {
  await installAxe(page);
  await viewer.open('/');
  await viewer.dropFile('slow.recording.json', bufferedRecording());
  await viewer.expectState('ready');
  await expect(page.getByRole('contentinfo')).toContainText('10 reads · largest 10 events: buffered');
  await viewer.overview.getByRole('link', { name: '3 s at #2' }).click();
  await expect(viewer.eventRow(2)).toHaveAttribute('aria-selected', 'true');
  await openTimings(viewer);
  const timings = page.getByRole('region', { name: 'Timings', exact: true });
  await expect(timings).toContainText('The longest stall was in item 0 · reasoning.');
  const firstText = timings.getByRole('button', { name: 'first text 5 s' });
  await firstText.focus();
  await expect(timings).toContainText('First text: From the request of this page to the first piece of text');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(viewer.eventRow(4)).toHaveAttribute('aria-selected', 'true');
  const buffering = timings.getByRole('region', { name: 'Buffering' });
  await expect(buffering).toContainText('10 events arrived in one read: something between you and the API is buffering.');
  await buffering.getByRole('button', { name: '#24–33' }).click();
  await expect(viewer.eventRow(24)).toHaveAttribute('aria-selected', 'true');
  // The table of events has the focus as a whole: its rows scroll with it.
  expect((await axeComplaints(page)).filter((complaint) => !complaint.includes('role="rowgroup"'))).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(firstText).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('the figures of a stream come as it runs, and a replay has none', async ({ page, viewer, api }) => {
  const stream = api.stream(
    'resp_run',
    `
      0 created {"response":{"id":"resp_run","object":"response","status":"in_progress","created_at":${Math.ceil(Date.now() / 1000) + 60},"output":[]}}
      1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"in_progress","content":[]}}
      2 output_text.delta {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"Pears","obfuscation":"xxxxxxxxxxxxxxxx"}
      3 output_item.done {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[]}}
      4 completed {"response":{"id":"resp_run","object":"response","status":"completed","output":[]}}
    `,
  );
  await viewer.streamResponse({ id: 'resp_run', baseUrl: api.baseUrl });
  await api.arrived('resp_run');
  stream.send(2);
  await openTimings(viewer);
  const figures = page.getByRole('list', { name: 'Figures' });
  await expect(figures.getByRole('button', { name: /^first event \d/ })).toBeVisible();
  await expect(figures.getByRole('button', { name: 'first text –' })).toBeVisible();
  stream.send(1);
  await expect(figures.getByRole('button', { name: /^first text \d/ })).toBeVisible();
  await expect(figures.getByRole('button', { name: 'characters 5', exact: true })).toBeVisible();
  stream.finish();
  await viewer.expectState('ready');
  await expect(page.getByRole('region', { name: 'Duration of items' })).toContainText('0 message');
  await viewer.open(linkTo('resp_sample_refund_agent', '/sample/v1', 'stream=true&view=stream'));
  await viewer.expectState('ready');
  await expect(viewer.panel).toContainText('These times say nothing of the model');
});
