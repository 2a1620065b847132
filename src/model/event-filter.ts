import { regexProblem } from './find-regex.ts';

/**
 * Which events of a stream are shown, as the reader writes it: words that must all be true, parted by spaces. A word is text, "text with
 * spaces", `/regex/`, or one of `type:delta`, `item:fc_1`, `seq:100-200`, `gap>500ms`, `size>1kb`; with a `-` in front it must not be true.
 */
export type EventFilter = {
  readonly text: string;
  readonly words: readonly FilterWord[];
};

export type FilterWord = {
  /** Where it stands in the text; `end` is behind its last character. */
  readonly start: number;
  readonly end: number;
  readonly isNegated: boolean;
  /** Null for a word that is not finished or means nothing: it hides nothing. */
  readonly term: FilterTerm | null;
  /** What is wrong with it, as a sentence; null when nothing is. */
  readonly problem: string | null;
};

export type FilterTerm =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly pattern: RegExp }
  /** Any of these: a family, the beginning of a type, or one of the words between its dots. In lower case. */
  | { readonly kind: 'type'; readonly names: readonly string[] }
  /** Any of these: an ID or its beginning, an item type, `@3` for a position, `3` for an `output_index`. */
  | { readonly kind: 'item'; readonly names: readonly string[] }
  /** Both ends included. */
  | { readonly kind: 'seq'; readonly from: number; readonly to: number }
  /** Milliseconds since the event before it. */
  | { readonly kind: 'gap'; readonly comparison: Comparison; readonly amount: number }
  /** Bytes of the frame. */
  | { readonly kind: 'size'; readonly comparison: Comparison; readonly amount: number };
export type Comparison = '>' | '>=' | '<' | '<=' | '=';

/** The names of words, for suggestions: each with an example of what follows. */
export const WORD_NAMES = [
  { name: 'type:', meaning: 'a type, its beginning, or a family', example: 'type:delta' },
  { name: 'item:', meaning: 'an item, by ID, type or index', example: 'item:fc_1' },
  { name: 'seq:', meaning: 'a number or a range', example: 'seq:100-200' },
  { name: 'gap>', meaning: 'time since the event before', example: 'gap>500ms' },
  { name: 'size>', meaning: 'bytes of the event', example: 'size>1kb' },
] as const;

/** A quoted text, a regex between slashes, or anything without spaces; quotes may stand behind a name. */
const WORD = /-?(?:[a-z]+:)?"(?:[^"\\]|\\.)*"?|-?\/(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[a-z]*(?=\s|$)|\S+/giy;
const REGEX = /^\/(.+)\/([imsu]*)$/s;
const COMPARED = /^(gap|size)(>=|<=|>|<|=)(.*)$/i;
const NAMED = /^(type|item|seq|gap|size):(.*)$/is;

/** Reads what the reader wrote. Any text gives a filter; what cannot be read hides nothing and says why. */
export function parseEventFilter(text: string): EventFilter {
  const words: FilterWord[] = [];
  WORD.lastIndex = 0;
  for (let at = 0; at < text.length;) {
    const space = /\s*/y;
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) break;
    words.push({ start: at, end: at + word.length, ...readWord(word) });
    at += word.length;
  }
  return { text, words };
}

/** What is wrong with the words of a filter, in their order. */
export function problemsOf({ words }: EventFilter): readonly string[] {
  return [...new Set(words.flatMap(({ problem }) => (problem === null ? [] : [problem])))];
}

/** True when a filter may hide events. */
export function isFilteringEvents({ words }: EventFilter): boolean {
  return words.some(({ term }) => term !== null);
}

type ReadWord = Omit<FilterWord, 'start' | 'end'>;

function readWord(word: string): ReadWord {
  const isNegated = word.startsWith('-') && word.length > 1;
  const body = isNegated ? word.slice(1) : word;
  const read = (term: FilterTerm | null, problem: string | null = null): ReadWord => ({ isNegated, term, problem });
  if (word === '-') return read(null);
  const regex = REGEX.exec(body);
  if (regex !== null) return { isNegated, ...readRegex(regex[1] ?? '', regex[2] ?? '') };
  const compared = COMPARED.exec(body);
  if (compared !== null) return { isNegated, ...readComparison(compared) };
  const named = NAMED.exec(body);
  if (named !== null) return { isNegated, ...readNamed((named[1] ?? '').toLowerCase(), named[2] ?? '') };
  const text = unquoted(body);
  return read(text === '' ? null : { kind: 'text', text });
}

type Read = Pick<FilterWord, 'term' | 'problem'>;

/** Case does not count, as in the filters of browsers. */
function readRegex(source: string, flags: string): Read {
  try {
    return { term: { kind: 'regex', pattern: new RegExp(source, [...new Set(`i${flags}`)].join('')) }, problem: null };
  } catch (error) {
    return { term: null, problem: regexProblem(source, error instanceof Error ? error.message : '') };
  }
}

function readNamed(name: string, written: string): Read {
  const value = unquoted(written);
  if (name === 'gap' || name === 'size') {
    return { term: null, problem: `Write ${name === 'gap' ? 'gap>500ms' : 'size>1kb'}: more or less than how much.` };
  }
  if (name === 'seq') return readRange(value);
  const names = value.split(',').filter((one) => one !== '');
  if (names.length === 0) return { term: null, problem: null };
  return {
    term: name === 'type' ? { kind: 'type', names: names.map((one) => one.toLowerCase()) } : { kind: 'item', names },
    problem: null,
  };
}

function readRange(value: string): Read {
  if (value === '' || value === '-') return { term: null, problem: null };
  const [, from = '', dash, to = ''] = /^(\d*)(-|\.\.)?(\d*)$/.exec(value) ?? [];
  if (from === '' && to === '') return { term: null, problem: `“seq:${value}” is no number and no range. Write seq:57 or seq:100-200.` };
  const first = from === '' ? 0 : Number(from);
  const last = dash === undefined ? first : to === '' ? Infinity : Number(to);
  return { term: { kind: 'seq', from: Math.min(first, last), to: Math.max(first, last) }, problem: null };
}

const UNITS: Readonly<Record<'gap' | 'size', Readonly<Record<string, number>>>> = {
  gap: { '': 1, ms: 1, s: 1000, m: 60_000, min: 60_000 },
  size: { '': 1, b: 1, k: 1000, kb: 1000, m: 1_000_000, mb: 1_000_000, gb: 1_000_000_000 },
};

function readComparison([, name = '', sign = '>', written = '']: RegExpExecArray): Read {
  const kind = name.toLowerCase() === 'gap' ? 'gap' : 'size';
  if (written === '') return { term: null, problem: null };
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)([a-z]*)$/i.exec(written) ?? [];
  const factor = UNITS[kind][unit.toLowerCase()];
  if (number === '' || factor === undefined) {
    return { term: null, problem: `“${written}” is no ${kind === 'gap' ? 'time: write 500ms or 2s.' : 'size: write 200, 1kb or 2mb.'}` };
  }
  return { term: { kind, comparison: sign as Comparison, amount: Number(number) * factor }, problem: null };
}

/** Without its quotes, also where the last one is still missing. */
function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  const isClosed = text.length > 1 && text.endsWith('"') && !/[^\\](?:\\\\)*\\"$/.test(text);
  return text.slice(1, isClosed ? -1 : undefined).replace(/\\(["\\])/g, '$1');
}
