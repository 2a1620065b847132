import { describe, expect, it } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { parseEventFilter, problemsOf } from './event-filter.ts';
import { eventItemsOf } from './event-items.ts';
import { createEventSieve } from './event-sieve.ts';
import { createStreamRecorder } from './record-stream.ts';

const NEVER_LATE = () => false;

const DRAWING = `
  0 created              {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  1 output_item.added    {"output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[]}}
  2 reasoning_summary_text.delta {"output_index":0,"item_id":"rs_1","summary_index":0,"delta":"Thinking of \\"pears\\"","obfuscation":"qZx9"}
  3 output_item.added    {"output_index":1,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  4 output_text.delta    {"output_index":1,"item_id":"msg_1","content_index":0,"delta":"Grüße"}
  5 output_text.delta    {"output_index":1,"item_id":"msg_1","content_index":0,"delta":"ESCAPED"}
  6 output_text.done     {"output_index":1,"item_id":"msg_1","content_index":0,"text":"${'long '.repeat(60)}"}
  [DONE]
`;

/** Events that come 100 ms after each other, the sixth 1,000 ms later. */
function recorded() {
  const recorder = createStreamRecorder();
  const encoder = new TextEncoder();
  const frames = drawFrames(DRAWING).map((frame) => frame.replace('ESCAPED', String.raw`Gr\u00fc\u00dfe`));
  frames.forEach((frame, index) => recorder.append(encoder.encode(frame), index * 100 + (index > 4 ? 900 : 0)));
  recorder.close();
  return { log: recorder.log, context: { items: eventItemsOf(recorder.state()), hasArrivals: true } };
}

function passing(text: string): readonly number[] {
  const { log, context } = recorded();
  const sieve = createEventSieve(log, parseEventFilter(text));
  sieve.extend(log.length(), context, NEVER_LATE);
  return Array.from({ length: sieve.count() }, (_, row) => sieve.eventAt(row) ?? -1);
}

describe('a filter of events', () => {
  it.each([
    ['', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['type:delta', [2, 4, 5]],
    ['-type:delta', [0, 1, 3, 6, 7]],
    ['type:output_text', [4, 5, 6]],
    ['type:response.output_text.done', [6]],
    ['type:reasoning', [1, 2]],
    ['type:message,reasoning', [1, 2, 3, 4, 5, 6]],
    ['item:msg_', [3, 4, 5, 6]],
    ['item:@0', [1, 2]],
    ['item:1 -type:delta', [3, 6]],
    ['item:reasoning', [1, 2]],
    ['seq:4', [4]],
    ['seq:5-', [5, 6, 7]],
    ['seq:-1', [0, 1]],
    ['seq:5-3', [3, 4, 5]],
    ['gap>500ms', [5]],
    ['gap>=100', [1, 2, 3, 4, 5, 6, 7]],
    ['gap<1s -gap>=1s', [1, 2, 3, 4, 6, 7]],
    ['size>0.3kb', [6]],
    ['thinking', [2]],
    ['"of \\"pears\\""', [2]],
    ['GRÜSSE', []],
    ['grüße', [4, 5]],
    ['qZx9', []],
    ['/delta":"G(rü|x)/', [4]],
    ['-/RESPONSE\\./', [7]],
    ['-"output text" type:done', [6]],
  ])('%s', (text, expected) => {
    expect(passing(text)).toEqual(expected);
  });

  it('goes on where it stopped, and finds the same in any slices', () => {
    const { log, context } = recorded();
    const sieve = createEventSieve(log, parseEventFilter('type:delta'));
    expect(sieve.extend(3, context, NEVER_LATE)).toBe(true);
    expect(sieve.count()).toBe(1);
    expect(sieve.extend(log.length(), context, NEVER_LATE)).toBe(true);
    expect(sieve.count()).toBe(3);
    expect([sieve.rowsBefore(0), sieve.rowsBefore(4), sieve.rowsBefore(5), sieve.rowsBefore(99)]).toEqual([0, 1, 2, 3]);
  });

  it('stops when time is up', () => {
    const recorder = createStreamRecorder();
    recorder.append(new TextEncoder().encode('data: {"type":"ping"}\n\n'.repeat(1000)), 0);
    const sieve = createEventSieve(recorder.log, parseEventFilter('ping'));
    const context = { items: eventItemsOf(recorder.state()), hasArrivals: false };
    expect(sieve.extend(1000, context, () => true)).toBe(false);
    expect(sieve.seen()).toBeLessThan(100);
    while (!sieve.extend(1000, context, () => true));
    expect(sieve.count()).toBe(1000);
  });

  it('finds each of many events that hold a text, and none that do not, also among letters of several bytes', () => {
    const recorder = createStreamRecorder();
    const text = Array.from({ length: 3000 }, (_, index) => {
      const word = index % 7 === 0 ? 'Pear' : index % 500 === 0 ? 'größer' : 'plum';
      return `data: {"type":"x","n":"${word}"}\n\n`;
    }).join('');
    recorder.append(new TextEncoder().encode(text), 0);
    for (const [filter, count] of [
      ['pear', 429],
      ['-pear', 2571],
      ['größer', 5],
      ['-pear -plum', 5],
      ['cherry', 0],
    ] as const) {
      const sieve = createEventSieve(recorder.log, parseEventFilter(filter));
      sieve.extend(3000, { items: eventItemsOf(recorder.state()), hasArrivals: false }, NEVER_LATE);
      expect([filter, sieve.count()]).toEqual([filter, count]);
    }
  });

  it('has no gaps where no arrivals are known', () => {
    const { log, context } = recorded();
    const sieve = createEventSieve(log, parseEventFilter('gap>1ms'));
    sieve.extend(log.length(), { ...context, hasArrivals: false }, NEVER_LATE);
    expect(sieve.count()).toBe(0);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['/a(/', 'Not a regex yet'],
    ['gap>soon', 'is no time'],
    ['size>big', 'is no size'],
    ['seq:many', 'no number and no range'],
    ['gap:500', 'Write gap>500ms'],
  ])('%s hides nothing and says why', (text, said) => {
    expect(passing(text)).toHaveLength(8);
    expect(problemsOf(parseEventFilter(text)).join(' ')).toContain(said);
  });

  it.each(['type:', '-', 'gap>', 'seq:', '"', 'size>'])('%s is not finished: nothing is hidden and nothing said', (text) => {
    expect(passing(text)).toHaveLength(8);
    expect(problemsOf(parseEventFilter(text))).toEqual([]);
  });

  it('is text where it only looks like something else', () => {
    const terms = parseEventFilter('/v1/responses http://a.example a:b').words.map(({ term }) => term);
    expect(terms).toEqual([
      { kind: 'text', text: '/v1/responses' },
      { kind: 'text', text: 'http://a.example' },
      { kind: 'text', text: 'a:b' },
    ]);
  });
});
