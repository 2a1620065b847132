import { arrayOf, isJsonObject, type JsonObject } from '#base/json.ts';
import type { Dialect } from '#sample-api/live/dialect.ts';
import type { Moment } from '#sample-api/live/pace.ts';
import { isTerminal, withChanged } from './change-draft.ts';

/** OpenRouter: no `event:` lines, comments, `[DONE]`; the reasoning is done last, and its ID and format are others in the end. */
export const openRouter: Dialect = {
  rewrite: (draft) => {
    if (!isTerminal(draft))
      return [
        withChanged(
          withChanged(draft, 'response', (response) => ({ ...response, output_text: '' })),
          'item',
          unformatted,
        ),
      ];
    return [withChanged(draft, 'response', (response) => ({ ...response, output: arrayOf(response['output']).map(renumbered) }))];
  },
  reorder: reasoningDoneLast,
  write: (event) => `data: ${JSON.stringify(event)}\n\n`,
  comment: { text: 'OPENROUTER PROCESSING', every: 900 },
  sentinel: 'data: [DONE]\n\n',
};

function unformatted({ format: _format, ...item }: JsonObject): JsonObject {
  return item;
}

function renumbered(item: ReturnType<typeof arrayOf>[number], index: number) {
  return isJsonObject(item) && item['type'] === 'reasoning' ? { ...item, id: `rs_final_${index}`, format: 'unknown' } : item;
}

function reasoningDoneLast(moments: readonly Moment[]): readonly Moment[] {
  const isLate = ({ draft: { name, fields } }: Moment) =>
    fields['output_index'] === 0 && (name === 'reasoning_text.done' || name === 'content_part.done' || name === 'output_item.done');
  const late = moments.filter(isLate);
  const end = moments.findIndex(({ draft }) => isTerminal(draft));
  const at = moments[end]?.at ?? 0;
  return [
    ...moments.slice(0, end).filter((moment) => !isLate(moment)),
    ...late.map((moment) => ({ ...moment, at })),
    ...moments.slice(end),
  ];
}
