import { arrayOf, isJsonObject, stringOf, type JsonObject } from '#base/json.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import type { ItemState, StreamEnding } from './fold-state.ts';
import type { StreamRecording } from './recording.ts';

const ENDINGS: Readonly<Record<string, StreamEnding>> = {
  completed: 'completed',
  incomplete: 'incomplete',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** How a Response as the API told it ended, in the words of a stream; null while it has not. */
export function endingOf(response: JsonObject): StreamEnding | null {
  const status = stringOf(response['status']);
  return isUnfinished(status) ? null : (ENDINGS[status ?? ''] ?? 'completed');
}

/**
 * A stream that broke off, with the Response as the API told it afterwards in place of what its events add up to; the events stay as they came.
 * A stream whose own last event said how it ended is left as it is, and so is one whose Response has not ended either. Servers tell a cancelled
 * response without the items they had sent: then those stand.
 */
export function settleStream(recording: StreamRecording, response: JsonObject): StreamRecording {
  const { folded } = recording;
  const ending = endingOf(response);
  const saidItself = folded.ending !== null && folded.ending !== 'cut-off' && folded.response !== null;
  if (ending === null || saidItself) return recording;
  const output = arrayOf(response['output']).filter(isJsonObject);
  const isEmpty = output.length === 0 && folded.items.length > 0;
  const whole = isEmpty ? { ...response, output: arrayOf(folded.response?.['output']) } : response;
  const items = isEmpty ? folded.items.map(closed) : output.map((_, outputIndex) => closed({ ...UNTOLD, outputIndex }));
  return { ...recording, response: whole, folded: { ...folded, response: whole, items, ending } };
}

const UNTOLD: ItemState = { outputIndex: 0, isOpen: false, isStub: false, status: null, preview: null };

function closed(item: ItemState): ItemState {
  return { ...item, isOpen: false, preview: null };
}
