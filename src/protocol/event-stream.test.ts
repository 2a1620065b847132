import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEventFrame, splitEventStream } from './event-stream.ts';

function read(text: string) {
  return splitEventStream(text).map(({ event, data, id }) => ({ event, data, id }));
}

describe('splitEventStream', () => {
  it('keeps what was written of each frame, comments included', () => {
    const text = ': ping\r\n\r\nevent: a\r\ndata: 1\r\n: after\r\n\r\ndata: 2\n\n';
    expect(splitEventStream(text).map((frame) => frame.source)).toEqual([
      ': ping\r\n\r\nevent: a\r\ndata: 1\r\n: after\r\n\r\n',
      'data: 2\n\n',
    ]);
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
