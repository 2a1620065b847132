import type { Page } from '@playwright/test';
import { loadSample } from '#testing/sample-loader.ts';
import { HEADER_POLICY, POLICY } from '../scripts/content-security-policy.ts';
import { expect, test } from './test.ts';
import { linkTo, TABS, type Viewer } from './viewer.ts';

const MARKER = 'HOSTILE-TEXT-IS-VISIBLE';
const INCLUDES = loadSample('resp_sample_hostile')
  .entry.include.map((value) => `include=${value}`)
  .join('&');

type Watch = { readonly requests: string[]; readonly dialogs: string[]; readonly pages: string[] };

/** Notes everything that a page does which reaches beyond its text. */
async function watch(page: Page): Promise<Watch> {
  const watched: Watch = { requests: [], dialogs: [], pages: [] };
  page.on('request', (request) => watched.requests.push(request.url()));
  page.on('dialog', (dialog) => {
    watched.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.context().on('page', (other) => watched.pages.push(other.url()));
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { cspViolations: violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return watched;
}

/** What is on the page that must not be, in words. Runs in the page. */
function harmOnPage(): readonly string[] {
  const { __hostile: ran, cspViolations } = window as unknown as { readonly __hostile?: string; readonly cspViolations: readonly string[] };
  const harm = cspViolations.map((violation) => `blocked by the policy: ${violation}`);
  if (ran !== undefined) harm.push(`ran: ${ran}`);
  if ('polluted' in {} || 'isAdmin' in {}) harm.push('Object.prototype was polluted');
  for (const element of document.querySelectorAll(
    'iframe, object, embed, base, form[action], meta[http-equiv="refresh"], script:not([src])',
  ))
    harm.push(element.outerHTML);
  for (const element of document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]')) {
    const url = new URL('src' in element ? element.src : element.href);
    if (url.origin !== location.origin) harm.push(element.outerHTML);
  }
  const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  for (const { name, value } of attributes) {
    const isAddress = /^(?:src|href|xlink:href|action|formaction|srcset|poster|data)$/.test(name);
    if (name.startsWith('on') || (isAddress && /^\s*(?:javascript|vbscript|data:text|file):/i.test(value))) harm.push(`${name}="${value}"`);
  }
  // An SVG may stand in an <img>, where nothing in it runs or loads; that it did not is seen by the requests.
  for (const { src } of document.images) if (!/^(?:blob:|data:image\/)/.test(src)) harm.push(`image ${src}`);
  for (const link of [...document.links].filter(({ origin }) => origin !== location.origin)) {
    if (!/^https?:$/.test(link.protocol)) harm.push(`link ${link.href}`);
    if (!link.relList.contains('noopener') || !link.relList.contains('noreferrer')) harm.push(`a link that tells where from: ${link.href}`);
  }
  return harm;
}

async function findHarm(page: Page): Promise<readonly string[]> {
  return page.evaluate(harmOnPage);
}

/** Opens everything that can be opened on every tab, and looks for harm on each. */
async function walk(viewer: Viewer): Promise<void> {
  for (const tab of TABS) {
    await viewer.openTab(tab);
    await viewer.expandAll();
    expect(await findHarm(viewer.page), `${tab}, all open`).toEqual([]);
    for (const button of await viewer.panel.getByRole('button', { name: /^(?:Source|Show all)/ }).all()) {
      if (await button.isVisible()) await button.click();
    }
    await viewer.drawn();
    expect(await findHarm(viewer.page), `${tab}, as source`).toEqual([]);
  }
}

function expectNothingLeft({ requests, dialogs, pages }: Watch, baseURL: string | undefined): void {
  const own = `${baseURL}/`;
  expect(requests.filter((url) => !url.startsWith(own) && !url.startsWith(`blob:${own}`) && !url.startsWith('data:'))).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(pages).toEqual([]);
}

test('a hostile response is on screen, and has run, fetched and opened nothing', async ({ page, viewer, baseURL }) => {
  const watched = await watch(page);
  await viewer.openSample('resp_sample_hostile', INCLUDES);
  await expect(viewer.panel.getByText(MARKER).first()).toBeVisible();
  await walk(viewer);
  await viewer.openTab('Output');
  await viewer.expandAll();
  await expect(viewer.panel.getByText(MARKER).first()).toBeVisible();
  await expect(page).toHaveTitle('completed · resp_sample_hostile');
  expectNothingLeft(watched, baseURL);
});

test('the same from a file', async ({ page, viewer, baseURL }) => {
  const watched = await watch(page);
  await viewer.open('/');
  await viewer.dropFile('<img src=x onerror=alert(1)>.json', loadSample('resp_sample_hostile').bodyText);
  await expect(viewer.panel.getByText(MARKER).first()).toBeVisible();
  await walk(viewer);
  await viewer.open('/'); // its history has the name and the beginning of the text
  await expect(page.getByRole('link', { name: /resp_sample_hostile/ })).toBeVisible();
  expect(await findHarm(page)).toEqual([]);
  expectNothingLeft(watched, baseURL);
});

test('a hostile failure is text', async ({ page, viewer, baseURL, api }) => {
  const watched = await watch(page);
  const message = '<img src=x onerror="window.__hostile=1"> [click](javascript:alert(1)) https://tracker.example/pixel';
  api.respond('resp_1', {
    status: 400,
    body: { error: { message, type: '<script>alert(1)</script>', param: '"><svg onload=alert(1)>', code: 'x' } },
  });
  await viewer.open(linkTo('resp_1', api.baseUrl));
  await viewer.fetchResponse({ id: 'resp_1', key: 'sk-e2e-hostile-0000000' });
  await viewer.expectState('failed');
  await expect(viewer.main.getByRole('alert')).toContainText('onerror="window.__hostile=1"');
  await viewer.main.getByText('What the server sent').click();
  expect(await findHarm(page)).toEqual([]);
  expectNothingLeft({ ...watched, requests: watched.requests.filter((url) => !url.startsWith(api.origin)) }, baseURL);
});

test('a hostile link is text', async ({ page, viewer, baseURL }) => {
  const watched = await watch(page);
  await viewer.open(
    `/responses/${encodeURIComponent('"><img src=x onerror=window.__hostile=1>')}?base_url=javascript:window.__hostile=1&view=${encodeURIComponent('<svg onload=window.__hostile=1>')}`,
  );
  await viewer.expectState('idle');
  expect(await findHarm(page)).toEqual([]);
  expectNothingLeft(watched, baseURL);
});

test('all of this holds under the policy of production', async ({ page, viewer, complaints }) => {
  const response = await page.goto('/');
  expect(response?.headers()).toMatchObject({
    'content-security-policy': HEADER_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute('content', POLICY);
  await viewer.openSample('resp_sample_hello');
  // The policy is no mere header: the browser keeps to it.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    return 'inlineRan' in window;
  });
  expect(ran).toBe(false);
  expect(complaints.splice(0).join('\n')).toContain("directive 'script-src 'self''");
});
