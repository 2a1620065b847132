import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { indexUnitOf, readAnnotations } from './annotations.ts';

/** Cuts the text out of `marked` between ‹ and ›, and says where they stood, in the given unit. */
function span(marked: string, unit: 'code-points' | 'utf-16') {
  const length = (text: string) => (unit === 'utf-16' ? text.length : Array.from(text).length);
  const start = length(marked.slice(0, marked.indexOf('‹')));
  const end = length(marked.slice(0, marked.indexOf('›')).replace('‹', ''));
  return { text: marked.replace(/[‹›]/g, ''), start, end };
}

function covered(text: string, annotations: JsonValue) {
  return readAnnotations(annotations, text).map(({ place }) => (place === null ? null : text.slice(place.start, place.end)));
}

describe('readAnnotations', () => {
  it('places spans and single indexes, numbered in the order sent', () => {
    const text = 'Refunds take five days. See policy.txt.';
    const read = readAnnotations(
      [
        { type: 'url_citation', url: 'https://shop.example', start_index: 0, end_index: 7 },
        { type: 'file_citation', file_id: 'file_1', index: 23 },
      ],
      text,
    );
    expect(read).toMatchObject([
      { type: 'url_citation', number: 1, place: { start: 0, end: 7 } },
      { type: 'file_citation', number: 2, place: { start: 23, end: 23 } },
    ]);
  });

  it('has no place for annotations without indexes, for 0 to 0, and for what is not an object', () => {
    const annotations = [
      { type: 'url_citation', url: 'https://x.example' },
      { type: 'container_file_citation', start_index: 0, end_index: 0 },
      'odd',
      null,
    ];
    expect(readAnnotations(annotations, 'text').map(({ place }) => place)).toEqual([null, null, null, null]);
    expect(readAnnotations(annotations, 'text')[2]).toMatchObject({ type: 'unknown', annotation: 'odd' });
    expect(readAnnotations(null, 'text')).toEqual([]);
  });

  it('clamps indexes to the text', () => {
    expect(covered('short', [{ start_index: -4, end_index: 400 }])).toEqual(['short']);
    expect(covered('short', [{ start_index: 4, end_index: 2 }])).toEqual(['']);
    expect(covered('short', [{ index: 99 }])).toEqual(['']);
  });

  it.each(['code-points', 'utf-16'] as const)('finds the cited words behind emoji when indexes count %s', (unit) => {
    const { text, start, end } = span('🚀🚀 Launch on Friday ‹([space.example](https://space.example/x))› is set.', unit);
    expect(indexUnitOf([{ start, end }], text)).toBe(unit);
    expect(covered(text, [{ type: 'url_citation', start_index: start, end_index: end }])).toEqual([
      '([space.example](https://space.example/x))',
    ]);
  });

  it('takes code points where nothing tells the units apart', () => {
    expect(indexUnitOf([], 'a 😀 b')).toBe('code-points');
    expect(covered('😀 word', [{ index: 6 }])).toEqual(['']);
    expect(readAnnotations([{ index: 6 }], '😀 word')[0]?.place).toEqual({ start: 7, end: 7 });
  });
});
