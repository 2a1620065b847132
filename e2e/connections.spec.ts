import { startApiServer } from './api-server.ts';
import { messageResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo, type Viewer } from './viewer.ts';

const KEY = 'sk-e2e-connections-00000000';

async function fetchWith(viewer: Viewer, change: () => Promise<void>): Promise<void> {
  await viewer.openOptions();
  await change();
  await viewer.fetchResponse({ id: 'resp_1', key: KEY });
  await viewer.expectState('ready');
}

test.beforeEach(({ api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', 'Hello.') });
});

test('the key can go as api-key', async ({ viewer, api }) => {
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await fetchWith(viewer, async () => {
    await viewer.select('The key is sent as').selectOption('api-key');
  });
  const headers = api.requestsFor('resp_1')[0]?.headers;
  expect(headers?.['api-key']).toBe(KEY);
  expect(headers?.authorization).toBeUndefined();
});

test('the key can go in a header of any name', async ({ viewer, api }) => {
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await fetchWith(viewer, async () => {
    await viewer.select('The key is sent as').selectOption('other');
    await viewer.field('Header that carries the key').fill('X-Gateway-Token');
  });
  expect(api.requestsFor('resp_1')[0]?.headers['x-gateway-token']).toBe(KEY);
});

test('with "No key" none is sent, though one is typed', async ({ viewer, api }) => {
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await fetchWith(viewer, async () => {
    await viewer.select('The key is sent as').selectOption('none');
  });
  expect(JSON.stringify(api.requestsFor('resp_1')[0]?.headers)).not.toContain(KEY);
});

test('organization, project and extra headers are sent, and remembered without their values', async ({ page, viewer, api }) => {
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await fetchWith(viewer, async () => {
    await viewer.field('Organization').fill('org-e2e');
    await viewer.field('Project').fill('proj_e2e');
    await page.getByRole('button', { name: 'Add a header' }).click();
    await page.getByLabel('Name of header 1').fill('X-Team');
    await page.getByLabel('Value of header 1').fill('secret-of-the-team');
  });
  expect(api.requestsFor('resp_1')[0]?.headers).toMatchObject({
    'openai-organization': 'org-e2e',
    'openai-project': 'proj_e2e',
    'x-team': 'secret-of-the-team',
  });
  const stored = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(stored).toContain('X-Team');
  expect(stored).not.toContain('secret-of-the-team');
});

test('a header that browsers refuse is named before anything is sent', async ({ page, viewer, api }) => {
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await viewer.openOptions();
  await page.getByRole('button', { name: 'Add a header' }).click();
  await page.getByLabel('Name of header 1').fill('Cookie');
  await page.getByLabel('Value of header 1').fill('a=b');
  await viewer.fetchResponse({ id: 'resp_1', key: KEY });
  await viewer.expectState('failed');
  await expect(viewer.main.getByRole('alert')).toContainText('Browsers do not let a page set the header Cookie');
  expect(api.receivedCount).toBe(0);
});

test('a preset fills base URL and auth style, and says what its server cannot do', async ({ viewer }) => {
  await viewer.open('/');
  await viewer.openOptions();
  const connection = viewer.select('Connection');
  const authentication = viewer.select('The key is sent as');
  const expected = [
    { option: 'OpenAI · Europe', baseUrl: 'https://eu.api.openai.com/v1', auth: 'bearer', says: /project/ },
    {
      option: 'Azure OpenAI (v1)',
      baseUrl: 'https://{resource}.openai.azure.com/openai/v1',
      auth: 'api-key',
      says: /does not let web pages call/,
    },
    { option: 'vLLM', baseUrl: 'http://localhost:8000/v1', auth: 'bearer', says: 'VLLM_ENABLE_RESPONSES_API_STORE=1' },
    { option: 'llama.cpp', baseUrl: 'http://localhost:8080/v1', auth: 'other', says: 'cannot look one up by ID' },
    { option: 'LM Studio', baseUrl: 'http://localhost:1234/v1', auth: 'bearer', says: '--cors' },
    { option: 'Ollama', baseUrl: 'http://localhost:11434/v1', auth: 'bearer', says: 'cannot look one up by ID' },
    { option: 'OpenRouter', baseUrl: 'https://openrouter.ai/api/v1', auth: 'bearer', says: 'keeps no responses' },
    { option: 'Sample API', baseUrl: '/sample/v1', auth: 'bearer', says: 'Invented responses' },
  ];
  for (const { option, baseUrl, auth, says } of expected) {
    await connection.selectOption({ label: option });
    await expect(viewer.baseUrlField).toHaveValue(baseUrl);
    await expect(authentication).toHaveValue(auth);
    await expect(viewer.main).toContainText(says);
  }
});

test('a place left to be filled in is named', async ({ viewer }) => {
  await viewer.open('/');
  await viewer.select('Connection').selectOption({ label: 'Azure OpenAI (v1)' });
  await viewer.fetchResponse({ id: 'resp_1', key: KEY });
  await viewer.expectState('failed');
  await expect(viewer.main.getByRole('alert')).toContainText('Replace {resource}');
});

test('a base URL with a query of its own keeps it in front of the parameters', async ({ viewer, baseURL }) => {
  const azure = await startApiServer({ basePath: '/openai', allowedOrigin: baseURL });
  azure.respond('resp_1', { body: messageResponse('resp_1', 'Hello from Azure.') });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_1', key: KEY, baseUrl: `${azure.baseUrl}?api-version=2025-04-01-preview` });
  await viewer.expectState('ready');
  expect(azure.requestsFor('resp_1')[0]?.url).toBe('/openai/responses/resp_1?api-version=2025-04-01-preview');
  await azure.close();
});

test('plain http to another machine is warned about before a key is typed', async ({ viewer }) => {
  await viewer.open('/');
  await viewer.baseUrlField.fill('http://models.example/v1');
  await expect(viewer.main).toContainText('plain http to another machine');
  await viewer.baseUrlField.fill('http://localhost:8000/v1');
  await expect(viewer.main).not.toContainText('plain http to another machine');
});

test('a connection used before is offered again', async ({ page, viewer, api }) => {
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_1', key: KEY, baseUrl: api.baseUrl });
  await viewer.expectState('ready');
  await page.getByRole('link', { name: 'Responses', exact: true }).click();
  await viewer.expectState('idle');
  await expect(viewer.baseUrlField).toHaveValue(api.baseUrl);
  await expect(viewer.keyField).toHaveValue(KEY);
  const connection = viewer.select('Connection');
  await connection.selectOption({ label: 'Sample API' });
  await expect(viewer.keyField).toHaveValue('');
  await connection.selectOption({ label: `Another server · ${api.host}` });
  await expect(viewer.keyField).toHaveValue(KEY);
});

test('a key stays with its origin when the base URL is changed', async ({ viewer, api, otherApi }) => {
  otherApi.respond('resp_1', { body: messageResponse('resp_1', 'Elsewhere.') });
  await viewer.open('/');
  await viewer.fetchResponse({ id: 'resp_1', key: KEY, baseUrl: api.baseUrl });
  await viewer.expectState('ready');
  await viewer.fetchResponse({ id: 'resp_1', baseUrl: otherApi.baseUrl });
  await expect(viewer.panel).toContainText('Elsewhere.');
  expect(otherApi.requestsFor('resp_1')).toHaveLength(1);
  expect(JSON.stringify(otherApi.requests)).not.toContain(KEY);
});

test('the last four characters of a long key are shown, of a short one none', async ({ page, viewer }) => {
  await viewer.open('/');
  await viewer.keyField.fill('sk-e2e-0123456789wxyz');
  await expect(page.getByText('…wxyz')).toBeVisible();
  await viewer.keyField.fill('sk-short');
  await expect(page.getByText(/…\w{4}$/)).toHaveCount(0);
  await expect(viewer.keyField).toHaveAttribute('type', 'password');
});
