import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { answerBeginning } from './answer-text.ts';

const LONGEST = 120;

/** One line that a reader recognises the response by: how it failed, what it answered, or what it did last. */
export function responseTitle(response: JsonObject): string {
  const error = objectOf(response['error']);
  if (error !== null) return `failed: ${stringOf(error['code']) ?? stringOf(error['message']) ?? 'no reason given'}`.slice(0, LONGEST);
  const answer = beginningOfAnswer(response);
  const reason = stringOf(objectOf(response['incomplete_details'])?.['reason']);
  if (reason !== null) return `incomplete: ${reason}${answer === '' ? '' : `, ${answer}`}`.slice(0, LONGEST);
  if (answer !== '') return answer.slice(0, LONGEST);
  const last = objectOf(arrayOf(response['output']).at(-1));
  return last === null ? 'no output' : `${stringOf(last['type']) ?? 'item'} ${stringOf(last['name']) ?? ''}`.trim().slice(0, LONGEST);
}

/** Without Markdown's marks. Only the beginning is cleaned: an answer may have megabytes. */
function beginningOfAnswer(response: JsonObject): string {
  return answerBeginning(response, 4 * LONGEST)
    .slice(0, 4 * LONGEST)
    .replace(/[\s#*_`>|-]+/g, ' ')
    .trim();
}
