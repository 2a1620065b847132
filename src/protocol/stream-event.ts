import { isJsonObject, numberOf, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';

/** What the data of one frame turned out to be. */
export type StreamEvent =
  /** An object with a type, known to us or not. */
  | { readonly kind: 'event'; readonly type: string; readonly json: JsonObject }
  /** `[DONE]`: some servers say so that nothing more comes. */
  | { readonly kind: 'done' }
  /** Nothing that could be an event; `problem` says why. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/** The problem of an object that neither its own `type` nor the frame's `event:` field names. */
export const WITHOUT_TYPE = 'an object without a type';

/** Reads the data of a frame. Never throws; odd fields never make an event unreadable. A missing `type` is taken from the frame's `event:` field. */
export function readStreamEvent(data: string, eventField: string | null): StreamEvent {
  const parsed = tryParseJson(data);
  if (!parsed.ok) return data.trim() === '[DONE]' ? { kind: 'done' } : { kind: 'unreadable', problem: `not JSON: ${parsed.message}` };
  if (!isJsonObject(parsed.value)) return { kind: 'unreadable', problem: 'JSON, but not an object' };
  return eventFromJson(parsed.value, eventField);
}

/** The same for data that is parsed already. */
export function eventFromJson(json: JsonObject, eventField: string | null = null): StreamEvent {
  const type = stringOf(json['type']) ?? eventField;
  if (type !== null && type !== '') return { kind: 'event', type, json };
  const isChat = stringOf(json['object'])?.startsWith('chat.completion') ?? false;
  return { kind: 'unreadable', problem: isChat ? 'a chunk of a Chat Completion' : WITHOUT_TYPE };
}

/** The `sequence_number` of an event: a whole number from 0, also where it is spelled as a string; null for anything else. */
export function sequenceNumberOf(event: JsonObject): number | null {
  return wholeNumberOf(event['sequence_number']);
}

/** A place in a list, such as `output_index`: a whole number from 0, or null for anything else. */
export function wholeNumberOf(value: JsonValue | undefined): number | null {
  const number = typeof value === 'number' ? value : numberOf(value);
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
}
