import { numberOf } from '#base/json.ts';
import type { EventDraft } from '#sample-api/event-writing/item-events.ts';
import type { Dialect } from '#sample-api/live/dialect.ts';
import { isTerminal, withChanged } from './change-draft.ts';

const LIMITS: EventDraft = {
  name: 'codex.rate_limits',
  fields: { rate_limits: { primary: { used_percent: 12, window_minutes: 300 }, secondary: { used_percent: 41, window_minutes: 10_080 } } },
};
const METADATA: EventDraft = { name: 'metadata', fields: { metadata: { turn_id: 'turn_sample_7' } } };

/** A coding backend: events of its own, item IDs that are others in every event, and no items in the last one. */
export const codex: Dialect = {
  rewrite: (draft) => {
    if (draft.name === 'created') return [LIMITS, draft];
    if (draft.name === 'in_progress') return [draft, METADATA];
    return [isTerminal(draft) ? withChanged(draft, 'response', (response) => ({ ...response, output: [] })) : draft];
  },
  finish: (event) => {
    const turned = (id: unknown) => `${String(id)}_${((numberOf(event['sequence_number']) ?? 0) * 7919).toString(36)}`;
    const item = typeof event['item_id'] === 'string' ? { ...event, item_id: turned(event['item_id']) } : event;
    return withChanged({ name: '', fields: item }, 'item', (value) => ('id' in value ? { ...value, id: turned(value['id']) } : value))
      .fields;
  },
};
