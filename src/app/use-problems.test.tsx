// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { recordStream } from '#model/record-stream.ts';
import type { JsonRecording } from '#model/recording.ts';
import { setPreference } from '#state/preferences.ts';
import { useProblems } from './use-problems.ts';

afterEach(() => {
  cleanup();
  setPreference('mutedRules', []);
});

const RESPONSE: JsonObject = {
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  output: [],
  usage: { input_tokens: 3, output_tokens: 4, total_tokens: 9 },
};

function recordingOf(response: JsonObject): JsonRecording {
  const text = JSON.stringify(response);
  return { kind: 'json', source: { kind: 'paste' }, bytes: new TextEncoder().encode(text), text, response, receivedAt: 0 };
}

function show(first: JsonRecording, isLive = false) {
  return renderHook(({ recording, live }) => useProblems(recording, live, null), { initialProps: { recording: first, live: isLive } });
}

describe('useProblems', () => {
  it('checks a recording once it was drawn, and never again', async () => {
    const recording = recordingOf(RESPONSE);
    const { result, unmount } = show(recording);
    expect([result.current.isChecking, result.current.list]).toEqual([true, []]);
    await waitFor(() => expect(result.current.isChecking).toBe(false));
    expect(result.current.list.map(({ rule }) => rule.id)).toContain('usage-does-not-add-up');
    expect(result.current.inView('usage')).not.toBeNull();
    unmount();
    expect(show(recording).result.current.isChecking).toBe(false);
  });

  it('waits for the end of what grows', async () => {
    const recording = recordingOf(RESPONSE);
    const { result, rerender } = show(recording, true);
    expect([result.current.isChecking, result.current.list]).toEqual([false, []]);
    rerender({ recording, live: false });
    expect(result.current.isChecking).toBe(true);
    await waitFor(() => expect(result.current.list).not.toEqual([]));
  });

  it('tells what is wrong with events while more come', () => {
    const gap = drawStream(`
      0 created     {"response":{"id":"resp_1","object":"response","status":"in_progress","output":[]}}
      7 in_progress {"response":{"id":"resp_1","object":"response","status":"in_progress","output":[]}}
    `);
    const recording = recordStream(new TextEncoder().encode(gap), { kind: 'paste' }, 0);
    const { result } = renderHook(() => useProblems(recording, true, null));
    expect(result.current.list.map(({ rule }) => rule.id)).toContain('sequence-gap');
    expect([0, 1].map(result.current.ofEvent)).toContain('error');
    expect(result.current.inView('stream')).toBe('error');
  });

  it('counts nothing of a rule that is muted', async () => {
    setPreference('mutedRules', ['usage-does-not-add-up']);
    const { result } = show(recordingOf(RESPONSE));
    await waitFor(() => expect(result.current.muted.map(({ rule }) => rule.id)).toEqual(['usage-does-not-add-up']));
    expect(result.current.inView('usage')).toBeNull();
  });
});
