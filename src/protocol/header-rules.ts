/** Which headers a page may set, and which values a header can carry (Fetch standard, "forbidden request-header" and "header value"). */

const FORBIDDEN: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/**
 * True for names that a browser refuses to set. `User-Agent` left this list, so it is not refused here,
 * though Chromium still sends its own; the method overrides are refused only with values that no one needs, so they pass.
 */
export function isForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return FORBIDDEN.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-');
}

/** True for a token as RFC 9110 defines it: what may stand left of the colon. */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name);
}

/** True when the value can be sent: no line break, no control character, nothing outside Latin-1. */
export function isHeaderValue(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
