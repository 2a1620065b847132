import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { chromium } from '@playwright/test';
import { browserPlaces } from './browser-places.ts';
import { Complaint } from './complaint.ts';

export type Browser = {
  /** The executable. */
  readonly path: string;
  /** What to start it with. */
  readonly args: readonly string[];
};

/** Keep a browser from talking to the network, or asking things, on its own account. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser that tests, screenshots and measurements use: the one named by BROWSER_PATH or CHROME_PATH, else Playwright's own,
 * else an installed Chrome, Chromium or Edge; null where there is none. Throws a complaint when the named one does not exist.
 */
export function findBrowser(): Browser | null {
  const named = process.env['BROWSER_PATH'] ?? process.env['CHROME_PATH'] ?? '';
  if (named !== '') {
    if (!existsSync(named)) throw new Complaint(`There is no browser at ${named}: correct BROWSER_PATH (or CHROME_PATH), or unset it.`);
    return asBrowser(named);
  }
  const places = [chromium.executablePath(), ...browserPlaces({ platform: process.platform, env: process.env, home: homedir() })];
  const path = places.find((place) => existsSync(place) && isRunnable(place));
  return path === undefined ? null : asBrowser(path);
}

function asBrowser(path: string): Browser {
  // Chromium's sandbox needs a user of its own; root and most CI containers do not have one.
  const isUnsandboxed = process.getuid?.() === 0 || (process.env['CI'] ?? '') !== '';
  return { path, args: isUnsandboxed ? ['--no-sandbox', ...QUIET] : QUIET };
}

/** A file may stand in the place without being a browser: Ubuntu's `chromium-browser` only says "install the snap", others lack libraries. */
function isRunnable(path: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return /\d+\.\d+/.test(execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return false;
  }
}
