/** `npm test`: unit tests, then browser tests against the production build; its last line is the sum of both. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryParseJson, type JsonValue } from '#base/json.ts';
import { claimPort } from './claim-port.ts';
import { Complaint } from './complaint.ts';
import { findOrInstallBrowser } from './install-browser.ts';
import { runTool } from './run-command.ts';
import { countsOfPlaywright, countsOfVitest, NO_TESTS, sumOf, withOutcome, type TestCounts } from './test-counts.ts';

const reports = mkdtempSync(join(tmpdir(), 'responses-devtools-tests-'));
try {
  const unit = await orOneFailure(runUnitTests);
  const browser = await orOneFailure(runBrowserTests);
  const { passed, failed, skipped, flaky } = sumOf([unit, browser]);
  if (skipped > 0) console.log(`${skipped} skipped or not run`);
  if (flaky > 0) console.log(`${flaky} passed only when tried again: listed above as flaky, and a bug of the viewer or of the test`);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed} failed`);
} finally {
  rmSync(reports, { recursive: true, force: true });
}

async function runUnitTests(): Promise<TestCounts> {
  const report = join(reports, 'unit.json');
  const parameters = ['run', '--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runTool('vitest/vitest.mjs', parameters);
  return withOutcome(countsOfVitest(readReport(report)), exitCode);
}

async function runBrowserTests(): Promise<TestCounts> {
  const browser = await findOrInstallBrowser();
  const report = join(reports, 'browser.json');
  const port = process.env['E2E_PORT'] ?? String(await claimPort(0, '127.0.0.1')); // a free one, so that runs side by side do not meet
  const env = { BROWSER_PATH: browser.path, E2E_PORT: port, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const exitCode = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], { env });
  return withOutcome(countsOfPlaywright(readReport(report)), exitCode);
}

/** A run that can't even start is one failure, and the other run still happens. */
async function orOneFailure(run: () => Promise<TestCounts>): Promise<TestCounts> {
  try {
    return await run();
  } catch (error) {
    console.error(error instanceof Complaint ? error.message : error);
    return { ...NO_TESTS, failed: 1 };
  }
}

function readReport(file: string): JsonValue {
  const report = existsSync(file) ? tryParseJson(readFileSync(file, 'utf8')) : null;
  return report?.ok ? report.value : null;
}
