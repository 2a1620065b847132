import { describe, expect, it } from 'vitest';
import {
  familiesOf,
  hidesDeltas,
  isOnlyItem,
  rangeOf,
  toggleDeltas,
  toggleFamily,
  toggleOnlyItem,
  withRange,
} from './event-filter-edit.ts';
import { eventItemsOf } from './event-items.ts';
import { suggestWords } from './event-suggestions.ts';

const FAMILIES = ['message', 'reasoning', 'tool-call', 'system'];

it('hides deltas and shows them again, and leaves the rest as it was written', () => {
  expect(toggleDeltas('')).toBe('-type:delta');
  expect(toggleDeltas('"two  words" ')).toBe('"two  words" -type:delta');
  expect(toggleDeltas('a -type:delta  b')).toBe('a b');
  expect(hidesDeltas('a -type:delta')).toBe(true);
  expect(hidesDeltas('a type:delta')).toBe(false);
});

it('gathers families in one word', () => {
  expect(toggleFamily('pears', 'message', FAMILIES)).toBe('pears type:message');
  expect(toggleFamily('type:message pears', 'reasoning', FAMILIES)).toBe('type:message,reasoning pears');
  expect(toggleFamily('type:message,reasoning pears', 'message', FAMILIES)).toBe('type:reasoning pears');
  expect(toggleFamily('type:reasoning pears', 'reasoning', FAMILIES)).toBe('pears');
  expect(toggleFamily('type:delta', 'message', FAMILIES)).toBe('type:delta type:message');
  expect(familiesOf('type:message,system -type:reasoning', FAMILIES)).toEqual(['message', 'system']);
});

const OCCURRING = {
  types: new Map([
    ['response.output_text.delta', 12],
    ['response.created', 1],
    ['keepalive', 3],
  ]),
  families: ['message', 'system'],
  items: eventItemsOf({
    response: { output: [{ type: 'message', id: 'msg_1' }] },
    items: [{ outputIndex: 4, isOpen: false, isStub: false, status: null, preview: null }],
  }),
};

function suggested(written: string): readonly string[] {
  const caret = written.indexOf('|');
  return suggestWords(written.replace('|', ''), caret, OCCURRING).map(({ value, caret: at }) => `${value.slice(0, at)}|${value.slice(at)}`);
}

it('suggests names, and then what occurs', () => {
  expect(suggested('ty|')).toEqual(['type:|']);
  expect(suggested('pears -i|')).toEqual(['pears -item:|']);
  expect(suggested('type:out|')).toEqual(['type:output_text.delta |']);
  expect(suggested('type:sys| pears')).toEqual(['type:system| pears']);
  expect(suggested('-type:system,keep| x')).toEqual(['-type:system,keepalive| x']);
  expect(suggested('item:|')).toEqual(['item:msg_1 |']);
  expect(suggested('item:4|')).toEqual(['item:msg_1 |']);
  expect(suggested('pears|')).toEqual([]);
  expect(suggested('|')).toEqual(['type:|', 'item:|', 'seq:|', 'gap>|', 'size>|']);
});

describe('the range', () => {
  it.each([
    ['', 'seq:3-9'],
    ['type:delta seq:100-200 pear', 'type:delta pear seq:3-9'],
    ['-seq:5', '-seq:5 seq:3-9'],
  ])('in “%s” becomes “%s”', (text, result) => {
    expect(withRange(text, { from: 3, to: 9 })).toBe(result);
    expect(rangeOf(result)).toEqual({ from: 3, to: 9 });
  });

  it('is taken out', () => {
    expect(withRange('seq:3-9 pear', null)).toBe('pear');
    expect(rangeOf('pear -seq:3')).toBeNull();
  });
});

describe('the only item', () => {
  it('replaces another one, and is taken out when it is there', () => {
    const text = toggleOnlyItem('pear item:fc_1', 'msg_1');
    expect(text).toBe('pear item:msg_1');
    expect(isOnlyItem(text, 'msg_1')).toBe(true);
    expect(isOnlyItem(text, 'fc_1')).toBe(false);
    expect(toggleOnlyItem(text, 'msg_1')).toBe('pear');
  });
});
