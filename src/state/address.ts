import { useLocationProperty } from 'wouter/use-browser-location';
import { useMemo } from 'react';
import { formatUrlState, parseUrlState, type UrlState } from './url-state.ts';

/** The path the app is served under, without a slash at its end: "" or "/tools/responses". */
const BASE_PATH = import.meta.env.BASE_URL.replace(/\/+$/, '');

function pathUnderBase(): string {
  const path = location.pathname;
  return path.startsWith(BASE_PATH) ? path.slice(BASE_PATH.length) : path;
}

/** The address as the app understands it. Changes with every navigation, Back and Forward. */
export function useUrlState(): UrlState {
  const address = useLocationProperty(() => `${pathUnderBase()}\n${location.search}`);
  return useMemo(() => {
    const [path = '/', search = ''] = address.split('\n');
    return parseUrlState(path, search);
  }, [address]);
}

/** Goes to `state`: `push` for a new response or view, `replace` for selection and typing. */
export function goTo(state: UrlState, how: 'push' | 'replace'): void {
  const target = hrefOf(state);
  if (target === `${location.pathname}${location.search}`) return;
  if (how === 'push') history.pushState(null, '', target);
  else history.replaceState(null, '', target);
}

/** Puts something else into the address as it is now: what was written a moment ago is kept. No step in the history. */
export function changeAddress(change: Partial<UrlState>): void {
  goTo({ ...parseUrlState(pathUnderBase(), location.search), ...change }, 'replace');
}

/** Path and query for `state`, under the app's base path; for `href`. */
export function hrefOf(state: UrlState): string {
  return BASE_PATH + formatUrlState(state);
}

/** The link to hand to a colleague. */
export function linkTo(state: UrlState): string {
  return new URL(hrefOf(state), location.origin).href;
}

/** Takes out of the address bar what must not stay there (a key, user info), before anything else runs. Returns what to say about it. */
export function cleanAddress(): readonly string[] {
  const state = parseUrlState(pathUnderBase(), location.search);
  if (!state.heldSecret) return [];
  history.replaceState(null, '', hrefOf(state));
  return state.notes;
}
