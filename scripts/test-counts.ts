import { arrayOf, numberOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';

export type TestCounts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Those of the passed that did so only when tried again. */
  readonly flaky: number;
};

export const NO_TESTS: TestCounts = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

/** What Vitest's JSON report says. A file that failed without a failed test in it (it did not load, a hook threw) is one failure. */
export function countsOfVitest(report: JsonValue): TestCounts {
  const totals = objectOf(report);
  const brokenFiles = arrayOf(totals?.['testResults']).filter(
    (file) => stringOf(objectOf(file)?.['status']) === 'failed' && !hasFailedTest(file),
  );
  return {
    passed: numberOf(totals?.['numPassedTests']) ?? 0,
    failed: (numberOf(totals?.['numFailedTests']) ?? 0) + brokenFiles.length,
    skipped: (numberOf(totals?.['numPendingTests']) ?? 0) + (numberOf(totals?.['numTodoTests']) ?? 0),
    flaky: 0,
  };
}

function hasFailedTest(file: JsonValue): boolean {
  return arrayOf(objectOf(file)?.['assertionResults']).some((test) => stringOf(objectOf(test)?.['status']) === 'failed');
}

/** What Playwright's JSON report says. Errors outside any test (a file that does not load, a server that does not start) are one failure each. */
export function countsOfPlaywright(report: JsonValue): TestCounts {
  const stats = objectOf(objectOf(report)?.['stats']);
  const count = (name: string) => numberOf(stats?.[name]) ?? 0;
  return {
    passed: count('expected') + count('flaky'),
    failed: count('unexpected') + arrayOf(objectOf(report)?.['errors']).length,
    skipped: count('skipped'),
    flaky: count('flaky'),
  };
}

/** Turns a run that failed without saying so, or ran nothing, into a failure, so that it can never count as green. */
export function withOutcome(counts: TestCounts, exitCode: number): TestCounts {
  const isSilentFailure = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

export function sumOf(runs: readonly TestCounts[]): TestCounts {
  return runs.reduce(
    (sum, run) => ({
      passed: sum.passed + run.passed,
      failed: sum.failed + run.failed,
      skipped: sum.skipped + run.skipped,
      flaky: sum.flaky + run.flaky,
    }),
    NO_TESTS,
  );
}
