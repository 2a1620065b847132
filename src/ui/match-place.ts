import { visibleText } from '#base/visible-text.ts';

/**
 * Finds a place of a value in what the page made of it. Views draw Markdown, lay JSON out and mark hidden characters, so that only the
 * letters and digits are sure to be there in their order: the place is where those of the match stand among those around it.
 */
export type SoughtWords = {
  /** The whole value, and where in it the match stands. */
  readonly whole: string;
  readonly start: number;
  readonly end: number;
  /** Where in the value the page begins to show it: long ones are shown in pieces. */
  readonly from: number;
  /** How many values that read the same come before this one. */
  readonly earlier: number;
};

/** How far around the match is looked at, in letters and digits. */
const CONTEXT = 32;
/** So many of them have to agree, where the value has that many. */
const ENOUGH = 12;
/** More places than this are not weighed. */
const MOST_PLACES = 5_000;

/** What is known of the page besides its text. */
export type PageKnowledge = {
  /** How much likelier a place is than another with the same words around. */
  readonly weigh: (start: number) => number;
  /** True where something new begins, though no space stands there. */
  readonly isEdge: (offset: number) => boolean;
};

const NOTHING_KNOWN: PageKnowledge = { weigh: () => 0, isEdge: () => false };

/** The span of `text` that shows the match; null when none does. */
export function findPlace(
  text: string,
  sought: SoughtWords,
  { weigh, isEdge }: PageKnowledge = NOTHING_KNOWN,
): { readonly start: number; readonly end: number } | null {
  const { whole, start, end } = sought;
  const keep = /[\p{L}\p{N}]/u.test(whole.slice(start, end)) ? LETTERS : VISIBLE;
  const words = reducedText(whole.slice(start, end), keep);
  if (words === '') return null;
  const before = reducedText(whole.slice(Math.max(0, start - CONTEXT * 4), start), keep).slice(-CONTEXT);
  const after = reducedText(whole.slice(end, end + CONTEXT * 4), keep).slice(0, CONTEXT);
  const page = reduced(text, keep);
  const places: { readonly at: number; readonly weight: number }[] = [];
  for (let at = page.text.indexOf(words); at !== -1 && places.length < MOST_PLACES; at = page.text.indexOf(words, at + 1)) {
    const agreeing = sameEnd(page.text, at, before) + sameStart(page.text, at + words.length, after);
    if (!agrees(page, at, { words, before, after, agreeing }, text, isEdge)) continue;
    places.push({ at, weight: agreeing + weigh(page.offsets[at] ?? 0) });
  }
  const most = places.reduce((best, { weight }) => Math.max(best, weight), -Infinity);
  const best = places.filter(({ weight }) => weight === most);
  const alike =
    best.length < 2 ? 0 : sought.earlier + alikeBefore(reducedText(whole.slice(sought.from, start), keep), before, words, after);
  const place = best[Math.min(alike, best.length - 1)];
  if (place === undefined) return null;
  const first = page.offsets[place.at] ?? 0;
  const last = page.offsets[place.at + words.length - 1] ?? 0;
  return wholeSpan(text, first, visibleText(whole.slice(start, end)), keep) ?? { start: first, end: last + characterLength(text, last) };
}

/** How often `words` stand in `text` with `before` and `after` around them, when they and `after` follow it. */
function alikeBefore(text: string, before: string, words: string, after: string): number {
  const pattern = before + words + after;
  const whole = text + words + after;
  let count = 0;
  for (let at = whole.indexOf(pattern); at !== -1 && at + before.length < text.length; at = whole.indexOf(pattern, at + 1)) count += 1;
  return count;
}

/** With the signs at the ends of the match, where the page has them as they are. */
function wholeSpan(text: string, first: number, match: string, keep: RegExp): { readonly start: number; readonly end: number } | null {
  const start = first - match.search(keep);
  return start >= 0 && text.startsWith(match, start) ? { start, end: start + match.length } : null;
}

type Agreement = { readonly words: string; readonly before: string; readonly after: string; readonly agreeing: number };

/** Enough of a long value is there; a short one is there as a whole, and as a word of its own. */
function agrees(
  page: Reduced,
  at: number,
  { words, before, after, agreeing }: Agreement,
  text: string,
  isEdge: PageKnowledge['isEdge'],
): boolean {
  if (before.length + after.length >= ENOUGH) return agreeing >= ENOUGH;
  if (agreeing < before.length + after.length) return false;
  const first = page.offsets[at - before.length] ?? 0;
  const last = page.offsets[at + words.length + after.length - 1] ?? 0;
  const next = last + characterLength(text, last);
  return (isEdge(first) || !isWordAt(text, first - 1)) && (isEdge(next) || !isWordAt(text, next));
}

const LETTERS = /[\p{L}\p{N}]+/gu;
const VISIBLE = /\S+/gu;

type Reduced = { readonly text: string; readonly offsets: Uint32Array };

/** What `keep` finds in `text`, joined, and where each unit of it stood. */
function reduced(text: string, keep: RegExp): Reduced {
  const offsets = new Uint32Array(text.length);
  const parts: string[] = [];
  let length = 0;
  for (const match of text.matchAll(keep)) {
    parts.push(match[0]);
    for (let index = 0; index < match[0].length; index += 1) offsets[length + index] = match.index + index;
    length += match[0].length;
  }
  return { text: parts.join(''), offsets };
}

/** A piece of a value as `reduced` makes it of the page, which shows hidden characters as marks. */
function reducedText(text: string, keep: RegExp): string {
  return reduced(visibleText(text), keep).text;
}

function sameEnd(text: string, end: number, before: string): number {
  let count = 0;
  while (count < before.length && text[end - 1 - count] === before[before.length - 1 - count]) count += 1;
  return count;
}

function sameStart(text: string, start: number, after: string): number {
  let count = 0;
  while (count < after.length && text[start + count] === after[count]) count += 1;
  return count;
}

function isWordAt(text: string, offset: number): boolean {
  return offset >= 0 && /[\p{L}\p{N}]/u.test(text[offset] ?? '');
}

function characterLength(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
