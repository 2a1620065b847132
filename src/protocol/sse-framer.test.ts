import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseFramer, type SseFrame } from './sse-framer.ts';

type Heard = { readonly frames: SseFrame[]; readonly comments: string[]; readonly retries: number[] };

/** Feeds `bytes` in pieces that end at `cuts`. */
function frame(bytes: Uint8Array, cuts: readonly number[] = []): Heard {
  const heard: Heard = { frames: [], comments: [], retries: [] };
  const framer = createSseFramer({
    onFrame: (found) => heard.frames.push(found),
    onComment: (text) => heard.comments.push(text),
    onRetry: (milliseconds) => heard.retries.push(milliseconds),
  });
  for (const piece of piecesOf(bytes, cuts)) framer.feed(piece);
  framer.end();
  return heard;
}

/** Each piece is a buffer of its own that is written over afterwards, as a reader may do. */
function* piecesOf(bytes: Uint8Array, cuts: readonly number[]) {
  const ends = [...cuts.filter((cut) => cut < bytes.length).toSorted((left, right) => left - right), bytes.length];
  let start = 0;
  for (const end of ends) {
    const piece = bytes.slice(start, end);
    yield piece;
    piece.fill(0);
    start = end;
  }
}

function frameText(text: string, cuts?: readonly number[]) {
  return frame(new TextEncoder().encode(text), cuts);
}

describe('createSseFramer', () => {
  it('reads event, data and id in any order, with and without a space', () => {
    expect(frameText('event: a\ndata: 1\nid: 7\n\ndata:2\nevent:b\n\ndata:  two\n\ndata\n\n').frames).toMatchObject([
      { event: 'a', data: '1', id: '7' },
      { event: 'b', data: '2', id: null },
      { event: null, data: ' two' },
      { event: null, data: '' },
    ]);
  });

  it('joins several data lines and skips unknown fields', () => {
    expect(frameText('data: {\nnonsense: 1\ndata: "a":\r\ndata: 1}\n\n').frames).toMatchObject([{ data: '{\n"a":\n1}' }]);
  });

  it('reports comments and retry apart from the frames', () => {
    const { frames, comments, retries } = frameText(': OPENROUTER PROCESSING\n\n:\nretry: 1500\nretry: soon\ndata: 1\n\n');
    expect(frames).toMatchObject([{ data: '1' }]);
    expect(comments).toEqual(['OPENROUTER PROCESSING', '']);
    expect(retries).toEqual([1500]);
  });

  it('makes no frame of an event without data, and does not lend its name to the next one', () => {
    expect(frameText('event: lonely\nid: 4\n\ndata: 1\n\n').frames).toMatchObject([{ event: null, id: null, data: '1' }]);
  });

  it('takes off a byte order mark at the start only', () => {
    expect(frameText('\uFEFFdata: 1\n\n\uFEFFdata: 2\n\ndata: \uFEFF3\n\n', [1, 2]).frames).toMatchObject([
      { data: '1' },
      { data: '\uFEFF3' },
    ]);
  });

  it.each(['data: 1', 'data: 1\n', 'data: 1\r', 'data: 1\r\n', 'event: a\ndata: 1'])(
    'keeps a last frame without a blank line: %j',
    (text) => {
      expect(frameText(text).frames).toMatchObject([{ data: '1' }]);
    },
  );

  it('says where a frame stands, without the comments before it and its blank line', () => {
    const text = '\uFEFF: ping\r\n\r\nevent: é\r\n: inside\r\ndata: 1\r\n: after\r\n\r\ndata: 2';
    const bytes = new TextEncoder().encode(text);
    const sources = frame(bytes).frames.map(({ start, end }) => new TextDecoder().decode(bytes.subarray(start, end)));
    expect(sources).toEqual(['event: é\r\n: inside\r\ndata: 1\r\n: after', 'data: 2']);
  });

  it('reads a line of several megabytes that comes in small pieces', () => {
    const text = `data: ${'x'.repeat(4_000_000)}\n\n`;
    const cuts = Array.from({ length: text.length / 1000 }, (_, index) => index * 1000);
    expect(frameText(text, cuts).frames).toMatchObject([{ data: 'x'.repeat(4_000_000) }]);
  });
});

const fragment = fc.constantFrom(
  'data',
  'event',
  'id',
  'retry',
  ':',
  ': ',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  ' ',
  '1',
  '\0',
  'é',
  '😀',
  '\u2028',
  '\uFEFF',
  '{"a":1}',
  'data: 1\n\n',
  'event: é\r\ndata: {\r\ndata: }\r\n\r\n',
  ': ping\n\n',
);
const streamBytes = fc.oneof(
  fc.array(fragment, { maxLength: 60 }).map((fragments) => new TextEncoder().encode(fragments.join(''))),
  fc
    .array(fc.oneof(fc.constantFrom(...new TextEncoder().encode('data:\r\n ')), fc.integer({ min: 0, max: 255 })), { maxLength: 80 })
    .map((bytes) => Uint8Array.from(bytes)),
);
const places = fc.array(fc.nat(120), { maxLength: 12 });

it('hears what eventsource-parser hears, for any bytes and any cuts', () => {
  fc.assert(
    fc.property(streamBytes, places, (bytes, cuts) => {
      const { frames, comments, retries } = frame(bytes, cuts);
      const oracle = frameByOracle(bytes);
      expect(frames.map(({ event, data, id }) => ({ event: event || null, data, id }))).toEqual(oracle.frames);
      expect(comments).toEqual(oracle.comments);
      expect(retries).toEqual(oracle.retries);
    }),
    { numRuns: 2000 },
  );
});

it('hears the same when each byte comes alone', () => {
  fc.assert(
    fc.property(streamBytes, (bytes) => {
      expect(frame(bytes, [...bytes.keys()])).toEqual(frame(bytes));
    }),
    { numRuns: 500 },
  );
});

it('hears the same wherever the bytes are cut', () => {
  fc.assert(
    fc.property(streamBytes, places, (bytes, cuts) => {
      expect(frame(bytes, cuts)).toEqual(frame(bytes));
    }),
    { numRuns: 1000 },
  );
});

/** The library takes text and ends no frame by itself, so it gets the whole of it and two line ends more. */
function frameByOracle(bytes: Uint8Array) {
  const heard = { frames: [] as object[], comments: [] as string[], retries: [] as number[] };
  const parser = createParser({
    onEvent: ({ event, data, id }) => heard.frames.push({ event: event || null, data, id: id ?? null }),
    onComment: (text) => heard.comments.push(text),
    onRetry: (milliseconds) => heard.retries.push(milliseconds),
  });
  parser.feed(`${new TextDecoder().decode(bytes)}\n\n`);
  return heard;
}
