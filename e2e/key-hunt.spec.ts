import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { loadSample } from '#testing/sample-loader.ts';
import { refusal } from './api-server.ts';
import { DISTINCTIVE_KEY } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo, TABS, type Viewer } from './viewer.ts';

/** Part of the key, so that a redaction that leaves most of it is found too. The last four characters are shown on purpose. */
const TRACE = DISTINCTIVE_KEY.slice(8, 24);

type Leak = readonly [place: string, found: string];

/** Everything the page says to the outside: gathered while it lives. */
function listen(page: Page): {
  readonly console: string[];
  readonly urls: string[];
  readonly bodies: string[];
  readonly keyedOrigins: Set<string>;
} {
  const heard = { console: [] as string[], urls: [] as string[], bodies: [] as string[], keyedOrigins: new Set<string>() };
  page.on('console', (message) => heard.console.push(message.text()));
  page.on('request', (request) => {
    heard.urls.push(request.url());
    heard.bodies.push(request.postData() ?? '');
    if (JSON.stringify(request.headers()).includes(TRACE)) heard.keyedOrigins.add(new URL(request.url()).origin);
  });
  return heard;
}

/** Every place of the page that outlives a keystroke, with its text. */
async function placesOf(page: Page): Promise<readonly Leak[]> {
  return page.evaluate(async () => {
    const decoder = new TextDecoder();
    const readable = (_name: string, value: unknown) => (value instanceof Uint8Array ? decoder.decode(value) : value);
    const databases = await indexedDB.databases();
    const stored = await Promise.all(
      databases.map(async ({ name = '' }) => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.addEventListener('success', () => resolve(opening.result));
          opening.addEventListener('error', () => reject(opening.error));
        });
        const stores = await Promise.all(
          [...db.objectStoreNames].map(
            (storeName) =>
              new Promise<unknown>((resolve, reject) => {
                const reading = db.transaction(storeName).objectStore(storeName).getAll();
                reading.addEventListener('success', () => resolve(reading.result));
                reading.addEventListener('error', () => reject(reading.error));
              }),
          ),
        );
        db.close();
        return stores;
      }),
    );
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=password]), textarea')];
    return [
      ['address', location.href],
      ['history.state', JSON.stringify(history.state)],
      ['title', document.title],
      ['localStorage', JSON.stringify(Object.entries(localStorage))],
      ['sessionStorage', JSON.stringify(Object.entries(sessionStorage))],
      ['IndexedDB', JSON.stringify(stored, readable)],
      ['caches', JSON.stringify(await caches.keys())],
      ['cookies', document.cookie],
      ['window.name', window.name],
      ['DOM', document.documentElement.outerHTML],
      ['fields', fields.map(({ value }) => value).join('\n')],
      [
        'resource timing',
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join('\n'),
      ],
      [
        'visited addresses',
        performance
          .getEntriesByType('navigation')
          .map(({ name }) => name)
          .join('\n'),
      ],
    ] as const;
  });
}

async function leaksOn(page: Page): Promise<readonly string[]> {
  return (await placesOf(page)).filter(([, text]) => text.includes(TRACE)).map(([place]) => place);
}

/** A session of everything a person does with a key. */
async function useEverything(viewer: Viewer): Promise<void> {
  const { page } = viewer;
  for (const tab of TABS) {
    await viewer.openTab(tab);
    await viewer.expandAll();
    expect(await leaksOn(page), `on ${tab}`).toEqual([]);
  }
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await viewer.readClipboard()).not.toContain(TRACE);
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect.poll(() => viewer.readClipboard()).toContain('curl ');
  expect(await viewer.readClipboard()).not.toContain(TRACE);
  await viewer.openTab('Raw');
  const downloading = page.waitForEvent('download');
  await viewer.panel.getByRole('button', { name: 'Download' }).click();
  const file = await downloading;
  expect(readFileSync(await file.path(), 'utf8') + file.suggestedFilename()).not.toContain(TRACE);
  await viewer.openOptions();
  expect(await leaksOn(page), 'with the options open').toEqual([]);
}

test('after a full session the key is nowhere but in the header to its own origin', async ({ page, viewer, api }) => {
  const heard = listen(page);
  const { bodyText } = loadSample('resp_sample_refund_agent');
  api.respond('resp_1', { body: bodyText });
  api.respond(
    'resp_echo',
    refusal(401, `Incorrect API key provided: ${DISTINCTIVE_KEY}. Find yours in the dashboard.`, { param: DISTINCTIVE_KEY }),
  );
  await viewer.open('/');
  await viewer.readClipboard(); // asks for the permission
  await viewer.paste(DISTINCTIVE_KEY, viewer.idField);
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  await useEverything(viewer);

  await viewer.fetchResponse({ id: 'resp_echo' });
  await viewer.expectState('failed');
  await expect(viewer.main.getByRole('alert')).toContainText('Find yours in the dashboard.');
  await viewer.main.getByText('What the server sent').click();
  expect(await leaksOn(page), 'on a failure that echoes the key').toEqual([]);

  await page.getByRole('link', { name: 'Responses', exact: true }).click();
  await viewer.dropFile('refund.json', bodyText);
  await viewer.expectState('ready');
  expect(await leaksOn(page), 'on a recording').toEqual([]);
  await viewer.open('/');
  expect(await leaksOn(page), 'on the history').toEqual([]);

  expect(heard.console.join('\n')).not.toContain(TRACE);
  expect(heard.urls.join('\n')).not.toContain(TRACE);
  expect(heard.bodies.join('\n')).not.toContain(TRACE);
  expect([...heard.keyedOrigins]).toEqual([api.origin]);
});

for (const [choice, storage] of [
  ['this tab', 'sessionStorage'],
  ['this device', 'localStorage'],
] as const) {
  test(`kept for ${choice}, the key is in its one place, survives a reload, and can be forgotten`, async ({ page, viewer, api }) => {
    api.respond('resp_1', { body: loadSample('resp_sample_hello').bodyText });
    await viewer.open('/');
    await page.getByRole('radio', { name: choice }).check({ force: true });
    await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: DISTINCTIVE_KEY });
    await viewer.expectState('ready');
    expect(await leaksOn(page)).toEqual([storage]);
    await page.reload();
    await viewer.expectState('ready');
    expect(api.requestsFor('resp_1')[1]?.headers.authorization).toBe(`Bearer ${DISTINCTIVE_KEY}`);
    expect(await leaksOn(page)).toEqual([storage]);

    await viewer.openOptions();
    await page.getByRole('button', { name: 'Forget the key' }).click();
    expect(await leaksOn(page)).toEqual([]);
    await expect(viewer.keyField).toHaveValue('');
    await page.reload();
    await viewer.expectState('idle');
    expect(api.requestsFor('resp_1')).toHaveLength(2);
  });
}

test('kept for this page, the key is gone with a reload', async ({ page, viewer, api }) => {
  api.respond('resp_1', { body: loadSample('resp_sample_hello').bodyText });
  await viewer.open('/');
  await expect(page.getByRole('radio', { name: 'this page' })).toBeChecked();
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  await page.reload();
  await viewer.expectState('idle');
  await expect(viewer.keyField).toHaveValue('');
});

test('a link to another origin gets no key and no request', async ({ page, viewer, api, otherApi }) => {
  const { bodyText } = loadSample('resp_sample_hello');
  api.respond('resp_1', { body: bodyText });
  otherApi.respond('resp_1', { body: bodyText });
  await viewer.open('/');
  await page.getByRole('radio', { name: 'this device' }).check({ force: true });
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');

  await viewer.open(linkTo('resp_1', otherApi.baseUrl));
  await viewer.expectState('idle');
  await expect(viewer.main).toContainText(`goes to ${otherApi.host} and nowhere else`);
  await expect(viewer.keyField).toHaveValue('');
  expect(otherApi.receivedCount).toBe(0);
  await viewer.fetchButton.click();
  await viewer.expectState('ready');
  expect(JSON.stringify([otherApi.requests, otherApi.preflights])).not.toContain(TRACE);
});

test('another port, another scheme, another host: each is another origin', async ({ viewer, api }) => {
  api.respond('resp_1', { body: loadSample('resp_sample_hello').bodyText });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  const { port } = new URL(api.origin);
  for (const baseUrl of [
    `http://localhost:${port}/v1`,
    `https://127.0.0.1:${port}/v1`,
    `http://127.0.0.1:${Number(port) + 1}/v1`,
    `http://127.0.0.1.evil.example:${port}/v1`,
  ]) {
    await viewer.baseUrlField.fill(baseUrl);
    await expect(viewer.keyField, baseUrl).toHaveValue('');
    await viewer.baseUrlField.fill(api.baseUrl);
    await expect(viewer.keyField).toHaveValue(DISTINCTIVE_KEY);
  }
});

test('Forget all forgets the keys too', async ({ page, viewer, api }) => {
  api.respond('resp_1', { body: loadSample('resp_sample_hello').bodyText });
  await viewer.open('/');
  await page.getByRole('radio', { name: 'this device' }).check({ force: true });
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: api.baseUrl, key: DISTINCTIVE_KEY });
  await viewer.expectState('ready');
  await viewer.open('/');
  await page.getByRole('button', { name: 'Forget all' }).click();
  expect(await leaksOn(page)).toEqual([]);
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await viewer.expectState('idle');
});
