import type { Locator } from '@playwright/test';
import { expect, test } from './test.ts';
import { messageResponse } from './responses.ts';
import { linkTo, TABS, type Viewer } from './viewer.ts';

function openHeaders(viewer: Viewer): Locator {
  return viewer.panel.locator('[aria-expanded="true"]');
}
function closedHeaders(viewer: Viewer): Locator {
  return viewer.items.locator('> * h2 button[aria-expanded="false"]');
}

test('messages start open, the rest as one line that says what happened', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent', 'include=reasoning.encrypted_content');
  await expect(viewer.header(page.getByRole('article', { name: '6 Message' }))).toHaveAttribute('aria-expanded', 'true');
  const call = page.getByRole('article', { name: '1 Function call search_orders' });
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'false');
  await expect(viewer.header(call)).toContainText('C-1184');
  await viewer.header(call).click();
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'true');
  await expect(call).toContainText('call_0IIwvWG91bkaOjGmUPMdOUNI');
  await viewer.header(call).click();
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'false');
});

test('Expand all and Collapse all act on the tab in view', async ({ viewer }) => {
  await viewer.openSample('resp_sample_every_tool');
  await expect(closedHeaders(viewer)).not.toHaveCount(0);
  await viewer.expandAll();
  await expect(closedHeaders(viewer)).toHaveCount(0);
  await viewer.collapseAll();
  await expect(closedHeaders(viewer)).toHaveCount(16);
  for (const tab of TABS.filter((name) => name !== 'Output' && name !== 'Usage' && name !== 'Problems' && name !== 'Raw')) {
    await viewer.openTab(tab);
    await viewer.collapseAll();
    await expect(openHeaders(viewer)).toHaveCount(0);
    await viewer.expandAll();
    await expect(openHeaders(viewer)).not.toHaveCount(0);
  }
});

test('an item carries its type and ID', async ({ viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const item = viewer.item(1);
  await expect(item).toHaveAttribute('data-item-type', 'function_call');
  await expect(item).toHaveAttribute('data-item-id', /^fc_/);
});

test('a link to an item opens it and scrolls to it', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_long_agent', 'item=@60');
  const item = page.locator('article[data-position="60"]');
  await expect(viewer.header(item)).toHaveAttribute('aria-expanded', 'true');
  await expect(item).toBeInViewport();
  await expect(viewer.item(0)).not.toBeInViewport();
});

test('the link of an item can be taken and leads back to it', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  const call = page.getByRole('article', { name: '7 Function call create_refund' });
  await viewer.header(call).click();
  const id = await call.getAttribute('data-item-id');
  await expect(page).toHaveURL(new RegExp(`[?&]item=${id}$`));
  await page.reload();
  await expect(viewer.header(call)).toHaveAttribute('aria-expanded', 'true');
  await expect(call).toBeInViewport();
});

test('a call leads to its output and back', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_long_agent');
  const call = page.locator('article[data-position="2"]');
  const output = page.locator('article[data-position="4"]');
  await expect(viewer.header(output)).toHaveAttribute('aria-expanded', 'false');
  await call.getByRole('button', { name: 'Output: @4' }).click();
  await expect(viewer.header(output)).toHaveAttribute('aria-expanded', 'true');
  await expect(viewer.header(output)).toBeFocused();
  await expect(output).toBeInViewport();
  await output.getByRole('button', { name: 'Call: @2' }).click();
  await expect(viewer.header(call)).toBeFocused();
});

test('a message can be read as Markdown and as its source', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_migration_review');
  const message = page.getByRole('article', { name: /Message/ }).first();
  await expect(message.getByRole('table').first()).toBeVisible();
  await message.getByRole('button', { name: 'Source', exact: true }).first().click();
  await expect(message.getByRole('table')).toHaveCount(0);
  await expect(message).toContainText('|---');
  await message.getByRole('button', { name: 'Rendered', exact: true }).first().click();
  await expect(message.getByRole('table').first()).toBeVisible();
});

test('a text above 20,000 characters is cut, with the rest one press away', async ({ viewer }) => {
  await viewer.openSample('resp_sample_runbook');
  const message = viewer.item(0);
  const lastWords = 'Until then say “late”, not “lost”.';
  await expect(message).not.toContainText(lastWords);
  await message.getByRole('button', { name: /^Show all \([\d,]+ characters\)$/ }).click();
  await expect(message).toContainText(lastWords);
  await message.getByRole('button', { name: 'Show less' }).click();
  await expect(message).not.toContainText(lastWords);
});

test('a text of exactly 20,000 characters is whole', async ({ viewer, api }) => {
  api.respond('resp_1', { body: messageResponse('resp_1', `${'word '.repeat(3999)}END.!`) });
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_1', key: 'sk-e2e-long-0000000000' });
  await viewer.expectState('ready');
  await expect(viewer.item(0)).toContainText('END.!');
  await expect(viewer.item(0).getByRole('button', { name: /^Show all/ })).toHaveCount(0);
});

test('an item of a type nobody knows is readable, and nothing of it is lost', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_unknown_things');
  const item = viewer.item(0);
  await expect(item).toHaveAttribute('data-item-type', 'timeline_call');
  await viewer.expand(item);
  await expect(item).toContainText('timeline_call');
  await expect(item).toContainText('tl_0a9f29f0caf89f97006b01304081917c8f2fa4f2a56b9a9a79');
  await expect(page.locator('[data-panel-error]')).toHaveCount(0);
});

test('Copy answer text copies what the model said, and only that', async ({ page, viewer }) => {
  await viewer.openSample('resp_sample_hello');
  await viewer.readClipboard();
  await page.getByRole('button', { name: 'Copy answer text' }).click();
  await expect.poll(() => viewer.readClipboard()).not.toBe('');
  const copied = await viewer.readClipboard();
  await expect(viewer.item(0)).toContainText(copied.split('\n')[0] ?? '');
});

test('an item is copied as its own JSON', async ({ viewer }) => {
  await viewer.openSample('resp_sample_refund_agent');
  await viewer.readClipboard();
  const item = viewer.item(6);
  await item.getByRole('button', { name: 'Copy item as JSON' }).click();
  await expect.poll(() => viewer.readClipboard()).toContain('"type": "message"');
  expect(JSON.parse(await viewer.readClipboard())).toMatchObject({ id: await item.getAttribute('data-item-id'), role: 'assistant' });
});

for (const [id, says] of [
  ['resp_sample_failed_quota', /Failed: insufficient_quota/],
  ['resp_sample_failed_half_way', /Failed: server_error/],
  ['resp_sample_all_reasoning', /Incomplete: max_output_tokens/],
  ['resp_sample_steered', /Incomplete: steered/],
  ['resp_sample_cancelled', /Cancelled/],
] as const) {
  test(`${id} says how it ended and what that means`, async ({ viewer }) => {
    await viewer.openSample(id);
    await expect(viewer.main).toContainText(says);
  });
}

test('the items of a response without any are explained', async ({ viewer }) => {
  await viewer.openSample('resp_sample_all_null');
  await expect(viewer.panel).toContainText('No output');
});
