import type { Dialect } from '#sample-api/live/dialect.ts';
import { isTerminal, withChanged } from './change-draft.ts';

/** Azure: what its filters found comes with the last event; until then the field is null. */
export const azure: Dialect = {
  rewrite: (draft) =>
    isTerminal(draft) ? [draft] : [withChanged(draft, 'response', (response) => ({ ...response, content_filters: null }))],
};
