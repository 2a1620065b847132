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

/** `text` with a word at its end. */
export function withWord(text: string, word: string): string {
  return text.trim() === '' ? word : `${text.trimEnd()} ${word}`;
}

function withoutWords(text: string, words: readonly FilterWord[]): string {
  const rest = words.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^\s+/, ''), text);
  return rest.trim();
}
