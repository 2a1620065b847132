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
  const sent = gateEvent(query.includeObfuscation ? event : withoutObfuscation(event), query.include);
  return sent === event ? frame.source : formatEventFrame({ ...frame, data: JSON.stringify(sent) });
}

function withoutObfuscation(event: JsonObject): JsonObject {
  if (!Object.hasOwn(event, 'obfuscation')) return event;
  const { obfuscation: _padding, ...rest } = event;
  return rest;
}
