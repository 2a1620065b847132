import { describe, expect, it } from 'vitest';
import type { JsonArray, JsonObject } from '#base/json.ts';
import { turnsOf } from './turns.ts';

const LETTERS: Readonly<Record<string, JsonObject>> = {
  u: { type: 'message', role: 'user' },
  d: { type: 'message', role: 'developer' },
  a: { type: 'message', role: 'assistant' },
  r: { type: 'reasoning' },
  f: { type: 'function_call' },
  o: { type: 'function_call_output' },
  w: { type: 'web_search_call' },
  s: { type: 'shell_call' },
  S: { type: 'shell_call_output' },
  c: { type: 'compaction' },
  T: { type: 'tool_search_output', execution: 'client' },
  t: { type: 'tool_search_output', execution: 'server' },
  '?': { type: 'timeline_call_note' },
  m: { role: 'user', content: 'no type' },
};
const CHAINED: JsonObject = { previous_response_id: 'resp_before' };

/** One letter an item; a digit after it is the second of the minute at which its ID says that it was made. */
function draw(drawing: string): JsonArray {
  return [...drawing.matchAll(/(\D)(\d?)/g)].map(([, letter = '', second = '']) => ({
    ...LETTERS[letter],
    ...(second === '' ? {} : { id: `x_0123456789abcdef006b01a46${second}8000abcdef0123456789abcd` }),
  }));
}

/** The drawing with a bar where a turn starts, and `!` at the end where the last one is of this request. */
function turns(drawing: string, response = CHAINED, isComplete = true): string {
  const letters = drawing.replace(/\d/g, '');
  const found = turnsOf(draw(drawing), response, isComplete);
  return found.map(({ start, end, isThisRequest }) => letters.slice(start, end) + (isThisRequest ? '!' : '')).join('|');
}

describe('turnsOf', () => {
  it('starts a turn where the client goes on after the model', () => {
    expect(turns('urauau')).toBe('ura|ua|u!');
    expect(turns('urffoooawau')).toBe('urff|oooawa|u!');
    expect(turns('udau')).toBe('uda|u!');
    expect(turns('mau')).toBe('ma|u!');
  });

  it('counts the turns of a conversation too', () => {
    expect(turns('uau', { conversation: { id: 'conv_1' } })).toBe('ua|u!');
  });

  it('says nothing of a response that follows no other', () => {
    expect(turns('uau', {})).toBe('');
    expect(turns('uau', { previous_response_id: null, conversation: null })).toBe('');
  });

  it('says nothing where there is but one, or where the beginning is missing', () => {
    expect(turns('ud')).toBe('');
    expect(turns('au')).toBe('');
    expect(turns('')).toBe('');
  });

  it('says nothing where earlier turns are folded away', () => {
    expect(turns('ucuau')).toBe('');
  });

  it('says nothing where an item at a border may be of either side', () => {
    expect(turns('usSau')).toBe('');
    expect(turns('ua?u')).toBe('');
    expect(turns('u?au')).toBe('u?a|u!');
    expect(turnsOf(['text', ...draw('uau')], CHAINED, true)).toEqual([]);
  });

  it('knows who searched for tools', () => {
    expect(turns('urTau')).toBe('ur|Ta|u!');
    expect(turns('urtau')).toBe('urta|u!');
  });

  it('keeps together what the IDs show to have been sent at once', () => {
    expect(turns('u1r1f1o5a5u5r5a5u5')).toBe('urf|oaurau!');
    expect(turns('u1a2u5a6u9')).toBe('ua|ua|u!');
  });

  it('takes the last turn for this request only when all is here and the client had the last word', () => {
    expect(turns('uau', CHAINED, false)).toBe('ua|u');
    expect(turns('uaua')).toBe('ua|ua');
  });

  it('says when a turn was sent, where the IDs do', () => {
    expect(turnsOf(draw('u1a2u5'), CHAINED, true).map(({ time }) => time)).toEqual([0x6b01a461 + 0.5, 0x6b01a465 + 0.5]);
    expect(turnsOf(draw('uau'), CHAINED, true).map(({ time }) => time)).toEqual([null, null]);
  });
});
