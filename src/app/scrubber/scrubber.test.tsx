// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import type { StreamClock, StreamRecording } from '#model/recording.ts';
import { drawFrames } from '#testing/event-drawing.ts';
import { useUrlState } from '#state/address.ts';
import { useTravel } from '#state/use-travel.ts';
import { Scrubber } from './scrubber.tsx';

const ORIGINAL: StreamClock = { startedAt: 0, backlog: 0, isOriginal: true };
/** When each of its events arrived, in milliseconds. */
const ARRIVALS = [100, 200, 300, 5_300, 5_400];
const FRAMES = drawFrames(`
  0 created           {"response":{"id":"resp_1","output":[]}}
  1 output_item.added {"output_index":0,"item":{"type":"message","content":[]}}
  2 output_text.delta {"output_index":0,"content_index":0,"delta":"Figs"}
  3 output_item.added {"output_index":1,"item":{"type":"message","content":[]}}
  4 output_text.delta {"output_index":1,"content_index":0,"delta":"Plums"}
`);

function show({ search = '', isLive = false, clock = ORIGINAL } = {}) {
  history.replaceState(null, '', `/responses/resp_1${search}`);
  const recorder = createStreamRecorder();
  FRAMES.forEach((frame, at) => recorder.append(new TextEncoder().encode(frame), ARRIVALS[at] ?? 0));
  const recording = streamRecording(recorder, { source: { kind: 'paste' }, receivedAt: 0, clock });
  render(<Bar recording={recording} isLive={isLive} />);
}

function Bar({ recording, isLive }: { readonly recording: StreamRecording; readonly isLive: boolean }) {
  const travel = useTravel(recording, useUrlState());
  return travel === null ? null : <Scrubber recording={recording} isLive={isLive} travel={travel} />;
}

const slider = () => screen.getByRole('slider', { name: 'Event' });
const words = () => slider().getAttribute('aria-valuetext');
const press = (key: string, shiftKey = false) => fireEvent.keyDown(slider(), { key, shiftKey });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the slider', () => {
  it('says where it is, and is moved by keys', () => {
    show({ search: '?seq=2' });
    expect(words()).toBe('event 3 of 5, response.output_text.delta, 0.3 s');
    const steps: readonly (readonly [string, boolean?])[] = [
      ['ArrowRight'],
      ['ArrowLeft'],
      ['ArrowRight', true],
      ['ArrowLeft', true],
      ['Home'],
    ];
    const seen = steps.map(([key, byItem]) => {
      press(key, byItem);
      return slider().getAttribute('aria-valuenow');
    });
    expect(seen).toEqual(['4', '3', '4', '2', '1']);
    press('End');
    expect(words()).toBe('the end, 5 events');
  });

  it('leaves keys that are not its own', () => {
    show({ search: '?seq=2' });
    expect(press('Tab')).toBe(true);
    expect(press('ArrowRight')).toBe(false);
  });
});

describe('playing', () => {
  it('keeps to the times at which events arrived, tells a long wait, and ends at the end', async () => {
    show();
    fireEvent.click(button('Play from the start'));
    await pass(150);
    expect(words()).toMatch(/^event 2 of 5/);
    await pass(150);
    expect(words()).toMatch(/^event 3 of 5/);
    expect(screen.getByText('waits 5 s')).toBeDefined();
    await pass(4_000);
    expect(words()).toMatch(/^event 3 of 5/);
    await pass(1_500);
    expect(words()).toBe('the end, 5 events');
    expect(button('Play from the start')).toBeDefined();
  });

  it('at 10× no wait takes longer than 2 s would', async () => {
    show({ search: '?seq=2' });
    fireEvent.click(button(/^Speed/));
    fireEvent.click(button(/^Speed/));
    fireEvent.click(button('Play from here'));
    await pass(400);
    expect(words()).toBe('the end, 5 events');
  });

  it('says so where the pace is even, and stops when the reader moves', async () => {
    show({ search: '?seq=0', clock: { startedAt: null, backlog: 5, isOriginal: false } });
    expect(button(/even pace/).title).toContain('100 events a second');
    fireEvent.click(button('Play from here'));
    press('ArrowRight');
    await pass(1_000);
    expect(words()).toBe('event 2 of 5, response.output_item.added');
  });
});

describe('while more arrives', () => {
  it('pauses at the newest event, and goes back to live', () => {
    show({ isLive: true });
    expect(words()).toBe('live, event 5');
    fireEvent.click(button('Pause here'));
    expect(words()).toMatch(/^event 5 of 5/);
    fireEvent.click(button('Back to live'));
    expect(words()).toBe('live, event 5');
  });
});
