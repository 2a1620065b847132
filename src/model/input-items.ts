import { arrayOf, isJsonArray, isJsonObject, objectOf, stringOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import { timeOfId } from './id-time.ts';
import { pairCalls } from './pair-calls.ts';

/** How many items are asked for at once: the most that the API gives. */
export const INPUT_PAGE_SIZE = 100;

/** One answer of `GET /responses/{id}/input_items`. */
export type InputPage = {
  readonly items: JsonArray;
  /** What the next page is asked to come after; null where the page names no item. */
  readonly cursor: string | null;
  readonly hasMore: boolean;
};

/**
 * `more`: the server has further items. `complete`: this is all. `repeats`: it says that there is more, but sends what it sent before.
 * `no-cursor`: it says that there is more, but names no item to go on from.
 */
export type InputEnding = 'more' | 'complete' | 'repeats' | 'no-cursor';

/** The pages put together. */
export type InputList = {
  /** Oldest first. */
  readonly items: JsonArray;
  readonly ending: InputEnding;
  /** What to ask the next page to come after; null unless `ending` is `more`. */
  readonly next: string | null;
  /** True when the server sent the newest first, though it was asked not to: until all is here, `items` lacks its beginning. */
  readonly isNewestFirst: boolean;
  /** Items that came a second time on a later page; `items` holds them once. */
  readonly repeatedCount: number;
};

export const NO_INPUT: InputList = { items: [], ending: 'complete', next: null, isNewestFirst: false, repeatedCount: 0 };

/** Reads a list envelope or a bare list; null for anything else. A server that does not say `has_more` has more when the page is full. */
export function readInputPage(body: JsonValue, pageSize = INPUT_PAGE_SIZE): InputPage | null {
  const envelope = objectOf(body);
  const items = isJsonArray(body) ? body : itemsIn(envelope);
  if (items === null) return null;
  const said = envelope?.['has_more'];
  return {
    items,
    cursor: nonEmpty(envelope?.['last_id']) ?? idOf(items.at(-1)),
    hasMore: typeof said === 'boolean' ? said : items.length >= pageSize,
  };
}

/** Some servers write an empty list as null. */
function itemsIn(envelope: JsonObject | null): JsonArray | null {
  if (envelope === null) return null;
  const { data, object } = envelope;
  if (isJsonArray(data)) return data;
  return data === null && object === 'list' ? [] : null;
}

/** Puts pages together in the order they were had, whatever the server made of `order` and `after`. */
export function joinInputPages(pages: readonly InputPage[]): InputList {
  const seen = new Set<string>();
  const cursors = new Set<string>();
  const arrived: JsonValue[] = [];
  let repeatedCount = 0;
  let ending: InputEnding = 'complete';
  let before: InputPage | null = null;
  for (const page of pages) {
    const isCopy = before !== null && isCopyOf(page, before);
    const fresh = isCopy ? [] : page.items.filter((item) => !seen.has(idOf(item) ?? ''));
    repeatedCount += page.items.length - fresh.length;
    ending = endingOf(page, fresh.length, cursors);
    for (const item of fresh) arrived.push(item);
    for (const item of fresh) seen.add(idOf(item) ?? '');
    seen.delete('');
    if (page.cursor !== null) cursors.add(page.cursor);
    before = page;
  }
  const isNewestFirst = comesNewestFirst(arrived);
  return {
    items: isNewestFirst ? arrived.toReversed() : arrived,
    ending,
    next: ending === 'more' ? (before?.cursor ?? null) : null,
    isNewestFirst,
    repeatedCount,
  };
}

function endingOf(page: InputPage, freshCount: number, cursors: ReadonlySet<string>): InputEnding {
  if (!page.hasMore) return 'complete';
  if (page.cursor === null) return page.items.length === 0 ? 'repeats' : 'no-cursor';
  return freshCount === 0 || cursors.has(page.cursor) ? 'repeats' : 'more';
}

/** IDs tell what was sent before; items without one are told by the whole page being the same. */
function isCopyOf(page: InputPage, before: InputPage): boolean {
  if (page.items.length === 0 || page.items.every((item) => idOf(item) !== null)) return false;
  return JSON.stringify(page.items) === JSON.stringify(before.items);
}

/** Seconds: items made closer to each other than this say nothing about the order of the list. */
const CLEARLY_LATER = 0.005;

/** True when something shows that the newest came first, and nothing the opposite: an output before its call, or the times in the IDs. */
export function comesNewestFirst(items: JsonArray): boolean {
  let forwards = 0;
  let backwards = 0;
  for (const [position, other] of pairCalls(items)) {
    if (!isAnswer(items[position])) continue;
    if (position < other) backwards += 1;
    else forwards += 1;
  }
  let last: number | null = null;
  for (const item of items) {
    const time = timeOfId(idOf(item) ?? '');
    if (time !== null && last !== null && Math.abs(time - last) > CLEARLY_LATER) {
      if (time < last) backwards += 1;
      else forwards += 1;
    }
    last = time ?? last;
  }
  return backwards > 0 && forwards === 0;
}

function isAnswer(item: JsonValue | undefined): boolean {
  const type = stringOf(objectOf(item)?.['type']) ?? '';
  return type.endsWith('_output') || type === 'mcp_approval_response';
}

/** The input that some servers and tools put into the body itself, as `input`; null where there is none. A text is what a user said. */
export function inputInBody(response: JsonObject): JsonArray | null {
  const { input } = response;
  if (typeof input === 'string' && input !== '') return [{ type: 'message', role: 'user', content: input }];
  const items = arrayOf(input);
  return items.length > 0 ? items : null;
}

/** The prompt after the server's chat template, as vLLM sends it when it is asked to; empty where it was not. */
export function renderedMessages(response: JsonObject): JsonArray {
  return arrayOf(response['input_messages']);
}

function idOf(item: JsonValue | undefined): string | null {
  return isJsonObject(item) ? nonEmpty(item['id']) : null;
}

function nonEmpty(value: JsonValue | undefined): string | null {
  const text = stringOf(value);
  return text === '' ? null : text;
}
