import { arrayOf, isJsonObject, stringOf, type JsonObject, type JsonPath } from '#base/json.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import type { ResponseSubject } from './rule.ts';

/** An item of `output` with what findings say of it. */
export type PlacedItem = {
  /** Its place in `output`, from 0. */
  readonly position: number;
  readonly path: JsonPath;
  readonly item: JsonObject;
  /** Empty where the item has none. */
  readonly type: string;
  /** As the events call it, where there are events. */
  readonly outputIndex: number;
};

/** The items of `output` that are objects. */
export function itemsIn({ response, recording }: ResponseSubject): readonly PlacedItem[] {
  const states = recording.kind === 'stream' ? recording.folded.items : [];
  return arrayOf(response['output']).flatMap((item, position) => {
    if (!isJsonObject(item)) return [];
    const outputIndex = states[position]?.outputIndex ?? position;
    return [{ position, path: ['output', position], item, type: stringOf(item['type']) ?? '', outputIndex }];
  });
}

/** An item as sentences name it: "output[2] (function_call of get_weather)". */
export function nameOf({ path, type, item }: PlacedItem): string {
  const name = stringOf(item['name']);
  return `${formatDotPath(path)} (${type || 'no type'}${name === null || name === '' ? '' : ` of ${name}`})`;
}

type PlacedPart = { readonly path: JsonPath; readonly part: JsonObject; readonly type: string };

/** The content parts of an item: of its `content`, and of the `summary` of reasoning. */
export function partsIn({ item, path }: Pick<PlacedItem, 'item' | 'path'>): readonly PlacedPart[] {
  return ['content', 'summary'].flatMap((field) =>
    arrayOf(item[field]).flatMap((part, index) =>
      isJsonObject(part) ? [{ path: [...path, field, index], part, type: stringOf(part['type']) ?? '' }] : [],
    ),
  );
}

/** True once nothing more is to come: what is missing then is missing for good. */
export function hasEnded({ response, recording }: ResponseSubject): boolean {
  if (recording.kind === 'stream') return recording.folded.ending !== null && recording.folded.ending !== 'cut-off';
  return !isUnfinished(stringOf(response['status']));
}

/** False for an item of a stream that broke off within it, or told of its parts only: what is missing may have been to come. */
export function isSettled({ position }: PlacedItem, { recording }: ResponseSubject): boolean {
  const state = recording.kind === 'stream' ? recording.folded.items[position] : undefined;
  return state === undefined || (!state.isOpen && !state.isStub);
}

/** True for an item that was made to its end, so that its texts are whole. Items without a status of their own go by that of the response. */
export function isWhole(placed: PlacedItem, subject: ResponseSubject): boolean {
  return isSettled(placed, subject) && (stringOf(placed.item['status']) ?? subject.response['status']) === 'completed';
}

/** The statuses of items that are being worked on. */
const UNFINISHED: ReadonlySet<string> = new Set(['in_progress', 'searching', 'generating', 'interpreting', 'calling', 'queued']);

export function isUnfinishedItem(status: string | null): boolean {
  return status !== null && UNFINISHED.has(status);
}
