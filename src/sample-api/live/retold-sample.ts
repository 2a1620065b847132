import { arrayOf, isJsonObject, stringOf, tryParseJson, type JsonArray, type JsonObject } from '#base/json.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import { INCLUDE_VALUES } from '#protocol/parameters.ts';
import { responseNotFound } from '#sample-api/errors.ts';
import { randomNumbers } from '#sample-api/random-numbers.ts';
import type { StoredResponse } from '#sample-api/sample-library.ts';
import { pauseBefore, type Moment } from './pace.ts';
import { tell } from './story.ts';
import type { ReadSource } from './timeline.ts';
import type { Teller } from './told-run.ts';

/** How many items each step has, where a sample did not work on one after the other. */
type StepSizes = readonly number[];

/** Tells how a stored sample came about, whether its stream is stored or not. */
export function sampleBody(sourceId: string, sizes: StepSizes = []): Teller {
  return async (id, milliseconds, read) => {
    const { body, readInput } = await readSource(read, sourceId, id);
    const { output, ...response } = body;
    return { moments: tell({ response, steps: stepsOf(arrayOf(output), sizes), input: [] }, milliseconds), input: await readInput() };
  };
}

/** Plays the stored stream of a sample, every event as it is; tells how it came about where none is stored. */
export function sampleStream(sourceId: string): Teller {
  return async (id, milliseconds, read) => {
    const { openStream, readInput } = await readSource(read, sourceId, id);
    if (openStream === null) return sampleBody(sourceId)(id, milliseconds, read);
    const text = await new Response(await openStream(EVERYTHING)).text();
    return { moments: paced(eventsIn(text), milliseconds), input: await readInput() };
  };
}

const EVERYTHING = {
  include: new Set(INCLUDE_VALUES.map(({ value }) => value)),
  stream: true,
  startingAfter: null,
  includeObfuscation: true,
};

async function readSource(read: ReadSource, sourceId: string, id: string): Promise<StoredResponse> {
  const source = await read(id, sourceId);
  if (source === null) throw responseNotFound(id);
  return source;
}

function stepsOf(items: JsonArray, sizes: StepSizes): readonly JsonArray[] {
  const steps: JsonArray[] = [];
  for (let start = 0; start < items.length; start += steps.at(-1)?.length ?? 1)
    steps.push(items.slice(start, start + (sizes[steps.length] ?? 1)));
  return steps;
}

function eventsIn(text: string): readonly JsonObject[] {
  const parsed = splitEventStream(text).map(({ data }) => tryParseJson(data));
  return parsed.flatMap((result) => (result.ok && isJsonObject(result.value) ? [result.value] : []));
}

function paced(events: readonly JsonObject[], milliseconds: number): readonly Moment[] {
  const random = randomNumbers(milliseconds);
  let clock = 0;
  const moments = events.map(({ type, sequence_number: _place, ...fields }) => {
    const name = (stringOf(type) ?? '').replace(/^response\./, '');
    clock += pauseBefore(name, random);
    return { at: clock, draft: { name, fields } };
  });
  return moments.map(({ at, draft }) => ({ at: (at / clock) * milliseconds, draft }));
}
