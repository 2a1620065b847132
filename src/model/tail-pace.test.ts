import { describe, expect, it } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createStreamRecorder } from './record-stream.ts';
import { createTailMeter } from './tail-pace.ts';

/** A log of events with their arrivals in milliseconds. */
function logOf(...events: readonly (readonly [arrival: number, drawing: string])[]) {
  const recorder = createStreamRecorder();
  for (const [arrival, drawing] of events) recorder.append(new TextEncoder().encode(drawFrames(drawing).join('')), arrival);
  return recorder.log;
}

function text(delta: string, more = ''): string {
  return `output_text.delta {"output_index":0,"content_index":0,"delta":"${delta}"${more}}`;
}

describe('createTailMeter', () => {
  it('counts what came behind the backlog, over the time since then', () => {
    const log = logOf([100, text('1234567890')], [1100, text('ab')], [2100, text('cd')]);
    const meter = createTailMeter(log, 1);
    expect(meter.advance(log.length(), 100)).toBe(false);
    expect(meter.paceAt(2100)).toEqual({ mean: 2, recent: 2 });
  });

  it('does not count padding, audio, or events that bring no text', () => {
    const log = logOf(
      [0, 'created {"response":{"id":"resp_1"}}'],
      [1000, text('ab', ',"obfuscation":"xxxxxxxxxxxxxxxx"')],
      [1500, 'audio.delta {"delta":"AAAAAAAA"}'],
      [2000, 'output_item.done {"output_index":0,"item":{"type":"message","content":[]}}'],
    );
    const meter = createTailMeter(log, 1);
    meter.advance(log.length(), 100);
    expect(meter.paceAt(2000).mean).toBe(1);
  });

  it('counts both outputs of a shell', () => {
    const output = 'shell_call_output_content.delta {"output_index":0,"command_index":0,"delta":{"stdout":"abc","stderr":"d"}}';
    const log = logOf([0, 'created {"response":{"id":"resp_1"}}'], [2000, output]);
    const meter = createTailMeter(log, 1);
    meter.advance(log.length(), 100);
    expect(meter.paceAt(2000).mean).toBe(2);
  });

  it('tells of the last five seconds apart', () => {
    const log = logOf([0, 'queued {}'], [1000, text('0123456789')], [20_000, text('abcde')]);
    const meter = createTailMeter(log, 1);
    meter.advance(log.length(), 100);
    expect(meter.paceAt(20_000)).toEqual({ mean: 0.75, recent: 1 });
    expect(meter.paceAt(40_000).recent).toBe(0);
  });

  it('reads in steps, each event once', () => {
    const log = logOf([0, 'queued {}'], [1000, text('ab')], [2000, text('cd')]);
    const meter = createTailMeter(log, 1);
    expect(meter.advance(log.length(), 1)).toBe(true);
    expect(meter.advance(log.length(), 1)).toBe(false);
    expect(meter.advance(log.length(), 1)).toBe(false);
    expect(meter.paceAt(2000).mean).toBe(2);
  });

  it('says nothing of a tail that is too short', () => {
    const log = logOf([0, 'queued {}'], [300, text('abc')]);
    const meter = createTailMeter(log, 1);
    meter.advance(log.length(), 100);
    expect(meter.paceAt(300)).toEqual({ mean: null, recent: null });
  });
});
