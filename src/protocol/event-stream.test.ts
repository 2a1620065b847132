import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEventFrame, splitEventStream } from './event-stream.ts';

function read(text: string) {
  return splitEventStream(text).map(({ event, data, id }) => ({ event, data, id }));
}

describe('splitEventStream', () => {
  it('reads event, data and id, with and without a space after the colon', () => {
    expect(read('event: a\ndata: 1\nid: 7\n\nid:8\ndata:2\nevent:b\n\n')).toEqual([
      { event: 'a', data: '1', id: '7' },
      { event: 'b', data: '2', id: '8' },
    ]);
  });

  it('takes off one space only, and reads a field without a colon as empty', () => {
    expect(read('data:  two\n\ndata\n\n')).toEqual([
      { event: null, data: ' two', id: null },
      { event: null, data: '', id: null },
    ]);
  });

  it('joins several data lines', () => {
    expect(read('data: {\ndata: }\n\n')).toMatchObject([{ data: '{\n}' }]);
  });

  it('skips a byte order mark, comments, retry and unknown fields', () => {
    expect(read('\uFEFF: hello\n\nretry: 10\nnonsense: 1\ndata: 1\n: in between\n\n: bye\n\n')).toEqual([
      { event: null, data: '1', id: null },
    ]);
  });

  it('makes no frame of an event without data, and does not lend its name to the next one', () => {
    expect(read('event: lonely\n\ndata: 1\n\n')).toEqual([{ event: null, data: '1', id: null }]);
  });

  it('ignores an id with a null character', () => {
    expect(read('id: a\0b\ndata: 1\n\n')).toMatchObject([{ id: null }]);
  });

  it.each(['data: 1', 'data: 1\n', 'data: 1\r', 'data: 1\r\n'])('keeps a last frame without a blank line: %j', (text) => {
    expect(read(text)).toMatchObject([{ data: '1' }]);
  });

  it('keeps what was written of each frame, comments included', () => {
    const text = ': ping\r\n\r\nevent: a\r\ndata: 1\r\n\r\ndata: 2\n\n';
    expect(splitEventStream(text).map((frame) => frame.source)).toEqual([': ping\r\n\r\nevent: a\r\ndata: 1\r\n\r\n', 'data: 2\n\n']);
  });

  it('finds nothing in an empty text', () => {
    expect(read('')).toEqual([]);
    expect(read('\n\r\n\r')).toEqual([]);
  });

  const word = fc.string({ unit: fc.constantFrom('a', ' ', ':', 'é', '😀', '\u2028', '{') });
  const frame = fc.record({
    event: fc.option(word),
    data: fc.array(word, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
    id: fc.option(word),
  });

  it('gives back any frames, whatever the line ends', () => {
    fc.assert(
      fc.property(fc.array(frame), fc.constantFrom('\n', '\r', '\r\n'), fc.boolean(), (frames, lineEnd, hasMark) => {
        const text = frames.map(formatEventFrame).join('').replaceAll('\n', lineEnd);
        expect(read(`${hasMark ? '\uFEFF' : ''}${text}`)).toEqual(frames);
        expect(
          splitEventStream(text)
            .map(({ source }) => source)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
