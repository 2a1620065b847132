import { isJsonObject, objectOf, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import { isTerminalEvent } from '#protocol/event-types.ts';
import { frameOf } from '#sample-api/event-writing/response-events.ts';

/** One frame of a stream: its text with the blank line, and the event in it; an empty object where it holds none. */
export type WireFrame = { readonly source: string; readonly event: JsonObject };

export function framesIn(text: string): readonly WireFrame[] {
  return splitEventStream(text).map(({ source, data }) => {
    const parsed = tryParseJson(data);
    return { source, event: parsed.ok && isJsonObject(parsed.value) ? parsed.value : {} };
  });
}

export function textOf(frames: readonly WireFrame[]): string {
  return frames.map(({ source }) => source).join('');
}

export function frameWith(event: JsonObject): WireFrame {
  return { source: frameOf(event), event };
}

export function typeOf({ event }: WireFrame): string {
  return stringOf(event['type']) ?? '';
}

/** The numbers of the frames that pass. */
export function placesOf(frames: readonly WireFrame[], passes: (frame: WireFrame, index: number) => boolean): readonly number[] {
  return [...frames.keys()].filter((index) => {
    const frame = frames[index];
    return frame !== undefined && passes(frame, index);
  });
}

export function placesOfType(frames: readonly WireFrame[], type: RegExp): readonly number[] {
  return placesOf(frames, (frame) => type.test(typeOf(frame)));
}

/** Where the stream says that nothing more comes; -1 where it never does. */
export function terminalPlace(frames: readonly WireFrame[]): number {
  return frames.findLastIndex((frame) => isTerminalEvent(typeOf(frame)));
}

/** The Response that the terminal event holds; null where there is none. */
export function terminalResponse(frames: readonly WireFrame[]): JsonObject | null {
  return objectOf(frames[terminalPlace(frames)]?.event['response']);
}

/** The frames with one event changed. */
export function withEvent(frames: readonly WireFrame[], place: number, fields: JsonObject): readonly WireFrame[] {
  return frames.map((frame, index) => (index === place ? frameWith({ ...frame.event, ...fields }) : frame));
}

/** The frames with further ones at `place`, and the numbers of all put right. */
export function withInserted(frames: readonly WireFrame[], place: number, events: readonly JsonObject[]): readonly WireFrame[] {
  return numberedAnew([...frames.slice(0, place), ...events.map(frameWith), ...frames.slice(place)]);
}

/** The frames without some, and the numbers of the others put right. */
export function without(frames: readonly WireFrame[], isOut: (frame: WireFrame, index: number) => boolean): readonly WireFrame[] {
  return numberedAnew(frames.filter((frame, index) => !isOut(frame, index)));
}

/** Gives the events numbers without a gap, so that what happened to the frames leaves no trace in these. */
export function numberedAnew(frames: readonly WireFrame[]): readonly WireFrame[] {
  return frames.map((frame, index) => withNumber(frame, index));
}

export function withNumber(frame: WireFrame, sequence_number: JsonValue): WireFrame {
  return frame.event['sequence_number'] === sequence_number ? frame : frameWith({ ...frame.event, sequence_number });
}
