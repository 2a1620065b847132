import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { createEventLog } from './event-log.ts';
import type { StreamEvent } from '#protocol/stream-event.ts';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

it('says of each event where it stands, what it is and when it came', () => {
  const log = createEventLog(() => undefined);
  const [first, second] = ['7 output_text.delta {"output_index":3,"delta":"é"}', 'keepalive'].map(drawStream);
  log.append(bytesOf(`: hello\n\n${first}`), 100);
  log.append(bytesOf(second ?? ''), 250);
  expect(log.length()).toBe(2);
  expect(log.at(0)).toMatchObject({
    type: 'response.output_text.delta',
    sequenceNumber: 7,
    outputIndex: 3,
    arrival: 100,
    read: 0,
    connection: 0,
  });
  expect(log.at(1)).toMatchObject({ type: 'keepalive', sequenceNumber: null, outputIndex: null, arrival: 250, read: 1 });
  expect(log.at(2)).toBeUndefined();
  expect(log.sourceAt(0)).toBe(first?.trimEnd());
  expect(log.heartbeats()).toEqual([{ text: 'hello', arrival: 100, before: 0 }]);
  expect(log.readsOf(0)).toEqual([
    { byteCount: bytesOf(`: hello\n\n${first}`).length, arrival: 100 },
    { byteCount: bytesOf(second ?? '').length, arrival: 250 },
  ]);
  expect(log.readsOf(1)).toEqual([]);
});

it('gives any stretch of the bytes of a connection', () => {
  const log = createEventLog(() => undefined);
  log.append(bytesOf('data: first\n\n'), 0);
  log.connect();
  log.append(bytesOf('data: second\n\n'), 0);
  expect(new TextDecoder().decode(log.bytesBetween(1, 6, 12))).toBe('second');
  expect(log.bytesBetween(2, 0, 10)).toHaveLength(0);
});

it('parses an event again when it is looked at, to what it was on its way in', () => {
  const heard: StreamEvent[] = [];
  const log = createEventLog((event) => heard.push(event));
  log.append(
    bytesOf(`\uFEFF${drawStream('created {"response":{"id":"é"}}\n[DONE]\n{"broken')}event: named\r\ndata: {"a":\r\ndata: 1}\r\n\r\n`),
    0,
  );
  expect(heard.map((_, index) => log.eventAt(index))).toEqual(heard);
  expect(heard.map((_, index) => log.at(index)?.type)).toEqual(['response.created', '[DONE]', '(unreadable)', 'named']);
});

it('keeps the bytes of each connection as they came, also when one was cut inside an event', () => {
  const log = createEventLog(() => undefined);
  const text = drawStream('0 keepalive\n1 keepalive');
  log.append(bytesOf(text.slice(0, -10)), 0);
  log.disconnect();
  log.connect();
  log.append(bytesOf(text), 5);
  log.disconnect();
  expect(new TextDecoder().decode(log.bytesOf(0))).toBe(text.slice(0, -10));
  expect(new TextDecoder().decode(log.bytesOf(1))).toBe(text);
  expect([0, 1, 2, 3].map((index) => [log.at(index)?.type, log.at(index)?.connection])).toEqual([
    ['keepalive', 0],
    ['(unreadable)', 0],
    ['keepalive', 1],
    ['keepalive', 1],
  ]);
  expect(log.sourceAt(3)).toBe(log.sourceAt(1)?.concat(text.slice(-10).trimEnd()));
});

it('grows beyond its first rows', () => {
  const log = createEventLog(() => undefined);
  const events = Array.from({ length: 3000 }, (_, index) => `${index} keepalive`).join('\n');
  log.append(bytesOf(drawStream(events)), 0);
  expect([0, 255, 256, 2999].map((index) => log.at(index)?.sequenceNumber)).toEqual([0, 255, 256, 2999]);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...['0 created {"response":{"id":"é"}}', '1 output_text.delta {"output_index":3,"delta":"😀"}', 'keepalive', '[DONE]', '{"broken'].map(
      drawStream,
    ),
  ),
  fc.constantFrom(': ping\n\n', ':\n', 'event: named\r\ndata: {"a":\r\ndata: 1}\r\n\r\n', 'data: {"type":"x"}', '\n', '\r', 'id: 1\n'),
);

it('keeps what came, and reads it again as it was read at first, for any bytes in any reads over any connections', () => {
  const connections = fc.array(fc.tuple(fc.array(piece, { maxLength: 8 }), fc.array(fc.nat(400), { maxLength: 6 })), { maxLength: 4 });
  fc.assert(
    fc.property(connections, (drawn) => {
      const heard: StreamEvent[] = [];
      const log = createEventLog((event) => heard.push(event));
      for (const [pieces, cuts] of drawn) {
        const bytes = bytesOf(pieces.join(''));
        const ends = [...cuts.filter((cut) => cut < bytes.length).toSorted((one, other) => one - other), bytes.length];
        log.connect();
        ends.forEach((end, index) => log.append(bytes.slice(ends[index - 1] ?? 0, end), index));
        log.disconnect();
      }
      expect(log.length()).toBe(heard.length);
      expect(heard.map((_, index) => log.eventAt(index))).toEqual(heard);
      expect(drawn.map((_, connection) => new TextDecoder().decode(log.bytesOf(connection)))).toEqual(
        drawn.map(([pieces]) => pieces.join('')),
      );
      const places = heard.map((_, index) => log.at(index)).map((row) => (row === undefined ? [] : [row.connection, row.offset]));
      expect(places).toEqual(places.toSorted(([one = 0, first = 0], [other = 0, second = 0]) => one - other || first - second));
      expect(log.connectionCount()).toBe(drawn.length);
    }),
    { numRuns: 400 },
  );
});
