import { expect, it } from 'vitest';
import { idKindOf } from './id-kinds.ts';

it.each([
  ['msg_0a1b', 'a message'],
  ['call_9', 'a tool call (its call_id)'],
  ['conv_1', 'a conversation'],
  ['batch_req_1', 'a request of a batch'],
  ['batch_1', 'a batch'],
  ['file-abc', 'a file'],
])('%s is the ID of %s', (id, isA) => expect(idKindOf(id)?.isA).toBe(isA));

it.each(['resp_1', 'gen-1700000000-abc', '3f8a2c1e-0000-4000-8000-123456789abc', 'msg_', '', 'chatcmpl-1'])('%j may be a response', (id) =>
  expect(idKindOf(id)).toBeNull(),
);
