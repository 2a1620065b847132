import { expect, it } from 'vitest';
import { quietFields } from './quiet-fields.ts';

it('names kinds of parts and what was sent without a value, once, however often it occurs', () => {
  const item = {
    id: null,
    phase: null,
    content: [
      { type: 'output_text', text: 'a', annotations: [], 'odd key': {} },
      { text: '', annotations: [] },
    ],
  };
  expect(quietFields(item, ['phase', 'content']).map(({ name, value, paths }) => [name, value, paths.length])).toEqual([
    ['phase', 'null', 1],
    ['content[].type', 'output_text', 1],
    ['content[].annotations', '[]', 2],
    ['content[]["odd key"]', '{}', 1],
    ['content[].text', '""', 1],
  ]);
});

it('knows every place it stands at', () => {
  expect(quietFields({ results: [1, null, [null]] }, ['results'])).toEqual([
    { name: 'results[]', value: 'null', paths: [['results', 1]] },
    { name: 'results[][]', value: 'null', paths: [['results', 2, 0]] },
  ]);
});

it('leaves out the item’s own type, and those of tools and schemas', () => {
  const item = { type: 'mcp_list_tools', tools: [{ type: 'function', parameters: { type: 'object' } }] };
  expect(quietFields(item, ['type', 'tools'])).toEqual([]);
});
