import { arrayOf, isJsonObject, numberOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** What the indexes of annotations count. Python counts code points, JavaScript UTF-16 units; the API does not say which. */
export type IndexUnit = 'code-points' | 'utf-16';

/** Where an annotation belongs in its text, in UTF-16 units; `start` equals `end` where it is one point and not a span. */
export type AnnotationPlace = { readonly start: number; readonly end: number };

export type ReadAnnotation = {
  /** As it was sent; anything at all. */
  readonly annotation: JsonValue;
  readonly type: string;
  /** From 1, in the order sent. */
  readonly number: number;
  /** Null when there are no indexes, or none that mean a place. */
  readonly place: AnnotationPlace | null;
};

/** Reads the `annotations` of a content part against its `text`, whatever their types; indexes are clamped to the text. */
export function readAnnotations(annotations: JsonValue | undefined, text: string): readonly ReadAnnotation[] {
  const list = arrayOf(annotations);
  const indexes = list.map((annotation) => (isJsonObject(annotation) ? indexesOf(annotation) : null));
  const toUtf16 = indexUnitOf(indexes, text) === 'utf-16' ? (index: number) => index : codePointOffsets(text);
  return list.map((annotation, position) => {
    const found = indexes[position] ?? null;
    return {
      annotation,
      type: (isJsonObject(annotation) ? stringOf(annotation['type']) : null) ?? 'unknown',
      number: position + 1,
      place: found === null ? null : placeOf(found, text, toUtf16),
    };
  });
}

/**
 * The unit that makes more of the spans sensible. The two differ only in texts with characters beyond the Basic Multilingual Plane, such
 * as emoji; there a span counted in the wrong unit starts or ends in the middle of a word. On a tie: code points, since the servers that
 * number them are written in Python.
 */
export function indexUnitOf(places: readonly (AnnotationPlace | null)[], text: string): IndexUnit {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return 'utf-16';
  const toUtf16 = codePointOffsets(text);
  let balance = 0;
  for (const place of places) {
    if (place === null) continue;
    const counted = clamp({ start: toUtf16(place.start), end: toUtf16(place.end) }, text);
    balance += sense(counted, text) - sense(clamp(place, text), text);
  }
  return balance < 0 ? 'utf-16' : 'code-points';
}

function indexesOf(annotation: JsonObject): AnnotationPlace | null {
  const end = numberOf(annotation['end_index']) ?? numberOf(annotation['start_index']) ?? numberOf(annotation['index']);
  if (end === null) return null;
  return { start: numberOf(annotation['start_index']) ?? end, end };
}

function placeOf(indexes: AnnotationPlace, text: string, toUtf16: (index: number) => number): AnnotationPlace | null {
  // Files made by the code interpreter are cited with 0 to 0 when the text never mentions them.
  if (indexes.start === 0 && indexes.end === 0) return null;
  return clamp({ start: toUtf16(indexes.start), end: toUtf16(indexes.end) }, text);
}

function clamp({ start, end }: AnnotationPlace, text: string): AnnotationPlace {
  const last = Math.min(Math.max(0, Math.trunc(end)), text.length);
  return { start: Math.min(Math.max(0, Math.trunc(start)), last), end: last };
}

/** How many of the two ends of a span fall on the edge of a word. */
function sense({ start, end }: AnnotationPlace, text: string): number {
  return (isEdge(text, start) ? 1 : 0) + (isEdge(text, end) ? 1 : 0);
}

const WORD = /[\p{L}\p{N}\ud800-\udfff]/u;

function isEdge(text: string, index: number): boolean {
  const before = text[index - 1];
  const after = text[index];
  if (before === undefined || after === undefined) return true;
  // Brackets that belong to the span are a stronger sign than any letter: "([host](url))".
  if (/[([]/.test(before) && /[([]/.test(after)) return false;
  if (/[)\]]/.test(before) && /[)\]]/.test(after)) return false;
  return !(WORD.test(before) && WORD.test(after)) && !(/\s/.test(before) && /\s/.test(after));
}

/** Turns a count of code points of `text` into a UTF-16 offset; beyond the end it stays beyond the end. */
function codePointOffsets(text: string): (index: number) => number {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  return (index) => {
    let offset = index;
    for (const pair of pairs) {
      if (pair >= offset) break;
      offset += 1;
    }
    return offset;
  };
}
