import { loadSample } from '#testing/sample-loader.ts';
import { axeComplaints, installAxe } from './axe.ts';
import { refusal } from './api-server.ts';
import { expect, test } from './test.ts';
import { linkTo, TABS, type Viewer } from './viewer.ts';

const SCREENS = [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'narrow', width: 390, height: 844 },
] as const;

/** The query that asks for everything a sample has. */
function everyInclude(id: string): string {
  return loadSample(id)
    .entry.include.map((value) => `include=${value}`)
    .join('&');
}

/** Changes the colour scheme, and ends the transitions: a colour on its way has no contrast to speak of. */
async function setColorScheme({ page }: Viewer, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
}

/** Asks axe everything in light, and in dark what colours change. */
async function expectNoComplaints(viewer: Viewer, where: string): Promise<void> {
  await setColorScheme(viewer, 'light');
  expect.soft(await axeComplaints(viewer.page), `${where}, light`).toEqual([]);
  await setColorScheme(viewer, 'dark');
  expect.soft(await axeComplaints(viewer.page, ['color-contrast', 'link-in-text-block']), `${where}, dark`).toEqual([]);
}

for (const { name, width, height } of SCREENS) {
  test.describe(`axe finds nothing, ${name}`, () => {
    test.use({ viewport: { width, height } });
    test.beforeEach(async ({ page }) => {
      test.slow(); // axe looks at every element
      await installAxe(page);
    });

    test('on home, empty and with a history', async ({ page, viewer }) => {
      await viewer.open('/');
      await expect(page.getByRole('link', { name: /^Refund agent/ }).first()).toBeVisible();
      await viewer.openOptions();
      await expectNoComplaints(viewer, 'home');
      await viewer.openSample('resp_sample_failed_quota');
      await viewer.open('/');
      await expectNoComplaints(viewer, 'home with a history');
    });

    test('on every tab of a busy response, all open', async ({ viewer }) => {
      await viewer.openSample('resp_sample_refund_agent', everyInclude('resp_sample_refund_agent'));
      await viewer.drawn();
      await expectNoComplaints(viewer, 'Output as it opens');
      for (const tab of TABS) {
        await viewer.openTab(tab);
        await viewer.expandAll();
        if (tab === 'Usage') await viewer.openOptions();
        await viewer.drawn();
        await expectNoComplaints(viewer, tab);
      }
    });

    test('on a failure, and on a link that waits for a key', async ({ viewer, api }) => {
      api.respond('resp_1', refusal(401, 'Incorrect API key provided.', { code: 'invalid_api_key' }));
      await viewer.open(linkTo('resp_1', api.baseUrl));
      await viewer.expectState('idle');
      await expectNoComplaints(viewer, 'waiting for a key');
      await viewer.fetchResponse({ id: 'resp_1', key: 'sk-e2e-axe-000000000' });
      await viewer.expectState('failed');
      await expectNoComplaints(viewer, 'failure');
    });
  });
}

const ZOOMED = { name: 'at 200 %', width: 720, height: 450 } as const;

for (const { name, width, height } of [...SCREENS, ZOOMED]) {
  test.describe(`axe finds nothing, ${name}`, () => {
    test.use({ viewport: { width, height } });
    test.beforeEach(async ({ page }) => {
      test.slow();
      await installAxe(page);
    });

    test('on responses that failed, were cut off, are empty, long or big', async ({ viewer }) => {
      for (const id of ['resp_sample_failed_half_way', 'resp_sample_invoice_cut', 'resp_sample_failed_quota', 'resp_items_200']) {
        await viewer.openSample(id);
        await viewer.drawn();
        await expectNoComplaints(viewer, id);
      }
      await viewer.openSample('resp_big_10mb', 'view=raw');
      await viewer.drawn();
      await expectNoComplaints(viewer, '10 MB');
    });

    test('with what opens over a response', async ({ page, viewer }) => {
      await viewer.openSample('resp_sample_refund_agent');
      await viewer.drawn();
      await viewer.find('refund');
      await expect(viewer.findBar).toContainText(/\d of \d/);
      await expectNoComplaints(viewer, 'find');
      await viewer.findField.fill('(');
      await viewer.findBar.getByRole('button', { name: 'Use regex' }).click();
      await expectNoComplaints(viewer, 'find with a broken regex');
      await page.keyboard.press('Escape');

      await viewer.header(viewer.item(1)).press('Shift+F10');
      await expect(viewer.menu).toBeVisible();
      await expectNoComplaints(viewer, 'menu');
      await page.keyboard.press('Escape');

      for (const [what, button] of [
        ['fields', page.getByRole('contentinfo').getByRole('button', { name: /fields shown/ })],
        ['shortcuts', page.getByRole('button', { name: 'Keyboard shortcuts' })],
        ['list of items', page.getByRole('button', { name: /^Items\W+9$/ })],
      ] as const) {
        if (!(await button.isVisible())) continue; // the list stands beside wide screens, and a phone has no keys
        await button.press('Enter');
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectNoComplaints(viewer, what);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
  });
}

test.describe('more kinds of items', () => {
  for (const id of [
    'resp_sample_every_tool',
    'resp_sample_unknown_things',
    'resp_sample_hostile',
    'resp_sample_images',
    'resp_sample_computer_use',
  ]) {
    test(`axe finds nothing on ${id}`, async ({ page, viewer }) => {
      test.slow();
      await installAxe(page);
      await viewer.openSample(id, everyInclude(id));
      await viewer.expandAll();
      await expectNoComplaints(viewer, id);
    });
  }
});

/** By how many pixels the page can be scrolled sideways. */
async function overflowOf(viewer: Viewer): Promise<number> {
  return viewer.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const NARROWEST = [
  ['on a screen of 360 pixels', { width: 360, height: 740 }],
  ['at 200 % on a screen of 1440 pixels', { width: 720, height: 450 }],
] as const;

test.describe('nothing scrolls sideways but code and tables', () => {
  test.use({ viewport: NARROWEST[0][1], deviceScaleFactor: 2 });

  async function expectNoOverflow(viewer: Viewer, where: string): Promise<void> {
    for (const [screen, size] of NARROWEST) {
      await viewer.page.setViewportSize(size);
      expect.soft(await overflowOf(viewer), `${where}, ${screen}`).toBe(0);
    }
  }

  test('home, the options and a failure', async ({ viewer, api }) => {
    await viewer.open('/');
    await viewer.openOptions();
    await expectNoOverflow(viewer, 'home');
    await viewer.openSample('resp_sample_runbook');
    await viewer.openOptions();
    await expectNoOverflow(viewer, 'options');
    await viewer.open('/');
    await expectNoOverflow(viewer, 'home with a history');
    api.respond('resp_1', refusal(404, `Nothing with the ID ${'x'.repeat(300)}.`));
    await viewer.open(linkTo('resp_1', api.baseUrl));
    await viewer.fetchResponse({ id: 'resp_1', key: 'sk-e2e-narrow-00000000' });
    await viewer.expectState('failed');
    await expectNoOverflow(viewer, 'failure');
    await expect(viewer.fetchButton).toBeVisible();
  });

  for (const id of ['resp_sample_refund_agent', 'resp_sample_hostile', 'resp_sample_every_tool', 'resp_sample_unknown_things']) {
    test(id, async ({ viewer }) => {
      await viewer.openSample(id, everyInclude(id));
      for (const tab of TABS) {
        await viewer.openTab(tab);
        await viewer.expandAll();
        await expectNoOverflow(viewer, tab);
      }
    });
  }
});
