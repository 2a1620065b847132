import { parseUrl } from '#protocol/base-url.ts';
import { NO_PARAMETERS, type RetrieveParameters } from '#protocol/parameters.ts';
import { providerForBaseUrl } from '#protocol/providers.ts';
import { NO_VIEW, targetOf, type OpenTarget, type ViewParameters } from './open-request.ts';

/** What a URL leads to: a response, the list of all (`…/responses`), or neither. */
export type UrlReading =
  | OpenTarget
  | { readonly kind: 'collection'; readonly baseUrl: string; readonly notHonoured: readonly string[] }
  | { readonly kind: 'other' };

const OPENAI = 'https://api.openai.com/v1';
/** Sites that show responses, and the API they show them from. */
const DASHBOARDS: Readonly<Record<string, string | undefined>> = {
  'platform.openai.com': OPENAI,
  'console.x.ai': 'https://api.x.ai/v1',
};
const VIEW_NAMES = ['view', 'item', 'seq', 'q'] as const;
const API_NAMES: ReadonlySet<string> = new Set(['include', 'include[]', 'stream', 'starting_after', 'include_obfuscation']);
/** The query of the lists below a response; it says nothing about the response. */
const LIST_NAMES: ReadonlySet<string> = new Set(['limit', 'order', 'after', 'before']);
const USER_INFO = 'user name and password in the address';

/**
 * Reads an absolute URL: of an API (`…/v1/responses/{id}`), of a dashboard, or a link of this viewer (`/responses/{id}?base_url=…`).
 * `viewerUrl` is where this viewer lives, so that its own links are told from API URLs; null where it is not known.
 * `expected` is `api` where nobody would put a viewer link, as in a curl command.
 */
export function readUrl(text: string, viewerUrl: string | null, expected: 'api' | 'any' = 'any'): UrlReading {
  const url = parseUrl(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return { kind: 'other' };
  const notHonoured = url.username === '' && url.password === '' ? [] : [USER_INFO];
  const path = responsePath(url.pathname);
  if (path === null) return readElsewhere(url, notHonoured);
  const viewer = viewerUrl === null ? null : parseUrl(viewerUrl);
  if (expected === 'any' && isViewerLink(url, path.before, viewer)) return readViewerLink(url, path, notHonoured);
  const baseUrl = apiBaseUrl(url, path.before, viewer);
  if (path.id === '') return { kind: 'collection', baseUrl, notHonoured };
  return targetOf(path.id, { baseUrl, notHonoured, parameters: parametersIn(url), view: viewOf(path), notes: notesOn(path) });
}

type ResponsePath = { readonly before: string; readonly id: string; readonly suffix: string };

/** Takes a path apart at its last `responses` segment. */
function responsePath(pathname: string): ResponsePath | null {
  const match = /^(?<before>.*)\/responses(?:\/(?<rest>.*))?$/.exec(pathname);
  if (match === null) return null;
  const rest = match.groups?.['rest']?.replace(/\/+$/, '') ?? '';
  const suffix = /\/(?:input_items|cancel)$/.exec(rest)?.[0] ?? '';
  return { before: match.groups?.['before'] ?? '', id: decode(rest.slice(0, rest.length - suffix.length)), suffix };
}

/**
 * A link of this viewer has what only the viewer knows in its query, or stands where the viewer stands.
 * Elsewhere, a path with nothing in front of `/responses/` is an API only on hosts that look like one.
 */
function isViewerLink(url: URL, before: string, viewer: URL | null): boolean {
  if (['base_url', 'view', 'item', 'seq', 'q'].some((name) => url.searchParams.has(name))) return true;
  if (viewer !== null && url.origin === viewer.origin) return before === viewer.pathname.replace(/\/+$/, '');
  if (before !== '') return false;
  return !/(?:^|\.)api\./.test(url.hostname) && providerForBaseUrl(url.origin).id === 'custom';
}

function readViewerLink(url: URL, path: ResponsePath, notHonoured: readonly string[]): UrlReading {
  const said = url.searchParams.get('base_url')?.trim() ?? '';
  const base = parseUrl(said);
  const hasUserInfo = base !== null && (base.username !== '' || base.password !== '');
  const baseUrl = said === '' ? OPENAI : hasUserInfo ? withoutUserInfo(base) : said;
  const dropped = hasUserInfo ? [...new Set([...notHonoured, USER_INFO])] : notHonoured;
  if (path.id === '') return { kind: 'collection', baseUrl, notHonoured: dropped };
  const [view = null, item = null, seq = null, q = null] = VIEW_NAMES.map((name) => url.searchParams.get(name));
  const shown: ViewParameters = { view: view ?? viewOf(path).view, item, seq, q };
  return targetOf(path.id, { baseUrl, notHonoured: dropped, parameters: parametersIn(url), view: shown });
}

/** A dashboard, a proxy, a search page: whatever has a response's ID in its address. */
function readElsewhere(url: URL, notHonoured: readonly string[]): UrlReading {
  const id = /(?<![A-Za-z0-9])resp_[\w.-]*\w/.exec(decode(`${url.pathname} ${url.search} ${url.hash}`))?.[0];
  if (id === undefined) return { kind: 'other' };
  return targetOf(id, { baseUrl: DASHBOARDS[url.hostname] ?? null, notHonoured });
}

/** The base URL in front of `/responses`, with the query parameters that are the server's own (`api-version`). */
function apiBaseUrl(url: URL, before: string, viewer: URL | null): string {
  const own = [...url.searchParams].filter(
    ([name, value]) => !API_NAMES.has(name) && !LIST_NAMES.has(name) && !isIncludeName(name) && value !== '',
  );
  const query = new URLSearchParams(own).toString();
  const isOwn = viewer !== null && viewer.origin === url.origin && before !== '';
  const origin = isOwn ? '' : url.origin;
  return `${origin}${before}${query === '' ? '' : `?${query}`}`;
}

/** The four parameters as a URL writes them: `include`, `include[]`, `include[0]` and commas; a bare `stream` means true. */
function parametersIn(url: URL): RetrieveParameters {
  const include: string[] = [];
  let parameters = NO_PARAMETERS;
  for (const [name, value] of url.searchParams) {
    if (isIncludeName(name)) include.push(...value.split(',').map((part) => part.trim()));
    else if (name === 'stream') parameters = { ...parameters, stream: booleanIn(value) };
    else if (name === 'include_obfuscation') parameters = { ...parameters, includeObfuscation: booleanIn(value) };
    else if (name === 'starting_after') parameters = { ...parameters, startingAfter: value.trim() === '' ? null : value.trim() };
  }
  return { ...parameters, include: [...new Set(include)].filter((value) => value !== '') };
}

function isIncludeName(name: string): boolean {
  return /^include(?:\[\d*\])?$/.test(name);
}

function booleanIn(value: string): boolean | null {
  if (/^(?:true|1|yes|on|)$/i.test(value.trim())) return true;
  return /^(?:false|0|no|off)$/i.test(value.trim()) ? false : null;
}

function viewOf({ suffix }: ResponsePath): ViewParameters {
  return suffix === '/input_items' ? { ...NO_VIEW, view: 'input' } : NO_VIEW;
}

function notesOn({ suffix }: ResponsePath): readonly string[] {
  return suffix === '/cancel' ? ['The address cancels this response. It is only looked at here.'] : [];
}

function withoutUserInfo(url: URL): string {
  const bare = new URL(url.href);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
