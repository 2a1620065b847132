import { isJsonObject, tryParseJson, type JsonObject } from '#base/json.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import { startTestApi } from '#sample-api/api-for-tests.ts';
import type { ReadSample } from '#sample-api/sample-library.ts';
import { createTestClock } from './clock-for-tests.ts';

/** A sample API whose clock goes on only when somebody waits on it. */
export function startLiveApi(readSample?: ReadSample) {
  const clock = createTestClock();
  return { ...startTestApi({ ...clock, ...(readSample && { readSample }) }), clock };
}

/** The objects in a stream, in order. */
export function eventsIn(text: string): readonly JsonObject[] {
  const values = splitEventStream(text).map(({ data }) => tryParseJson(data));
  return values.flatMap((parsed) => (parsed.ok && isJsonObject(parsed.value) ? [parsed.value] : []));
}

/** What an answer holds, read by read. */
export async function readsOf({ body }: Response): Promise<readonly Uint8Array[]> {
  const reads: Uint8Array[] = [];
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) reads.push(read.value);
  return reads;
}
