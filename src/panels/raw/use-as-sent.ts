import { useEffect, useState } from 'react';
import { giveWay, SLICE } from '#base/give-way.ts';
import { createAsSentReader, type AsSent } from '#base/json-as-sent.ts';
import type { Recording } from '#model/recording.ts';
import { responseSource, type ResponseSource } from './response-source.ts';

/** How the Response of a recording was sent: what its text tells beyond the parsed value, and the text. */
export type SentResponse = { readonly sent: AsSent | null; readonly source: ResponseSource | null };

const NOT_READ: SentResponse = { sent: null, source: null };
/** Characters read at a stretch: about a millisecond. */
const STRETCH = 100_000;

const known = new WeakMap<Recording, SentResponse>();

/** Reads the text of a recording beside the work of the page, once; until then nothing is known, and nothing of null. */
export function useAsSent(recording: Recording | null): SentResponse {
  const [read, setRead] = useState<{ readonly recording: Recording; readonly result: SentResponse } | null>(null);
  useEffect(() => {
    if (recording === null || known.has(recording)) return undefined;
    const ended = new AbortController();
    void readInSlices(recording, ended.signal).then((result) => {
      if (result === null) return;
      known.set(recording, result);
      setRead({ recording, result });
    });
    return () => ended.abort();
  }, [recording]);
  if (recording === null) return NOT_READ;
  return known.get(recording) ?? (read?.recording === recording ? read.result : NOT_READ);
}

async function readInSlices(recording: Recording, signal: AbortSignal): Promise<SentResponse | null> {
  // The tree is drawn first.
  await giveWay();
  if (signal.aborted) return null;
  const source = responseSource(recording);
  if (source === null) return NOT_READ;
  const reader = createAsSentReader(source.text);
  let sliceEnd = performance.now() + SLICE;
  while (!reader.readOn(STRETCH)) {
    if (performance.now() < sliceEnd) continue;
    // oxlint-disable-next-line no-await-in-loop
    await giveWay();
    if (signal.aborted) return null;
    sliceEnd = performance.now() + SLICE;
  }
  return { sent: reader.found(), source };
}
