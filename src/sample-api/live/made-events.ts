import type { JsonObject } from '#base/json.ts';

/** Deltas of each item but the last; five events more open and close it. */
const DELTAS = 500;
const BESIDE_DELTAS = 5;
const EVENTS_PER_ITEM = DELTAS + BESIDE_DELTAS;
/** The events before the first item: created and in_progress. */
const OPENING = 2;
/** What the texts of made streams are put together from. */
export const WORDS = [
  'The',
  ' stock',
  ' of',
  ' pears',
  ' is',
  ' counted',
  ' every',
  ' morning',
  ',',
  ' and',
  ' once',
  ' more',
  ' at',
  ' night',
  '.',
];

/** A stream of exactly `count` events (at least 3) that is never stored: each event is made from its number alone, always the same. */
export type MadeEvents = {
  /** The event of this number, which is also its place. */
  readonly eventAt: (number: number) => JsonObject;
  /** How many items of full length are done before this event. */
  readonly itemsBefore: (number: number) => number;
  /** The items that are done, as many as asked for. */
  readonly items: (count: number) => readonly JsonObject[];
};

/** `response` is how it ends, without its output. Messages, reasoning and calls of 500 deltas each follow each other; the last one may be shorter. */
export function makeEvents(response: JsonObject, count: number): MadeEvents {
  const inItems = count - OPENING - 1;
  const rest = inItems % EVENTS_PER_ITEM;
  const lastDeltas = rest - BESIDE_DELTAS;
  const whole = Math.floor(inItems / EVENTS_PER_ITEM);
  const itemCount = whole + (lastDeltas > 0 ? 1 : 0);
  const items = (wanted: number) =>
    Array.from({ length: Math.min(wanted, itemCount) }, (_, index) => itemOf(index, index < whole ? DELTAS : lastDeltas));

  function eventAt(number: number): JsonObject {
    if (number === count - 1) return event('response.completed', number, { response: { ...response, output: items(itemCount) } });
    if (number < OPENING) {
      const type = number === 0 ? 'response.created' : 'response.in_progress';
      return event(type, number, { response: { ...response, status: 'in_progress', output: [], usage: null, completed_at: null } });
    }
    const index = Math.floor((number - OPENING) / EVENTS_PER_ITEM);
    if (index >= itemCount) return event('keepalive', number, {});
    const deltas = index < whole ? DELTAS : lastDeltas;
    const { type, ...fields } = eventOfItem(index, (number - OPENING) % EVENTS_PER_ITEM, deltas);
    return event(type, number, fields);
  }

  return { eventAt, items, itemsBefore: (number) => Math.min(whole, Math.max(0, Math.floor((number - OPENING) / EVENTS_PER_ITEM))) };
}

/** The number of the event that opens an item. */
export function firstEventOf(item: number): number {
  return OPENING + item * EVENTS_PER_ITEM;
}

function event(type: string, sequence_number: number, fields: JsonObject): JsonObject {
  return { type, sequence_number, ...fields };
}

type Kind = 'message' | 'reasoning' | 'mcp_call';

function kindOf(index: number): Kind {
  return index % 4 === 1 ? 'reasoning' : index % 4 === 3 ? 'mcp_call' : 'message';
}

function deltaAt(index: number, place: number, deltas: number): string {
  const word = WORDS[(place * 7 + index) % WORDS.length] ?? '';
  if (kindOf(index) !== 'mcp_call') return word;
  return `${place === 0 ? '{"note":"' : ''}${word}${place === deltas - 1 ? '"}' : ''}`;
}

function textOf(index: number, deltas: number): string {
  return Array.from({ length: deltas }, (_, place) => deltaAt(index, place, deltas)).join('');
}

function itemOf(index: number, deltas: number): JsonObject {
  return itemWith(index, textOf(index, deltas), 'completed');
}

/** The item of this index, with as much text as it has. */
function itemWith(index: number, text: string | null, status: string): JsonObject {
  const kind = kindOf(index);
  const id = idOf(index);
  if (kind === 'reasoning') return { id, type: kind, summary: text === null ? [] : [{ type: 'summary_text', text }] };
  if (kind === 'message') return { id, type: kind, status, role: 'assistant', content: text === null ? [] : [outputText(text)] };
  return {
    id,
    type: kind,
    status,
    server_label: 'stock',
    name: 'note',
    arguments: text ?? '',
    output: text === null ? null : 'noted',
    error: null,
  };
}

function idOf(index: number): string {
  const prefix = { message: 'msg', reasoning: 'rs', mcp_call: 'mcp' }[kindOf(index)];
  return `${prefix}_events_${String(index).padStart(6, '0')}`;
}

function outputText(text: string): JsonObject {
  return { type: 'output_text', annotations: [], logprobs: [], text };
}

function eventOfItem(index: number, place: number, deltas: number): JsonObject & { readonly type: string } {
  const address = { item_id: idOf(index), output_index: index };
  const last = deltas + BESIDE_DELTAS - 1;
  if (place === 0) return { type: 'response.output_item.added', output_index: index, item: itemWith(index, null, 'in_progress') };
  if (place === last) return { type: 'response.output_item.done', output_index: index, item: itemOf(index, deltas) };
  if (place > 1 && place < last - 2)
    return { type: NAMES[kindOf(index)].delta, ...address, ...PLACES[kindOf(index)], delta: deltaAt(index, place - 2, deltas) };
  const text = place === 1 ? '' : textOf(index, deltas);
  return {
    ...address,
    ...PLACES[kindOf(index)],
    ...besideDeltas(kindOf(index), place === 1 ? 'opened' : place === last - 2 ? 'written' : 'closed', text),
  };
}

const NAMES = {
  message: {
    delta: 'response.output_text.delta',
    written: 'response.output_text.done',
    opened: 'response.content_part.added',
    closed: 'response.content_part.done',
  },
  reasoning: {
    delta: 'response.reasoning_summary_text.delta',
    written: 'response.reasoning_summary_text.done',
    opened: 'response.reasoning_summary_part.added',
    closed: 'response.reasoning_summary_part.done',
  },
  mcp_call: {
    delta: 'response.mcp_call_arguments.delta',
    written: 'response.mcp_call_arguments.done',
    opened: 'response.mcp_call.in_progress',
    closed: 'response.mcp_call.completed',
  },
} as const satisfies Readonly<Record<Kind, JsonObject>>;

const PLACES: Readonly<Record<Kind, JsonObject>> = { message: { content_index: 0 }, reasoning: { summary_index: 0 }, mcp_call: {} };

/** The events around the deltas: one opens what is written, one repeats it whole, one closes it. */
function besideDeltas(kind: Kind, step: 'opened' | 'written' | 'closed', text: string): JsonObject & { readonly type: string } {
  const type = NAMES[kind][step];
  if (kind === 'mcp_call') return step === 'written' ? { type, arguments: text } : { type };
  if (step === 'written') return kind === 'message' ? { type, text, logprobs: [] } : { type, text };
  return { type, part: kind === 'message' ? outputText(text) : { type: 'summary_text', text } };
}
