import { objectOf, type JsonObject } from '#base/json.ts';
import type { EventDraft } from '#sample-api/event-writing/item-events.ts';

/** The draft with another name. */
export function renamed(draft: EventDraft, from: string, to: string): EventDraft {
  return draft.name.startsWith(from) ? { ...draft, name: to + draft.name.slice(from.length) } : draft;
}

/** The draft with its `response`, `item` or whatever is named changed, where it has one. */
export function withChanged(draft: EventDraft, field: string, change: (value: JsonObject) => JsonObject): EventDraft {
  const value = objectOf(draft.fields[field]);
  return value === null ? draft : { ...draft, fields: { ...draft.fields, [field]: change(value) } };
}

export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** True for the event that ends a response. */
export function isTerminal({ name }: EventDraft): boolean {
  return name === 'completed' || name === 'incomplete' || name === 'failed';
}
