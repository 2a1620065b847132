import { formatNumber } from '#base/format-number.ts';
import { tryParseJson } from '#base/json.ts';
import { findJsonErrorInSteps } from '#base/json-error-position.ts';

/** What the engine parses in less than a millisecond. */
const QUICKLY_PARSED = 100_000;

/** Where `text` stops being JSON and why, as it reads after its name: "breaks at character 57 of 80: a colon is missing"; null when it is JSON. */
export function* whereJsonBreaks(text: string): Generator<null, string | null> {
  if (text.length <= QUICKLY_PARSED && tryParseJson(text).ok) return null;
  const error = yield* findJsonErrorInSteps(text);
  if (error === null) return null;
  const problem = error.problem.charAt(0).toLowerCase() + error.problem.slice(1).replace(/\.$/, '');
  return `breaks at character ${formatNumber(error.offset + 1)} of ${formatNumber(text.length)}: ${problem}`;
}
