import { readJsonPointer } from '#base/json-pointer.ts';
import { formatDotPath, formatJqPath, formatJsonPath } from '#base/json-path-text.ts';
import { isJsonArray, tryParseJson, valueAt, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';

/** A value somewhere in what is on the screen, and where it stands. */
export type Place = {
  /** The response itself, the list of its input items, or the JSON that the text of another place is. */
  readonly document: 'response' | 'input_items' | 'text';
  /** From the root of `document`. */
  readonly path: JsonPath;
  readonly value: JsonValue;
  /** The string whose text is the document, for a place in such a text. */
  readonly around: Place | null;
};

/** A place as the page writes it down: a JSON Pointer, from the root of a document. */
export type PlaceAddress = { readonly document: Place['document']; readonly pointer: string; readonly around: PlaceAddress | null };

export type PlaceDocuments = {
  readonly response: JsonObject;
  /** The input items that are here by now, oldest first. */
  readonly inputItems: JsonArray;
};

/** What stands at `address`, or around it where that is gone; null when nothing does, because the documents changed under the page. */
export function readPlace({ document, pointer, around }: PlaceAddress, documents: PlaceDocuments): Place | null {
  const outer = around === null ? null : readPlace(around, documents);
  const root = rootOf(document, outer, documents);
  const path = root === undefined ? null : readJsonPointer(root, pointer);
  const value = path === null ? undefined : valueAt(root, path);
  return path === null || value === undefined ? outer : { document, path, value, around: outer };
}

function rootOf(document: Place['document'], outer: Place | null, { response, inputItems }: PlaceDocuments): JsonValue | undefined {
  if (document === 'response') return response;
  // As `/input_items` answers, all its pages in one.
  if (document === 'input_items') return { data: inputItems };
  const parsed = typeof outer?.value === 'string' ? tryParseJson(outer.value) : null;
  return parsed?.ok === true ? parsed.value : undefined;
}

/** The place on the wire that `place` is in: itself, or for a place in a text the string that holds the text. */
export function wirePlace(place: Place): Place {
  return place.around === null ? place : wirePlace(place.around);
}

/** The item that `place` is or is part of; null outside of lists of items. */
export function itemOfPlace(place: Place): { readonly list: 'output' | 'input'; readonly position: number } | null {
  const { document, path } = wirePlace(place);
  const [field, position] = path;
  if (typeof position !== 'number') return null;
  if (document === 'input_items') return field === 'data' ? { list: 'input', position } : null;
  return field === 'output' || field === 'input' ? { list: field, position } : null;
}

/** The path of `place` in words to be read: "output[3].arguments → city.name". */
export function placeName(place: Place): string {
  const inner = formatDotPath(place.path);
  if (place.around !== null) return inner === '' ? placeName(place.around) : `${placeName(place.around)} → ${inner}`;
  return inner === '' ? 'response' : inner;
}

/** The ways to write the path of `place`, each so that its tool takes it. A text of JSON is parsed on the way, where the tool can. */
export function pathTexts(place: Place): { readonly dot: string; readonly jsonpath: string; readonly jq: string } {
  const { around, path } = place;
  if (around === null) return { dot: formatDotPath(path), jsonpath: formatJsonPath(path), jq: formatJqPath(path) };
  const outer = pathTexts(around);
  const parsed = `JSON.parse(${outer.dot})`;
  const [first] = path;
  const dot = formatDotPath(path);
  return {
    dot: first === undefined ? parsed : `${parsed}${dot.startsWith('[') ? '' : '.'}${dot}`,
    // JSONPath cannot look into a string: this is the path in the text.
    jsonpath: formatJsonPath(path),
    jq: `${outer.jq} | fromjson${path.length === 0 ? '' : ` | ${formatJqPath(path)}`}`,
  };
}

/** The text of a value, as a reader would copy it: a string itself, what a part or an item says; null where there is none. */
export function textOfValue(value: JsonValue): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || isJsonArray(value)) return null;
  for (const name of ['text', 'refusal', 'transcript', 'logs'] as const) if (typeof value[name] === 'string') return value[name];
  const texts = ['summary', 'content', 'output'].flatMap((name) => textsOf(value[name]));
  return texts.length === 0 ? null : texts.join('\n\n');
}

function textsOf(content: JsonValue | undefined): readonly string[] {
  if (typeof content === 'string') return content === '' ? [] : [content];
  if (!isJsonArray(content)) return [];
  return content.flatMap((part) => {
    const text = isJsonArray(part) ? null : textOfValue(part);
    return text === null || text === '' ? [] : [text];
  });
}
