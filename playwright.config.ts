import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.ts';

const port = Number(process.env['E2E_PORT'] ?? 4199);
const address = `http://127.0.0.1:${port}`;
const browser = findBrowser();

/** The tests see what a visitor sees: the production build, its content security policy, and the sample API over real HTTP. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: true,
  // A test that needs its second try is named as flaky at the end of the run.
  retries: 1,
  // Limits against hanging, not measures: the machine may be busy.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: address,
    locale: 'en-US',
    timezoneId: 'UTC',
    // Tests of the worker allow it; in all others it would keep every file of the viewer once more.
    serviceWorkers: 'block',
    trace: process.env['E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: { args: [...(browser?.args ?? [])], ...(browser !== null && { executablePath: browser.path }) },
  },
  webServer: {
    command: 'node scripts/run.mjs scripts/start.ts',
    url: address,
    env: { PORT: String(port), HOST: '127.0.0.1' },
    reuseExistingServer: false,
    timeout: 120_000,
    stdout: 'pipe',
  },
});
