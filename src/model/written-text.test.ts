import { expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { createStreamRecorder } from './record-stream.ts';
import { charactersOf } from './written-text.ts';

it.each([
  ['text', 'output_text.delta {"output_index":0,"delta":"abc"}', 3],
  ['no padding', 'output_text.delta {"output_index":0,"delta":"ab","obfuscation":"xxxxxxxx"}', 2],
  ['no audio', 'audio.delta {"delta":"AAAAAAAA"}', 0],
  ['both outputs of a shell', 'shell_call_output_content.delta {"output_index":0,"delta":{"stdout":"abc","stderr":"d"}}', 4],
  ['nothing that comes as a whole', 'output_text.done {"output_index":0,"text":"abc"}', 0],
  ['nothing where the delta is missing', 'output_text.delta {"output_index":0}', 0],
])('counts %s', (_, drawing, count) => {
  const recorder = createStreamRecorder();
  recorder.append(new TextEncoder().encode(drawStream(drawing)), 0);
  expect(charactersOf(recorder.log, 0)).toBe(count);
});
