import type { JsonObject } from '#base/json.ts';
import { assistantMessage, plainResponse } from '#sample-api/plain-response.ts';

/** A key that occurs nowhere else, so that finding it means that it leaked. Its shape is that of a real one. */
export const DISTINCTIVE_KEY = 'sk-proj-e2eNeverToBeSeen0987654321wxyz';

/** A finished response of one message. */
export function messageResponse(id: string, text: string, more: JsonObject = {}): JsonObject {
  return { ...plainResponse(id, [assistantMessage('msg_e2e', text)]), ...more };
}

/** A background response that has not ended. */
export function unfinishedResponse(id: string, status: 'queued' | 'in_progress'): JsonObject {
  return { ...plainResponse(id, []), status, background: true, usage: null, completed_at: null };
}

/** What a user said, as input lists hold it. */
export function inputMessage(number: number): JsonObject {
  return {
    id: `msg_${number}`,
    type: 'message',
    role: 'user',
    status: 'completed',
    content: [{ type: 'input_text', text: `message number ${number}` }],
  };
}
