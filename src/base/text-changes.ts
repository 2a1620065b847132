import { diffArrays } from 'diff';
import { characterBoundary } from './truncate.ts';

/** A stretch of two texts: of both, of the first alone, or of the second alone. */
export type TextChange = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** What differs between longer stretches, or in more places, is told as one change: it would take too long, and nobody would read it. */
const MOST_WORDS = 4000;
const MOST_EDITS = 300;

/** Words, spaces, and whatever else by itself. */
const WORDS = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;

/** Where two texts begin to differ, in UTF-16 units; null where they are the same. Never inside of a character. */
export function firstDifference(one: string, other: string): number | null {
  if (one === other) return null;
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return characterBoundary(one, at);
}

/** What makes `other` out of `one`, stretch by stretch: together those of the first are `one`, and those of the second `other`. By letters at both ends, by words in between. */
export function textChanges(one: string, other: string): readonly TextChange[] {
  const start = firstDifference(one, other);
  if (start === null) return one === '' ? [] : [{ kind: 'same', text: one }];
  const most = Math.min(one.length, other.length) - start;
  let end = 0;
  while (end < most && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)) end += 1;
  if (isLowSurrogate(one.charCodeAt(one.length - end))) end -= 1;
  const removed = one.slice(start, one.length - end);
  const added = other.slice(start, other.length - end);
  return joined([
    { kind: 'same', text: one.slice(0, start) },
    ...changesOfWords(removed, added),
    { kind: 'same', text: one.slice(one.length - end) },
  ]);
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function changesOfWords(removed: string, added: string): readonly TextChange[] {
  const whole: readonly TextChange[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ];
  if (removed === '' || added === '' || removed.length + added.length > MOST_WORDS * 8) return whole;
  const before = removed.match(WORDS) ?? [];
  const after = added.match(WORDS) ?? [];
  if (before.length + after.length > MOST_WORDS) return whole;
  return shortestChanges(before, after) ?? whole;
}

/** Null where more than `MOST_EDITS` are needed. */
function shortestChanges(before: readonly string[], after: readonly string[]): readonly TextChange[] | null {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  return (
    changes?.map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })) ?? null
  );
}

/** Neighbours of one kind in one, nothing empty, and what goes before what comes in its place. */
function joined(changes: readonly TextChange[]): readonly TextChange[] {
  const result: TextChange[] = [];
  let removed = '';
  let added = '';
  function flush() {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  }
  for (const { kind, text } of changes) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind: 'same', text: last.text + text };
      else result.push({ kind: 'same', text });
    }
  }
  flush();
  return result;
}
