import type { Page } from '@playwright/test';

export type ViewerTarget = {
  /** The API that IDs are asked for, as a link has it: absolute, or relative to the viewer. */
  readonly baseUrl: string;
  /** Typed into the key field when the viewer asks for one. */
  readonly key: string;
};

/** The viewer in a browser page that has it open, driven through the names that DESIGN §5 promises. One page serves many responses, without reloading. */
export class ViewerPage {
  readonly page: Page;
  readonly #target: ViewerTarget;
  /** What went wrong by itself since the last `takeComplaints`: uncaught errors and what the console calls errors. */
  #complaints: string[] = [];

  constructor(page: Page, target: ViewerTarget) {
    this.page = page;
    this.#target = target;
    page.on('pageerror', (error) => this.#complaints.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      // An HTTP status that is an error is logged by the browser itself; some are wanted.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.#complaints.push(`console: ${message.text()}`);
    });
  }

  takeComplaints(): readonly string[] {
    const complaints = this.#complaints;
    this.#complaints = [];
    return complaints;
  }

  /** Shows a response, with `query` added to its link, and answers the state it came to. */
  async open(id: string, query = ''): Promise<string> {
    await this.goHome(); // so that the state of the last response cannot be taken for this one's
    await this.goTo(`/responses/${encodeURIComponent(id)}?base_url=${this.#target.baseUrl}${query === '' ? '' : `&${query}`}`);
    if ((await this.#settled(2000)) === 'idle') await this.#fetchWithKey();
    return this.#settled(15_000);
  }

  async goHome(): Promise<void> {
    await this.goTo('/');
    await this.page.locator('main[data-state="idle"]').waitFor({ state: 'attached' });
  }

  /** Goes where a link inside the viewer would lead: without loading it again. */
  async goTo(path: string): Promise<void> {
    await this.page.evaluate((target) => {
      history.pushState(null, '', target);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  }

  /** The names of the tabs, without their counts. */
  async tabs(): Promise<readonly string[]> {
    const names = await this.page.getByRole('tab').allTextContents();
    return names.map((name) => /^\p{L}+/u.exec(name.trim())?.[0] ?? name);
  }

  async showTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await this.drawn();
  }

  /** Opens every panel of the tab in view, and every text and list that was cut. */
  async expandAll(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Expand all' });
    if ((await button.count()) > 0 && (await button.first().isEnabled())) await button.first().click();
    await this.drawn();
    // What was cut may hold something cut again, but not for ever.
    for (let round = 0; round < 20; round += 1) {
      if ((await this.page.evaluate(pressButtons, String.raw`^(Show all|Show more|Show the rest|Next \d|Show \d)`)) === 0) return;
      await this.drawn();
    }
  }

  /** Everything the tab in view shows, also as the source of what it renders. */
  async readAll(): Promise<string> {
    const rendered = await this.page.evaluate(readPanel);
    if ((await this.page.evaluate(pressButtons, '^Source$')) === 0) return rendered;
    await this.drawn();
    return `${rendered}\n${await this.page.evaluate(readPanel)}`;
  }

  /** The messages of panels that broke and were caught by their error boundary. */
  async brokenPanels(): Promise<readonly string[]> {
    return this.page.locator('[data-panel-error]').allTextContents();
  }

  /** Waits until React has drawn and nothing lazily loaded is on its way. */
  async drawn(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }

  async #fetchWithKey(): Promise<void> {
    await this.page.getByLabel('API key', { exact: true }).fill(this.#target.key);
    await this.page.getByRole('button', { name: 'Fetch', exact: true }).click();
  }

  /** The state once it is neither `loading` nor `idle`, or whatever it is when `patience` (ms) ends. */
  async #settled(patience: number): Promise<string> {
    await this.page
      .locator('main:is([data-state="ready"], [data-state="failed"], [data-state="streaming"])')
      .waitFor({ state: 'attached', timeout: patience })
      .catch(() => undefined);
    await this.drawn();
    return (await this.page.locator('main[data-state]').getAttribute('data-state')) ?? 'none';
  }
}

/** Runs in the page: presses every button of the tab in view whose text matches and that is not pressed yet; answers how many. */
function pressButtons(pattern: string): number {
  const matches = new RegExp(pattern, 'u');
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[role="tabpanel"] button:not([aria-pressed="true"]):enabled')];
  const wanted = buttons.filter((button) => matches.test(button.textContent.trim()));
  for (const button of wanted) button.click();
  return wanted.length;
}

/** Runs in the page: the text of the tab in view, with what its attributes tell (where links lead, what titles and labels say). */
function readPanel(): string {
  const panels = [...document.querySelectorAll('[role="tabpanel"]')];
  const attributes = ['title', 'href', 'alt', 'aria-label', 'data-item-id', 'value'];
  return panels
    .flatMap((panel) => [
      panel.textContent,
      ...[...panel.querySelectorAll('*')]
        .flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? ''))
        .filter((text) => text !== ''),
    ])
    .join('\n');
}
