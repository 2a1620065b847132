// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#base/json.ts';
import type { ItemContext } from './item-definition.ts';
import { ItemPanel } from './item-panel.tsx';

afterEach(cleanup);

const CONTEXT: ItemContext = {
  position: 0,
  partner: null,
  reasoningTokens: null,
  reasoningItems: 0,
  expectsJson: false,
  isUnfinished: false,
};

/** Everything the open panel says once all of it is unfolded; white space is left out, since views lay text out. */
function textOf(item: JsonObject): string {
  const { container } = render(<ItemPanel item={item} context={CONTEXT} isOpen onToggle={() => undefined} linkTo="/" />);
  const body = container.querySelector('article div[id]');
  for (let depth = 0; depth < 6; depth += 1) {
    const folded = body?.querySelectorAll('[aria-expanded="false"]') ?? [];
    for (const button of folded) fireEvent.click(button);
    if (folded.length === 0) break;
  }
  const text = withoutSpace(body?.textContent ?? '');
  cleanup();
  return text;
}

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

function stringsOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [withoutSpace(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

const words = fc.stringMatching(/^[a-z]{4,9} [a-z]{4,9}$/);
const scalars = fc.oneof(words, fc.constantFrom<JsonValue>(null, true, 0, -1.5, ''));
const PART_NAMES = ['type', 'url', 'title', 'name', 'text', 'score', 'attributes', 'file_id', 'logs', 'message', 'odd', 'constructor'];
const parts = fc.dictionary(fc.constantFrom(...PART_NAMES), scalars, { maxKeys: 4 });
const values: fc.Arbitrary<JsonValue> = fc.oneof(
  scalars,
  fc.constantFrom<JsonValue>([], {}),
  fc.array(fc.oneof(scalars, parts), { maxLength: 3 }),
  parts,
);

/** An item whose fields hold anything at all, some of them a list or an object as they should. */
function itemsOf(type: string, names: readonly string[]): fc.Arbitrary<JsonObject> {
  const nested = fc.dictionary(fc.constantFrom(...names, ...PART_NAMES), values, { maxKeys: 4 });
  return fc
    .dictionary(fc.constantFrom(...names, 'status', 'odd_field'), fc.oneof(values, nested), { maxKeys: 5 })
    .map((fields) => ({ type, ...fields }));
}

const TYPES: readonly (readonly [type: string, names: readonly string[]])[] = [
  ['web_search_call', ['action', 'results', 'query', 'queries', 'sources', 'pattern', 'arguments', 'call_id', 'name']],
  ['x_search_call', ['arguments', 'action', 'call_id', 'name']],
  ['file_search_call', ['queries', 'results']],
  ['code_interpreter_call', ['code', 'container_id', 'outputs', 'arguments', 'call_id', 'name']],
  [
    'image_generation_call',
    [
      'prompt',
      'revised_prompt',
      'size',
      'quality',
      'background',
      'action',
      'output_format',
      'error',
      'svg_usage',
      'moderation_details',
      'categories',
    ],
  ],
];

describe.each(TYPES)('%s of any shape', (type, names) => {
  it('is drawn, and every string of it can be read', () => {
    fc.assert(
      fc.property(itemsOf(type, names), (item) => {
        const text = textOf(item);
        expect(text).not.toContain('couldnotbeshown');
        for (const string of stringsOf(item)) expect(text).toContain(string);
      }),
      { numRuns: 25 },
    );
  });
});
