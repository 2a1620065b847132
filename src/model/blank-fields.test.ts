import { expect, it } from 'vitest';
import { blankFields } from './blank-fields.ts';

it('names what was sent without a value once, however often it occurs', () => {
  const item = {
    id: null,
    phase: null,
    content: [
      { text: 'a', annotations: [], 'odd key': {} },
      { text: '', annotations: [] },
    ],
  };
  expect(blankFields(item, ['phase', 'content']).map(({ name, value, paths }) => [name, value, paths.length])).toEqual([
    ['phase', 'null', 1],
    ['content[].annotations', '[]', 2],
    ['content[]["odd key"]', '{}', 1],
    ['content[].text', '""', 1],
  ]);
});

it('knows every place it stands at', () => {
  expect(blankFields({ results: [1, null, [null]] }, ['results'])).toEqual([
    { name: 'results[]', value: 'null', paths: [['results', 1]] },
    { name: 'results[][]', value: 'null', paths: [['results', 2, 0]] },
  ]);
});
