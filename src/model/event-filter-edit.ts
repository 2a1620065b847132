import { parseEventFilter, type FilterWord } from './event-filter.ts';

/** True when the filter hides all deltas. */
export function hidesDeltas(text: string): boolean {
  return parseEventFilter(text).words.some(isDeltaWord);
}

/** The text of a filter that hides deltas, or shows them again. */
export function toggleDeltas(text: string): string {
  const { words } = parseEventFilter(text);
  return words.some(isDeltaWord) ? withoutWords(text, words.filter(isDeltaWord)) : withWord(text, '-type:delta');
}

function isDeltaWord({ term, isNegated }: FilterWord): boolean {
  return isNegated && term?.kind === 'type' && term.names.length === 1 && term.names[0] === 'delta';
}

/** The families that a filter is limited to; empty for all. `families` are the words that mean one. */
export function familiesOf(text: string, families: readonly string[]): readonly string[] {
  return parseEventFilter(text).words.flatMap((word) => familyNames(word, families) ?? []);
}

/** The text of a filter with one family more, or less, that it is limited to. All of them stand in one word: any may be true. */
export function toggleFamily(text: string, family: string, families: readonly string[]): string {
  const { words } = parseEventFilter(text);
  const word = words.find((one) => familyNames(one, families) !== null);
  if (word === undefined) return withWord(text, `type:${family}`);
  const names = familyNames(word, families) ?? [];
  const next = names.includes(family) ? names.filter((name) => name !== family) : [...names, family];
  if (next.length === 0) return withoutWords(text, [word]);
  return `${text.slice(0, word.start)}type:${next.join(',')}${text.slice(word.end)}`;
}

/** The names in a word that says nothing but families; null for other words. */
function familyNames({ term, isNegated }: FilterWord, families: readonly string[]): readonly string[] | null {
  if (isNegated || term?.kind !== 'type') return null;
  return term.names.every((name) => families.includes(name)) ? term.names : null;
}

/** The range of numbers that a filter is limited to, both ends included; null for all. */
export function rangeOf(text: string): { readonly from: number; readonly to: number } | null {
  const term = parseEventFilter(text).words.find(isRangeWord)?.term;
  return term?.kind === 'seq' ? { from: term.from, to: term.to } : null;
}

/** The text of a filter that is limited to these numbers and to no others; to none with null. */
export function withRange(text: string, range: { readonly from: number; readonly to: number } | null): string {
  const rest = withoutWords(text, parseEventFilter(text).words.filter(isRangeWord));
  return range === null ? rest : withWord(rest, `seq:${range.from}-${range.to}`);
}

function isRangeWord({ term, isNegated }: FilterWord): boolean {
  return !isNegated && term?.kind === 'seq';
}

/** True when the filter is limited to what it calls `name`, by a word of its own. */
export function isOnlyItem(text: string, name: string): boolean {
  return parseEventFilter(text).words.some((word) => isItemWord(word) && itemName(word) === name);
}

/** The text of a filter that is limited to one item, or to none when it was that one. */
export function toggleOnlyItem(text: string, name: string): string {
  const rest = withoutWords(text, parseEventFilter(text).words.filter(isItemWord));
  return isOnlyItem(text, name) ? rest : withWord(rest, `item:${name}`);
}

function isItemWord({ term, isNegated }: FilterWord): boolean {
  return !isNegated && term?.kind === 'item';
}

function itemName({ term }: FilterWord): string | undefined {
  return term?.kind === 'item' && term.names.length === 1 ? term.names[0] : undefined;
}

/** `text` with a word at its end. */
export function withWord(text: string, word: string): string {
  return text.trim() === '' ? word : `${text.trimEnd()} ${word}`;
}

function withoutWords(text: string, words: readonly FilterWord[]): string {
  const rest = words.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^\s+/, ''), text);
  return rest.trim();
}
