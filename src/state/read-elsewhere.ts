import { tryParseJson } from '#base/json.ts';
import type { ImportFile } from '#formats/import/import-format.ts';
import { readFormats, type FormatReading } from '#formats/import/import-formats.ts';
import { looksLikeRecording } from '#formats/import/recording-json.ts';
import type { ReadRequest } from './read-worker.ts';

/** Below this, reading a file takes no longer than a frame or two. */
const BIG = 2_000_000;
/** The first of several lines ends in so many bytes. */
const FIRST_LINE = 500_000;

/** What a worker is to us, so that a test can be one. */
export type ReadPort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/**
 * Reads a file of any format: in a worker where parsing it would hold the page, else right here. A big body of one Response is parsed
 * here all the same, since handing it over would cost as much again; so is the text of a stream, which needs no parsing.
 */
export async function readElsewhere(file: ImportFile, startWorker: (() => ReadPort) | null = workerOrNull()): Promise<FormatReading> {
  if (startWorker === null || file.bytes.length < BIG || !needsParsing(file)) return readFormats(file);
  const port = startWorker();
  try {
    return await new Promise<FormatReading>((resolve, reject) => {
      port.addEventListener('message', ({ data }: MessageEvent<FormatReading>) => resolve(data));
      port.addEventListener('error', ({ message }) => reject(new Error(message)));
      port.postMessage({ bytes: file.bytes } satisfies ReadRequest);
    });
  } catch {
    // Where no worker starts, the page waits.
    return readFormats(file);
  } finally {
    port.terminate();
  }
}

function workerOrNull(): (() => ReadPort) | null {
  if (typeof Worker === 'undefined') return null;
  return () => new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
}

/** A recording, an array, or JSON lines. */
function needsParsing(file: ImportFile): boolean {
  if (looksLikeRecording(file)) return true;
  const beginning = new TextDecoder().decode(file.bytes.subarray(0, FIRST_LINE)).trimStart();
  if (beginning.startsWith('[')) return true;
  const lineEnd = beginning.indexOf('\n');
  return beginning.startsWith('{') && lineEnd !== -1 && tryParseJson(beginning.slice(0, lineEnd)).ok;
}
