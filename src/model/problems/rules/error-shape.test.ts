import { describe, expect, it } from 'vitest';
import { streamFindings } from '#testing/rule-findings.ts';
import { errorShape } from './error-shape.ts';

describe('error-shape', () => {
  const flat = 'error {"code":"server_error","message":"Try again.","param":null}';
  const nested = 'error {"error":{"type":"server_error","message":"Try again."}}';
  const texts = (drawing: string) => streamFindings(errorShape, drawing).map(({ text }) => text);

  it('takes the flat shape', () => {
    expect(texts(flat)).toEqual([]);
  });

  it('names the others', () => {
    expect(texts(nested)).toEqual(['the error event is nested under error: its fields are type, error']);
    expect(texts('error {"detail":"no"}')).toEqual(['the error event is without a code and a message: its fields are type, detail']);
  });

  it('tells of both in one stream', () => {
    expect(streamFindings(errorShape, `${flat}\n${nested}`)).toMatchObject([
      { text: 'the error in event 1 is nested under error, the one in event 0 flat', events: [0, 1] },
    ]);
  });
});
