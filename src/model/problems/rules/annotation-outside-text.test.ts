import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { annotationOutsideText } from './annotation-outside-text.ts';
import type { JsonObject } from '#base/json.ts';

describe('annotation-outside-text', () => {
  const texts = (text: string, annotation: JsonObject) =>
    findingsIn(annotationOutsideText, {
      output: [{ type: 'message', content: [{ type: 'output_text', text, annotations: [{ type: 'url_citation', ...annotation }] }] }],
    }).map((finding) => finding.text);

  it('reports spans beyond the text, before it and turned round', () => {
    expect(texts('Hello', { start_index: 0, end_index: 5 })).toEqual([]);
    expect(texts('Hello', { start_index: 2, end_index: 9 })).toEqual([
      'output[0].content[0].annotations[0] (url_citation) spans 2 to 9, but its text has 5 characters',
    ]);
    expect(texts('Hello', { start_index: -1, end_index: 3 })).toEqual([
      'output[0].content[0].annotations[0] (url_citation) begins before the text: -1 to 3',
    ]);
    expect(texts('Hello', { start_index: 4, end_index: 2 })).toEqual([
      'output[0].content[0].annotations[0] (url_citation) ends before it begins: 4 to 2',
    ]);
  });

  it('takes indexes that are right as UTF-16 units or as code points', () => {
    expect(texts('😀😀', { start_index: 0, end_index: 4 })).toEqual([]);
    expect(texts('😀😀', { start_index: 0, end_index: 2 })).toEqual([]);
    expect(texts('😀😀', { start_index: 0, end_index: 5 })).toHaveLength(1);
  });

  it('takes citations without a place, and indexes that count files', () => {
    expect(texts('', { start_index: 0, end_index: 0 })).toEqual([]);
    expect(texts('Hello', {})).toEqual([]);
    expect(texts('Hello', { type: 'file_citation', index: 992 })).toEqual([]);
  });
});
