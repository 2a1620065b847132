import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { INCLUDE_VALUES } from '#protocol/parameters.ts';
import { gateEvent, gateItem, gateItems, gateResponse } from './includes.ts';

const NOTHING = new Set<never>();
const EVERYTHING = new Set(INCLUDE_VALUES.map(({ value }) => value));

const logprobs = [{ token: 'Hi', logprob: -0.1, bytes: [72, 105], top_logprobs: [] }];
const message: JsonObject = { type: 'message', content: [{ type: 'output_text', text: 'Hi', logprobs }] };

describe('gateItem', () => {
  it.each<[(typeof INCLUDE_VALUES)[number]['value'], JsonObject, JsonObject]>([
    [
      'web_search_call.action.sources',
      { type: 'web_search_call', action: { type: 'search', query: 'q', sources: [{ type: 'url', url: 'https://a.example' }] } },
      { type: 'web_search_call', action: { type: 'search', query: 'q' } },
    ],
    [
      'web_search_call.results',
      { type: 'web_search_call', status: 'completed', results: [{ title: 'A' }] },
      { type: 'web_search_call', status: 'completed' },
    ],
    [
      'file_search_call.results',
      { type: 'file_search_call', queries: ['q'], results: [{ score: 1 }] },
      { type: 'file_search_call', queries: ['q'], results: null },
    ],
    [
      'code_interpreter_call.outputs',
      { type: 'code_interpreter_call', code: '1', outputs: [{ type: 'logs', logs: '1' }] },
      { type: 'code_interpreter_call', code: '1', outputs: null },
    ],
    [
      'computer_call_output.output.image_url',
      { type: 'computer_call_output', output: { type: 'computer_screenshot', image_url: 'data:,', file_id: null } },
      { type: 'computer_call_output', output: { type: 'computer_screenshot', image_url: null, file_id: null } },
    ],
    [
      'message.input_image.image_url',
      {
        type: 'message',
        content: [
          { type: 'input_text', text: 'see' },
          { type: 'input_image', image_url: 'https://a.example/i.png', detail: 'auto' },
        ],
      },
      {
        type: 'message',
        content: [
          { type: 'input_text', text: 'see' },
          { type: 'input_image', image_url: null, detail: 'auto' },
        ],
      },
    ],
    ['message.output_text.logprobs', message, { type: 'message', content: [{ type: 'output_text', text: 'Hi', logprobs: [] }] }],
    ['reasoning.encrypted_content', { type: 'reasoning', summary: [], encrypted_content: 'gAAA' }, { type: 'reasoning', summary: [] }],
  ])('holds back what %s adds', (value, stored, sent) => {
    expect(gateItem(stored, NOTHING)).toEqual(sent);
    expect(gateItem(stored, new Set([value]))).toBe(stored);
    expect(gateItem(stored, new Set([...EVERYTHING].filter((other) => other !== value)))).toEqual(sent);
  });

  it.each([
    { type: 'file_search_call', results: null },
    { type: 'file_search_call', queries: [] },
    { type: 'message', content: 'a string' },
    { type: 'message', content: [{ type: 'output_text', text: 'Hi', logprobs: [] }, 'odd', null] },
    { type: 'web_search_call', action: null },
    { type: 'shape_of_things_to_come', results: [1], encrypted_content: 'x' },
    'not an object',
  ])('leaves alone what holds nothing back: %j', (item) => {
    expect(gateItem(item, NOTHING)).toBe(item);
  });
});

it('gives back the very same list and response when nothing is held back', () => {
  const items = [{ type: 'message', content: [] }];
  const response = { id: 'resp_1', output: items };
  expect(gateItems(items, NOTHING)).toBe(items);
  expect(gateResponse(response, NOTHING)).toBe(response);
  expect(gateResponse({ id: 'resp_1', output: null }, NOTHING)).toEqual({ id: 'resp_1', output: null });
});

describe('gateEvent', () => {
  const gated = { type: 'message', content: [{ type: 'output_text', text: 'Hi', logprobs: [] }] };

  it('reaches into responses, items, parts and deltas', () => {
    expect(gateEvent({ type: 'response.completed', response: { output: [message] } }, NOTHING)).toEqual({
      type: 'response.completed',
      response: { output: [gated] },
    });
    expect(gateEvent({ type: 'response.output_item.done', item: message }, NOTHING)).toEqual({
      type: 'response.output_item.done',
      item: gated,
    });
    expect(gateEvent({ type: 'response.content_part.done', part: { type: 'output_text', logprobs } }, NOTHING)).toMatchObject({
      part: { logprobs: [] },
    });
    expect(gateEvent({ type: 'response.output_text.delta', delta: 'Hi', logprobs }, NOTHING)).toMatchObject({ delta: 'Hi', logprobs: [] });
  });

  it('changes nothing when everything is asked for', () => {
    const event = { type: 'response.output_text.delta', delta: 'Hi', logprobs, item: message };
    expect(gateEvent(event, EVERYTHING)).toBe(event);
  });
});
