import { arrayOf, isJsonObject, objectOf, stringOf, tryParseJson, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import type { SampleEntry } from '#model/sample-manifest.ts';
import { cutIntoPieces, piecewiseBody } from './piecewise-body.ts';
import type { RetrieveQuery } from './query.ts';
import { replayText } from './replay.ts';

/** Small enough to make several network reads of a short stream, and no power of two, so that cuts fall anywhere. */
const STREAM_PIECE_BYTES = 1_777;

/** Answers the text of a file of `public/samples/`; rejects when there is none. */
export type ReadSample = (fileName: string) => Promise<string>;

/** A response that can be retrieved: its text as it is sent, and what else is kept of it. */
export type StoredResponse = {
  readonly text: string;
  readonly body: JsonObject;
  /** Opens the event stream it was created with, as a request asks for it; null when there is none. Throws a refusal when it cannot be had any more. */
  readonly openStream: ((query: RetrieveQuery) => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>) | null;
  /** Reads the input items, oldest first. */
  readonly readInput: () => Promise<JsonArray>;
  /** Stops the work on it, where it goes on by itself. */
  readonly cancel?: () => void;
};

type StoredFiles = Pick<SampleEntry, 'id' | 'body' | 'stream' | 'input'>;

export type SampleLibrary = {
  /** The sample of that ID, or a copy of its own for `<id>.<anything>`; null when there is none. `sourceId` names another sample to copy. */
  readonly find: (id: string, sourceId?: string) => Promise<StoredResponse | null>;
  /** The bodies of all samples, in the order of the index. */
  readonly bodies: () => Promise<readonly JsonObject[]>;
};

/** The samples behind `readSample`. Nothing is cached here: in development an edited sample shows at once. */
export function createSampleLibrary(readSample: ReadSample): SampleLibrary {
  async function find(id: string, sourceId = id) {
    const entries = await readIndex(readSample);
    const entry =
      entries.find((candidate) => candidate.id === sourceId) ?? entries.find((candidate) => candidate.id === originalId(sourceId));
    return entry ? readStored(readSample, entry, id) : null;
  }
  async function bodies() {
    const entries = await readIndex(readSample);
    return Promise.all(entries.map(async (entry) => parsedObject(await readSample(entry.body), entry.body)));
  }
  return { find, bodies };
}

/** What stands before the first dot: `resp_hello.mine` is a copy of `resp_hello`, so that two readers need not meet. */
export function originalId(id: string): string {
  return id.split('.', 1)[0] ?? id;
}

/** A response that is made, not stored. `body` may be given as text where its spelling matters. */
export function madeResponse(body: JsonObject | string): StoredResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  return { text, body: parsedObject(text, 'a made response'), openStream: null, readInput: async () => [] };
}

async function readIndex(readSample: ReadSample): Promise<readonly StoredFiles[]> {
  return arrayOf(parsed(await readSample('index.json'), 'index.json')).flatMap((value) => {
    const entry = objectOf(value);
    const id = stringOf(entry?.['id']);
    const body = stringOf(entry?.['body']);
    if (entry === null || id === null || body === null) return [];
    return [{ id, body, stream: stringOf(entry['stream']), input: stringOf(entry['input']) }];
  });
}

async function readStored(readSample: ReadSample, entry: StoredFiles, id: string): Promise<StoredResponse> {
  // Replaced as text, since a JSON round trip would respell numbers ("1.0").
  const read = async (fileName: string) => (await readSample(fileName)).replaceAll(JSON.stringify(entry.id), JSON.stringify(id));
  const { body, stream, input } = entry;
  const text = await read(body);
  return {
    text,
    body: parsedObject(text, body),
    openStream: stream === null ? null : async (query) => streamOf(replayText(await read(stream), query)),
    readInput: async () => (input === null ? [] : inputList(parsed(await read(input), input))),
  };
}

function streamOf(text: string) {
  return piecewiseBody(cutIntoPieces(new TextEncoder().encode(text), STREAM_PIECE_BYTES));
}

/** Input files hold a plain array, or the list envelope. */
function inputList(value: JsonValue): JsonArray {
  return isJsonObject(value) ? arrayOf(value['data']) : arrayOf(value);
}

function parsedObject(text: string, fileName: string): JsonObject {
  const value = parsed(text, fileName);
  if (!isJsonObject(value)) throw new Error(`${fileName} is not a JSON object`);
  return value;
}

function parsed(text: string, fileName: string): JsonValue {
  const result = tryParseJson(text);
  if (!result.ok) throw new Error(`${fileName} is not JSON: ${result.message}`);
  return result.value;
}
