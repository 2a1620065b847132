import type { Connection, HeaderPair } from '#protocol/connection.ts';
import { NO_PARAMETERS, type RetrieveParameters } from '#protocol/parameters.ts';
import { providerById } from '#protocol/providers.ts';
import { connectionFor, connectionsStore, draftConnection, linkedBaseUrl, normalizeBaseUrl, rememberConnection } from './connections.ts';
import { forgetSecret, holdSecret, secretFor, type Keep, type Secret } from './keys.ts';
import { originOf } from '#protocol/request.ts';
import { isSampleConnection } from './secret-of.ts';
import type { Place } from './url-state.ts';

/** What the form holds before it is sent. The key and the header values are secrets: a draft is never stored. */
export type OpenDraft = {
  readonly responseId: string;
  readonly connection: Connection;
  readonly key: string;
  readonly keep: Keep;
  readonly parameters: RetrieveParameters;
};

/** The form for a connection: with the secret that was entered for its origin, if one is held. */
export function draftFor(connection: Connection, responseId: string, parameters: RetrieveParameters): OpenDraft {
  const secret = heldSecret(connection);
  const headers = connection.headers.map(({ name }) => ({ name, value: secret?.headerValues[name] ?? '' }));
  return { responseId, connection: { ...connection, headers }, key: secret?.key ?? '', keep: secret?.keep ?? 'page', parameters };
}

/** The form as it stands on an empty home screen: the connection that was used last. */
export function firstDraft(): OpenDraft {
  return draftFor(connectionsStore.get()[0] ?? draftConnection(null), '', NO_PARAMETERS);
}

/** The same form for another base URL. A key goes along only when the origin stays the same. */
export function withBaseUrl(draft: OpenDraft, baseUrl: string): OpenDraft {
  const known = connectionFor(connectionsStore.get(), baseUrl, draft.connection.id);
  const staysAtOrigin = originOf(baseUrl, location.origin) === originOf(draft.connection.baseUrl, location.origin);
  if (staysAtOrigin) return { ...draft, connection: { ...draft.connection, baseUrl } };
  return { ...draftFor({ ...known, baseUrl }, draft.responseId, draft.parameters), keep: draft.keep };
}

/** The same form with the preset's base URL and authentication, as a connection of its own. */
export function withPreset(draft: OpenDraft, presetId: string, baseUrl = providerById(presetId).baseUrl): OpenDraft {
  const preset = providerById(presetId);
  const connection: Connection = { ...draftConnection(baseUrl), presetId, auth: preset.auth };
  return { ...draftFor(connection, draft.responseId, draft.parameters), keep: draft.keep };
}

export function withConnection(draft: OpenDraft, connection: Connection): OpenDraft {
  return draftFor(connection, draft.responseId, draft.parameters);
}

/** Remembers the draft's connection and holds its secret. Returns where to go. */
export function submitDraft(draft: OpenDraft): {
  readonly place: Extract<Place, { kind: 'response' }>;
  readonly connection: Connection;
  readonly isStored: boolean;
} {
  const connection = isSampleConnection(draft.connection)
    ? { ...draft.connection, id: 'sample' }
    : rememberConnection({ ...draft.connection, id: knownId(draft) });
  const origin = originOf(connection.baseUrl, location.origin);
  const secret: Secret = { key: draft.key.trim(), headerValues: valuesOf(draft.connection.headers) };
  const hasSecret = secret.key !== '' || Object.keys(secret.headerValues).length > 0;
  if (!hasSecret) forgetSecret(connection.id);
  const isStored = origin === null || !hasSecret || holdSecret(connection.id, origin, secret, draft.keep);
  return {
    place: { kind: 'response', id: draft.responseId.trim(), baseUrl: linkedBaseUrl(connection), parameters: draft.parameters },
    connection,
    isStored,
  };
}

/** A draft made from a preset is the connection it equals, if there is one; another key makes it another connection. */
function knownId({ connection, key }: OpenDraft): string {
  if (connection.id !== '') return connection.id;
  const shape = shapeOf(connection);
  const equal = connectionsStore.get().find((other) => shapeOf(other) === shape && [key.trim(), ''].includes(heldSecret(other)?.key ?? ''));
  return equal?.id ?? '';
}

function shapeOf({ baseUrl, auth, organization, project, headers }: Connection): string {
  return JSON.stringify([normalizeBaseUrl(baseUrl), auth, organization.trim(), project.trim(), headers.map(({ name }) => name)]);
}

function heldSecret(connection: Connection) {
  const origin = originOf(connection.baseUrl, location.origin);
  return origin === null || connection.id === '' ? null : secretFor(connection.id, origin);
}

function valuesOf(headers: readonly HeaderPair[]): Readonly<Record<string, string>> {
  return Object.fromEntries(headers.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
}
