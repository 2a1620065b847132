import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { exchangeLog } from '#state/exchange-log.ts';
import { drawFrames, drawStream } from '#testing/event-drawing.ts';
import { createLiveSession } from './live-session.ts';
import type { LiveStream, LiveView } from './live-view.ts';
import { createTestServer, openTestPort } from './server-for-tests.ts';

const connection = {
  id: 'c1',
  presetId: 'custom',
  baseUrl: 'https://api.vendor.example/v1',
  auth: { kind: 'bearer' },
  organization: '',
  project: '',
  headers: [],
} as const;

const EVENTS = drawFrames(`
  0 created              {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  1 output_item.added    {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  2 content_part.added   {"output_index":0,"content_index":0,"part":{"type":"output_text","text":""}}
  3 output_text.delta    {"output_index":0,"content_index":0,"delta":"Où "}
  4 output_text.delta    {"output_index":0,"content_index":0,"delta":"est le ☕?"}
  5 output_item.done     {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Où est le ☕?"}]}}
  6 completed            {"response":{"id":"resp_1","status":"completed","output":[]}}
`);

const views: LiveStream[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});

afterEach(() => {
  for (const live of views.splice(0)) live.dispose();
  vi.useRealTimers();
});

function startSession(parameters = NO_PARAMETERS) {
  const server = createTestServer();
  const live = createLiveSession(
    { connection, responseId: 'resp_1', parameters },
    {
      openPort: () => openTestPort(server.send),
      credentials: () => ({ connection, key: 'sk-test-0001' }),
      onNextFrame: (callback) => {
        const timer = setTimeout(callback, 16);
        return () => clearTimeout(timer);
      },
      pageOrigin: 'https://viewer.example',
    },
  );
  views.push(live);
  return { server, live, view: () => live.store.get(), urls: () => server.connections.map(({ request }) => request.url) };
}

/** Lets everything happen that happens within so many milliseconds. */
async function pass(milliseconds = 40): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

function textOf({ recording }: LiveView): string {
  return JSON.stringify(recording?.response['output'] ?? null);
}

describe('a stream', () => {
  it('is asked for with stream=true, and grows while it comes', async () => {
    const { server, view, urls } = startSession();
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'connecting' }, recording: null });
    expect(urls()).toEqual(['https://api.vendor.example/v1/responses/resp_1?stream=true']);
    server.latest().answer();
    server.latest().send(EVENTS.slice(0, 4).join(''));
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'streaming', quietSince: null }, recording: { length: 4 } });
    expect(textOf(view())).toContain('"Où "');
    server.latest().send(EVENTS.slice(4).join(''));
    server.latest().end();
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 7, folded: { ending: 'completed' } } });
  });

  it('is an exchange of its own in the log, without the key', async () => {
    const { server } = startSession();
    await pass();
    server.latest().answer();
    server.latest().end(EVENTS.join(''));
    await pass();
    const logged = exchangeLog.get().at(-1);
    expect(logged).toMatchObject({ purpose: 'stream', status: 200, state: 'done', bytes: EVENTS.join('').length + 6 });
    expect(JSON.stringify(logged)).not.toContain('sk-test-0001');
  });

  it('is left when the server keeps the connection open behind its end', async () => {
    const { server, view } = startSession();
    await pass();
    server.latest().answer();
    server.latest().send(EVENTS.join(''));
    await pass(500);
    server.latest().send(drawStream('[DONE]'));
    await pass(2_000);
    expect(server.latest().isAborted()).toBe(true);
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 8 } });
  });
});
