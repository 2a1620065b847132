import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { ApiServer } from './api-server.ts';
import { refusal } from './api-server.ts';
import { messageResponse, unfinishedResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo } from './viewer.ts';

const KEY = 'sk-e2e-polling-00000000000';
const queued = { body: unfinishedResponse('resp_run', 'queued') };
const running = { body: unfinishedResponse('resp_run', 'in_progress') };
const done = { body: messageResponse('resp_run', 'The report is ready.', { background: true }) };

test.beforeEach(async ({ page }) => {
  await page.clock.install();
});

/** Asks the server something else and waits for the answer: whatever the page sent before has arrived by then. */
async function letRequestsArrive(page: Page, api: ApiServer): Promise<void> {
  await page.evaluate(async (url) => {
    await fetch(url);
  }, `${api.origin}/barrier`);
}

test('the sample run is followed from queued to completed without a press', async ({ page, viewer }) => {
  await viewer.open(linkTo(`resp_sample_background.${randomUUID()}`, '/sample/v1'));
  await viewer.expectState('streaming');
  await expect(viewer.status).toHaveText('Waiting for the response to end: queued');
  await expect(viewer.panel).toContainText('still being made');
  await page.clock.runFor(2500);
  await expect(viewer.status).toHaveText('Waiting for the response to end: in_progress');
  await viewer.passTimeUntil('ready');
  await expect(viewer.status).toHaveText('Ready: completed');
  await expect(viewer.items).toHaveCount(3);
  await viewer.openTab('Network');
  await expect(viewer.panel.getByRole('row')).toHaveCount(5); // four requests, and the head
  await expect(viewer.panel).toContainText('poll');
});

test('polls begin after two seconds and end with the response', async ({ page, viewer, api }) => {
  api.respond('resp_run', queued, running, done);
  await viewer.open(linkTo('resp_run', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_run', key: KEY });
  await viewer.expectState('streaming');
  expect(api.requestsFor('resp_run')).toHaveLength(1);
  await page.clock.runFor(2500);
  await api.arrived('resp_run', 2);
  await expect(viewer.status).toContainText('in_progress');
  await viewer.passTimeUntil('ready');
  await expect(viewer.panel).toContainText('The report is ready.');
  await page.clock.runFor(60_000);
  await letRequestsArrive(page, api);
  expect(api.requestsFor('resp_run')).toHaveLength(3);
});

test('how long it has been waiting is shown and grows', async ({ page, viewer, api }) => {
  const createdAt = Math.floor((await page.evaluate(() => Date.now())) / 1000) - 60;
  api.respond('resp_run', { body: { ...unfinishedResponse('resp_run', 'in_progress'), created_at: createdAt } });
  await viewer.open(linkTo('resp_run', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_run', key: KEY });
  await expect(viewer.overview).toContainText(/in progress · 1 min/);
  await page.clock.runFor(120_000);
  await expect(viewer.overview).toContainText(/in progress · 3 min/);
});

test('Stop ends the polling and keeps what is there; Fetch goes on', async ({ page, viewer, api }) => {
  api.respond('resp_run', running, running, done);
  await viewer.open(linkTo('resp_run', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_run', key: KEY });
  await viewer.expectState('streaming');
  await viewer.stopButton.click();
  await viewer.expectState('ready');
  await expect(viewer.status).toHaveText('Stopped: in_progress');
  await page.clock.runFor(60_000);
  await letRequestsArrive(page, api);
  expect(api.requestsFor('resp_run')).toHaveLength(1);
  await viewer.fetchButton.click();
  await viewer.expectState('streaming');
  await viewer.passTimeUntil('ready');
  await expect(viewer.main).toContainText('status in_progress → completed');
});

test('a hidden tab does not poll', async ({ page, viewer, api }) => {
  api.respond('resp_run', running, done);
  await viewer.open(linkTo('resp_run', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_run', key: KEY });
  await viewer.expectState('streaming');
  await viewer.setVisibility('hidden');
  await page.clock.runFor(60_000);
  await letRequestsArrive(page, api);
  expect(api.requestsFor('resp_run')).toHaveLength(1);
  await viewer.setVisibility('visible');
  await viewer.passTimeUntil('ready');
});

test('a poll that fails is said, and the next one goes on', async ({ page, viewer, api }) => {
  api.respond('resp_run', running, refusal(404, 'Not at the moment.'), done);
  await viewer.open(linkTo('resp_run', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_run', key: KEY });
  await viewer.expectState('streaming');
  await page.clock.runFor(2500);
  await expect(viewer.main.getByRole('alert')).toContainText('Not at the moment.');
  await viewer.passTimeUntil('ready');
  await expect(viewer.main.getByRole('alert')).toHaveCount(0);
});

test('a response that is unfinished but not in the background is not polled', async ({ page, viewer, api }) => {
  api.respond('resp_run', { body: { ...unfinishedResponse('resp_run', 'in_progress'), background: false } });
  await viewer.open(linkTo('resp_run', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_run', key: KEY });
  await viewer.expectState('ready');
  await page.clock.runFor(60_000);
  await letRequestsArrive(page, api);
  expect(api.requestsFor('resp_run')).toHaveLength(1);
});
