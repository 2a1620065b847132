import type { RetrieveParameters } from '#protocol/parameters.ts';
import { findKeys, looksLikeKey } from '#base/secret-shape.ts';

/** The tabs that exist, in their order. */
export const VIEWS = ['output', 'input', 'request', 'usage', 'stream', 'problems', 'raw', 'network'] as const;
export type View = (typeof VIEWS)[number];

/** What the address bar points at. */
export type Place =
  | { readonly kind: 'home' }
  /** `baseUrl` null stands for OpenAI's own. */
  | { readonly kind: 'response'; readonly id: string; readonly baseUrl: string | null; readonly parameters: RetrieveParameters }
  /** Something opened from a file or a paste; `hash` is its SHA-256 in hex. */
  | { readonly kind: 'recording'; readonly hash: string }
  | { readonly kind: 'unknown'; readonly path: string };

export type UrlState = {
  readonly place: Place;
  readonly view: View;
  /** An item ID, or `@3` for a position. */
  readonly item: string | null;
  /** The event of the stream after which everything is shown: its sequence number, or its number by arrival where there are none. */
  readonly seq: number | null;
  /** What the lists of the view are filtered to: `type:reasoning`. Kept as it is written, whatever it says. */
  readonly q: string | null;
  /** Query pairs this version does not know; kept, so that a link from a newer one survives being looked at. */
  readonly further: readonly (readonly [string, string])[];
  /** Sentences about what in the link could not be honoured. */
  readonly notes: readonly string[];
  /** True when the link held a key or a password, which is not part of this state: the address bar must lose it too. */
  readonly heldSecret: boolean;
};

export const HOME: UrlState = {
  place: { kind: 'home' },
  view: 'output',
  item: null,
  seq: null,
  q: null,
  further: [],
  notes: [],
  heldSecret: false,
};

/**
 * Another tab of the same response, at the same event of its stream; the chosen item stays behind, since positions and IDs are those of one list. So does the filter between
 * lists of items, the events of the stream and the problems: it is written in other words.
 */
export function withView(state: UrlState, view: View): UrlState {
  if (view === state.view) return state;
  const isOtherList = OWN_FILTERS.has(view) || OWN_FILTERS.has(state.view);
  return { ...state, view, item: null, q: isOtherList ? null : state.q };
}

/** The views whose filters have words of their own. */
const OWN_FILTERS: ReadonlySet<View> = new Set(['stream', 'problems']);

/** What is said about a link, collected while it is read. */
type Remarks = { readonly notes: string[]; heldSecret: boolean };

/** Reads a path (without the app's base path) and query. Any string gives a valid state; what could not be honoured is in `notes`. */
export function parseUrlState(path: string, search: string): UrlState {
  const query = new URLSearchParams(search);
  const remarks: Remarks = { notes: [], heldSecret: false };
  const { place, view: pathView } = readPlace(path, query, remarks);
  const view = readView(query.get('view') ?? pathView, remarks.notes);
  const further = readFurther(query, remarks);
  return { place, view, item: query.get('item') || null, seq: readNumber(query), q: readFilter(query, remarks), further, ...remarks };
}

/** The path and query for `state`; what stands at its default is left out. */
export function formatUrlState(state: UrlState): string {
  const pairs: (readonly [string, string])[] = [];
  const { place } = state;
  if (place.kind === 'response') {
    for (const value of place.parameters.include) pairs.push(['include', value]);
    if (place.parameters.stream !== null) pairs.push(['stream', String(place.parameters.stream)]);
    if (place.parameters.startingAfter !== null) pairs.push(['starting_after', place.parameters.startingAfter]);
    if (place.parameters.includeObfuscation !== null) pairs.push(['include_obfuscation', String(place.parameters.includeObfuscation)]);
    if (place.baseUrl !== null) pairs.push(['base_url', place.baseUrl]);
  }
  if (state.view !== 'output') pairs.push(['view', state.view]);
  if (state.item !== null) pairs.push(['item', state.item]);
  if (state.seq !== null) pairs.push(['seq', String(state.seq)]);
  if (state.q !== null) pairs.push(['q', state.q]);
  pairs.push(...state.further);
  const query = pairs.map(([name, value]) => `${encodeQuery(name)}=${encodeQuery(value)}`).join('&');
  return `${formatPath(place)}${query === '' ? '' : `?${query}`}`;
}

/** Readable in a chat or a log: `/`, `:`, `@` and `,` need no escape inside a query. */
function encodeQuery(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%(2F|3A|40|2C)/g, (escape) => decodeURIComponent(escape));
}

function formatPath(place: Place): string {
  if (place.kind === 'response') return `/responses/${encodeURIComponent(place.id.toWellFormed())}`;
  if (place.kind === 'recording') return `/recordings/${place.hash}`;
  return place.kind === 'home' ? '/' : place.path;
}

function readPlace(path: string, query: URLSearchParams, remarks: Remarks): { readonly place: Place; readonly view: string | null } {
  const segments = path.split('/').filter((segment) => segment !== '');
  if (segments.length === 0) return { place: { kind: 'home' }, view: null };
  const [first, second, third] = segments;
  if (first === 'responses' && second !== undefined && (segments.length === 2 || third === 'input_items')) {
    const id = decode(second);
    if (looksLikeKey(id)) {
      dropSecret(remarks, 'This link held an API key in place of a response ID. The key was dropped.');
      return { place: { kind: 'home' }, view: null };
    }
    const place: Place = { kind: 'response', id, baseUrl: readBaseUrl(query, remarks), parameters: readParameters(query, remarks.notes) };
    return { place, view: segments.length === 2 ? null : 'input' };
  }
  if (first === 'recordings' && second !== undefined && segments.length === 2 && /^[0-9a-f]{64}$/.test(second)) {
    return { place: { kind: 'recording', hash: second }, view: null };
  }
  return { place: { kind: 'unknown', path: `/${segments.join('/')}` }, view: null };
}

function readBaseUrl(query: URLSearchParams, remarks: Remarks): string | null {
  const baseUrl = query.get('base_url')?.trim() ?? '';
  if (baseUrl === '') return null;
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(baseUrl)) {
    dropSecret(remarks, 'The base URL of this link held a user name or password. They were dropped.');
    return baseUrl.replace(/\/\/[^/?#]*@/, '//');
  }
  return baseUrl;
}

function readParameters(query: URLSearchParams, notes: string[]): RetrieveParameters {
  const include = [...query.getAll('include'), ...query.getAll('include[]')]
    .flatMap((value) => value.split(','))
    .map((value) => value.trim());
  return {
    include: [...new Set(include)].filter((value) => value !== ''),
    stream: readFlag(query, 'stream', notes),
    startingAfter: query.get('starting_after') || null,
    includeObfuscation: readFlag(query, 'include_obfuscation', notes),
  };
}

function readFlag(query: URLSearchParams, name: string, notes: string[]): boolean | null {
  const value = query.get(name);
  if (value === null || value === '') return null;
  if (/^(true|1)$/i.test(value)) return true;
  if (/^(false|0)$/i.test(value)) return false;
  notes.push(`This link says ${name}=${value.slice(0, 40)}. Only true and false mean something, so it is not sent.`);
  return null;
}

function readView(view: string | null, notes: string[]): View {
  if (view === null || view === '') return 'output';
  const known = VIEWS.find((name) => name === view);
  if (known === undefined) notes.push(`This link asks for the view “${view.slice(0, 40)}”, which is not there. Output is shown.`);
  return known ?? 'output';
}

const KNOWN_NAMES = new Set([
  'include',
  'include[]',
  'stream',
  'starting_after',
  'include_obfuscation',
  'base_url',
  'view',
  'item',
  'seq',
  'q',
]);
const KEY_DROPPED = 'This link held an API key. The key was dropped: links never carry one.';

function readFilter(query: URLSearchParams, remarks: Remarks): string | null {
  const q = query.get('q')?.trim() ?? '';
  if (findKeys(q).length > 0) dropSecret(remarks, KEY_DROPPED);
  return q === '' || findKeys(q).length > 0 ? null : q;
}

/** What is no number of an event points at none. */
function readNumber(query: URLSearchParams): number | null {
  const text = query.get('seq') ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function readFurther(query: URLSearchParams, remarks: Remarks): readonly (readonly [string, string])[] {
  const further = [...query].filter(([name]) => !KNOWN_NAMES.has(name));
  const safe = further.filter(([name, value]) => !looksLikeKey(value) && !looksLikeKey(name));
  if (safe.length < further.length) dropSecret(remarks, KEY_DROPPED);
  return safe;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function dropSecret(remarks: Remarks, note: string): void {
  remarks.notes.push(note);
  remarks.heldSecret = true;
}
