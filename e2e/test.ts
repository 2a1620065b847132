import { test as base } from '@playwright/test';
import { startApiServer, type ApiServer } from './api-server.ts';
import { Viewer } from './viewer.ts';

type Fixtures = {
  readonly viewer: Viewer;
  /** A server of this test's own. */
  readonly api: ApiServer;
  /** A second one, on another origin. */
  readonly otherApi: ApiServer;
  /** What went wrong in the page by itself; every test ends by finding it empty. */
  readonly complaints: string[];
};

/** What the browser itself writes about answers that are errors, and that tests ask for; and Playwright, where it holds the worker back. */
const OF_THE_NETWORK =
  /^(?:Failed to load resource|Access to fetch at .* has been blocked by CORS policy|Service Worker registration blocked by Playwright)/;

/** Playwright's `test`, with the viewer, servers that end with the test, and a watch for errors nobody asked for. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ page }, provide) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !OF_THE_NETWORK.test(message.text()))
          complaints.push(`${message.type()}: ${message.text()}`);
      });
      await provide(complaints);
      base.expect(complaints, 'errors and warnings in the console').toEqual([]);
    },
    { auto: true },
  ],
  viewer: async ({ page }, provide) => {
    await provide(new Viewer(page));
  },
  api: async ({ baseURL }, provide) => {
    const api = await startApiServer({ allowedOrigin: baseURL });
    await provide(api);
    await api.close();
  },
  otherApi: async ({ baseURL }, provide) => {
    const api = await startApiServer({ allowedOrigin: baseURL });
    await provide(api);
    await api.close();
  },
});

export { expect } from '@playwright/test';
