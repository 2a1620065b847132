import type { Dialect } from '#sample-api/live/dialect.ts';
import { withChanged, without } from './change-draft.ts';

/** xAI: several items are open at once, and there is no word of usage or errors before the end. */
export const xai: Dialect = {
  rewrite: (draft) => [withChanged(draft, 'response', (response) => (response['usage'] === null ? without(response, 'usage') : response))],
};
