import { isLoopbackHost, isLocalNetworkHost, resolveBaseUrl } from './base-url.ts';
import type { Connection, HeaderPair } from './connection.ts';
import type { RetrieveFailure } from './failure.ts';
import { isForbiddenHeader, isHeaderName, isHeaderValue } from './header-rules.ts';
import { parameterPairs, type RetrieveParameters } from './parameters.ts';

export type BadRequest = Extract<RetrieveFailure, { kind: 'bad-request' }>;

/** A request that can be sent as it stands, or why there is none. `headers` hold the key: they go to `fetch` and nowhere else. */
export type BuiltRequest =
  | { readonly ok: true; readonly method: 'GET' | 'POST' | 'DELETE'; readonly url: string; readonly headers: readonly HeaderPair[] }
  | { readonly ok: false; readonly failure: BadRequest };

/** The query of `GET /responses/{id}/input_items`; null and empty mean not sent. */
export type InputItemsQuery = {
  readonly after: string | null;
  readonly limit: number | null;
  readonly order: 'asc' | 'desc' | null;
  readonly include: readonly string[];
};

type Query = readonly (readonly [string, string])[];
type Target = { readonly method: 'GET' | 'POST' | 'DELETE'; readonly suffix: string; readonly query: Query; readonly accept: string };

/**
 * `GET {base}/responses/{id}` with the parameters as they stand. `key` is the secret itself, or null to send none;
 * `pageOrigin` is the viewer's origin (`https://host`), or null where it has none.
 */
export function buildRetrieveRequest(
  connection: Connection,
  key: string | null,
  responseId: string,
  parameters: RetrieveParameters,
  pageOrigin: string | null,
): BuiltRequest {
  const accept = parameters.stream === true ? 'text/event-stream' : 'application/json';
  return build(connection, key, responseId, pageOrigin, { method: 'GET', suffix: '', query: parameterPairs(parameters), accept });
}

/** `GET {base}/responses/{id}/input_items`: one page of what the model was given. */
export function buildInputItemsRequest(
  connection: Connection,
  key: string | null,
  responseId: string,
  { after, limit, order, include }: InputItemsQuery,
  pageOrigin: string | null,
): BuiltRequest {
  const query: Query = [
    ...include.map((value) => ['include[]', value] as const),
    ...(limit === null ? [] : [['limit', String(limit)] as const]),
    ...(order === null ? [] : [['order', order] as const]),
    ...(after === null ? [] : [['after', after] as const]),
  ];
  return build(connection, key, responseId, pageOrigin, { method: 'GET', suffix: '/input_items', query, accept: 'application/json' });
}

/** `POST {base}/responses/{id}/cancel`: ends a background response. */
export function buildCancelRequest(
  connection: Connection,
  key: string | null,
  responseId: string,
  pageOrigin: string | null,
): BuiltRequest {
  return build(connection, key, responseId, pageOrigin, { method: 'POST', suffix: '/cancel', query: [], accept: 'application/json' });
}

/** The origin that a key for `baseUrl` belongs to, or null when the URL cannot be read. */
export function originOf(baseUrl: string, pageOrigin: string | null): string | null {
  const resolved = resolveBaseUrl(baseUrl, pageOrigin);
  return resolved.ok ? resolved.url.origin : null;
}

/** True when a key would travel readable for others: plain http to anything but this computer. */
export function isInsecure(baseUrl: string, pageOrigin: string | null = null): boolean {
  const resolved = resolveBaseUrl(baseUrl, pageOrigin);
  return resolved.ok && resolved.url.protocol === 'http:' && !isLoopbackHost(resolved.url.hostname);
}

function build(connection: Connection, key: string | null, responseId: string, pageOrigin: string | null, target: Target): BuiltRequest {
  const resolved = resolveBaseUrl(connection.baseUrl, pageOrigin);
  if (!resolved.ok) return refuse(resolved.problem, resolved.detail);
  // A URL parser takes these two as "here" and "one up", however they are escaped.
  if (responseId === '' || responseId === '.' || responseId === '..') return refuse('response-id', responseId);
  if (isBlockedMixedContent(resolved.url, pageOrigin)) return refuse('mixed-content', resolved.url.origin);
  const headers = requestHeaders(connection, key, target.accept);
  if (!Array.isArray(headers)) return { ok: false, failure: headers };
  return { ok: true, method: target.method, url: requestUrl(resolved.url, responseId, target), headers };
}

/** Private addresses are let through: Chromium lifts the block there once the user grants access to the local network. */
function isBlockedMixedContent(url: URL, pageOrigin: string | null): boolean {
  if (url.protocol !== 'http:' || pageOrigin === null || !pageOrigin.startsWith('https:')) return false;
  return !isLoopbackHost(url.hostname) && !isLocalNetworkHost(url.hostname);
}

/** The base URL's own query (`?api-version=…`) stays as it was written, in front of the parameters. */
function requestUrl(base: URL, responseId: string, { suffix, query }: Target): string {
  const path = `${base.pathname.replace(/\/+$/, '')}/responses/${encodeId(responseId)}${suffix}`;
  const ownQuery = base.search.replace(/^\?/, '');
  const parameters = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  const search = [ownQuery, parameters].filter((part) => part !== '').join('&');
  return `${base.origin}${path}${search === '' ? '' : `?${search}`}`;
}

/** Half a surrogate pair cannot be encoded; it is sent as the replacement character instead of throwing. */
function encodeId(responseId: string): string {
  return encodeURIComponent(responseId.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** Our own headers, then the user's; a user's `Accept` replaces ours, any other repetition is refused. */
function requestHeaders(connection: Connection, key: string | null, accept: string): HeaderPair[] | BadRequest {
  const extra = connection.headers.map(({ name, value }) => ({ name: name.trim(), value: value.trim() }));
  const ownAccept = extra.some(({ name }) => name.toLowerCase() === 'accept') ? [] : [{ name: 'Accept', value: accept }];
  const authorization = authorizationHeader(connection, key);
  const scope = [
    { name: 'OpenAI-Organization', value: connection.organization.trim() },
    { name: 'OpenAI-Project', value: connection.project.trim() },
  ].filter(({ value }) => value !== '');
  const headers = [...ownAccept, ...(authorization === null ? [] : [authorization]), ...scope, ...extra];
  const seen = new Set<string>();
  for (const header of headers) {
    const problem = seen.has(header.name.toLowerCase()) ? 'header-twice' : headerProblem(header);
    if (problem !== null) return refusal(problem === 'header-value' && header === authorization ? 'key' : problem, header.name);
    seen.add(header.name.toLowerCase());
  }
  return headers;
}

function headerProblem({ name, value }: HeaderPair): 'header-name' | 'header' | 'header-value' | null {
  if (!isHeaderName(name)) return 'header-name';
  if (isForbiddenHeader(name)) return 'header';
  return isHeaderValue(value) ? null : 'header-value';
}

function authorizationHeader({ auth }: Connection, key: string | null): HeaderPair | null {
  const secret = key?.trim().replace(/^bearer\s+/i, '') ?? '';
  if (secret === '' || auth.kind === 'none') return null;
  return auth.kind === 'bearer' ? { name: 'Authorization', value: `Bearer ${secret}` } : { name: auth.name, value: secret };
}

function refusal(problem: BadRequest['problem'], detail: string): BadRequest {
  return { kind: 'bad-request', problem, detail };
}

function refuse(problem: BadRequest['problem'], detail: string): BuiltRequest {
  return { ok: false, failure: refusal(problem, detail) };
}
