import { expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { valueToCome } from './value-to-come.ts';

const NOTHING = { texts: [], changes: [], fields: [], characters: 0 };

it.each<[string, JsonValue | undefined, JsonValue, object | null]>([
  ['a text that goes on', { text: 'Hel' }, { text: 'Hello' }, { texts: [{ path: ['text'], rest: 'lo' }], characters: 2 }],
  ['a text that begins', { arguments: '' }, { arguments: '{}' }, { texts: [{ path: ['arguments'], rest: '{}' }], characters: 2 }],
  ['a text that is another one', { text: 'Help' }, { text: 'Hello' }, { changes: [{ path: ['text'], from: 'Help', to: 'Hello' }] }],
  ['a text that gets shorter', { text: 'Hello' }, { text: 'Hel' }, { changes: [{ path: ['text'], from: 'Hello', to: 'Hel' }] }],
  [
    'a part with a text',
    { content: [] },
    { content: [{ type: 'output_text', text: 'Hi', annotations: [] }] },
    { texts: [{ path: ['content', 0, 'text'], rest: 'Hi' }], characters: 2 },
  ],
  [
    'one more part behind others',
    { summary: [{ text: 'One' }] },
    { summary: [{ text: 'One' }, { text: 'Two' }] },
    { texts: [{ path: ['summary', 1, 'text'], rest: 'Two' }], characters: 3 },
  ],
  [
    'commands of a shell',
    { action: { commands: ['ls'] } },
    { action: { commands: ['ls -l', 'pwd'] } },
    {
      texts: [
        { path: ['action', 'commands', 0], rest: ' -l' },
        { path: ['action', 'commands', 1], rest: 'pwd' },
      ],
      characters: 6,
    },
  ],
  ['a name, which comes as a whole', {}, { name: 'look_up' }, { fields: [{ path: ['name'], value: 'look_up' }] }],
  ['a list without texts', { tools: [1] }, { tools: [1, 2, 3] }, { fields: [{ path: ['tools'], value: [2, 3] }] }],
  ['a value where there was none', { usage: null }, { usage: { total: 3 } }, { fields: [{ path: ['usage'], value: { total: 3 } }] }],
  ['a number', { score: 1 }, { score: 2 }, { changes: [{ path: ['score'], from: 1, to: 2 }] }],
  ['a value of another kind', { error: 'no' }, { error: {} }, { changes: [{ path: ['error'], from: 'no', to: {} }] }],
  ['a field that goes', { delay: 1 }, {}, { changes: [{ path: ['delay'], from: 1, to: undefined }] }],
  ['an element that goes', { tools: [1, 2] }, { tools: [1] }, { changes: [{ path: ['tools', 1], from: 2, to: undefined }] }],
  ['a whole item', undefined, { type: 'message', text: 'Hi' }, { texts: [{ path: ['text'], rest: 'Hi' }], characters: 2 }],
  ['the same', { a: [{ b: 1 }] }, { a: [{ b: 1 }] }, null],
  ['nothing, said in other ways', { a: null, b: [] }, { a: '', b: {}, c: null }, null],
  ['what is encrypted anew', { encrypted_content: 'AA' }, { encrypted_content: 'BB' }, null],
])('%s', (_, now, end, expected) => {
  expect(valueToCome(now, end)).toEqual(expected === null ? null : { ...NOTHING, ...expected });
});

it('leaves out the fields that are named', () => {
  expect(valueToCome({ output: [], status: 'queued' }, { output: [1], status: 'queued' }, ['output'])).toBeNull();
});

it('looks into nothing that is the same object', () => {
  const shared = {
    get text(): string {
      throw new Error('Looked into');
    },
  };
  expect(valueToCome({ item: shared }, { item: shared })).toBeNull();
});

it('is not drowned by nesting', () => {
  const nested = (depth: number): JsonValue => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`) as JsonValue;
  expect(valueToCome(nested(2000), nested(2001))).toBeNull();
});
