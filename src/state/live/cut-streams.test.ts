import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { splitEventStream } from '#protocol/event-stream.ts';
import { foldStream } from '#model/record-stream.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { disposeSessions, pass, startTestSession } from './session-for-tests.ts';

/** A stream with characters of several bytes. */
const text = loadSamples().find(({ entry }) => entry.id === 'resp_sample_refusal')?.streamText ?? '';
const bytes = new TextEncoder().encode(text);
const frames = splitEventStream(text).map(({ source }) => source);
const whole = foldStream(bytes);
const { notices: _notices, ...expected } = whole;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});

afterEach(() => {
  disposeSessions();
  vi.useRealTimers();
});

/** What the server sends behind the number that it was asked for. */
function restFrom(url: string): string {
  const after = new URL(url).searchParams.get('starting_after');
  return frames.slice(after === null ? 0 : Number(after) + 1).join('');
}

/** Receives the stream over connections that break after so many bytes each, and a last one that does not. */
async function receive(cuts: readonly number[], lose: 'cut' | 'end' = 'cut') {
  const session = startTestSession();
  await pass(0);
  for (const cut of cuts) {
    if (session.view().phase.kind === 'ended') break;
    const connection = session.server.latest();
    connection.answer();
    connection.send(new TextEncoder().encode(restFrom(connection.request.url)).subarray(0, cut));
    await pass(0);
    connection[lose]();
    await pass(2_000);
  }
  if (session.view().phase.kind !== 'ended') {
    const connection = session.server.latest();
    connection.answer();
    connection.end(restFrom(connection.request.url));
    await pass();
  }
  const view = session.view();
  session.live.dispose();
  return view;
}

/** In each event: behind its first line, in its middle, before its blank line, and behind it. */
function cutsInEvents(): readonly number[] {
  let start = 0;
  return frames.flatMap((frame) => {
    const length = new TextEncoder().encode(frame).length;
    const places = [frame.indexOf('\n') + 1, Math.floor(length / 2), length - 1, length].map((place) => start + place);
    start += length;
    return places;
  });
}

it('amounts to the same wherever the connection is cut', async () => {
  for (const cut of cutsInEvents()) {
    const { recording, phase } = await receive([cut]);
    expect(phase, `cut at ${cut}`).toEqual({ kind: 'ended', how: whole.ending });
    expect(recording?.folded, `cut at ${cut}`).toMatchObject(expected);
  }
});

it('amounts to the same where a proxy closes the connection in the middle of an event', async () => {
  for (const cut of cutsInEvents().filter((_, index) => index % 4 === 1)) {
    const { recording } = await receive([cut], 'end');
    expect(recording?.folded, `closed at ${cut}`).toMatchObject(expected);
  }
});

it('amounts to the same over any number of connections', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 400, max: bytes.length - 3 }), { minLength: 1, maxLength: 6 }), async (cuts) => {
      const { recording, phase } = await receive(cuts);
      expect(phase).toEqual({ kind: 'ended', how: whole.ending });
      expect(recording?.folded).toMatchObject(expected);
    }),
    { numRuns: 15 },
  );
});
