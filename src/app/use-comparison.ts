import { useState } from 'react';
import { RetrieveError } from '#protocol/failure.ts';
import type { EventLog } from '#model/event-log.ts';
import type { Recording } from '#model/recording.ts';
import type { Comparison, ComparisonState } from '#state/comparison.ts';
import { connectionFor, connectionsStore } from '#state/connections.ts';
import { lastConnectionOf } from '#state/history.ts';
import { keyRevision } from '#state/keys.ts';
import { secretOf } from '#state/secret-of.ts';
import { useStore } from '#state/use-store.ts';

const NONE: ComparisonState = { kind: 'none' };

/** Comparing a stream with the response that its server keeps, by asking for that when it is wanted. Null for what came as a whole, in part, or from no server. */
export function useComparison({ source, ...recording }: Recording): Comparison | null {
  const log = recording.kind === 'stream' ? recording.log : null;
  const connections = useStore(connectionsStore);
  useStore(keyRevision);
  const [asked, setAsked] = useState<{ readonly log: EventLog | null; readonly state: ComparisonState }>({ log, state: NONE });
  if (log === null || source.kind !== 'api' || source.parameters.startingAfter !== null) return null;
  const connection = connectionFor(connections, source.baseUrl, lastConnectionOf(source.responseId));
  async function ask(api: typeof source & { kind: 'api' }) {
    setAsked({ log, state: { kind: 'asking' } });
    let state: ComparisonState;
    try {
      const { retrieveStored } = await import('#state/retrieve-stored.ts');
      const { response, receivedAt } = await retrieveStored(connection, api, new AbortController().signal);
      state = { kind: 'done', response, receivedAt };
    } catch (error) {
      state = { kind: 'failed', failure: error instanceof RetrieveError ? error.failure : { kind: 'unreachable' } };
    }
    // What another stream was asked for in the meantime stays.
    setAsked((last) => (last.log === log ? { log, state } : last));
  }
  return {
    state: asked.log === log ? asked.state : NONE,
    connection,
    responseId: source.responseId,
    hasKey: secretOf(connection) !== null,
    ask: () => void ask(source),
  };
}
