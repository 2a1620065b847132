import type { TrackedItem } from './tracked-items.ts';

/** An item as sentences about events name it: "item 2 (function_call)". */
export function itemWords({ outputIndex, type, id }: Pick<TrackedItem, 'outputIndex' | 'type' | 'id'>): string {
  const kind = type ?? 'no type';
  if (outputIndex !== null) return `item ${outputIndex} (${kind})`;
  return id === null ? `a ${type ?? 'item'} without an output_index` : `item ${id} (${kind})`;
}

/** Sequence numbers in a sentence: "number 5", "numbers 5 and 6", "numbers 5 to 9". */
export function rangeWords(from: number, to: number): string {
  if (from === to) return `number ${from}`;
  return to === from + 1 ? `numbers ${from} and ${to}` : `numbers ${from} to ${to}`;
}

export function isOrAre(from: number, to: number): string {
  return from === to ? 'is' : 'are';
}
