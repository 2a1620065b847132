import { expect, it } from 'vitest';
import { importFile, readFormats } from '#formats/import/import-formats.ts';
import { readElsewhere, type ReadPort } from './read-elsewhere.ts';
import type { ReadRequest } from './read-worker.ts';

const EVENT = '{"type":"error","message":"No"}';
const PADDING = ' '.repeat(2_000_000);

/** A worker that reads in this thread, or breaks; `uses` counts those that were started and not ended. */
function startReading(isBroken = false) {
  const uses = { started: 0, ended: 0 };
  function start(): ReadPort {
    uses.started += 1;
    const target = new EventTarget();
    return {
      addEventListener: target.addEventListener.bind(target),
      postMessage: ({ bytes }: ReadRequest) => {
        const answer = new MessageEvent('message', { data: readFormats(importFile(bytes)) });
        target.dispatchEvent(isBroken ? Object.assign(new Event('error'), { message: 'No worker here' }) : answer);
      },
      terminate: () => {
        uses.ended += 1;
      },
    };
  }
  return { start, uses };
}

it.each([
  ['big JSON lines', `${EVENT}\n${EVENT}\n${PADDING}`, 1],
  ['a big array', `[${EVENT}]${PADDING}`, 1],
  ['a big recording', `{"format":"responses-devtools.recording","segments":[{"text":"data: ${PADDING}"}]}`, 1],
  ['a big body', `{"object":"response"}${PADDING}`, 0],
  ['the text of a big stream', `data: ${EVENT}\n\n: ${PADDING}\n\n`, 0],
  ['small JSON lines', `${EVENT}\n${EVENT}`, 0],
])('reads %s where it holds nobody up', async (_, text, started) => {
  const { start, uses } = startReading();
  const file = importFile(new TextEncoder().encode(text));
  expect(await readElsewhere(file, start)).toEqual(readFormats(file));
  expect(uses).toEqual({ started, ended: started });
});

it('reads here where no worker starts', async () => {
  const { start, uses } = startReading(true);
  const file = importFile(new TextEncoder().encode(`${EVENT}\n${EVENT}\n${PADDING}`));
  expect((await readElsewhere(file, start)).kind).toBe('read');
  expect(uses).toEqual({ started: 1, ended: 1 });
});
