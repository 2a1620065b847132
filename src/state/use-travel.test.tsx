// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import type { JsonRecording } from '#model/recording.ts';
import { drawFrames } from '#testing/event-drawing.ts';
import { goTo, useUrlState } from './address.ts';
import { parseUrlState, withView } from './url-state.ts';
import { useTravel } from './use-travel.ts';

const ABOUT = { source: { kind: 'paste' }, receivedAt: 0, clock: { startedAt: 0, backlog: 0, isOriginal: true } } as const;
const FRAMES = drawFrames(`
  10 created           {"response":{"id":"resp_1","output":[]}}
  11 output_item.added {"output_index":0,"item":{"type":"message","content":[]}}
  12 output_text.delta {"output_index":0,"content_index":0,"delta":"Figs"}
  13 output_item.added {"output_index":1,"item":{"type":"message","content":[]}}
  14 output_text.delta {"output_index":1,"content_index":0,"delta":"Plums"}
`);

function start(search = '', count = FRAMES.length) {
  history.replaceState(null, '', `/responses/resp_1${search}`);
  const recorder = createStreamRecorder();
  const send = (frame: string | undefined) => recorder.append(new TextEncoder().encode(frame), 0);
  FRAMES.slice(0, count).forEach(send);
  const hook = renderHook(() => {
    const url = useUrlState();
    return { url, travel: useTravel(streamRecording(recorder, ABOUT), url) };
  });
  const now = () => hook.result.current.travel;
  return { now, url: () => hook.result.current.url, send: (frame: string | undefined) => (send(frame), hook.rerender()) };
}

const rest = () => act(() => vi.advanceTimersByTimeAsync(300));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('useTravel', () => {
  it('begins where the link says, and at the end without one', () => {
    expect(start('?seq=12').now()).toMatchObject({ event: 2, isAsked: true, missing: null });
    cleanup();
    expect(start().now()).toMatchObject({ event: null, missing: null });
  });

  it('is absent for a response that came whole', () => {
    const recording: JsonRecording = { ...ABOUT, kind: 'json', bytes: new Uint8Array(), text: '', response: {} };
    const { result } = renderHook(() => useTravel(recording, parseUrlState('/responses/r', '?seq=1')));
    expect(result.current).toBeNull();
  });

  it('goes by events and by items, and from the last event to the end', () => {
    const { now } = start('?seq=12');
    const events = (['stepBy', 'stepItem', 'stepItem', 'stepItem'] as const).map((how, at) => {
      act(() => now()?.[how](at < 1 ? 1 : -1));
      return now()?.event;
    });
    expect(events).toEqual([3, 1, 0, 0]);
    act(() => now()?.moveTo(4));
    act(() => now()?.stepBy(1));
    expect(now()?.event).toBeNull();
    act(() => now()?.stepBy(-1));
    expect(now()?.event).toBe(3);
    act(() => now()?.stepItem(1));
    expect(now()?.event).toBeNull();
  });

  it('writes the link at rest, without a step in the history, and keeps what else it says', async () => {
    const { now } = start('?view=raw');
    const length = history.length;
    const writes = vi.spyOn(history, 'replaceState');
    for (const event of [3, 2, 1]) act(() => now()?.moveTo(event));
    expect(writes).not.toHaveBeenCalled();
    await rest();
    expect(writes).toHaveBeenCalledTimes(1);
    expect(location.search).toBe('?view=raw&seq=11');
    expect(history.length).toBe(length);
    act(() => now()?.moveTo(null));
    await rest();
    expect(location.search).toBe('?view=raw');
    writes.mockRestore();
  });

  it('stays where it is on another tab, also before the link knows', async () => {
    const { now, url } = start();
    act(() => now()?.moveTo(2));
    act(() => goTo(withView(url(), 'stream'), 'push'));
    expect(now()?.event).toBe(2);
    await rest();
    expect(location.search).toBe('?view=stream&seq=12');
    expect(now()?.event).toBe(2);
  });

  it('follows a link that says something else', async () => {
    const { now, url } = start('?seq=11');
    act(() => now()?.moveTo(4));
    await rest();
    act(() => goTo({ ...url(), seq: 12 }, 'push'));
    expect(now()).toMatchObject({ event: 2, isAsked: true });
    act(() => goTo({ ...url(), seq: null }, 'push'));
    expect(now()?.event).toBeNull();
  });

  it('waits for an event that has not arrived, unless it is moved', () => {
    const { now, send } = start('?seq=14', 3);
    expect(now()).toMatchObject({ event: null, missing: 14 });
    send(FRAMES[3]);
    expect(now()?.event).toBeNull();
    send(FRAMES[4]);
    expect(now()).toMatchObject({ event: 4, missing: null });
    cleanup();
    const other = start('?seq=14', 3);
    act(() => other.now()?.moveTo(0));
    FRAMES.slice(3).forEach(other.send);
    expect(other.now()).toMatchObject({ event: 0, missing: null });
  });

  it('stays where it is while more arrives, and does not write the link while it plays', async () => {
    const { now, send } = start('', 3);
    act(() => now()?.playTo(1));
    send(FRAMES[3]);
    expect(now()).toMatchObject({ event: 1, isPlaying: true });
    await rest();
    expect(location.search).toBe('');
    act(() => now()?.setPlaying(false));
    await rest();
    expect(location.search).toBe('?seq=11');
  });
});
