import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { exchangeLog } from '#state/exchange-log.ts';
import { drawFrames, drawStream } from '#testing/event-drawing.ts';
import type { LiveView } from './live-view.ts';
import { disposeSessions, pass, startTestSession } from './session-for-tests.ts';

const EVENTS = drawFrames(`
  0 created              {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  1 output_item.added    {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  2 content_part.added   {"output_index":0,"content_index":0,"part":{"type":"output_text","text":""}}
  3 output_text.delta    {"output_index":0,"content_index":0,"delta":"Où "}
  4 output_text.delta    {"output_index":0,"content_index":0,"delta":"est le ☕?"}
  5 output_item.done     {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Où est le ☕?"}]}}
  6 completed            {"response":{"id":"resp_1","status":"completed","output":[]}}
`);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});

afterEach(() => {
  disposeSessions();
  vi.useRealTimers();
});

function textOf({ recording }: LiveView): string {
  return JSON.stringify(recording?.response['output'] ?? null);
}

describe('a stream', () => {
  it('is asked for with stream=true, and grows while it comes', async () => {
    const { server, view, urls } = startTestSession();
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
    const { server } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().end(EVENTS.join(''));
    await pass();
    const logged = exchangeLog.get().at(-1);
    expect(logged).toMatchObject({ purpose: 'stream', status: 200, state: 'done', bytes: EVENTS.join('').length + 6 });
    expect(JSON.stringify(logged)).not.toContain('sk-test-0001');
  });

  it('is left when the server keeps the connection open behind its end', async () => {
    const { server, view } = startTestSession();
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

describe('a dropped connection', () => {
  it('is made again behind the last event, and nothing is lost', async () => {
    const { server, view, urls } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().send(EVENTS.slice(0, 4).join(''));
    await pass();
    server.latest().cut();
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'reconnecting', attempt: 1 }, recording: { length: 4, folded: { ending: null } } });
    await pass(500);
    expect(urls()[1]).toBe('https://api.vendor.example/v1/responses/resp_1?stream=true&starting_after=3');
    server.latest().answer();
    server.latest().end(EVENTS.slice(4).join(''));
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 7, folded: { missing: [] } } });
    expect(view().reconnections).toEqual([{ at: 4, milliseconds: expect.any(Number), from: 3, to: 4, lost: 0 }]);
    expect(view().recording?.log.connectionCount()).toBe(2);
    expect(exchangeLog.get().slice(-2)).toMatchObject([
      { purpose: 'stream', state: 'failed' },
      { purpose: 'resume', state: 'done' },
    ]);
  });

  it('says what was lost, and does not count what came before as new', async () => {
    const { server, view } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().end(EVENTS.slice(0, 3).join(''));
    await pass(600);
    server.latest().answer();
    server.latest().end([...EVENTS.slice(1, 3), ...EVENTS.slice(5)].join(''));
    await pass();
    expect(view().reconnections).toMatchObject([{ at: 5, from: 2, to: 5, lost: 2 }]);
    expect(view().recording?.folded).toMatchObject({ missing: [{ from: 3, to: 4 }], noticeCounts: { duplicate: 2, gap: 1 } });
  });

  it('is given up after three attempts without a new event, and can be resumed', async () => {
    const { server, view, live, urls } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().send(EVENTS.slice(0, 2).join(''));
    await pass();
    server.latest().cut();
    for (const [attempt, pause] of [500, 1_000, 2_000].entries()) {
      await pass(0);
      await pass();
      expect(view().phase).toMatchObject({ kind: 'reconnecting', attempt: attempt + 1 });
      await pass(pause);
      server.latest().cut();
    }
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'cut-off' }, failure: null, recording: { length: 2 } });
    expect(server.connections).toHaveLength(4);
    live.resume();
    await pass();
    expect(view().phase).toEqual({ kind: 'connecting' });
    expect(urls()[4]).toContain('starting_after=1');
    server.latest().answer();
    server.latest().end(EVENTS.slice(2).join(''));
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 7 } });
    expect(view().reconnections).toMatchObject([{ from: 1, to: 2, lost: 0 }]);
  });

  it('that was given up goes on by itself when the network is there again, but not one that was stopped', async () => {
    const { server, view, live, comeOnline } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().send(EVENTS[0] ?? '');
    await pass();
    server.latest().cut();
    for (const pause of [600, 1_100, 2_100]) {
      await pass(pause);
      server.latest().cut();
    }
    await pass();
    expect(view().phase).toEqual({ kind: 'ended', how: 'cut-off' });
    comeOnline();
    await pass();
    expect(view().phase).toEqual({ kind: 'connecting' });
    live.stop();
    comeOnline();
    await pass();
    expect(view().phase).toEqual({ kind: 'ended', how: 'stopped' });
  });

  it('has its attempts counted anew with every new event', async () => {
    const { server, view } = startTestSession();
    await pass();
    for (const event of EVENTS.slice(0, -1)) {
      server.latest().answer();
      server.latest().end(event);
      await pass();
      expect(view().phase).toMatchObject({ kind: 'reconnecting', attempt: 1 });
      await pass(500);
    }
    server.latest().answer();
    server.latest().end(EVENTS.at(-1));
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 7 } });
  });

  it('waits as long as a busy server asks', async () => {
    const { server, view } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().end(EVENTS[0]);
    await pass(600);
    server.latest().answer({ status: 429, headers: { 'retry-after': '7' } });
    server.latest().end('{"error":{"message":"slow down","type":"rate_limit_error"}}');
    await pass(6_500);
    expect(view().phase).toMatchObject({ kind: 'reconnecting', attempt: 2 });
    expect(server.connections).toHaveLength(2);
    await pass(600);
    expect(server.connections).toHaveLength(3);
  });

  it('begins again from the beginning where events carry no numbers', async () => {
    const unnumbered = EVENTS.map((event) => event.replace(/"sequence_number":\d+,/, ''));
    const { server, view, urls } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().end(unnumbered.slice(0, 4).join(''));
    await pass(600);
    expect(urls()[1]).not.toContain('starting_after');
    server.latest().answer();
    server.latest().end(unnumbered.join(''));
    await pass();
    expect(view().reconnections).toMatchObject([{ at: 4, from: null, to: null, lost: 0 }]);
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 11 } });
    expect(view().recording?.folded.noticeCounts.restart).toBe(1);
    expect(textOf(view())).toContain('"Où est le ☕?"');
  });

  it.each([400, 404])('that cannot be resumed (%d) says so and keeps what arrived', async (status) => {
    const { server, view } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().end(EVENTS.slice(0, 4).join(''));
    await pass(600);
    server.latest().answer({ status });
    server.latest().end('{"error":{"message":"This response can no longer be streamed","type":"invalid_request_error"}}');
    await pass();
    expect(view()).toMatchObject({
      phase: { kind: 'ended', how: 'cut-off' },
      failure: { kind: 'refused', status },
      recording: { length: 4 },
    });
  });

  it('fails where an error came and no end', async () => {
    const { server, view } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().end(`${EVENTS[0]}${drawStream('1 error {"error":{"message":"overloaded"}}')}`);
    await pass();
    expect(view().phase).toEqual({ kind: 'ended', how: 'failed' });
    expect(server.connections).toHaveLength(1);
  });
});

describe('the reader', () => {
  it('stops at once, and goes on behind the last event', async () => {
    const { server, view, live, urls } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().send(EVENTS.slice(0, 2).join(''));
    await pass();
    live.stop();
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'stopped' }, recording: { length: 2 } });
    await pass();
    expect(server.latest().isAborted()).toBe(true);
    expect(exchangeLog.get().at(-1)?.state).toBe('stopped');
    live.resume();
    await pass();
    expect(urls()[1]).toContain('starting_after=1');
    server.latest().answer();
    server.latest().end(EVENTS.slice(2).join(''));
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 7 } });
  });

  it('may stop and go on before anybody noticed', async () => {
    const { server, view, live } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().send(EVENTS.slice(0, 2).join(''));
    await pass();
    live.stop();
    live.resume();
    await pass();
    expect(view().phase).toEqual({ kind: 'connecting' });
    server.latest().answer();
    server.latest().end(EVENTS.slice(2).join(''));
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 7 } });
  });

  it('has asked to begin behind an event: so does the first connection, and only that', async () => {
    const { server, urls } = startTestSession({ parameters: { ...NO_PARAMETERS, startingAfter: '2' } });
    await pass();
    server.latest().answer();
    server.latest().end(EVENTS.slice(3, 5).join(''));
    await pass(600);
    expect(urls().map((url) => new URL(url).searchParams.get('starting_after'))).toEqual(['2', '4']);
  });

  it('is told when nothing comes, and when it goes on; a comment is a sign of life', async () => {
    const { server, view } = startTestSession();
    await pass();
    server.latest().answer();
    server.latest().send(EVENTS[0] ?? '');
    await pass();
    const heardAt = Date.now() - 40;
    const { recording } = view();
    await pass(3_100);
    expect(view().recording).toBe(recording);
    expect(view().phase).toEqual({ kind: 'streaming', quietSince: heardAt });
    server.latest().send(': still here\n\n');
    await pass();
    expect(view().phase).toEqual({ kind: 'streaming', quietSince: null });
    expect(view().recording?.log.heartbeats()).toMatchObject([{ text: 'still here', before: 1 }]);
  });
});

describe('an answer that is no stream', () => {
  async function answered(init: ResponseInit, body: string) {
    const session = startTestSession();
    await pass();
    session.server.latest().answer(init);
    session.server.latest().end(body);
    await pass();
    return session.view();
  }

  it('is handed over where it is the response as JSON, whatever it is called', async () => {
    const view = await answered({}, '  {"id":"resp_1","object":"response","status":"in_progress","output":[]}');
    expect(view).toMatchObject({ phase: { kind: 'ended' }, failure: null, recording: null });
    expect(view.answer).toMatchObject({ kind: 'json', response: { status: 'in_progress' } });
  });

  it.each([
    ['a refusal', { status: 404 }, '{"error":{"message":"No such response"}}', { kind: 'refused', status: 404 }],
    ['a web page', { headers: { 'content-type': 'text/html' } }, '<!doctype html><title>Down</title>', { found: 'html' }],
    ['a text', { headers: { 'content-type': 'text/plain' } }, 'upstream is away', { found: 'text' }],
    ['nothing', {}, '', { found: 'empty' }],
    ['broken JSON', {}, '{"id":', { found: 'broken-json' }],
    ['an error as JSON', {}, '{"error":{"message":"nope"}}', { found: 'error-body', error: { message: 'nope' } }],
  ])('fails with what it is: %s', async (_, init, body, failure) => {
    expect(await answered(init, body)).toMatchObject({ phase: { kind: 'ended', how: 'cut-off' }, answer: null, failure });
  });

  it('fails when the server cannot be reached at all', async () => {
    const { server, view } = startTestSession();
    await pass();
    server.latest().cut();
    await pass();
    expect(view()).toMatchObject({ phase: { kind: 'ended' }, failure: { kind: 'unreachable' } });
    expect(server.connections).toHaveLength(1);
  });

  it('fails when no answer comes within a minute', async () => {
    const { view } = startTestSession();
    await pass(60_100);
    expect(view().failure).toEqual({ kind: 'timed-out', afterMilliseconds: 60_000 });
  });

  it('is a stream although it is not called one', async () => {
    const view = await answered({ headers: { 'content-type': 'text/plain' } }, `\uFEFF: hello\r\n\r\n${EVENTS.join('')}`);
    expect(view).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 7 } });
  });
});

it('says that nothing comes where the worker cannot be loaded', () => {
  const listeners = new Map<string, () => void>();
  const port = {
    postMessage: () => undefined,
    terminate: () => undefined,
    addEventListener: (type: string, listener: unknown) => void listeners.set(type, listener as () => void),
  };
  const { view, live } = startTestSession({ openPort: () => port });
  listeners.get('error')?.();
  expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'cut-off' }, failure: { kind: 'unreachable' }, recording: null });
  live.resume();
  expect(view().phase.kind).toBe('ended');
});
