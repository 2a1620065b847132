import { isJsonObject, numberOf, tryParseJson, type JsonObject } from '#base/json.ts';
import { formatEventFrame, splitEventStream, type EventFrame } from '#protocol/event-stream.ts';
import { gateEvent } from './includes.ts';
import type { RetrieveQuery } from './query.ts';

/** The stored event stream as a request gets it: cut by `starting_after`, gated by `include`; a frame that loses nothing is sent as it is stored. */
export function replayText(stored: string, query: RetrieveQuery): string {
  return splitEventStream(stored)
    .map((frame, position) => replayFrame(frame, position, query))
    .join('');
}

function replayFrame(frame: EventFrame, position: number, query: RetrieveQuery): string {
  const parsed = tryParseJson(frame.data);
  // A sentinel like [DONE], or a line that is broken on purpose, has no number to compare.
  if (!parsed.ok || !isJsonObject(parsed.value)) return frame.source;
  const event = parsed.value;
  // Servers that do not number their events count them: vLLM resumes by position.
  const sequenceNumber = numberOf(event['sequence_number']) ?? position;
  if (query.startingAfter !== null && sequenceNumber <= query.startingAfter) return '';
  const sent = sendable(event, query);
  return sent === event ? frame.source : formatEventFrame({ ...frame, data: JSON.stringify(sent) });
}

/** The event as a request gets it; the very same object when nothing is held back. */
export function sendable(event: JsonObject, { includeObfuscation, include }: RetrieveQuery): JsonObject {
  return gateEvent(includeObfuscation ? event : withoutObfuscation(event), include);
}

function withoutObfuscation(event: JsonObject): JsonObject {
  if (!Object.hasOwn(event, 'obfuscation')) return event;
  const { obfuscation: _padding, ...rest } = event;
  return rest;
}
