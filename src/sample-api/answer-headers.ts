/** What the page sends on every request, whether a preflight names it or not. */
const ALLOWED_HEADERS = ['authorization', 'api-key', 'content-type', 'openai-organization', 'openai-project'];
const REQUESTS_PER_MINUTE = 10_000;

/** Sets what every answer carries, errors included. As with OpenAI, a page may read the first two of these and no rate limit. */
export function setAnswerHeaders(
  headers: Headers,
  { answered, milliseconds }: { readonly answered: number; readonly milliseconds: number },
) {
  setCrossOriginHeaders(headers);
  headers.set('x-request-id', `req_${randomHex(16)}`);
  headers.set('cf-ray', `${randomHex(8)}-LOC`);
  headers.set('openai-version', '2020-10-01');
  headers.set('openai-organization', 'sample-organization');
  headers.set('openai-project', 'proj_sample');
  headers.set('openai-processing-ms', String(Math.round(milliseconds)));
  headers.set('x-ratelimit-limit-requests', String(REQUESTS_PER_MINUTE));
  headers.set('x-ratelimit-remaining-requests', String(Math.max(0, REQUESTS_PER_MINUTE - answered)));
  headers.set('x-ratelimit-reset-requests', '6ms');
}

function setCrossOriginHeaders(headers: Headers) {
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-expose-headers', 'X-Request-ID, CF-Ray');
}

/** The answer to a preflight: any origin, our methods, the usual headers and whatever was asked for. */
export function preflightAnswer(requestHeaders: Headers): Response {
  const asked = (requestHeaders.get('access-control-request-headers') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const allowed = new Set([...ALLOWED_HEADERS, ...asked.filter((name) => name !== '')]);
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
      'access-control-allow-headers': [...allowed].join(', '),
      vary: 'Access-Control-Request-Headers',
    },
  });
}

/** Not `crypto.randomUUID`: a page served over plain HTTP does not have it. */
function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
