/**
 * The text of an event stream, as `curl -N`, a proxy or a network panel has it: whole or cut off anywhere, with what curl writes around
 * it (`-i`, `-v`), and also where a terminal or `grep` has lost the blank lines between the frames.
 */
import { isJsonObject, tryParseJson } from '#base/json.ts';
import { createSseFramer, type SseFrame } from '#protocol/sse-framer.ts';
import { NOT_MINE, type ImportFormat, type ImportNote } from './import-format.ts';
import { findStreamStart, straightened, type StreamStart } from './sse-around.ts';
import { isOfResponsesApi } from './telling-types.ts';

/** Among so many frames there is one that tells what kind of stream it is. */
const TELLING_FRAMES = 50;
const PIECE = 65_536;

export const sseText: ImportFormat = {
  id: 'sse-text',
  title: 'an event stream',
  read: ({ bytes }) => {
    const start = findStreamStart(bytes);
    if (start === null) return NOT_MINE;
    const found = bytes.subarray(start.offset);
    const frames = firstFrames(start.indent === '' ? found : straightened(found, start.indent, false));
    const isSqueezed = frames.some(holdsSeveral);
    if (!isSqueezed && !frames.some(({ data, event }) => isOfResponsesApi(data, event))) return NOT_MINE;
    const stream = isSqueezed || start.indent !== '' ? straightened(found, start.indent, isSqueezed) : found;
    if (isSqueezed && !firstFrames(stream).some(({ data, event }) => isOfResponsesApi(data, event))) return NOT_MINE;
    const segments = [{ bytes: stream, reads: null, isBrokenOff: false }];
    return { kind: 'mine', content: { kind: 'stream', segments, clock: null, receivedAt: null }, notes: notesOf(start, isSqueezed) };
  },
};

function firstFrames(bytes: Uint8Array): readonly SseFrame[] {
  const frames: SseFrame[] = [];
  const framer = createSseFramer({ onFrame: (frame) => frames.push(frame) });
  for (let start = 0; start < bytes.length && frames.length < TELLING_FRAMES; start += PIECE)
    framer.feed(bytes.subarray(start, start + PIECE));
  if (frames.length < TELLING_FRAMES) framer.end();
  return frames;
}

/** Several events in one frame: nothing but a lost blank line puts one whole object on a line behind another. */
function holdsSeveral({ data }: SseFrame): boolean {
  const [first, second] = data.split('\n', 2);
  return [first, second].every((line) => {
    const parsed = line === undefined ? null : tryParseJson(line);
    return parsed?.ok === true && isJsonObject(parsed.value);
  });
}

function notesOf({ linesBefore }: StreamStart, isSqueezed: boolean): readonly ImportNote[] {
  return [
    ...(linesBefore > 0
      ? [{ kind: 'fact', text: 'What the file has before the stream, such as the headers that curl shows, is left out.' } as const]
      : []),
    ...(isSqueezed
      ? [{ kind: 'fact', text: 'The blank lines between the events were missing, so every data line was read as an event.' } as const]
      : []),
  ];
}
