import * as v from 'valibot';
import { createStore } from '#base/store.ts';
import type { Connection } from '#protocol/connection.ts';
import { PROVIDERS, providerForBaseUrl } from '#protocol/providers.ts';
import { forgetSecret } from './keys.ts';
import { preferencesStore } from './preferences.ts';
import { readStored, removeStored, writeStored } from './web-storage.ts';

/** The base URL that links leave out. */
export const OPENAI_BASE_URL = 'https://api.openai.com/v1';
const MOST_CONNECTIONS = 30;

const storedConnection = v.object({
  id: v.string(),
  presetId: v.string(),
  baseUrl: v.string(),
  auth: v.variant('kind', [
    v.object({ kind: v.literal('bearer') }),
    v.object({ kind: v.literal('header'), name: v.string() }),
    v.object({ kind: v.literal('none') }),
  ]),
  organization: v.fallback(v.string(), ''),
  project: v.fallback(v.string(), ''),
  /** Values are secrets and live with the key; here they are always empty. */
  headers: v.fallback(v.array(v.object({ name: v.string(), value: v.string() })), []),
});

const store = createStore<readonly Connection[]>(v.parse(v.fallback(v.array(storedConnection), []), readStored('device', 'connections')));

/** The connections that were used, the last used first. They hold no secret. */
export const connectionsStore = { get: store.get, subscribe: store.subscribe };

/** Base URLs that mean the same server compare equal: no trailing slash, host in lower case. */
export function normalizeBaseUrl(baseUrl: string): string {
  const trimmed = baseUrl.trim();
  if (!URL.canParse(trimmed)) return trimmed.replace(/\/+$/, '');
  const url = new URL(trimmed);
  return `${url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

/** A connection nobody used yet, for `baseUrl` (null: OpenAI's own). The authentication comes from the preset that fits it, never from a link. */
export function draftConnection(baseUrl: string | null): Connection {
  const url = baseUrl ?? OPENAI_BASE_URL;
  const preset = providerForBaseUrl(url);
  return {
    id: preset.id === 'sample' ? 'sample' : '',
    presetId: preset.id,
    baseUrl: url,
    auth: preset.auth,
    organization: '',
    project: '',
    headers: [],
  };
}

/** The connection a link with `baseUrl` means: the one asked for, else the last used for that URL, else a draft. */
export function connectionFor(connections: readonly Connection[], baseUrl: string | null, preferredId: string | null): Connection {
  const wanted = normalizeBaseUrl(baseUrl ?? OPENAI_BASE_URL);
  const fitting = connections.filter((connection) => normalizeBaseUrl(connection.baseUrl) === wanted);
  return fitting.find((connection) => connection.id === preferredId) ?? fitting[0] ?? draftConnection(baseUrl);
}

/** Puts `connection` first and remembers it, without the values of its extra headers. A draft gets an ID. Returns what was remembered. */
export function rememberConnection(connection: Connection): Connection {
  const remembered: Connection = {
    ...connection,
    id: connection.id === '' ? crypto.randomUUID() : connection.id,
    headers: connection.headers.map(({ name }) => ({ name, value: '' })),
  };
  const kept = [remembered, ...store.get().filter((other) => other.id !== remembered.id)];
  for (const dropped of kept.slice(MOST_CONNECTIONS)) forgetSecret(dropped.id);
  keep(kept.slice(0, MOST_CONNECTIONS));
  return remembered;
}

function keep(connections: readonly Connection[]): void {
  store.set(connections);
  if (preferencesStore.get().keepHistory) writeStored('device', 'connections', connections);
}

export function forgetConnection(id: string): void {
  forgetSecret(id);
  keep(store.get().filter((connection) => connection.id !== id));
}

export function forgetAllConnections(): void {
  for (const connection of store.get()) forgetSecret(connection.id);
  store.set([]);
  removeStored('device', 'connections');
}

/** The preset's title, with the host where the preset alone does not say it, and the project where one is set. */
export function connectionTitle(connection: Connection): string {
  const title = PROVIDERS.find((provider) => provider.id === connection.presetId)?.title ?? 'Custom';
  return connection.project === '' ? title : `${title} · ${connection.project}`;
}

/** How links write the connection's base URL: null for OpenAI's own, which they leave out. */
export function linkedBaseUrl({ baseUrl }: Connection): string | null {
  return normalizeBaseUrl(baseUrl) === OPENAI_BASE_URL ? null : baseUrl.trim();
}

/** "api.openai.com", "127.0.0.1:8000", or "this server" for a relative base URL. */
export function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : 'this server';
}
