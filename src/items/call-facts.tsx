import { isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import type { ExpectedFields } from './expected-fields.tsx';
import { IdFacts } from './id-facts.tsx';
import type { ItemContext } from './item-definition.ts';
import { lineOf } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

/** `name`, or `namespace.name`, or `fallback` where no name was sent. */
export function callName(item: JsonObject, fallback: string): string {
  const name = lineOf(stringOf(item['name']) ?? '');
  const namespace = lineOf(stringOf(item['namespace']) ?? '');
  if (name === '') return fallback;
  return namespace === '' ? name : `${namespace}.${name}`;
}

/** What the developer owes the model, unless the response is still being made. A later turn may have brought it: that is for its input to show. */
export function missingOutput(item: JsonObject, { partner, isUnfinished }: ItemContext): string | null {
  // What was cut off is never run.
  if (partner !== null || isUnfinished || item['status'] === 'incomplete') return null;
  return item['async'] === true ? 'no output here' : 'no output here: the next turn brings it';
}

/** Whether a program made the call, which explains a status that stays `in_progress`. */
export function callerOf(item: JsonObject): string {
  const caller = objectOf(item['caller']);
  return caller !== null && stringOf(caller['type']) === 'program' ? 'called by a program' : '';
}

/** The line of IDs under a call or its output. */
export function CallFacts({ item }: { readonly item: JsonObject }) {
  const caller = objectOf(item['caller']);
  const callerType = stringOf(caller?.['type']);
  const { async: isAsync } = item;
  // Where there is a name, the title says both.
  const hasNamespace = !stringOf(item['name']) && stringOf(item['namespace']) !== null;
  if (stringOf(item['call_id']) === null && callerType === null && !hasNamespace && typeof isAsync !== 'boolean') return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4">
      <IdFacts fields={item} words={hasNamespace ? ['namespace'] : []} ids={['call_id']} />
      {caller === null || callerType === null ? null : (
        <ItemField of={caller} name="type" isInline className="text-sm text-secondary">
          called by {callerType === 'direct' ? 'the model directly' : `a ${lineOf(callerType)}`}
        </ItemField>
      )}
      {caller === null ? null : <IdFacts fields={caller} ids={['caller_id']} />}
      {typeof isAsync === 'boolean' ? (
        <ItemField of={item} name="async" isInline className="text-sm text-secondary">
          {isAsync ? 'async: the model does not wait for the output' : 'async: false'}
        </ItemField>
      ) : null}
    </div>
  );
}

/** The fields that `CallFacts` draws, which any call of a tool and its output may carry (reference §2.1). */
export const CALL_FIELDS: ExpectedFields = { call_id: 'string', caller: isPlainCaller, async: 'boolean' };

/** A caller that `CallFacts` shows whole. */
function isPlainCaller(value: JsonValue): boolean {
  if (!isJsonObject(value) || typeof value['type'] !== 'string') return false;
  return Object.entries(value).every(([name, field]) => (name === 'type' || name === 'caller_id') && typeof field === 'string');
}
