import type { JsonObject } from '#base/json.ts';
import { BACKGROUND_RUN_ID, BACKGROUND_SOURCE_ID, bodyAtRetrieval, cancelledBody, isFinishedAt } from './background-run.ts';
import { Refusal, responseNotFound } from './errors.ts';
import type { LiveRuns } from './live/live-runs.ts';
import { findMagic } from './magic-ids.ts';
import { madeResponse, originalId, type SampleLibrary, type StoredResponse } from './sample-library.ts';

/** What happened to one ID since the store was made. Times in unix seconds. */
type ResponseState = {
  requests: number;
  retrievals: number;
  startedAt: number;
  finishedAt: number | null;
  /** The body it was cancelled with. */
  cancelled: JsonObject | null;
  isDeleted: boolean;
};

/** What happened to IDs that came long before is forgotten. */
const MOST_STATES = 10_000;

/** Every response that can be asked for, and what was done to it: deletions, cancellations and progress are remembered in memory. */
export type ResponseStore = {
  /** Counts a request for the ID, whatever becomes of it, and answers how many there were. */
  readonly countRequest: (id: string) => number;
  /** The response as it stands; a running one stays where it is. Throws a 404 refusal, as all of these do. */
  readonly find: (id: string) => Promise<StoredResponse>;
  /** The same for a retrieval, which moves a running response on. */
  readonly retrieve: (id: string) => Promise<StoredResponse>;
  /** Cancels a background response that still runs; throws a 400 refusal for one that was not created in the background. */
  readonly cancel: (id: string) => Promise<StoredResponse>;
  readonly remove: (id: string) => Promise<void>;
};

/** `now` in milliseconds since 1970: when a background run says it started and finished. */
export function createResponseStore(library: SampleLibrary, live: LiveRuns, now: () => number): ResponseStore {
  const states = new Map<string, ResponseState>();
  const seconds = () => Math.floor(now() / 1000);

  function stateOf(id: string): ResponseState {
    const known = states.get(id);
    if (known) return known;
    const state = { requests: 0, retrievals: 0, startedAt: seconds(), finishedAt: null, cancelled: null, isDeleted: false };
    states.set(id, state);
    for (const [oldest] of states) {
      if (states.size <= MOST_STATES) break;
      states.delete(oldest);
    }
    return state;
  }

  async function find(id: string): Promise<StoredResponse> {
    const state = states.get(id);
    const stored = state?.isDeleted ? null : ((await live.find(id)) ?? (await findStored(library, id)));
    if (!stored) throw responseNotFound(id);
    if (state?.cancelled) return withBody(stored, state.cancelled);
    return isBackgroundRun(id) ? withBody(stored, runBody(stored.body, stateOf(id))) : stored;
  }

  async function retrieve(id: string) {
    const state = stateOf(id);
    state.retrievals += 1;
    if (isFinishedAt(state.retrievals)) state.finishedAt ??= seconds();
    return find(id);
  }

  async function cancel(id: string) {
    const stored = await find(id);
    if (stored.body['background'] !== true) throw new Refusal(400, { message: 'Cannot cancel a synchronous response.' });
    if (stored.cancel) {
      stored.cancel();
      return stored;
    }
    const body = cancelledBody(stored.body);
    if (body === stored.body) return stored;
    stateOf(id).cancelled = body;
    return withBody(stored, body);
  }

  async function remove(id: string) {
    await find(id);
    stateOf(id).isDeleted = true;
  }

  return { countRequest: (id) => (stateOf(id).requests += 1), find, retrieve, cancel, remove };
}

function isBackgroundRun(id: string): boolean {
  return originalId(id) === BACKGROUND_RUN_ID;
}

function findStored(library: SampleLibrary, id: string): Promise<StoredResponse | null> | StoredResponse {
  const match = findMagic(id);
  if (match?.magic.make) return madeResponse(match.magic.make(id, match.number));
  return isBackgroundRun(id) ? library.find(id, BACKGROUND_SOURCE_ID) : library.find(id);
}

function runBody(finished: JsonObject, { retrievals, startedAt, finishedAt }: ResponseState): JsonObject {
  return bodyAtRetrieval({ ...finished, created_at: startedAt, completed_at: finishedAt }, retrievals);
}

function withBody(stored: StoredResponse, body: JsonObject): StoredResponse {
  return { ...stored, body, text: JSON.stringify(body, null, 2) };
}
