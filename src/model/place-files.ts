import { readDataBlob, type DataBlob } from '#base/data-blob.ts';
import { isJsonObject, objectOf, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import { itemOfPlace, textOfValue, wirePlace, type Place } from './place.ts';

/** Something that can be saved as a file. */
export type PlaceFile = {
  /** The name without its extension; made of data, so it may be anything. */
  readonly stem: string;
  readonly content:
    | { readonly kind: 'json' }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'data'; readonly data: DataBlob };
};

/** What of `place` can be saved: the data it holds, its text, and its JSON where it is more than a scalar. `id` names the response. */
export function filesOfPlace(place: Place, id: string | null): readonly PlaceFile[] {
  const stem = stemOf(place, id);
  const data = dataOf(place);
  const text = data === null ? textOfValue(place.value) : null;
  return [
    ...(data === null ? [] : [{ stem: nameOf(place.value) ?? stem, content: { kind: 'data', data } } as const]),
    ...(text === null || text === '' ? [] : [{ stem, content: { kind: 'text', text } } as const]),
    ...(typeof place.value === 'object' && place.value !== null ? [{ stem, content: { kind: 'json' } } as const] : []),
  ];
}

/** The extension that suits a text: what it is decides, not where it stands. */
export function extensionOfText(text: string): string {
  if (/^\s*[[{]/.test(text) && tryParseJson(text).ok) return 'json';
  const beginning = text.slice(0, 2_000);
  return /^(?:diff --git |--- \S|\*\*\* Begin Patch)/m.test(beginning) && /^[+-]/m.test(beginning) ? 'diff' : 'txt';
}

/** Fields of items and parts that carry data, as base64 or as a data URL. */
const DATA_FIELDS = ['result', 'file_data', 'data', 'image_url', 'file_url', 'video_url', 'url'];

/** Binary data that a value is or holds: the string itself, or the field of an item or part that carries it. What only the server can read is none. */
function dataOf({ path, value }: Place): DataBlob | null {
  if (typeof value === 'string') return path.at(-1) === 'encrypted_content' ? null : readDataBlob(value);
  if (!isJsonObject(value)) return null;
  for (const holder of [value, objectOf(value['input_audio']), objectOf(value['image_url']), objectOf(value['output'])]) {
    const data = holder === null ? null : dataIn(holder);
    if (data !== null) return data;
  }
  return null;
}

function dataIn(holder: JsonObject): DataBlob | null {
  for (const name of DATA_FIELDS) {
    const text = stringOf(holder[name]);
    const data = text === null ? null : readDataBlob(text);
    if (data !== null) return data;
  }
  return null;
}

/** The name that a file came with, without its extension. */
function nameOf(value: JsonValue): string | null {
  const name = stringOf(objectOf(value)?.['filename']) ?? '';
  return name.replace(/\.[^.]{1,10}$/, '') || null;
}

/** "msg_1", "msg_1.content.0.text", "resp_1.tools": whose it is, then where it stands. */
function stemOf(place: Place, id: string | null): string {
  const { path } = wirePlace(place);
  const item = itemOfPlace(place);
  const whole = id ?? 'response';
  const inText = place.around === null ? [] : place.path;
  if (item === null) return [whole, ...path, ...inText].join('.');
  return [whole, item.list, item.position, ...path.slice(2), ...inText].join('.');
}
