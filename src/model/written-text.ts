import { objectOf, stringOf } from '#base/json.ts';
import type { EventLog } from './event-log.ts';

/** True for events that bring a piece of something written: text, reasoning, arguments, code, whatever comes bit by bit. Audio is no text. */
export function isWriting(type: string): boolean {
  return type.endsWith('.delta') && type !== 'response.audio.delta';
}

/**
 * How many characters (UTF-16 units) an event adds to what is written; 0 for events that are no deltas. Padding against traffic analysis
 * (`obfuscation`) does not count. Parses the event.
 */
export function charactersOf(log: Pick<EventLog, 'at' | 'eventAt'>, index: number): number {
  if (!isWriting(log.at(index)?.type ?? '')) return 0;
  const event = log.eventAt(index);
  if (event?.kind !== 'event') return 0;
  const { delta } = event.json;
  const output = objectOf(delta); // of a shell: what it wrote to either of its outputs
  const texts = output === null ? [stringOf(delta)] : [stringOf(output['stdout']), stringOf(output['stderr'])];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
