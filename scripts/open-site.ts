import { chromium, type Browser } from '@playwright/test';
import { findOrInstallBrowser } from './install-browser.ts';
import { serveSite } from './serve-site.ts';

export type OpenSite = {
  readonly browser: Browser;
  /** Where the production build is served, without a slash at the end. */
  readonly siteUrl: string;
};

/** Serves the production build on a free port, starts a browser, hands both to `work`, and ends both whatever happens. */
export async function withOpenSite<Result>(work: (open: OpenSite) => Promise<Result>): Promise<Result> {
  const { path, args } = await findOrInstallBrowser();
  const site = await serveSite({ port: 0, host: '127.0.0.1' });
  try {
    const browser = await chromium.launch({ executablePath: path, args: [...args] });
    try {
      return await work({ browser, siteUrl: site.url });
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
  }
}
