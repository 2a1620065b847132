import { loadSample } from '#testing/sample-loader.ts';
import { DISTINCTIVE_KEY } from './responses.ts';
import { expect, test } from './test.ts';
import type { Viewer } from './viewer.ts';

type Reading = { readonly id: string; readonly baseUrl?: string; readonly says?: string | RegExp };

/** What the form holds once a text was pasted into the ID field. */
async function expectReading(viewer: Viewer, text: string, { id, baseUrl, says }: Reading): Promise<void> {
  await viewer.idField.fill('');
  await viewer.paste(text, viewer.idField);
  await expect(viewer.idField).toHaveValue(id);
  if (baseUrl !== undefined) await expect(viewer.baseUrlField).toHaveValue(baseUrl);
  if (says !== undefined) await expect(viewer.main).toContainText(says);
}

test.beforeEach(async ({ viewer }) => {
  await viewer.open('/');
});

test('quotes and spaces around an ID are taken off', async ({ viewer }) => {
  for (const text of ['  resp_abc123\n', '"resp_abc123"', '`resp_abc123`,', '(resp_abc123)'])
    await expectReading(viewer, text, { id: 'resp_abc123' });
});

test('a log line gives its ID', async ({ viewer }) => {
  await expectReading(viewer, '2026-11-20T10:02:11Z INFO llm done response_id=resp_abc123 latency=812ms', { id: 'resp_abc123' });
});

test('a fragment of JSON gives its ID', async ({ viewer }) => {
  await expectReading(viewer, '"id": "resp_abc123",\n  "object": "response", "status": "completed"', { id: 'resp_abc123' });
});

test('an API URL gives base URL and parameters', async ({ page, viewer }) => {
  await expectReading(viewer, 'http://127.0.0.1:8000/v1/responses/resp_abc123?include[]=reasoning.encrypted_content&starting_after=7', {
    id: 'resp_abc123',
    baseUrl: 'http://127.0.0.1:8000/v1',
  });
  await viewer.openOptions();
  await expect(page.getByRole('checkbox', { name: /^reasoning\.encrypted_content/ })).toBeChecked();
  await expect(viewer.field('starting_after')).toHaveValue('7');
});

test('a dated Azure URL keeps its api-version in the base URL', async ({ viewer }) => {
  await expectReading(viewer, 'https://acme.openai.azure.com/openai/responses/resp_abc123?api-version=2025-04-01-preview', {
    id: 'resp_abc123',
    baseUrl: 'https://acme.openai.azure.com/openai?api-version=2025-04-01-preview',
    says: 'Azure',
  });
});

test('a dashboard URL is the API that it shows', async ({ viewer }) => {
  await viewer.baseUrlField.fill('http://127.0.0.1:8000/v1');
  await expectReading(viewer, 'https://platform.openai.com/logs/resp_abc123', { id: 'resp_abc123', baseUrl: 'https://api.openai.com/v1' });
});

test('a link of this viewer brings its view along', async ({ page, viewer }) => {
  const link = new URL('/responses/resp_sample_hello?base_url=/sample/v1&view=usage', page.url()).href;
  await expectReading(viewer, link, { id: 'resp_sample_hello', baseUrl: '/sample/v1' });
  await viewer.fetchButton.click();
  await viewer.expectState('ready');
  await expect(viewer.tab('Usage')).toHaveAttribute('aria-selected', 'true');
});

test('a curl command fills the whole form, and its key goes into the key field', async ({ page, viewer }) => {
  const command = `curl -sS -k 'http://127.0.0.1:8000/v1/responses/resp_abc123?include[]=file_search_call.results' \\
    -H 'Authorization: Bearer ${DISTINCTIVE_KEY}' \\
    -H 'OpenAI-Project: proj_e2e' -H 'X-Team: billing' \\
    -b 'session=1'`;
  await expectReading(viewer, command, { id: 'resp_abc123', baseUrl: 'http://127.0.0.1:8000/v1', says: /cannot do this.*cookies/ });
  await expect(viewer.main).toContainText('-k');
  await expect(viewer.keyField).toHaveValue(DISTINCTIVE_KEY);
  await viewer.openOptions();
  await expect(viewer.field('Project')).toHaveValue('proj_e2e');
  await expect(page.getByLabel('Name of header 1')).toHaveValue('X-Team');
  await expect(page.getByLabel('Value of header 1')).toHaveValue('billing');
  expect(await page.content()).not.toContain(DISTINCTIVE_KEY);
});

test('a curl command with api-key chooses that header', async ({ viewer }) => {
  await expectReading(viewer, `curl https://acme.openai.azure.com/openai/v1/responses/resp_abc123 -H "api-key: ${DISTINCTIVE_KEY}"`, {
    id: 'resp_abc123',
    baseUrl: 'https://acme.openai.azure.com/openai/v1',
  });
  await viewer.openOptions();
  await expect(viewer.select('The key is sent as')).toHaveValue('api-key');
});

test('a key moves to the key field at once, pasted or typed', async ({ page, viewer }) => {
  await viewer.paste(DISTINCTIVE_KEY, viewer.idField);
  await expect(viewer.keyField).toHaveValue(DISTINCTIVE_KEY);
  await expect(viewer.idField).toHaveValue('');
  await expect(viewer.main).toContainText('moved to the API key field');
  await viewer.keyField.fill('');

  await viewer.idField.pressSequentially('sk-proj-typedByHand0123456789');
  await expect(viewer.idField).not.toHaveValue(/sk-proj/);
  await expect(viewer.keyField).toHaveValue(/^sk-proj/);

  await viewer.idField.fill('resp_abc123');
  await viewer.paste(`OPENAI_API_KEY=${DISTINCTIVE_KEY}`, viewer.idField);
  await expect(viewer.keyField).not.toHaveValue('');
  expect(page.url()).not.toContain('sk-');
  expect(await page.content()).not.toContain(DISTINCTIVE_KEY);
});

test('an ID of another kind is named as what it is, and nothing is sent', async ({ viewer, api }) => {
  for (const [id, name] of Object.entries({
    msg_abc123: 'a message',
    call_abc123: 'a tool call',
    conv_abc123: 'a conversation',
    rs_abc123: 'a reasoning item',
    req_abc123: 'an HTTP request',
    file_abc123: 'a file',
  })) {
    await viewer.fetchResponse({ id, baseUrl: api.baseUrl });
    await expect(viewer.main).toContainText(`This is the ID of ${name}`);
    await viewer.expectState('idle');
  }
  expect(api.receivedCount).toBe(0);
});

test('several IDs are offered to choose from', async ({ page, viewer }) => {
  await viewer.paste('retry of resp_first1 after resp_second2 failed', viewer.idField);
  await expect(viewer.main).toContainText('Choose one');
  await page.getByRole('button', { name: 'resp_second2' }).click();
  await expect(viewer.idField).toHaveValue('resp_second2');
});

test('a text without an ID says so', async ({ viewer }) => {
  await viewer.paste('the deploy went fine, thanks', viewer.idField);
  await viewer.fetchButton.click();
  await expect(viewer.main).toContainText('There is no response ID in this text');
  await viewer.expectState('idle');
});

test('an empty field says what to enter', async ({ viewer }) => {
  await viewer.fetchButton.click();
  await expect(viewer.main).toContainText('Enter a response ID');
  await viewer.expectState('idle');
});

test('a whole response opens as a recording', async ({ page, viewer }) => {
  await viewer.paste(loadSample('resp_sample_hello').bodyText, viewer.idField);
  await viewer.expectState('ready');
  await expect(page).toHaveURL(/\/recordings\/[0-9a-f]{64}$/);
  await expect(viewer.items).toHaveCount(1);
});
