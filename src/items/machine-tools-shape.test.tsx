// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleText } from '#base/visible-text.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { outputOf } from '#testing/sample-objects.ts';
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

/** Everything an open item says once all of it is unfolded and taken from its source. */
function textOf(item: JsonObject, partner: JsonObject | null = null): string {
  const context = { ...CONTEXT, partner: partner === null ? null : { position: 1, item: partner, onJump: () => undefined } };
  const { container } = render(<ItemPanel item={item} context={context} isOpen onToggle={() => undefined} linkTo="/" />);
  const body = container.querySelector('article div[id]');
  for (let depth = 0; depth < 6; depth += 1) {
    const folded = [...(body?.querySelectorAll('[aria-expanded="false"]') ?? [])];
    for (const button of folded) fireEvent.click(button);
    if (folded.length === 0) break;
  }
  for (const button of body?.querySelectorAll('button') ?? []) if (button.textContent === 'Source') fireEvent.click(button);
  const text = withoutSpace(body?.textContent ?? '');
  cleanup();
  return text;
}

const withoutSpace = (text: string) => visibleText(text).replace(/\s+/g, '');

/** All strings of a value, also of JSON in a string; data that no one reads is left out. */
function stringsOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') {
    // A view of a patch says with words what its signs say.
    if (/^(?:@@|[+-])/.test(value)) return value.split('\n').map(withoutSpace);
    const inside = /^[{[]/.test(value) ? tryParseJson(value) : null;
    if (inside?.ok === true) return stringsOf(inside.value);
    return value.startsWith('data:') ? [] : [withoutSpace(value)];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

const NAMES = ['type', 'commands', 'command', 'env', 'user', 'timeout_ms', 'stdout', 'stderr', 'outcome', 'exit_code', 'container_id', 'path', 'diff', 'x', 'y', 'keys', 'text', 'button', 'scroll_x', 'id', 'code', 'message', 'image_url', 'file_id', 'detail', 'caller_id', 'odd', 'constructor']; // prettier-ignore
const words = fc.stringMatching(/^[a-z]{4,9} [a-z]{4,9}$/);
const scalars = fc.oneof(words, fc.constantFrom<JsonValue>(null, true, 0, -1.5, ''));
const parts = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(scalars, fc.array(scalars, { maxLength: 2 })), { maxKeys: 5 });
const values: fc.Arbitrary<JsonValue> = fc.oneof(scalars, fc.array(fc.oneof(scalars, parts), { maxLength: 3 }), parts);
const nested = fc.dictionary(fc.constantFrom(...NAMES), values, { maxKeys: 5 });

const FIELDS = ['action', 'environment', 'output', 'max_output_length', 'call_id', 'caller', 'created_by', 'async'];
const COMPUTER = ['action', 'actions', 'output', 'pending_safety_checks', 'acknowledged_safety_checks', 'call_id', 'caller', 'created_by'];
const TYPES: readonly (readonly [type: string, names: readonly string[]])[] = [
  ['shell_call', FIELDS],
  ['shell_call_output', FIELDS],
  ['local_shell_call', FIELDS],
  ['local_shell_call_output', FIELDS],
  ['apply_patch_call', ['operation', ...FIELDS]],
  ['apply_patch_call_output', FIELDS],
  ['computer_call', COMPUTER],
  ['computer_call_output', COMPUTER],
];

describe.each(TYPES)('%s', (type, names) => {
  const items = fc.dictionary(fc.constantFrom(...names, 'status', 'odd_field'), fc.oneof(values, nested, fc.array(nested, { maxLength: 2 })), { maxKeys: 6 }); // prettier-ignore

  it('is drawn whatever it holds and whatever its partner is, and every string of it can be read', () => {
    fc.assert(
      fc.property(items, fc.option(items), (fields, partner) => {
        const text = textOf({ ...fields, type }, partner);
        expect(text).not.toContain('couldnotbeshown');
        for (const string of stringsOf(fields)) expect(text).toContain(string);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves nothing of the samples to the list of other fields, and nothing unread', () => {
    const ofSamples = loadSamples().flatMap(({ body }) => outputOf(body).filter((item) => item['type'] === type));
    expect(ofSamples.length).toBeGreaterThan(0);
    for (const item of ofSamples) {
      const text = textOf(item);
      expect(text).not.toContain('Otherfields');
      for (const string of stringsOf(item)) expect(text).toContain(string);
    }
  });
});
