import type { Dialect } from '#sample-api/live/dialect.ts';

/** Ollama: a summary that nothing announces. */
export const ollama: Dialect = {
  rewrite: (draft) => (draft.name.startsWith('reasoning_summary_part.') ? [] : [draft]),
};
