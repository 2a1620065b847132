import { familyOfStreamEvent, isOfWholeItem } from './event-items.ts';
import type { Comparison, EventFilter, FilterTerm } from './event-filter.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';
import type { SieveContext } from './event-sieve.ts';
import { createEventSources, type EventSources } from './event-sources.ts';

type Test = (row: LoggedEvent, index: number, context: SieveContext) => boolean;

/** Terms by what they cost: what the index of the log tells is asked first, and events are never parsed. */
const COST: Readonly<Record<FilterTerm['kind'], number>> = { type: 0, seq: 0, size: 0, gap: 0, item: 1, text: 2, regex: 3 };

/** Whether an event passes a filter, asked event by event; events are best asked for in their order. */
export function createEventMatcher(log: EventLog, filter: EventFilter): (context: SieveContext) => (index: number) => boolean {
  const sources = createEventSources(log);
  const terms = filter.words.flatMap(({ term, isNegated }) => (term === null ? [] : [{ term, isNegated }]));
  const tests = terms
    .toSorted((left, right) => COST[left.term.kind] - COST[right.term.kind])
    .map(({ term, isNegated }) => ({ test: testOf(term, log, sources), isNegated }));
  return (context) => (index) => {
    const row = log.at(index);
    if (row === undefined) return false;
    return tests.every(({ test, isNegated }) => test(row, index, context) !== isNegated);
  };
}

function testOf(term: FilterTerm, log: EventLog, sources: EventSources): Test {
  switch (term.kind) {
    case 'type':
      return typeTest(term.names);
    case 'item':
      return itemTest(term.names, sources);
    case 'seq':
      return (row, index) => isWithin(row.sequenceNumber ?? index, term.from, term.to);
    case 'size':
      return (row) => compares(row.length, term.comparison, term.amount);
    case 'gap':
      return gapTest(term.comparison, term.amount, log);
    case 'text':
      return textTest(term.text, sources);
    case 'regex':
      return (_, index) => holds(sources.textOf(index), (text) => term.pattern.test(text));
  }
}

function gapTest(comparison: Comparison, amount: number, log: EventLog): Test {
  return (row, index, { hasArrivals }) => {
    const before = hasArrivals && index > 0 ? log.at(index - 1) : undefined;
    return before !== undefined && compares(row.arrival - before.arrival, comparison, amount);
  };
}

function typeTest(names: readonly string[]): Test {
  const answers = new Map<string, boolean>();
  const isAsked = (type: string, family: string) => names.some((name) => name === family || isOfType(type.toLowerCase(), name));
  return (row, _, { items }) => {
    const { type } = row;
    // The family of such an event is that of its item; all others are answered once a type.
    if (isOfWholeItem(type)) return isAsked(type, familyOfStreamEvent(type, items.byIndex(row.outputIndex)?.type));
    const known = answers.get(type);
    if (known !== undefined) return known;
    const answer = isAsked(type, familyOfStreamEvent(type, null));
    answers.set(type, answer);
    return answer;
  };
}

/** `output_text`, `response.output_text.delta` and `delta` all name that type. */
function isOfType(type: string, name: string): boolean {
  const short = type.startsWith('response.') ? type.slice('response.'.length) : type;
  return type.startsWith(name) || short.startsWith(name) || short.split(/[.:]/).includes(name);
}

/** Events without an `output_index` are told by the ID they carry; a whole response carries those of all items and is of none. */
function itemTest(names: readonly string[], sources: EventSources): Test {
  const ids = names.filter((name) => !/^@?\d+$/.test(name)).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const carriesId = ids.length === 0 ? null : new RegExp(`"(?:item_id|id)"\\s*:\\s*"(?:${ids.join('|')})`);
  return (row, index, { items }) => {
    if (row.outputIndex === null) {
      return carriesId !== null && !/^response\.\w+$/.test(row.type) && carriesId.test(sources.textOf(index));
    }
    const item = items.byIndex(row.outputIndex);
    return names.some((name) =>
      name.startsWith('@')
        ? item !== undefined && name === `@${item.position}`
        : name === String(row.outputIndex) || item?.type === name || (item?.id?.startsWith(name) ?? false),
    );
  };
}

/** The text as it may stand in JSON: as it is, with its quotes escaped, and with all that is not ASCII escaped, as some servers do. */
function textTest(wanted: string, sources: EventSources): Test {
  const quoted = JSON.stringify(wanted).slice(1, -1);
  const plain = quoted.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const forms = [...new Set([wanted, quoted, plain].map((form) => form.toLowerCase()))];
  const isIn = (text: string) => forms.some((form) => text.includes(form));
  // Whole stretches are looked through first: most hold nothing of what is looked for.
  let stretchEnd = 0;
  let isInStretch = false;
  return (_, index) => {
    if (index >= stretchEnd) {
      const stretch = sources.lowerStretchOf(index);
      stretchEnd = stretch.last;
      isInStretch = isIn(stretch.text);
    }
    return isInStretch && holds(sources.lowerOf(index), isIn);
  };
}

const PADDING = /,?\s*"obfuscation"\s*:\s*"[^"]*"/;

/** Padding is random letters, so that any short word is found in some of it: that is no find. */
function holds(source: string, isIn: (text: string) => boolean): boolean {
  return isIn(source) && (!source.includes('"obfuscation"') || isIn(source.replace(PADDING, '')));
}

function isWithin(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

function compares(value: number, comparison: Comparison, amount: number): boolean {
  if (comparison === '=') return value === amount;
  if (comparison === '>' || comparison === '>=') return value > amount || (comparison === '>=' && value === amount);
  return value < amount || (comparison === '<=' && value === amount);
}
