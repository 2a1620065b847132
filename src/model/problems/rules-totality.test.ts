import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { bigResponse } from '#sample-api/big-response.ts';
import { frameOf } from '#sample-api/event-writing/response-events.ts';
import { oddEvent, oddResponse } from '#testing/odd-event.ts';
import { problemsIn, recordBody, recordText } from '#testing/mutations/subjects.ts';
import { findProblems } from './find-problems.ts';
import { CHECK_FAILED } from './gather-findings.ts';
import type { Problem } from './problem.ts';

/** What stands between the events of a stream and is none. */
const oddFrame = fc.constantFrom('data: [DONE]\n\n', 'data: {"type":\n\n', 'data: 7\n\n', ': still here\n\n', 'event: error\ndata: {}\n\n');
const frame = fc.oneof({ weight: 6, arbitrary: oddEvent.map((event) => frameOf(event as JsonObject)) }, { weight: 1, arbitrary: oddFrame });

/** Checks that broke, and findings that nobody could follow. */
function faultsIn(problems: readonly Problem[], recording: Recording): readonly string[] {
  const length = recording.kind === 'stream' ? recording.length : 0;
  return problems.flatMap(({ rule, count, findings }) => [
    ...(rule === CHECK_FAILED ? findings.map(({ text }) => text) : []),
    ...(findings.length > 0 && count >= findings.length ? [] : [`${rule.id}: ${count} counted, ${findings.length} kept`]),
    ...findings
      .filter(({ events }) => events.some((event) => event < 0 || event >= length))
      .map(({ events }) => `${rule.id}: ${events.join(', ')}`),
  ]);
}

it('never throws, whatever events come, and names only events that there are', () => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 30 }), (frames) => {
      const recording = recordText(frames.join(''));
      expect(faultsIn(problemsIn(recording, recording.response), recording)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('never throws, whatever a body holds', () => {
  const fields = fc.dictionary(fc.constantFrom('usage', 'tools', 'text', 'incomplete_details', 'error', 'model'), fc.jsonValue());
  const body = fc.oneof(
    fc.tuple(oddResponse, fields).map(([response, others]) => ({ ...others, ...(response as JsonObject) })),
    fc.dictionary(fc.string(), fc.jsonValue()),
  );
  fc.assert(
    fc.property(body, body, (response, stored) => {
      const recording = recordBody(JSON.stringify(response), response as JsonObject);
      expect(faultsIn(problemsIn(recording, stored as Record<string, JsonValue>), recording)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('lets the page draw every few milliseconds, also with 10 MB', () => {
  const response = bigResponse('resp_big', 10);
  const recording = recordBody('', response);
  const longest = Array.from({ length: 3 }, () => longestStep(findProblems(recording, response)));
  expect(Math.min(...longest)).toBeLessThan(LONG);
});

/** In milliseconds: what a browser calls a long task. */
const LONG = 50;

/** In milliseconds of work, not of waiting for a busy machine. */
function longestStep(steps: Generator<null, unknown>): number {
  let longest = 0;
  for (let isDone = false; !isDone;) {
    const before = process.cpuUsage();
    isDone = steps.next().done === true;
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
  }
  return longest;
}
