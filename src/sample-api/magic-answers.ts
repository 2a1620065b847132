import type { ApiError } from '#protocol/failure.ts';
import { jsonAnswer, Refusal, answerError } from './errors.ts';
import { cutIntoPieces, piecewiseBody, type Wait } from './piecewise-body.ts';

const SLOW_PIECES = 12;
const SLOW_PAUSE_MILLISECONDS = 250;

export function refusal(
  status: number,
  error: Partial<ApiError> & { readonly message: string },
  headers: Readonly<Record<string, string>> = {},
): Response {
  const answer = answerError(new Refusal(status, error));
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

export function textAnswer(status: number, contentType: string, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': contentType } });
}

/** What a hosting company answers when the program behind it is away. */
export function maintenancePage(status: number): Response {
  const page = `<!doctype html>
<html lang="en">
  <head><title>Be right back</title></head>
  <body><h1>We are doing maintenance</h1><p>Harbour Hosting is moving this service. Please try again in a few minutes.</p></body>
</html>
`;
  return textAnswer(status, 'text/html; charset=utf-8', page);
}

/** What a Chat Completions server sends, or a proxy that was asked at the wrong path. */
export function chatCompletion(): Response {
  return jsonAnswer(200, {
    id: 'chatcmpl-sample',
    object: 'chat.completion',
    created: 1_781_006_400,
    model: 'gpt-4.1-mini-2025-04-14',
    choices: [
      { index: 0, message: { role: 'assistant', content: 'The deploy is green.', refusal: null }, logprobs: null, finish_reason: 'stop' },
    ],
    usage: { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 },
  });
}

/** Redirects to another response on the same path, its query kept. */
export function redirectTo(id: string, requestUrl: string): Response {
  const { pathname, search } = new URL(requestUrl);
  const folder = pathname.slice(0, pathname.lastIndexOf('/responses/'));
  return new Response(null, { status: 307, headers: { location: `${folder}/responses/${encodeURIComponent(id)}${search}` } });
}

/** The same text over about three seconds: the headers and the first piece at once, then one piece after the other. */
export function slowAnswer(text: string, wait: Wait): Response {
  const bytes = new TextEncoder().encode(text);
  const pieces = cutIntoPieces(bytes, Math.ceil(bytes.length / SLOW_PIECES));
  const body = piecewiseBody(pieces, (signal) => wait(SLOW_PAUSE_MILLISECONDS, signal));
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
