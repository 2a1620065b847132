import type { JsonPath } from '#base/json.ts';
import { regexProblem } from './find-regex.ts';

/** What the reader asks for. An empty `text` asks for nothing. */
export type FindQuery = { readonly text: string; readonly isRegex: boolean; readonly matchesCase: boolean };

/** A place in a text, in UTF-16 units; `end` is the first one after it. Never empty. */
export type TextSpan = { readonly start: number; readonly end: number };

/**
 * A place in a document. `in` says what the span counts in: the last key of `path`, the value there (a string, or the JSON of another scalar),
 * or `path` as `formatDotPath` writes it.
 */
export type FindMatch = { readonly path: JsonPath; readonly in: 'key' | 'value' | 'path' } & TextSpan;

/** A query ready for use. */
export type Matcher = {
  readonly query: FindQuery;
  /**
   * Every match in `text` from left to right, without overlaps, at most `most` of them (one more than anyone counts). A regex answers in a time that nobody can promise:
   * run it over long texts in a worker, and here over what one row shows.
   */
  readonly spansIn: (text: string, most?: number) => readonly TextSpan[];
};

export type CompiledFind =
  | { readonly ok: true; readonly matcher: Matcher }
  /** A sentence on what is wrong with the regex. */
  | { readonly ok: false; readonly problem: string };

/** What stands for "nothing is looked for". */
export const NO_QUERY: FindQuery = { text: '', isRegex: false, matchesCase: false };

/** Nobody steps through more; the count then reads "10,000+". */
export const MOST_MATCHES = 10_000;

/**
 * Makes a matcher. Text without case folds as Unicode has it (K, k and the Kelvin sign are one letter; σ and ς too) and keeps offsets;
 * in a regex `^` and `$` stand for the ends of lines.
 */
export function compileFind(query: FindQuery): CompiledFind {
  const { text, isRegex, matchesCase } = query;
  if (text === '') return { ok: true, matcher: { query, spansIn: () => [] } };
  if (!isRegex && matchesCase) return { ok: true, matcher: { query, spansIn: (within, most) => exactSpans(text, within, most) } };
  const regex = isRegex ? readRegex(text, matchesCase ? 'gm' : 'gim') : new RegExp(escaped(text), 'giu');
  if (!(regex instanceof RegExp)) return { ok: false, problem: regex.problem };
  return { ok: true, matcher: { query, spansIn: (within, most) => regexSpans(regex, within, most) } };
}

/** With Unicode rules where the pattern keeps them, else with the lenient ones of old: `\-` and a bare `{` are what people type. */
function readRegex(source: string, flags: string): RegExp | { readonly problem: string } {
  for (const all of [`${flags}u`, flags]) {
    try {
      return new RegExp(source, all);
    } catch (error) {
      if (all === flags) return { problem: regexProblem(source, error instanceof Error ? error.message : '') };
    }
  }
  return { problem: regexProblem(source, '') };
}

function exactSpans(text: string, within: string, most = MOST_MATCHES + 1): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  for (let at = within.indexOf(text); at !== -1 && spans.length < most; at = within.indexOf(text, at + text.length)) {
    spans.push({ start: at, end: at + text.length });
  }
  return spans;
}

function regexSpans(regex: RegExp, within: string, most = MOST_MATCHES + 1): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(within); match !== null && spans.length < most; match = regex.exec(within)) {
    if (match[0] === '') regex.lastIndex = match.index + (isPairAt(within, match.index) ? 2 : 1);
    else spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function isPairAt(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What is looked for in a tab, for a panel that draws its own highlights: whatever the matcher finds, and `current` stronger and in view. */
export type PanelFind = {
  readonly matcher: Matcher;
  /** The match the reader has stepped to; another object with each step. */
  readonly current: FindMatch | null;
};
