import type { Connection } from '#protocol/connection.ts';
import type { Recording, RecordingSource } from '#model/recording.ts';
import { fetchRecording } from './fetch-response.ts';
import { secretOf } from './secret-of.ts';

/** A response as its server keeps it, in one body, with the `include` that it was streamed with. Throws `RetrieveError`, or the signal's reason when aborted. */
export function retrieveStored(
  connection: Connection,
  { responseId, parameters }: Extract<RecordingSource, { kind: 'api' }>,
  signal: AbortSignal,
): Promise<Recording> {
  const whole = { include: parameters.include, stream: null, startingAfter: null, includeObfuscation: null };
  return fetchRecording(
    { connection, responseId, parameters: whole },
    { secret: secretOf(connection), purpose: 'compare', signal, onProgress: () => undefined },
  );
}
