import { assertNever } from '#base/assert-never.ts';
import type { ApiError, RetrieveFailure } from '#protocol/failure.ts';
import type { RetrieveTarget } from './fetch-response.ts';
import type { LiveStream } from './live/live-view.ts';
import { createStreamSession, type StartHow, type StreamSession, type StreamState } from './stream-session.ts';

/** So many streams are held in memory, the last one looked at included. */
const MOST_SESSIONS = 4;

const sessions = new Map<string, StreamSession>();

/** The stream of a link, the same one whenever it is looked at in this page. Nothing is sent or loaded before it is entered. The key names no secret. */
export function streamSessionFor(target: RetrieveTarget): StreamSession {
  const { connection, responseId, parameters } = target;
  const key = JSON.stringify([connection.id, connection.baseUrl, responseId, parameters]);
  const session = sessions.get(key) ?? createStreamSession((how) => start(target, how));
  sessions.delete(key);
  sessions.set(key, session); // the last one looked at is the last to go
  for (const [oldKey, old] of [...sessions].slice(0, -MOST_SESSIONS)) {
    old.dispose();
    sessions.delete(oldKey);
  }
  return session;
}

async function start(target: RetrieveTarget, how: StartHow): Promise<LiveStream | null> {
  const [{ startLive }, { keptStream }] = await Promise.all([import('./live/start-live.ts'), import('./live/kept-streams.ts')]);
  const kept = how === 'anew' ? null : await keptStream(target);
  if (how === 'show') return kept === null ? null : startLive(target, { kept, mayAsk: false });
  return startLive(target, { kept: how === 'ask' && kept?.isOver === true ? null : kept });
}

/** Why the final object is asked for in place of the stream. */
export type WithoutStream =
  /** The server refused, or answered with something else. */
  | { readonly kind: 'refused'; readonly failure: RetrieveFailure }
  /** The server ignored that a stream was asked for, and answered with the Response. */
  | { readonly kind: 'answered' }
  /** It ended without an event that tells of a response. */
  | { readonly kind: 'empty' };

/** Null while the stream serves, and where nothing else would: a key that is refused for the stream is refused for the object as well. */
export function whyWithoutStream({ phase, failure, answer, hasResponse, error }: StreamState): WithoutStream | null {
  if (phase.kind !== 'ended') return null;
  if (answer !== null) return { kind: 'answered' };
  if (failure !== null) return withoutFor(failure);
  if (hasResponse || phase.how === 'stopped') return null;
  return error === null ? { kind: 'empty' } : { kind: 'refused', failure: errorAnswer(error) };
}

/** A stream of nothing but an error is the error that the server answered with. */
function errorAnswer(error: ApiError): RetrieveFailure {
  return { kind: 'not-a-response', status: 200, found: 'error-body', error, requestId: null, body: '', line: null, column: null };
}

function withoutFor(failure: RetrieveFailure): WithoutStream | null {
  if (failure.kind === 'not-a-response' && failure.found === 'event-stream') return { kind: 'empty' };
  return mayConcernStream(failure) ? { kind: 'refused', failure } : null;
}

/** Statuses that say nothing of streams: the key, a rate limit, a server or gateway that is down. */
const OTHER_STATUSES: ReadonlySet<number> = new Set([401, 402, 403, 407, 408, 409, 425, 429, 502, 503, 504, 529]);

function mayConcernStream(failure: RetrieveFailure): boolean {
  switch (failure.kind) {
    case 'refused':
      return !OTHER_STATUSES.has(failure.status);
    case 'not-a-response':
      return true;
    case 'bad-request':
    case 'unreachable':
    case 'timed-out':
    case 'redirect':
      return false;
    default:
      return assertNever(failure);
  }
}
