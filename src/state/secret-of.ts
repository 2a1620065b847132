import type { Connection } from '#protocol/connection.ts';
import { originOf } from '#protocol/request.ts';
import { SAMPLE_KEY } from '#sample-api/auth.ts';
import { secretFor, type Secret } from './keys.ts';

/** True for the sample API of this very page: its key is public, so nobody has to type it. */
export function isSampleConnection(connection: Connection): boolean {
  return connection.presetId === 'sample' && originOf(connection.baseUrl, location.origin) === location.origin;
}

/** The secret that may be sent to `connection`'s origin, or null when none was entered for it. */
export function secretOf(connection: Connection): Secret | null {
  const origin = originOf(connection.baseUrl, location.origin);
  const held = origin === null || connection.id === '' ? null : secretFor(connection.id, origin);
  if (held !== null) return held;
  return isSampleConnection(connection) ? { key: SAMPLE_KEY, headerValues: {} } : null;
}
