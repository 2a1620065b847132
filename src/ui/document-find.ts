import { formatJsonPointer } from '#base/json-pointer.ts';
import type { JsonPath } from '#base/json.ts';
import type { Span } from './marked-text.tsx';

/** What is looked for in a document: the matches in a text, and the match that the reader is at. */
export type FindInDocument = {
  readonly matcher: { readonly spansIn: (text: string, most?: number) => readonly Span[] };
  readonly current: (Span & { readonly path: JsonPath; readonly in: 'key' | 'value' | 'path' }) | null;
};

/** What to mark in one text: spans of the text, and of these the current one. */
export type Marks = { readonly spans: readonly Span[]; readonly current: Span | null };

export const NO_MARKS: Marks = { spans: [], current: null };

/** Marks that one row shows at most. */
const MOST_MARKS = 200;
/** A row of a text is looked through with this much around it, since a match may begin or end on other rows. */
const AROUND = 200;

/** Answers what to mark in the parts of rows. */
export class RowMarks {
  readonly #find: FindInDocument;
  readonly #currentPointer: string | null;

  constructor(find: FindInDocument) {
    this.#find = find;
    this.#currentPointer = find.current === null ? null : formatJsonPointer(find.current.path);
  }

  /** In the key of the row at `pointer`. */
  inKey(key: string, pointer: string | undefined): Marks {
    return { spans: this.#find.matcher.spansIn(key, MOST_MARKS), current: this.#currentOf('key', pointer) };
  }

  /** In the part of the value at `pointer` from `start` to `end`; the spans count from `start`. */
  inValue(value: string, start: number, end: number, pointer: string | undefined): Marks {
    const from = Math.max(0, start - AROUND);
    const found = this.#find.matcher.spansIn(value.slice(from, end + AROUND), MOST_MARKS);
    const shifted = (span: Span, by: number) => ({ start: span.start + by, end: span.end + by });
    const spans = found.map((span) => shifted(span, from - start)).filter((span) => span.end > 0 && span.start < end - start);
    const current = this.#currentOf('value', pointer);
    return { spans, current: current === null ? null : shifted(current, -start) };
  }

  /** In a path as it is written in the bar. */
  inPath(text: string, path: JsonPath): Marks {
    return { spans: this.#find.matcher.spansIn(text, MOST_MARKS), current: this.#currentOf('path', formatJsonPointer(path)) };
  }

  #currentOf(where: 'key' | 'value' | 'path', pointer: string | undefined): Span | null {
    const { current } = this.#find;
    return current !== null && current.in === where && pointer !== undefined && pointer === this.#currentPointer ? current : null;
  }
}
