import type { EventDraft } from '#sample-api/event-writing/item-events.ts';
import type { Dialect } from '#sample-api/live/dialect.ts';
import { renamed } from './change-draft.ts';

/** A server of the Open Responses standard: reasoning under another name, events of its own behind a slug, and `[DONE]`. */
export const openResponses: Dialect = {
  rewrite: (draft) => {
    const named = renamed(draft, 'reasoning_text.', 'reasoning.');
    return draft.name === 'output_item.added' ? [PULSE, named] : [named];
  },
  sentinel: 'data: [DONE]\n\n',
};

const PULSE: EventDraft = { name: 'floway:keep_alive', fields: { load: 0.42 } };
