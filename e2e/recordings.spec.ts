import { createHash } from 'node:crypto';
import { loadSample } from '#testing/sample-loader.ts';
import { expect, test } from './test.ts';
import { TABS, type Viewer } from './viewer.ts';

const { bodyText } = loadSample('resp_sample_refund_agent');
const hash = createHash('sha256').update(bodyText).digest('hex');

async function expectOpened(viewer: Viewer): Promise<void> {
  await expect(viewer.page).toHaveURL(`/recordings/${hash}`);
  await viewer.expectState('ready');
  await expect(viewer.items).toHaveCount(9);
}

test('a dropped file opens at the address of its content, and survives a reload', async ({ page, viewer }) => {
  await viewer.open('/');
  await viewer.dropFile('refund.json', bodyText);
  await expectOpened(viewer);
  await expect(page.getByRole('contentinfo')).toContainText('refund.json');
  await page.reload();
  await expectOpened(viewer);
  await expect(page.getByRole('contentinfo')).toContainText('refund.json');
});

test('a chosen file opens', async ({ page, viewer }) => {
  await viewer.open('/');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles({ name: 'refund.json', mimeType: 'application/json', buffer: Buffer.from(bodyText) });
  await expectOpened(viewer);
});

test('the clipboard opens, by its button and by pasting anywhere', async ({ page, viewer }) => {
  await viewer.open('/');
  await viewer.writeClipboard(bodyText);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Read the clipboard' }).click();
  await expectOpened(viewer);
  await page.goBack();
  await viewer.expectState('idle');
  await page.getByRole('heading', { name: 'Open a response' }).click();
  await viewer.paste(bodyText);
  await expectOpened(viewer);
});

test('a file can be dropped on a response that is open', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_hello');
  await viewer.dropFile('refund.json', bodyText);
  await expectOpened(viewer);
  await page.goBack();
  await expect(viewer.items).toHaveCount(1);
});

test('every tab of a recording works, and no request is made for it', async ({ page, viewer }) => {
  await viewer.open('/');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (['fetch', 'xhr'].includes(request.resourceType())) asked.push(request.url());
  });
  await viewer.dropFile('refund.json', bodyText);
  await expectOpened(viewer);
  for (const tab of TABS) {
    await viewer.openTab(tab);
    await expect(viewer.panel).not.toBeEmpty();
  }
  await expect(viewer.panel).toContainText('No request was made');
  expect(asked).toEqual([]);
});

test('an opened file is in the history, and forgotten with it', async ({ page, viewer }) => {
  await viewer.open('/');
  await viewer.dropFile('refund.json', bodyText);
  await expectOpened(viewer);
  await viewer.open('/');
  await page.getByRole('link', { name: /resp_sample_refund_agent/ }).click();
  await expectOpened(viewer);
  await viewer.open('/');
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(page.getByRole('button', { name: /^Forget resp_/ })).toHaveCount(0);
  await viewer.open(`/recordings/${hash}`);
  await viewer.expectState('failed');
  await expect(viewer.main.getByRole('alert')).toContainText('does not have that recording');
});

test('forgetting one entry forgets its file', async ({ page, viewer }) => {
  await viewer.open('/');
  await viewer.dropFile('refund.json', bodyText);
  await expectOpened(viewer);
  await viewer.open('/');
  const forget = page.getByRole('button', { name: 'Forget resp_sample_refund_agent' });
  await forget.click();
  await expect(forget).toHaveCount(0);
  await viewer.open(`/recordings/${hash}`);
  await viewer.expectState('failed');
});

test('with "Keep nothing" a file opens and is gone with a reload', async ({ page, viewer }) => {
  await viewer.open('/');
  await page.getByLabel('Keep nothing').check();
  await viewer.dropFile('refund.json', bodyText);
  await expectOpened(viewer);
  await page.reload();
  await viewer.expectState('failed');
});

test('what cannot be opened says why and leaves the page as it was', async ({ page, viewer }) => {
  await viewer.open('/');
  for (const [what, text, problem] of [
    ['broken JSON', '{\n  "object": "response",\n  "output": [{"type": mess', /line 3, column \d+/],
    ['another kind of JSON', '{"object": "list", "data": []}', /JSON of another kind/],
    [
      'a Chat Completion',
      '{"id":"chatcmpl-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"}}]}',
      /Chat Completion/,
    ],
    ['a web page', '<!doctype html><html><body>Hello</body></html>', /web page/],
    ['plain text', 'just some words', /plain text/],
    ['nothing', '', /empty/],
  ] as const) {
    await test.step(what, async () => {
      await viewer.dropFile('file.json', text);
      const said = page.getByText('This could not be opened').locator('..').locator('..');
      await expect(said).toContainText(problem);
      await expect(said).toContainText('file.json');
      await viewer.expectState('idle');
      await page.getByRole('button', { name: 'Close' }).click();
      await expect(page.getByText('This could not be opened')).toHaveCount(0);
    });
  }
});

test.describe('with storage blocked', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'] as const) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
      }
    });
  });

  test('files open, though they do not survive a reload', async ({ page, viewer }) => {
    await viewer.open('/');
    await viewer.dropFile('refund.json', bodyText);
    await expectOpened(viewer);
    await page.goBack();
    await page.goForward();
    await expectOpened(viewer);
    await page.reload();
    await viewer.expectState('failed');
    await expect(viewer.main.getByRole('alert')).toContainText('does not have that recording');
  });

  test('fetching works, and a key that should be kept is kept for the page', async ({ page, viewer, api }) => {
    api.respond('resp_1', { body: bodyText });
    await viewer.open('/');
    await page.getByRole('radio', { name: 'this device' }).check({ force: true });
    await viewer.fetchResponse({ id: 'resp_1', key: 'sk-e2e-blocked-000000000', baseUrl: api.baseUrl });
    await viewer.expectState('ready');
    await expect(viewer.items).toHaveCount(9);
  });

  test('the theme can be changed all the same', async ({ page, viewer }) => {
    await viewer.open('/');
    await page.getByRole('button', { name: 'Theme: as the system' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  });
});
