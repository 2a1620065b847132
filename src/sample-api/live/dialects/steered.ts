import type { Dialect } from '#sample-api/live/dialect.ts';

const WISH = { steer_id: 'steer_1', input: 'Only the last week, please.' };

/** A run that is told to take another turn while it is at work, which only a WebSocket can do: twice, the second time too late. */
export const steered: Dialect = {
  rewrite: (draft) => {
    if (draft.name === 'output_item.done' && draft.fields['output_index'] === 0)
      return [{ name: 'steer.pending', fields: WISH }, draft, { name: 'steer.accepted', fields: WISH }];
    if (draft.name === 'output_text.done')
      return [
        draft,
        { name: 'steer.failed', fields: { steer_id: 'steer_2', error: { code: 'too_late', message: 'The answer is written.' } } },
      ];
    return [draft];
  },
};
