import type { Page, Request } from '@playwright/test';
import { PartReader, readPagePart, type MeterReport, type PagePart } from '#testing/shown-fields.ts';

/** The states that a request ends in. */
const SETTLED = ['ready', 'failed', 'streaming'];

export type ViewerTarget = {
  /** The API that IDs are asked for, as a link has it: absolute, or relative to the viewer. */
  readonly baseUrl: string;
  /** Typed into the key field when the viewer asks for one. */
  readonly key: string;
};

/** What the fields meter says once everything was opened, and what the page says. */
export type EveryField = { readonly report: MeterReport; readonly readerFor: (position: number | null) => PartReader | undefined };

/** The viewer in a browser page that has it open, driven through the names that DESIGN §5 promises. One page serves many responses, without reloading. */
export class ViewerPage {
  readonly page: Page;
  readonly #target: ViewerTarget;
  /** The viewer remembers a key for the origin it was typed for. */
  #hasKey = false;
  /** What went wrong by itself since the last `takeComplaints`: uncaught errors and what the console calls errors. */
  #complaints: string[] = [];
  /** Scripts and style sheets on their way. */
  readonly #loading = new Set<Request>();

  constructor(page: Page, target: ViewerTarget) {
    this.page = page;
    this.#target = target;
    page.on('pageerror', (error) => this.#complaints.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      if (['script', 'stylesheet'].includes(request.resourceType())) this.#loading.add(request);
    });
    page.on('requestfinished', (request) => this.#loading.delete(request));
    page.on('requestfailed', (request) => this.#loading.delete(request));
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

  /** Shows a response, with `query` added to its link, and answers the state it came to: one of `data-state`'s words. */
  async open(id: string, query = ''): Promise<string> {
    const link = `/responses/${encodeURIComponent(id)}?base_url=${this.#target.baseUrl}${query === '' ? '' : `&${query}`}`;
    // By way of home, so that the state of the last response cannot be taken for this one's.
    await this.page.evaluate(goAndSettle, { link: '/', states: ['idle'], patience: 15_000 });
    let state = await this.page.evaluate(goAndSettle, { link, states: SETTLED, patience: this.#hasKey ? 15_000 : 1000 });
    if (state === 'idle') state = await this.#fetchWithKey();
    this.#hasKey = true;
    await this.drawn();
    return state;
  }

  async goHome(): Promise<void> {
    await this.page.evaluate(goAndSettle, { link: '/', states: ['idle'], patience: 15_000 });
    await this.drawn();
  }

  /** The names of the tabs, without what describes them: counts, and marks of problems. */
  async tabs(): Promise<readonly string[]> {
    return this.page.getByRole('tab').evaluateAll(namesOfTabs);
  }

  async showTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await this.drawn();
  }

  async expandAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Expand all' }).click();
    await this.drawn();
  }

  /** Opens every panel, section and tree row of the tab in view, and every text and list that was cut. */
  async openEverything(): Promise<void> {
    await this.page.evaluate(openEverything);
    await this.drawn();
  }

  /** Everything the tab in view shows, also as the source of what it renders. */
  async readAll(): Promise<string> {
    const rendered = await this.page.evaluate(readPanel);
    const sources = await this.page.evaluate(readSources);
    return `${rendered}\n${sources}`;
  }

  /**
   * Opens every tab, item and branch through the fields meter, and answers what the meter says then and what the page says: of each item
   * of the output by its position, and of everything.
   */
  async readEveryField(): Promise<EveryField> {
    const { page } = this;
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /fields shown/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Fields shown' });
    const openAll = dialog.getByRole('button', { name: 'Open everything' });
    await dialog.waitFor();
    if ((await openAll.count()) > 0) await openAll.click();
    await this.still();
    const report = await dialog.evaluate(readMeter);
    await page.keyboard.press('Escape');
    const parts = () => Promise.all([page.locator('main').evaluate(readPagePart), this.#readItems()]);
    const rendered = await parts();
    await page.evaluate(readSources);
    const [whole, items] = await parts();
    const readers = new Map(items.map(({ position, part }, index) => [position, new PartReader(part, rendered[1][index]?.part)]));
    const all = new PartReader(whole, rendered[0]);
    return { report, readerFor: (position) => (position === null ? all : readers.get(position)) };
  }

  async #readItems(): Promise<readonly { readonly position: number; readonly part: PagePart }[]> {
    const items = await this.page.locator('#view-output article[data-position]').elementHandles();
    return Promise.all(
      items.map(async (item) => ({ position: Number(await item.getAttribute('data-position')), part: await item.evaluate(readPagePart) })),
    );
  }

  /** The messages of panels that broke and were caught by their error boundary. */
  async brokenPanels(): Promise<readonly string[]> {
    return this.page.locator('[data-panel-error]').allTextContents();
  }

  /** Waits until React has drawn, and what it draws with has been loaded. */
  async drawn(): Promise<void> {
    await this.page.evaluate(twoFrames);
    if (this.#loading.size > 0) await this.still();
  }

  /** Waits until nothing is being loaded and the page has not changed for as long as React holds lazy parts back (300 ms), at most 10 s. */
  async still(): Promise<void> {
    const giveUpAt = Date.now() + 10_000;
    do await this.page.evaluate(untilQuiet, 350);
    while (this.#loading.size > 0 && Date.now() < giveUpAt);
  }

  async #fetchWithKey(): Promise<string> {
    await this.page.getByLabel('API key', { exact: true }).fill(this.#target.key);
    await this.page.getByRole('button', { name: 'Fetch', exact: true }).click();
    return this.page.evaluate(goAndSettle, { link: null, states: SETTLED, patience: 15_000 });
  }
}

/** Runs in the page: follows a link as the viewer's own do, and waits for one of the states; answers the state it is in then. */
export async function goAndSettle({
  link,
  states,
  patience,
}: {
  link: string | null;
  states: readonly string[];
  patience: number;
}): Promise<string> {
  if (link !== null) {
    history.pushState(null, '', link);
    dispatchEvent(new PopStateEvent('popstate'));
  }
  const giveUpAt = performance.now() + patience;
  const state = () => document.querySelector<HTMLElement>('main[data-state]')?.dataset['state'] ?? 'none';
  do await new Promise(requestAnimationFrame);
  while (!states.includes(state()) && performance.now() < giveUpAt);
  return state();
}

/** Runs in the page. */
function namesOfTabs(tabs: readonly Element[]): readonly string[] {
  return tabs.map((tab) => [...tab.children].map((part) => (part.ariaHidden === 'true' ? '' : part.textContent)).join(''));
}

/** Runs in the page. */
function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Runs in the page: waits until nothing in it has changed for so many milliseconds, at most 5 s. */
function untilQuiet(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(end, milliseconds);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, milliseconds);
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    setTimeout(end, 5000);
  });
}

/** Runs in the page: presses "Expand all", then everything in the tab in view that is closed, menus apart, until nothing is. */
async function openEverything(): Promise<void> {
  const isExpandAll = (button: HTMLButtonElement) => button.textContent.trim() === 'Expand all';
  [...document.querySelectorAll('button')].find(isExpandAll)?.click();
  const panel = '[role="tabpanel"]';
  const closedButtons = `${panel} button[aria-expanded="false"]:not([aria-haspopup]):enabled`;
  const closedRows = `${panel} [role="treeitem"][aria-expanded="false"] > [role="button"]:first-child`;
  const closedDetails = `${panel} details:not([open]) > summary`;
  const cut = () =>
    [...document.querySelectorAll<HTMLElement>(`${panel} button:not([aria-expanded]):enabled`)].filter((button) =>
      /^Show (?:all|more)/.test(button.textContent),
    );
  // What is opened may hold something closed, but not for ever.
  for (let level = 0; level < 600; level += 1) {
    await new Promise(requestAnimationFrame);
    const closed = [...document.querySelectorAll<HTMLElement>(`${closedButtons}, ${closedRows}, ${closedDetails}`), ...cut()];
    if (closed.length === 0) return;
    for (const element of closed) element.click();
  }
}

/** Runs in the page: everything the dialog of the fields meter lists. */
async function readMeter(dialog: Element): Promise<MeterReport> {
  const more = () => [...dialog.querySelectorAll('button')].filter((button) => /^Show (?:all|\d)/.test(button.textContent));
  for (let buttons = more(); buttons.length > 0; buttons = more()) {
    for (const button of buttons) button.click();
    await new Promise(requestAnimationFrame);
  }
  const listed = (label: string) =>
    [...dialog.querySelectorAll(`[aria-label="${label}"] button`)].map((button) => button.textContent.replace(/^the tab /, ''));
  const total = /of ([\d,]+)/.exec(dialog.textContent)?.[1] ?? '0';
  return { total: Number(total.replaceAll(',', '')), closed: listed('Closed places'), onlyInRaw: listed('Fields only in Raw') };
}

/** Runs in the page: shows the source of everything in the tab in view that is shown rendered, and answers the text of the tab then. */
async function readSources(): Promise<string> {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[role="tabpanel"] button[aria-pressed="false"]')];
  const sources = buttons.filter((button) => button.textContent.trim() === 'Source');
  for (const button of sources) button.click();
  await new Promise(requestAnimationFrame);
  return sources.length === 0 ? '' : [...document.querySelectorAll('[role="tabpanel"]')].map((panel) => panel.textContent).join('\n');
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
