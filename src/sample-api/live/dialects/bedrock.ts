import { stringOf } from '#base/json.ts';
import type { Dialect } from '#sample-api/live/dialect.ts';
import { withChanged } from './change-draft.ts';

/** Bedrock: `data` before `event`, parts counted from 1, times as fractions. */
export const bedrock: Dialect = {
  rewrite: (draft) => {
    const { content_index: index } = draft.fields;
    const counted = typeof index === 'number' ? { ...draft, fields: { ...draft.fields, content_index: index + 1 } } : draft;
    return [withChanged(counted, 'response', ({ reasoning: _reasoning, store: _store, user: _user, ...response }) => response)];
  },
  write: (event) => `data: ${JSON.stringify(event)}\nevent: ${stringOf(event['type'])}\n\n`,
};
