import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { IdText } from './id-text.tsx';
import type { ItemContext } from './item-definition.ts';
import { lineOf } from './summary-text.ts';

/** `name`, or `namespace.name`, or `fallback` where no name was sent. */
export function callName(item: JsonObject, fallback: string): string {
  const name = lineOf(stringOf(item['name']) ?? '');
  const namespace = lineOf(stringOf(item['namespace']) ?? '');
  if (name === '') return fallback;
  return namespace === '' ? name : `${namespace}.${name}`;
}

/** What the developer owes the model, unless the response is still being made. */
export function missingOutput(item: JsonObject, { partner, isUnfinished }: ItemContext): string | null {
  if (partner !== null || isUnfinished) return null;
  return item['async'] === true ? 'no output yet' : 'no output yet: the next turn needs one';
}

/** Whether a program made the call, which explains a status that stays `in_progress`. */
export function callerOf(item: JsonObject): string {
  const caller = objectOf(item['caller']);
  return caller !== null && stringOf(caller['type']) === 'program' ? 'called by a program' : '';
}

/** The line of IDs under a call or its output. */
export function CallFacts({ item }: { readonly item: JsonObject }) {
  const callId = stringOf(item['call_id']);
  const callerId = stringOf(objectOf(item['caller'])?.['caller_id']);
  const callerType = stringOf(objectOf(item['caller'])?.['type']);
  if (callId === null && callerType === null && item['async'] !== true) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4">
      {callId === null ? null : <IdText name="call_id" id={callId} />}
      {callerType === null ? null : (
        <span className="text-sm text-secondary">
          called by {callerType === 'direct' ? 'the model directly' : `a ${lineOf(callerType)}`}
        </span>
      )}
      {callerId === null ? null : <IdText name="caller_id" id={callerId} />}
      {item['async'] === true ? <span className="text-sm text-secondary">async: the model does not wait for the output</span> : null}
    </div>
  );
}

/** The fields that `CallFacts` shows. */
export const CALL_FIELDS = ['call_id', 'caller', 'async'];
