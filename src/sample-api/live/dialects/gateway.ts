import { frameOf } from '#sample-api/event-writing/response-events.ts';
import type { Dialect } from '#sample-api/live/dialect.ts';
import { without } from './change-draft.ts';

/** A proxy that adds its own: a bare beginning, pings, a stray chunk of another API, and an ending of its own making. */
export const gateway: Dialect = {
  rewrite: (draft) => {
    if (draft.name === 'created') return [{ name: 'in_progress', fields: {} }, { name: 'ping', fields: {} }, draft];
    if (draft.name === 'output_item.done') return [draft, { name: 'ping', fields: {} }];
    if (draft.name === 'content_part.added') return [{ name: 'chat.completion.chunk', fields: CHUNK }, draft];
    if (draft.name === 'error') return [];
    return [draft.name === 'failed' ? { name: 'response.error', fields: { ...draft.fields, error: CLOSED } } : draft];
  },
  finish: (event) => (event['type'] === 'chat.completion.chunk' ? without(event, 'type', 'sequence_number') : event),
  write: (event) => (event['type'] === undefined ? `data: ${JSON.stringify(event)}\n\n` : frameOf(event)),
};

const CLOSED = { code: 'upstream_closed', message: 'The model server closed the connection.' };
const CHUNK = {
  id: 'chatcmpl-sample',
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }],
};
