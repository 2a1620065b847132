import type { JsonObject } from '#base/json.ts';
import { isUnfinished } from '#protocol/response-fields.ts';

/** The response that works in the background while it is polled; `resp_sample_background.<anything>` is a run of its own. */
export const BACKGROUND_RUN_ID = 'resp_sample_background';
/** The sample it turns out to be in the end. */
export const BACKGROUND_SOURCE_ID = 'resp_sample_background_report';

/** How many retrievals find a run queued, and how many after those find it in progress. Counted, not timed: tests and demos repeat exactly. */
const QUEUED_RETRIEVALS = 1;
const RUNNING_RETRIEVALS = 2;

export function isFinishedAt(retrieval: number): boolean {
  return retrieval > QUEUED_RETRIEVALS + RUNNING_RETRIEVALS;
}

/** The body as the `retrieval`-th request for it (from 1) finds it: queued, in_progress, in_progress, and from the fourth on as it ended. */
export function bodyAtRetrieval(finished: JsonObject, retrieval: number): JsonObject {
  if (isFinishedAt(retrieval)) return finished;
  return { ...finished, status: retrieval <= QUEUED_RETRIEVALS ? 'queued' : 'in_progress', output: [], usage: null, completed_at: null };
}

/** The body after it was cancelled; a finished one stays as it is, so that cancelling twice, or too late, changes nothing. */
export function cancelledBody(body: JsonObject): JsonObject {
  const status = typeof body['status'] === 'string' ? body['status'] : null;
  return isUnfinished(status) ? { ...body, status: 'cancelled', completed_at: null, usage: null } : body;
}
