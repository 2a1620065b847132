import { expect, it } from 'vitest';
import { isEventStream } from './sniff-stream.ts';

it.each([
  ['a field', 'event: response.created\n', true],
  ['a field cut inside its name', 'dat', null],
  ['a comment', ': hello', true],
  ['a mark and empty lines before a field', '\uFEFF\r\n\r\ndata: {}', true],
  ['nothing yet', '', null],
  ['line ends alone', '\n\n', null],
  ['JSON', ' {"id":', false],
  ['a list', '[', false],
  ['a web page', '<!doctype html>', false],
  ['a text that begins like a field', 'data is away', false],
  ['a longer text', 'upstream error', false],
])('tells by its beginning what a body is: %s', (_, beginning, expected) => {
  expect(isEventStream(beginning, null, false)).toBe(expected);
});

it('believes the content type where the beginning does not speak against it', () => {
  expect(isEventStream('retry-after', 'text/event-stream; charset=utf-8', false)).toBe(true);
  expect(isEventStream('{"error":{}}', 'text/event-stream', false)).toBe(false);
});

it('takes what is too short for a field when all of it is there', () => {
  expect(isEventStream('dat', null, true)).toBe(false);
  expect(isEventStream('data', null, true)).toBe(true);
  expect(isEventStream('', 'text/event-stream', true)).toBe(false);
});
