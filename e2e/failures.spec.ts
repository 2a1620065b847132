import { MAGIC_IDS } from '#sample-api/magic-ids.ts';
import { refusal, type Answer } from './api-server.ts';
import { messageResponse } from './responses.ts';
import { expect, test } from './test.ts';
import { linkTo, type Viewer } from './viewer.ts';

const KEY = 'sk-e2e-failures-000000000000';

type Failure = {
  readonly title: string | RegExp;
  /** As the badge says it; null where there was no answer with a status. */
  readonly status: number | null;
  /** What the server said. */
  readonly says?: string | RegExp;
  /** A step to take. */
  readonly step: string | RegExp;
};

/** The failure is an alert with everything a person needs, and the form is still there to try again. */
async function expectFailure(viewer: Viewer, { title, status, says, step }: Failure): Promise<void> {
  await viewer.expectState('failed');
  const alert = viewer.main.getByRole('alert');
  await expect(alert.getByRole('heading', { level: 2 })).toHaveText(title);
  if (status === null) await expect(alert).not.toContainText('HTTP');
  else await expect(alert).toContainText(`HTTP ${status}`);
  if (says !== undefined) await expect(alert.getByRole('blockquote')).toHaveText(says);
  await expect(alert.getByRole('heading', { name: 'What to do next' })).toBeVisible();
  await expect(alert.getByRole('listitem').filter({ hasText: step }).first()).toBeVisible();
  await expect(viewer.status).toContainText('Failed');
  await expect(viewer.fetchButton).toBeVisible();
}

test.describe('what the sample API fails with on demand', () => {
  const refused: Readonly<Record<string, Failure>> = {
    resp_error_403: {
      title: 'The key has no permission for this',
      status: 403,
      says: /api\.responses\.read/,
      step: 'Use a key that may read responses',
    },
    resp_error_404: {
      title: 'The server knows no response with this ID',
      status: 404,
      says: /No response with the id/,
      step: 'Compare the ID with the log',
    },
    resp_error_quota: { title: 'The quota is used up', status: 429, says: /credit/, step: /billing/ },
    resp_error_string: { title: /does not understand/, status: 400, says: /does not keep responses/, step: /not sent/ },
    resp_error_numeric: { title: /does not understand/, status: 400, says: /response store is off/, step: /not sent/ },
    resp_error_detail: { title: /does not understand/, status: 422, says: /not an integer/, step: /not sent/ },
    resp_error_bare: { title: /does not understand/, status: 400, says: /no such response here/, step: /not sent/ },
  };
  const retried: Readonly<Record<string, Failure>> = {
    resp_error_408: { title: 'The server ran out of time', status: 408, says: /took too long/, step: 'Fetch again' },
    resp_error_409: { title: 'The response is in use', status: 409, says: /Another request/, step: 'Fetch again' },
    resp_error_429: { title: 'Too many requests', status: 429, says: /limit 3, used 3/, step: /Wait .*fetch again/ },
    resp_error_500: { title: 'The server failed', status: 500, says: /Something broke on our side/, step: 'Fetch again in a moment' },
    resp_error_503: { title: 'The server is busy', status: 503, says: /Too much to do/, step: 'Fetch again in a moment' },
    resp_error_empty: { title: 'A gateway got no good answer from the server', status: 502, step: 'Fetch again in a moment' },
    resp_html_502: { title: 'A gateway got no good answer from the server', status: 502, step: 'Fetch again in a moment' },
  };
  const noResponses: Readonly<Record<string, Failure>> = {
    resp_html_200: { title: 'The server answered with a web page', status: 200, step: /base URL/ },
    resp_empty: { title: 'The server answered with nothing', status: 200, step: /base URL/ },
    resp_text: { title: 'The server answered with plain text', status: 200, step: /base URL/ },
    resp_ok_error: {
      title: /reports an error, though its status says success/,
      status: 200,
      says: /Unexpected endpoint/,
      step: /base URL/,
    },
    resp_broken_json: { title: 'The answer is broken JSON (line 4, column 28)', status: 200, step: /Fetch again/ },
    resp_chat_completion: { title: 'The server answered with a Chat Completion', status: 200, step: /base URL/ },
    resp_list: { title: 'The server answered with JSON that is not a Response', status: 200, step: /base URL/ },
    resp_redirect: { title: 'The server sends the request elsewhere', status: null, step: /address/ },
  };
  const successes = ['resp_error_503_once', 'resp_slow', 'resp_deep_500', 'resp_float_times'] as const;
  const inOtherFiles = [
    'resp_sample_background',
    'resp_big_10mb',
    'resp_items_200',
    'resp_text_5mb',
    ...MAGIC_IDS.map(({ id }) => id).filter((id) => id.includes('/')),
  ];

  test('every magic ID has its test', () => {
    const known = [refused, retried, noResponses].flatMap((group) => Object.keys(group));
    expect(MAGIC_IDS.map(({ id }) => id).toSorted()).toEqual([...known, ...successes, ...inOtherFiles].toSorted());
  });

  /** One failure after the other in one page, as a person would who tries IDs. */
  async function tryEach(viewer: Viewer, failures: Readonly<Record<string, Failure>>): Promise<void> {
    await viewer.page.clock.install();
    await viewer.open(linkTo('resp_empty', '/sample/v1'));
    await viewer.expectState('failed');
    for (const [id, failure] of Object.entries(failures)) {
      await test.step(id, async () => {
        await viewer.fetchResponse({ id: `${id}.e2e` });
        await expect(viewer.page).toHaveURL(new RegExp(`/${id}\\.e2e`));
        await viewer.passTimeUntil('failed');
        await expectFailure(viewer, failure);
      });
    }
  }

  test('a refusal is explained, with the words of the API', async ({ viewer }) => {
    await tryEach(viewer, refused);
  });
  test('a failure that may pass is explained once it did not', async ({ viewer }) => {
    await tryEach(viewer, retried);
  });
  test('something else than a response is named for what it is', async ({ viewer }) => {
    await tryEach(viewer, noResponses);
  });
  test('what only looks like trouble opens all the same', async ({ viewer }) => {
    for (const id of successes) {
      await test.step(id, async () => {
        await viewer.openSample(`${id}.e2e`);
        await expect(viewer.items.first()).toBeVisible();
      });
    }
  });
});

test.describe('with a key, on a server of its own', () => {
  async function fetchFrom(viewer: Viewer, baseUrl: string, id = 'resp_x'): Promise<void> {
    await viewer.open(linkTo(id, baseUrl));
    await viewer.fetchResponse({ id, key: KEY });
  }

  test('a wrong key is named, and the right one then works', async ({ viewer, api }) => {
    api.respond('resp_x', refusal(401, 'Incorrect API key provided.', { code: 'invalid_api_key' }), {
      body: messageResponse('resp_x', 'Hello after all.'),
    });
    await fetchFrom(viewer, api.baseUrl);
    await expectFailure(viewer, {
      title: 'The server does not accept this key',
      status: 401,
      says: 'Incorrect API key provided.',
      step: /Copy the key again/,
    });
    await expect(viewer.main.getByRole('alert')).toContainText('req_test_1');
    await viewer.fetchResponse({ id: 'resp_x', key: 'sk-e2e-right-0000000000000' });
    await viewer.expectState('ready');
    await expect(viewer.panel).toContainText('Hello after all.');
    expect(api.requestsFor('resp_x').map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${KEY}`,
      'Bearer sk-e2e-right-0000000000000',
    ]);
  });

  test('a server that wants a key says so when none is sent', async ({ viewer, api }) => {
    api.respond('resp_x', refusal(401, 'You did not provide an API key.'));
    await viewer.open(linkTo('resp_x', api.baseUrl));
    await viewer.fetchResponse({ id: 'resp_x' });
    await expectFailure(viewer, { title: 'The server wants an API key', status: 401, step: /Enter/ });
    expect(api.requestsFor('resp_x')[0]?.headers.authorization).toBeUndefined();
  });

  test('a rate limit is retried twice, then shown', async ({ viewer, api }) => {
    api.respond('resp_x', refusal(429, 'Slow down.', { code: 'rate_limit_exceeded' }));
    await fetchFrom(viewer, api.baseUrl);
    await expectFailure(viewer, { title: 'Too many requests', status: 429, says: 'Slow down.', step: /fetch again/ });
    expect(api.requestsFor('resp_x')).toHaveLength(3);
  });

  for (const [what, answer] of Object.entries<Answer>({
    'an exhausted quota': refusal(429, 'No credit left.', { code: 'insufficient_quota' }),
    'a refusal': refusal(403, 'Not yours.'),
    'an unknown ID': refusal(404, 'No such response.'),
    'a bad request': refusal(400, 'Unknown include.', { param: 'include' }),
  })) {
    test(`${what} is not retried`, async ({ viewer, api }) => {
      api.respond('resp_x', answer);
      await fetchFrom(viewer, api.baseUrl);
      await viewer.expectState('failed');
      await expect(viewer.main.getByRole('alert')).toContainText(`HTTP ${answer.status}`);
      expect(api.requestsFor('resp_x')).toHaveLength(1);
    });
  }

  test('a server error that passes is not even seen', async ({ viewer, api }) => {
    api.respond('resp_x', refusal(500, 'Oops.'), { body: messageResponse('resp_x', 'Second try.') });
    await fetchFrom(viewer, api.baseUrl);
    await viewer.expectState('ready');
    await expect(viewer.panel).toContainText('Second try.');
    await expect(viewer.main.getByRole('alert')).toHaveCount(0);
    await viewer.openTab('Network');
    await expect(viewer.panel.getByRole('row')).toHaveCount(3); // with the head
  });

  test('Retry-After is honoured where the page may read it', async ({ page, viewer, api }) => {
    await page.clock.install();
    const headers = { 'retry-after': '7', 'access-control-expose-headers': 'Retry-After' };
    api.respond('resp_x', { ...refusal(503, 'Loading the model.'), headers }, { body: messageResponse('resp_x', 'Loaded.') });
    await fetchFrom(viewer, api.baseUrl);
    await api.arrived('resp_x');
    await expect(viewer.main).toContainText('Attempt 2 of 3');
    await page.clock.runFor(6000);
    expect(api.requestsFor('resp_x')).toHaveLength(1);
    await page.clock.runFor(2000);
    await viewer.expectState('ready');
  });

  test('a redirect is named and never followed', async ({ viewer, api, otherApi }) => {
    otherApi.respond('resp_x', { body: messageResponse('resp_x', 'You should not see this.') });
    api.respond('resp_x', { status: 302, headers: { location: `${otherApi.baseUrl}/responses/resp_x` } });
    await fetchFrom(viewer, api.baseUrl);
    await expectFailure(viewer, { title: 'The server sends the request elsewhere', status: null, step: /address|base URL/ });
    expect(api.requestsFor('resp_x')).toHaveLength(1);
    expect(otherApi.receivedCount).toBe(0);
  });

  test('a server that no page may call is told apart from nothing we could fix', async ({ viewer, api }) => {
    api.allowsPages = false;
    await fetchFrom(viewer, api.baseUrl);
    await expectFailure(viewer, { title: `${api.host} could not be reached`, status: null, step: /CORS/ });
    expect(api.preflights).not.toHaveLength(0);
    expect(api.requests).toHaveLength(0); // the key never left
  });

  test('an answer without CORS headers is as good as none', async ({ viewer, api }) => {
    api.respond('resp_x', { ...refusal(500, 'You cannot read this.'), isReadable: false });
    await fetchFrom(viewer, api.baseUrl);
    await expectFailure(viewer, { title: `${api.host} could not be reached`, status: null, step: /CORS/ });
  });

  test('a port where nobody listens', async ({ viewer, api }) => {
    const { baseUrl, host } = api;
    await api.close();
    await fetchFrom(viewer, baseUrl);
    await expectFailure(viewer, { title: `${host} could not be reached`, status: null, step: /server runs/ });
  });

  test('a connection that breaks in the middle of the body, then holds', async ({ viewer, api }) => {
    api.respond('resp_x', { body: '{\n  "id": "resp_x",\n  "outp', isCut: true }, { body: messageResponse('resp_x', 'Whole now.') });
    await fetchFrom(viewer, api.baseUrl);
    await viewer.expectState('failed');
    await expect(viewer.main.getByRole('alert')).toBeVisible();
    await viewer.fetchButton.click();
    await viewer.expectState('ready');
    await expect(viewer.panel).toContainText('Whole now.');
  });

  test('a server that says nothing for a minute is given up', async ({ page, viewer, api }) => {
    await page.clock.install();
    api.keepSilent('resp_x');
    await fetchFrom(viewer, api.baseUrl);
    await api.arrived('resp_x');
    await viewer.expectState('loading');
    await page.clock.fastForward(61_000);
    await expectFailure(viewer, { title: /^No answer within (1 min|60 s)/, status: null, step: 'Fetch again' });
  });

  test('a body that stalls is given up, one that trickles is not', async ({ page, viewer, api }) => {
    await page.clock.install();
    const text = JSON.stringify(messageResponse('resp_x', 'Drop by drop.'));
    const holding = api.hold('resp_x', { body: text.slice(0, 100) });
    await fetchFrom(viewer, api.baseUrl);
    const held = await holding;
    for (const [from, to] of [
      [100, 200],
      [200, 300],
    ] as const) {
      await expect(viewer.main).toContainText(`${from} B so far`);
      await page.clock.fastForward(40_000);
      held.send(text.slice(from, to));
    }
    await expect(viewer.main).toContainText('300 B so far');
    await page.clock.fastForward(40_000);
    held.end(text.slice(300));
    await viewer.expectState('ready');

    const stalling = api.hold('resp_x', { body: text.slice(0, 100) });
    await viewer.fetchButton.click();
    await stalling;
    await page.clock.fastForward(61_000);
    await expect(viewer.main.getByRole('alert')).toContainText('No answer within');
    await expect(viewer.panel).toContainText('Drop by drop.'); // what was here before stays
  });

  test('Stop ends a slow answer, and Fetch starts it again', async ({ viewer, api }) => {
    const holding = api.hold('resp_x', { body: '{' });
    await fetchFrom(viewer, api.baseUrl);
    await holding;
    await viewer.expectState('loading');
    await viewer.stopButton.click();
    await viewer.expectState('idle');
    await expect(viewer.main).toContainText('Stopped before anything arrived');
    api.respond('resp_x', { body: messageResponse('resp_x', 'Here.') });
    await viewer.fetchButton.click();
    await viewer.expectState('ready');
  });

  test('a base URL without /v1 is corrected', async ({ viewer, api }) => {
    await fetchFrom(viewer, api.origin);
    await expectFailure(viewer, { title: 'There is no such address on the server', status: 404, step: `Try the base URL ${api.baseUrl}` });
  });

  test('a base URL that goes too far is corrected', async ({ viewer, api }) => {
    await fetchFrom(viewer, `${api.baseUrl}/chat/completions`);
    await expectFailure(viewer, { title: 'There is no such address on the server', status: 404, step: `Try the base URL ${api.baseUrl}` });
  });

  test('nothing is sent to a base URL that is none', async ({ viewer }) => {
    await fetchFrom(viewer, 'ftp://files.example/v1');
    await expectFailure(viewer, { title: 'The base URL cannot be read', status: null, step: 'Enter a URL such as' });
  });

  test('a failure keeps what was on screen', async ({ viewer, api }) => {
    api.respond('resp_x', { body: messageResponse('resp_x', 'The first answer.') }, refusal(404, 'Gone.'));
    await fetchFrom(viewer, api.baseUrl);
    await viewer.expectState('ready');
    await viewer.fetchButton.click();
    await expect(viewer.main.getByRole('alert')).toContainText('Gone.');
    await expect(viewer.panel).toContainText('The first answer.');
    await viewer.expectState('ready');
  });

  test('what the server really sent can be read', async ({ viewer, api }) => {
    api.respond('resp_x', {
      status: 502,
      headers: { 'content-type': 'text/html' },
      body: '<html><body><script>window.__hostile = 1</script><h1>Bad gateway 42</h1></body></html>',
    });
    await fetchFrom(viewer, api.baseUrl);
    await viewer.expectState('failed');
    await viewer.main.getByText('What the server sent').click();
    await expect(viewer.main.getByRole('alert')).toContainText('<h1>Bad gateway 42</h1>');
  });
});
