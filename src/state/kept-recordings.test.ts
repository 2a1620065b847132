import { expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { forgetRecordings, keepRecording, loadRecording } from './kept-recordings.ts';
import { readingStore } from './reading-progress.ts';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function keep(text: string, now: number): Promise<string> {
  const kept = await keepRecording(bytesOf(text), 'capture', now);
  return kept.ok ? kept.hash : kept.problem;
}

it('opens what was kept under the hash of its bytes, again and again', async () => {
  const hash = await keep(drawStream('created {"response":{"id":"resp_x"}}'), 5);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  for (let time = 0; time < 2; time += 1)
    expect(await loadRecording(hash)).toMatchObject({
      recording: { kind: 'stream', receivedAt: 5, source: { kind: 'file', name: 'capture' } },
    });
  expect(readingStore.get()).toBeNull();
});

it('forgets what was there when it was asked to, not what was opened since', async () => {
  const before = await keep(drawStream('created {"response":{"id":"resp_before"}}'), 1_000);
  const since = await keep(drawStream('created {"response":{"id":"resp_since"}}'), 2_000);
  await forgetRecordings(1_500);
  expect(await loadRecording(before)).toBeNull();
  expect((await loadRecording(since))?.recording.response).toMatchObject({ id: 'resp_since' });
});

it.each([
  ['{"a":1', 'This looks like Response JSON, but it breaks at line 1, column 7: The text ends too early: a “{” is still open.'],
  [
    'data: {"object":"chat.completion.chunk"}\n\n',
    'This is not a Response. It is a Chat Completion, from /chat/completions. This viewer is for the Responses API.',
  ],
  [
    'data: {"type":"message_start"}\n\n',
    'This is not a Response. It is an event stream, but none of its events is one of the Responses API.',
  ],
])('says why %j does not open', async (text, problem) => {
  expect(await keep(text, 0)).toBe(problem);
});
