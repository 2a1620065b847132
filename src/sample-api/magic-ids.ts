import type { JsonObject } from '#base/json.ts';
import { agentRun } from './agent-run.ts';
import { BACKGROUND_RUN_ID } from './background-run.ts';
import { bigResponse } from './big-response.ts';
import { jsonAnswer } from './errors.ts';
import { longTextResponse } from './long-text.ts';
import { chatCompletion, maintenancePage, redirectTo, refusal, slowAnswer, textAnswer } from './magic-answers.ts';
import { deepResponse, floatTimesResponse, shortResponse } from './magic-responses.ts';
import type { Wait } from './piecewise-body.ts';
import { originalId } from './sample-library.ts';

export type MagicRequest = {
  /** As asked, with its suffix. */
  readonly id: string;
  /** How often this very ID has been asked for, this time included. */
  readonly attempt: number;
  readonly url: string;
  readonly wait: Wait;
};

/** An ID that stands for a behaviour. `<id>.<anything>` behaves the same and counts for itself. */
export type MagicId = {
  /** One to try; where there is a number in it, others up to `maximum` work too. */
  readonly id: string;
  /** What comes back, in a word or two. */
  readonly answers: string;
  readonly description: string;
  readonly maximum?: number;
  /** Replies to any request for the ID, whatever its method; null (or no function) lets the request through. */
  readonly answer?: (request: MagicRequest) => Response | null;
  /** Makes a Response that then works like a stored one. `number` is the one in the ID. */
  readonly make?: (id: string, number: number) => JsonObject | string;
};

const FAILURES_BEFORE_SUCCESS = 2;
const ODD_ID = 'resp_odd/with spaces, 100% & ünïcode?#';

/** Every magic ID. Adding a behaviour is adding a row. */
export const MAGIC_IDS: readonly MagicId[] = [
  {
    id: 'resp_error_403',
    answers: '403',
    description: 'A restricted key that may not read responses',
    answer: () => refusal(403, { message: 'This key lacks the scope api.responses.read.', code: 'missing_scope' }),
  },
  {
    id: 'resp_error_404',
    answers: '404',
    description: 'A response that nobody knows, like any other unknown ID',
    answer: ({ id }) => refusal(404, { message: `No response with the id '${id}' was found.` }),
  },
  {
    id: 'resp_error_408',
    answers: '408',
    description: 'The server gave up waiting',
    answer: () => refusal(408, { message: 'The request took too long to arrive.', code: 'request_timeout' }),
  },
  {
    id: 'resp_error_409',
    answers: '409',
    description: 'Another request holds the response',
    answer: () => refusal(409, { message: 'Another request is changing this response.', type: 'conflict_error', code: 'resource_locked' }),
  },
  {
    id: 'resp_error_429',
    answers: '429 rate limit',
    description: 'Too many requests; Retry-After says one second, which a page cannot read',
    answer: () =>
      refusal(
        429,
        {
          message: 'Too many requests for sample-organization: limit 3, used 3. Try again in 1 s.',
          type: 'requests',
          code: 'rate_limit_exceeded',
        },
        { 'retry-after': '1', 'retry-after-ms': '1000' },
      ),
  },
  {
    id: 'resp_error_quota',
    answers: '429 quota',
    description: 'No credit left: trying again does not help',
    answer: () =>
      refusal(
        429,
        { message: 'The credit of this organization is used up.', type: 'insufficient_quota', code: 'insufficient_quota' },
        { 'x-should-retry': 'false' },
      ),
  },
  {
    id: 'resp_error_500',
    answers: '500',
    description: 'The server failed',
    answer: () => refusal(500, { message: 'Something broke on our side while the request was handled.', type: 'server_error' }),
  },
  { id: 'resp_error_503', answers: '503', description: 'The server is overloaded, every time', answer: () => overloaded() },
  {
    id: 'resp_error_503_once',
    answers: '503, 503, 200',
    description: 'Overloaded for two requests, then a response: does the client try again?',
    answer: ({ attempt }) => (attempt <= FAILURES_BEFORE_SUCCESS ? overloaded({ 'retry-after-ms': '50' }) : null),
    make: (id) => shortResponse(id, 'Third time lucky.'),
  },
  {
    id: 'resp_error_string',
    answers: '400, error is a string',
    description: 'As Ollama, LM Studio and xAI write errors',
    answer: () => jsonAnswer(400, { code: 'invalid-argument', error: 'the model does not keep responses' }),
  },
  {
    id: 'resp_error_numeric',
    answers: '400, numeric code',
    description: 'As vLLM, llama.cpp and OpenRouter write errors',
    answer: () => jsonAnswer(400, { error: { message: 'the response store is off', type: 'BadRequestError', param: null, code: 400 } }),
  },
  {
    id: 'resp_error_detail',
    answers: '422, detail list',
    description: 'As FastAPI writes validation errors',
    answer: () =>
      jsonAnswer(422, { detail: [{ type: 'int_parsing', loc: ['query', 'starting_after'], msg: 'not an integer', input: 'soon' }] }),
  },
  {
    id: 'resp_error_bare',
    answers: '400, no envelope',
    description: 'An error whose fields stand at the top',
    answer: () =>
      jsonAnswer(400, {
        object: 'error',
        message: 'no such response here',
        type: 'NotFoundError',
        param: 'response_id',
        code: 'not_found',
      }),
  },
  {
    id: 'resp_error_empty',
    answers: '502, empty body',
    description: 'A gateway with nothing to say',
    answer: () => textAnswer(502, 'text/plain', ''),
  },
  { id: 'resp_html_502', answers: '502, HTML', description: 'The maintenance page of a host', answer: () => maintenancePage(502) },
  { id: 'resp_html_200', answers: '200, HTML', description: 'The same page, with a status that lies', answer: () => maintenancePage(200) },
  {
    id: 'resp_empty',
    answers: '200, empty body',
    description: 'Success, and nothing else',
    answer: () => textAnswer(200, 'application/json', ''),
  },
  {
    id: 'resp_text',
    answers: '200, plain text',
    description: 'What a health check or a wrong port says',
    answer: () => textAnswer(200, 'text/plain; charset=utf-8', 'The server is running.\n'),
  },
  {
    id: 'resp_ok_error',
    answers: '200, error body',
    description: 'An error with a status that lies, as LM Studio answers unknown routes',
    answer: () => jsonAnswer(200, { error: 'Unexpected endpoint or method. (GET /v1/responses)' }),
  },
  {
    id: 'resp_broken_json',
    answers: '200, broken JSON',
    description: 'A Response that stops in the middle of line 4',
    answer: ({ id }) =>
      textAnswer(200, 'application/json', `{\n  "id": ${JSON.stringify(id)},\n  "object": "response",\n  "output": [{"type": "mess`),
  },
  { id: 'resp_chat_completion', answers: '200, Chat Completion', description: 'The answer of another API', answer: chatCompletion },
  {
    id: 'resp_list',
    answers: '200, other JSON',
    description: 'A list where a Response should be',
    answer: () =>
      jsonAnswer(200, { object: 'list', data: [{ id: 'file_sample', object: 'file', filename: 'orders.csv' }], has_more: false }),
  },
  {
    id: 'resp_redirect',
    answers: '307',
    description: 'A redirect to resp_sample_hello, which a key should not follow by itself',
    answer: ({ url }) => redirectTo('resp_sample_hello', url),
  },
  {
    id: 'resp_slow',
    answers: '200 over 3 s',
    description: 'Headers at once, then the body in twelve pieces',
    answer: ({ id, wait }) => slowAnswer(JSON.stringify(shortResponse(id, 'That took a while. '.repeat(60)), null, 2), wait),
  },
  {
    id: BACKGROUND_RUN_ID,
    answers: '200, unfinished',
    description: 'Queued, in progress twice, then completed: a step for each retrieval',
  },
  {
    id: 'resp_big_10mb',
    answers: '200, 10 MB',
    description: 'One list of 40,000 rows, and 2,000 turns',
    maximum: 50,
    make: (id, megabytes) => JSON.stringify(bigResponse(id, megabytes)),
  },
  {
    id: 'resp_items_200',
    answers: '200, 200 items',
    description: 'A long run of an agent: reasoning, shell, patches, tests, searches, messages',
    maximum: 5000,
    make: agentRun,
  },
  {
    id: 'resp_text_5mb',
    answers: '200, 5 MB of text',
    description: 'One message, all Markdown',
    maximum: 20,
    make: longTextResponse,
  },
  {
    id: 'resp_deep_500',
    answers: '200, 500 levels',
    description: 'An unknown field of objects inside objects',
    maximum: 5000,
    make: deepResponse,
  },
  { id: 'resp_float_times', answers: '200, float times', description: 'created_at as 1781006400.0', make: floatTimesResponse },
  {
    id: ODD_ID,
    answers: '200',
    description: 'An ID with a slash, spaces, a percent sign and letters',
    make: (id) => shortResponse(id, 'IDs are opaque.'),
  },
];

function overloaded(headers: Readonly<Record<string, string>> = {}): Response {
  const error = {
    message: 'Too much to do right now. Please try again soon.',
    type: 'service_unavailable_error',
    code: 'server_overloaded',
  };
  return refusal(503, error, headers);
}

export type MagicMatch = { readonly magic: MagicId; readonly number: number };

/** The magic behind an ID, and the number in it (0 where it has none); null for ordinary IDs. */
export function findMagic(id: string): MagicMatch | null {
  const original = originalId(id);
  const number = Number(original.match(/\d+/)?.[0] ?? 0);
  const magic = MAGIC_IDS.find((candidate) => {
    if (candidate.maximum === undefined) return candidate.id === original;
    return number >= 1 && number <= candidate.maximum && candidate.id.replace(/\d+/, String(number)) === original;
  });
  return magic ? { magic, number } : null;
}
