import { expect, type Download, type Locator, type Page, type Request } from '@playwright/test';

/** `<main data-state>`. */
export type ViewerState = 'idle' | 'loading' | 'streaming' | 'ready' | 'failed';
export const TABS = ['Output', 'Input', 'Request', 'Usage', 'Problems', 'Raw', 'Network'] as const;
/** `Stream` is there for streams only. */
export type TabName = (typeof TABS)[number] | 'Stream';

/** What a person types to open a response. */
export type WhatToFetch = { readonly id: string; readonly key?: string; readonly baseUrl?: string };

/** The viewer in one browser page, by the names that DESIGN §5 promises to links, tests and screen readers. */
export class Viewer {
  readonly page: Page;
  /** Requests for parts of the viewer itself that are on their way. */
  readonly #loading = new Set<Request>();

  constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      if (['script', 'stylesheet', 'font'].includes(request.resourceType())) this.#loading.add(request);
    });
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end as 'requestfinished', (request) => this.#loading.delete(request));
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }
  get idField(): Locator {
    return this.page.getByLabel('Response ID', { exact: true });
  }
  get keyField(): Locator {
    return this.page.getByLabel('API key', { exact: true });
  }
  get baseUrlField(): Locator {
    return this.page.getByLabel('Base URL', { exact: true });
  }
  get fetchButton(): Locator {
    return this.page.getByRole('button', { name: 'Fetch', exact: true });
  }
  get streamButton(): Locator {
    return this.page.getByRole('button', { name: 'Stream', exact: true });
  }
  get resumeButton(): Locator {
    return this.page.getByRole('button', { name: 'Resume', exact: true });
  }
  get stopButton(): Locator {
    return this.page.getByRole('button', { name: 'Stop', exact: true });
  }
  get alert(): Locator {
    return this.page.getByRole('alert');
  }
  get status(): Locator {
    return this.page.getByRole('status');
  }
  get overview(): Locator {
    return this.page.getByRole('region', { name: 'Overview' });
  }
  /** The tab in view. */
  get panel(): Locator {
    return this.page.getByRole('tabpanel');
  }
  get items(): Locator {
    return this.page.getByRole('article');
  }

  /** The row of Raw that stands for the value at a JSON Pointer; "" is the root. */
  treeRow(pointer: string): Locator {
    return this.panel.locator(`[role="treeitem"][data-path="${pointer}"]`).first();
  }

  /** The table of events, while the Stream tab is in view. */
  get eventGrid(): Locator {
    return this.page.getByRole('grid', { name: 'Events' });
  }
  /** The table of lanes, and the picture beside it. */
  get lanes(): Locator {
    return this.page.getByRole('grid', { name: 'Lanes' });
  }
  get waterfall(): Locator {
    return this.page.getByRole('img', { name: /^Waterfall/ });
  }
  get eventFilter(): Locator {
    return this.page.getByRole('combobox', { name: 'Filter events' });
  }
  /** The row of an event by its number in order of arrival, from 0; there only while it is drawn. */
  eventRow(event: number): Locator {
    return this.eventGrid.locator(`[data-event="${event}"]`);
  }

  /** The slider through the events of a stream. */
  get scrubber(): Locator {
    return this.page.getByRole('group', { name: 'Time travel' }).getByRole('slider', { name: 'Event' });
  }
  get backToEnd(): Locator {
    return this.page.getByRole('button', { name: /^Back to (end|live)$/ });
  }

  /** A problem in the list, by its title: the button that opens it. */
  problem(title: string): Locator {
    return this.panel.getByRole('button', { name: new RegExp(`^(?:Error|Warning|Note): ${title}`) });
  }
  get problemFilter(): Locator {
    return this.page.getByRole('searchbox', { name: 'Filter problems' });
  }

  /** Goes to a path of the viewer, as from the address bar. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.main).toBeVisible();
  }

  /** Opens a sample by its link and waits until it is there. */
  async openSample(id: string, query = ''): Promise<void> {
    await this.open(linkTo(id, '/sample/v1', query));
    await this.expectState('ready');
  }

  /** Fills the form and presses Fetch. What is left out stays as it is. */
  async fetchResponse({ id, key, baseUrl }: WhatToFetch): Promise<void> {
    if (baseUrl !== undefined) await this.baseUrlField.fill(baseUrl);
    if (key !== undefined) await this.keyField.fill(key);
    await this.idField.fill(id);
    await this.fetchButton.click();
  }

  /** As `fetchResponse`, with Stream. */
  async streamResponse({ id, key = 'sk-e2e-000000000000000', baseUrl }: WhatToFetch): Promise<void> {
    await this.open('/');
    if (baseUrl !== undefined) await this.baseUrlField.fill(baseUrl);
    await this.keyField.fill(key);
    await this.idField.fill(id);
    await this.streamButton.click();
  }

  /** Fills the form and presses Stream. */
  async stream({ id, key, baseUrl }: Required<WhatToFetch>): Promise<void> {
    await this.open('/');
    await this.baseUrlField.fill(baseUrl);
    await this.keyField.fill(key);
    await this.idField.fill(id);
    await this.streamButton.click();
  }

  /** The tab goes to the background, where no frame is drawn, or comes back. */
  async setVisibility(state: 'hidden' | 'visible'): Promise<void> {
    await this.page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      Object.defineProperty(document, 'hidden', { value: value === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, state);
  }

  /** A drop-down, by its label. */
  select(label: string): Locator {
    return this.page.getByRole('combobox', { name: label, exact: true });
  }

  /** A text field, by its label. */
  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  async expectState(state: ViewerState): Promise<void> {
    await expect(this.main).toHaveAttribute('data-state', state);
  }

  /** Lets the page's clock run ahead, step by step, until the viewer is in `state`. Needs `page.clock.install()` before the page is opened. */
  async passTimeUntil(state: ViewerState): Promise<void> {
    await expect(async () => {
      await this.page.clock.runFor(2000);
      expect(await this.main.getAttribute('data-state')).toBe(state);
    }).toPass({ intervals: [20], timeout: 15_000 });
  }

  /** The item at a position of the output, from 0. */
  item(position: number): Locator {
    return this.items.nth(position);
  }

  /** The menu of a place, once one is open. */
  get menu(): Locator {
    return this.page.getByRole('menu').first();
  }

  /** Opens the menu of what stands at `target`, by a right click on its beginning. */
  async openMenuOf(target: Locator): Promise<void> {
    await target.click({ button: 'right', position: { x: 6, y: 6 } });
    await expect(this.menu).toBeVisible();
  }

  /** Chooses a row of the menu that is open. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole('menuitem', { name, exact: false }).click();
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /** Saves what is shown, by a row of the Export menu that begins with `title`. */
  async exportAs(title: string): Promise<Download> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name: new RegExp(`^${title} \\(`) }).click();
    return downloading;
  }

  /** The innermost element that stands for a place of the response, by its JSON Pointer. */
  place(pointer: string): Locator {
    return this.panel.locator(`[data-path="${pointer}"]`).last();
  }

  /** The button in an item's header. */
  header(item: Locator): Locator {
    return item.locator('button[aria-expanded]').first();
  }

  async expand(item: Locator): Promise<void> {
    const header = this.header(item);
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    await expect(header).toHaveAttribute('aria-expanded', 'true');
  }

  async openTab(name: TabName): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
    await this.drawn();
  }

  tab(name: TabName): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
  }

  async expandAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Expand all' }).click();
    await this.drawn();
  }

  async collapseAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Collapse all' }).click();
    await this.drawn();
  }

  /** What the status bar says of the fields that have been shown. */
  get fieldsMeter(): Locator {
    return this.page.getByRole('contentinfo').getByRole('button', { name: /fields shown/ });
  }

  /** Presses the meter, and answers the dialog about the fields that have not been shown. */
  async openFieldsMeter(): Promise<Locator> {
    await this.fieldsMeter.click();
    const dialog = this.page.getByRole('dialog', { name: 'Fields shown' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  get findField(): Locator {
    return this.page.getByRole('textbox', { name: 'Find', exact: true });
  }
  /** The bar of find, with its count and what it says. */
  get findBar(): Locator {
    return this.page.getByRole('search', { name: 'Find in this tab' });
  }

  /** Opens find and types, as with the keyboard. */
  async find(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+F');
    await expect(this.findField).toBeFocused();
    await this.findField.fill(text);
  }

  /** The text of the match the reader is at, as it is highlighted on the page; null where nothing is. */
  async highlighted(): Promise<string | null> {
    return this.page.evaluate(() => {
      const [range] = CSS.highlights.get('found-current') ?? [];
      const box = range instanceof Range ? range.getBoundingClientRect() : null;
      const isInView = box !== null && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
      return isInView && range instanceof Range ? range.toString() : null;
    });
  }

  /** Opens what stands behind a `<details>` or the Options of the bar, whichever the form has. */
  async openOptions(): Promise<void> {
    const options = this.page.getByRole('button', { name: /^Options/ });
    if ((await options.count()) > 0) {
      if ((await options.getAttribute('aria-expanded')) === 'false') await options.click();
      return;
    }
    for (const title of ['Parameters', 'Authentication and headers']) {
      const group = this.page.getByRole('group').filter({ has: this.page.locator('summary', { hasText: title }) });
      if ((await group.getAttribute('open')) === null) await group.locator('summary').first().click();
    }
  }

  /** Pastes with the keyboard, through the browser's clipboard; where the focus is, or into `field`. */
  async paste(text: string, field?: Locator): Promise<void> {
    await this.writeClipboard(text);
    if (field !== undefined) await field.focus();
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  async writeClipboard(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
  }

  async readClipboard(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Drops a file on the page, as from a folder of the desktop. */
  async dropFile(name: string, text: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content], fileName, { type: 'application/json' }));
        return data;
      },
      [name, text] as const,
    );
    for (const type of ['dragenter', 'dragover', 'drop']) await this.main.dispatchEvent(type, { dataTransfer: transfer });
  }

  /** Waits until no part of the viewer is on its way and React has drawn. */
  async drawn(): Promise<void> {
    for (let isQuiet = false; !isQuiet; isQuiet = this.#loading.size === 0) {
      await expect.poll(() => this.#loading.size, 'parts of the viewer on their way').toBe(0);
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    await expect(this.page.getByText('Loading the view…')).toHaveCount(0);
  }

  /** Path and query of the address bar. */
  address(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }
}

/** The link to a response: the API's path on the viewer's host. */
export function linkTo(id: string, baseUrl: string, query = ''): string {
  return `/responses/${encodeURIComponent(id)}?base_url=${baseUrl}${query === '' ? '' : `&${query}`}`;
}
