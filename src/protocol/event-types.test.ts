import { expect, it } from 'vitest';
import { EVENT_TYPES, EXTRA_EVENT_TYPES, familyOfEvent, isKnownEventType } from './event-types.ts';

it('holds 59 events and the extras, each once', () => {
  expect(new Set(EVENT_TYPES).size).toBe(59);
  expect(EVENT_TYPES).toHaveLength(59);
  const all = [...EVENT_TYPES, ...EXTRA_EVENT_TYPES];
  expect(new Set(all).size).toBe(all.length);
});

it.each([
  ['response.output_text.delta', 'message'],
  ['response.reasoning_summary_text.delta', 'reasoning'],
  ['response.function_call_arguments.done', 'tool-call'],
  ['response.shell_call_output_content.delta', 'tool-output'],
  ['response.apply_patch_call_operation_diff.delta', 'hosted-tool'],
  ['error', 'system'],
  ['floway:keep_alive', 'system'],
  ['toString', 'system'],
])('puts %s into the family %s', (type, family) => {
  expect(familyOfEvent(type)).toBe(family);
});

it('tells a type it knows from one it does not', () => {
  expect(isKnownEventType('keepalive')).toBe(true);
  expect(isKnownEventType('response.telepathy.delta')).toBe(false);
});
