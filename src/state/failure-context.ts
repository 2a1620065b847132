import type { Connection } from '#protocol/connection.ts';
import { providerById } from '#protocol/providers.ts';
import type { FailureContext } from '#model/failure-advice.ts';

/** The circumstances of a request that this page made and that failed, as advice needs them. `hasKey`: whether a key was sent with it. */
export function failureContext(connection: Connection, responseId: string, hasKey: boolean): FailureContext {
  return {
    provider: providerById(connection.presetId),
    baseUrl: connection.baseUrl,
    responseId,
    hasKey,
    pageOrigin: location.origin,
    online: navigator.onLine,
  };
}
