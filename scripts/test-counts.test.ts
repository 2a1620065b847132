import { describe, expect, it } from 'vitest';
import { countsOfPlaywright, countsOfVitest, NO_TESTS, sumOf, withOutcome } from './test-counts.ts';

describe('countsOfVitest', () => {
  it('reads the totals', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1, testResults: [] };
    expect(countsOfVitest(report)).toEqual({ passed: 7, failed: 2, skipped: 2, flaky: 0 });
  });

  it('counts a file that did not load, and not a second time one whose test failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(countsOfVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2, skipped: 0, flaky: 0 });
  });
});

describe('countsOfPlaywright', () => {
  it('counts errors outside of tests as failures, and says how many passed only when tried again', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }, errors: [{ message: 'the server did not start' }] };
    expect(countsOfPlaywright(report)).toEqual({ passed: 6, failed: 2, skipped: 3, flaky: 1 });
  });
});

describe('withOutcome', () => {
  it.each([
    ['a green run', { passed: 3, failed: 0, skipped: 0, flaky: 0 }, 0, 0],
    ['a crash after green tests', { passed: 3, failed: 0, skipped: 0, flaky: 0 }, 1, 1],
    ['no tests at all', NO_TESTS, 0, 1],
    ['no report', countsOfVitest(null), 127, 1],
    ['failures that were counted', { passed: 3, failed: 2, skipped: 0, flaky: 0 }, 1, 2],
  ])('%s', (_, counts, exitCode, failed) => {
    expect(withOutcome(counts, exitCode).failed).toBe(failed);
  });
});

it('adds runs up', () => {
  expect(
    sumOf([
      { passed: 1, failed: 2, skipped: 3, flaky: 1 },
      { passed: 10, failed: 20, skipped: 30, flaky: 0 },
    ]),
  ).toEqual({ passed: 11, failed: 22, skipped: 33, flaky: 1 });
});
