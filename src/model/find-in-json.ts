import { giveWay, SLICE } from '#base/give-way.ts';
import type { JsonPath, JsonValue } from '#base/json.ts';
import type { FindMatch, Matcher, TextSpan } from './find.ts';
import { textsIn, type FindScope, type FoundText } from './find-texts.ts';

/** Looks through texts, here or in a worker; one list of spans for each text. */
export type SearchTexts = (texts: readonly string[]) => readonly (readonly TextSpan[])[] | Promise<readonly (readonly TextSpan[])[]>;

/** Searching right here, which is right for anything but a regex over long texts. */
export function searchHere(matcher: Matcher): SearchTexts {
  return (texts) => texts.map((text) => matcher.spansIn(text));
}

export type FindInJsonOptions = {
  readonly search: SearchTexts;
  readonly scope: FindScope;
  /** Where `value` stands in its document; begins the path of every match. */
  readonly rootPath?: JsonPath;
  /** How the page gets its turn between slices. */
  readonly pause?: () => Promise<void>;
};

/** A batch is as much as can be looked through well within a slice. */
const BATCH_TEXTS = 2_000;
const BATCH_LENGTH = 100_000;

/**
 * Every match in `value` in the order of the document: of each value the key, then the path, then itself. Comes in batches, with a pause
 * whenever a slice of time is used up; stop taking batches and the search ends.
 */
export async function* findInJson(value: JsonValue, options: FindInJsonOptions): AsyncGenerator<readonly FindMatch[], void> {
  const { search, scope, rootPath = [], pause = giveWay } = options;
  let sliceEnd = performance.now() + SLICE;
  for (const batch of batchesOf(textsIn(value, scope, rootPath))) {
    const answer = search(batch.map(({ text }) => text));
    // Batches follow each other, so that a search which is no longer wanted ends with the one under way.
    // oxlint-disable-next-line no-await-in-loop
    const spans = answer instanceof Promise ? await answer : answer;
    const matches = batch.flatMap((found, index) => matchesOf(found, spans[index] ?? []));
    if (matches.length > 0) yield matches;
    if (performance.now() < sliceEnd) continue;
    // oxlint-disable-next-line no-await-in-loop
    await pause();
    sliceEnd = performance.now() + SLICE;
  }
}

function* batchesOf(texts: Iterable<FoundText>): Generator<readonly FoundText[]> {
  let batch: FoundText[] = [];
  let length = 0;
  for (const found of texts) {
    batch.push(found);
    length += found.text.length;
    if (batch.length < BATCH_TEXTS && length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

function matchesOf(found: FoundText, spans: readonly TextSpan[]): readonly FindMatch[] {
  if (spans.length === 0) return [];
  const path = found.path();
  return spans.filter((span) => found.counts(span)).map(({ start, end }) => ({ path, in: found.in, start, end }));
}
