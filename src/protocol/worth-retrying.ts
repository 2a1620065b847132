import type { RetrieveFailure } from './failure.ts';

/** The statuses the official SDK retries too; an exhausted quota does not come back by asking again. */
export function isWorthRetrying(failure: RetrieveFailure): boolean {
  if (failure.kind !== 'refused') return false;
  if (failure.error.code === 'insufficient_quota' || failure.error.type === 'insufficient_quota') return false;
  return [408, 409, 429].includes(failure.status) || failure.status >= 500;
}
