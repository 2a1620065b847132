import { existsSync, readFileSync } from 'node:fs';
import { Complaint } from './complaint.ts';
import { findBrowser, type Browser } from './find-browser.ts';
import { runCommand, runTool } from './run-command.ts';

/** The browser of `findBrowser`, installed first where there is none. Throws a complaint that says what to do when that fails too. */
export async function findOrInstallBrowser(): Promise<Browser> {
  const found = findBrowser();
  if (found !== null) return found;
  console.log('No Chrome, Chromium or Edge here: installing one.');
  for (const install of waysToInstall()) {
    await install();
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  throw new Complaint(
    'No browser was found and none could be installed: install Chrome, Chromium or Edge, or set BROWSER_PATH to the executable of one.',
  );
}

type Install = () => Promise<unknown>;

/**
 * The likeliest way first. Debian's package brings the libraries that a bare container lacks, and Playwright's download does not,
 * so root on Debian starts there; elsewhere as root Playwright is asked to bring the libraries along.
 */
function waysToInstall(): readonly Install[] {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || process.platform !== 'linux') return [download];
  if (isDebian()) return [installDebianPackage, download];
  return [downloadWithLibraries, download];
}

function download(): Promise<unknown> {
  return runTool('@playwright/test/cli.js', ['install', 'chromium']);
}

function downloadWithLibraries(): Promise<unknown> {
  return runTool('@playwright/test/cli.js', ['install', '--with-deps', 'chromium']);
}

async function installDebianPackage(): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-q'], { env });
  await runCommand('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env });
}

function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, 'utf8'));
}
