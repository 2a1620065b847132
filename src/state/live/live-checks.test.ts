import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import type { LiveView } from './live-view.ts';
import { disposeSessions, pass, startTestSession } from './session-for-tests.ts';

const EVENTS = drawFrames(`
  0 created            {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  1 in_progress        {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  2 completed          {"response":{"id":"resp_1","status":"completed","output":[]}}
`);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});

afterEach(() => {
  disposeSessions();
  vi.useRealTimers();
});

function found({ recording }: LiveView): readonly string[] {
  return recording?.checked.map(({ rule }) => rule.id) ?? [];
}

/** A stream that stands behind its second event. */
async function startHalf() {
  const session = startTestSession();
  await pass();
  session.server.latest().answer();
  session.server.latest().send(EVENTS.slice(0, 2).join(''));
  await pass();
  return session;
}

it('does not call a stream unfinished that goes on, was stopped or was lost', async () => {
  const { view, live, server } = await startHalf();
  expect(found(view())).toEqual([]);
  live.stop();
  await pass();
  expect(found(view())).toEqual([]);
  live.resume();
  await pass();
  for (const pause of [500, 1_000, 2_000, 0]) {
    server.latest().cut();
    await pass(pause + 40);
  }
  expect(view().phase).toEqual({ kind: 'ended', how: 'cut-off' });
  expect(found(view())).toEqual([]);
});

it('says that a server closes its stream without an end, until it comes', async () => {
  const { view, live, server } = await startHalf();
  server.latest().end();
  for (const pause of [500, 1_000, 2_000]) {
    await pass(pause + 40);
    server.latest().answer();
    server.latest().end();
  }
  await pass();
  expect(view().phase).toEqual({ kind: 'ended', how: 'cut-off' });
  expect(found(view())).toEqual(['no-terminal-event']);
  live.resume();
  await pass();
  server.latest().answer();
  server.latest().end(EVENTS.slice(2).join(''));
  await pass();
  expect(view().phase).toEqual({ kind: 'ended', how: 'completed' });
  expect(found(view())).toEqual([]);
});

it('knows the content type that the stream was sent with', async () => {
  const { view } = await startHalf();
  expect(view().recording?.source).toMatchObject({ contentType: 'text/event-stream' });
});
