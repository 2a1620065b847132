import { readFileSync, writeFileSync } from 'node:fs';
import { objectOf, type JsonObject, type JsonValue } from '#base/json.ts';
import type { SampleEntry } from '#model/sample-manifest.ts';
import type { PartialImages } from '#sample-api/event-writing/item-events.ts';
import { frameOf } from '#sample-api/event-writing/response-events.ts';
import { inProject } from './project-root.ts';
import { spoiled } from './sample-stream/buggy-server.ts';
import { paddedEvents } from './sample-stream/padded-events.ts';
import partialImages from './sample-stream/partial-images.json';

/** Writes the event stream of every sample that names one, from its body: run it after a body has changed. One with faults gets them here. */
const folder = inProject('public/samples');
const readJson = (name: string): JsonValue => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as JsonValue;

for (const entry of readJson('index.json') as unknown as readonly SampleEntry[]) {
  if (entry.stream === null) continue;
  const response: JsonObject = objectOf(readJson(entry.body)) ?? {};
  const images = Object.entries<PartialImages>(partialImages).find(([id]) => id === entry.id)?.[1] ?? [];
  const sound = paddedEvents(response, images);
  const events = entry.faults === undefined ? sound : spoiled(sound);
  writeFileSync(`${folder}/${entry.stream}`, events.map(frameOf).join(''));
  console.log(`${entry.stream}: ${events.length} events`);
}
