import type { Dialect } from '#sample-api/live/dialect.ts';
import { isTerminal, withChanged, without } from './change-draft.ts';

/** llama.cpp: no numbers, no indexes, nearly nothing of the response before its end; timings beside it. */
export const llamaCpp: Dialect = {
  rewrite: (draft) => {
    if (isTerminal(draft)) return [{ ...draft, fields: { ...draft.fields, timings: TIMINGS } }];
    if (draft.fields['response'] === undefined) return [draft];
    return [withChanged(draft, 'response', ({ id = null }) => ({ id, object: 'response', status: 'in_progress' }))];
  },
  finish: (event) => without(event, 'sequence_number', 'output_index', 'content_index'),
  sentinel: 'data: [DONE]\n\n',
};

const TIMINGS = { prompt_n: 27, prompt_ms: 61.4, predicted_n: 121, predicted_ms: 3907.2, predicted_per_second: 30.97 };
