import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { arrayOf, isJsonObject, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import type { SampleEntry } from '#model/sample-manifest.ts';

/** The folder of the samples, as an absolute path. */
export const SAMPLES_FOLDER = resolve(import.meta.dirname, '../../public/samples');

/** One sample with everything that belongs to it. The body holds what a server stores: also what it only sends when `include` asks. */
export type LoadedSample = {
  readonly entry: SampleEntry;
  /** The body as it stands in the file. */
  readonly bodyText: string;
  readonly body: JsonObject;
  /** The whole event stream as it stands in the file; null when none is stored. */
  readonly streamText: string | null;
  /** The input items, oldest first; null when none are stored. */
  readonly input: JsonArray | null;
};

/** The manifest, in the order of the home screen. Throws when `index.json` cannot be read. */
export function loadManifest(): readonly SampleEntry[] {
  return JSON.parse(readSampleFile('index.json')) as readonly SampleEntry[];
}

/** All samples in the order of the manifest. Throws when a file is missing or no JSON. */
export function loadSamples(): readonly LoadedSample[] {
  return loadManifest().map(loadEntry);
}

/** The sample with this response ID. Throws when there is none. */
export function loadSample(id: string): LoadedSample {
  const entry = loadManifest().find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`No sample has the ID ${id}`);
  return loadEntry(entry);
}

/** The text of one file inside `public/samples/`. */
export function readSampleFile(name: string): string {
  return readFileSync(resolve(SAMPLES_FOLDER, name), 'utf8');
}

function loadEntry(entry: SampleEntry): LoadedSample {
  const bodyText = readSampleFile(entry.body);
  const body = JSON.parse(bodyText) as JsonValue;
  if (!isJsonObject(body)) throw new Error(`${entry.body} is no object`);
  return {
    entry,
    bodyText,
    body,
    streamText: entry.stream === null ? null : readSampleFile(entry.stream),
    input: entry.input === null ? null : arrayOf(JSON.parse(readSampleFile(entry.input)) as JsonValue),
  };
}
