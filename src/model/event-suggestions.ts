import { formatCount } from '#base/format-number.ts';
import { WORD_NAMES } from './event-filter.ts';
import type { EventItems } from './event-items.ts';

/** A word that could stand where the caret is. */
export type WordSuggestion = { readonly label: string; readonly note: string; readonly value: string; readonly caret: number };

/** What occurs in a stream. */
export type Occurring = { readonly types: ReadonlyMap<string, number>; readonly families: readonly string[]; readonly items: EventItems };

const MOST = 12;
/** Needs quotes in a filter. */
const SPACED = /[\s"]/;

/** What a filter could say where the caret is: the names of words, then the types and items that occur. Empty inside quotes and regexes. */
export function suggestWords(text: string, caret: number, occurring: Occurring): readonly WordSuggestion[] {
  const start = text.slice(0, caret).search(/\S*$/);
  const written = text.slice(start, caret);
  const end = caret + text.slice(caret).search(/\s|$/);
  const minus = written.startsWith('-') ? '-' : '';
  const body = written.slice(minus.length);
  const [, name = '', earlier = '', begun = ''] = /^(type|item):((?:[^,]*,)*)([^,]*)$/i.exec(body) ?? [];
  const words = name === '' ? namesLike(body) : valuesOf(name.toLowerCase(), begun, occurring);
  return words.slice(0, MOST).flatMap(({ word, note }) => {
    const whole = name === '' ? word : `${name}:${earlier}${word}`;
    if (whole === body) return [];
    const before = `${text.slice(0, start)}${minus}${whole}`;
    // A value is finished, a name goes on.
    const space = name === '' || text.slice(end).startsWith(' ') ? '' : ' ';
    return [
      {
        label: `${minus}${name === '' ? word : `${name}:${word}`}`,
        note,
        value: before + space + text.slice(end),
        caret: before.length + space.length,
      },
    ];
  });
}

type Word = { readonly word: string; readonly note: string };

function namesLike(begun: string): readonly Word[] {
  if (/["/]/.test(begun)) return [];
  return WORD_NAMES.filter(({ name }) => name.startsWith(begun.toLowerCase())).map(({ name, meaning }) => ({ word: name, note: meaning }));
}

function valuesOf(name: string, begun: string, { types, families, items }: Occurring): readonly Word[] {
  const wanted = begun.toLowerCase();
  if (name === 'item') {
    return items.list
      .filter(({ id, type, outputIndex }) => `${id ?? ''} ${type ?? ''} ${outputIndex}`.toLowerCase().includes(wanted))
      .map(({ id, type, outputIndex }) => ({
        word: id === null || SPACED.test(id) ? String(outputIndex) : id,
        note: `${outputIndex} ${type ?? ''}`.trim(),
      }));
  }
  const byName = [...types]
    .map(([type, count]) => ({ word: shortType(type), note: formatCount(count, 'event') }))
    .filter(({ word }) => !SPACED.test(word))
    .filter(({ word }) => word.toLowerCase().includes(wanted))
    .toSorted((left, right) => Number(right.word.startsWith(wanted)) - Number(left.word.startsWith(wanted)));
  const common = [
    ...families.map((family) => ({ word: family, note: 'family' })),
    ...['delta', 'done', 'added'].map((word) => ({ word, note: `all that end in .${word}` })),
  ].filter(({ word }) => word.startsWith(wanted));
  return [...common, ...byName];
}

function shortType(type: string): string {
  return type.startsWith('response.') ? type.slice('response.'.length) : type;
}
