import { isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { CALL_FIELDS, CallFacts } from './call-facts.tsx';
import { IdText } from './id-text.tsx';
import { isString, UnreadFields, type FieldReaders } from './unread-fields.tsx';

/** The fields that any call of a tool and its output may carry, beside its own (reference §2.1). */
export const TOOL_FIELDS = [...CALL_FIELDS, 'created_by'];

const READERS: FieldReaders = {
  call_id: isString,
  created_by: isString,
  caller: isPlainCaller,
  async: (value) => typeof value === 'boolean',
};

/** Under a call or its output: its IDs, who made it, and whatever of `readers` the view above could not read. */
export function ToolFacts({ item, readers }: { readonly item: JsonObject; readonly readers: FieldReaders }) {
  const creator = stringOf(item['created_by']);
  return (
    <>
      <UnreadFields item={item} readers={{ ...READERS, ...readers }} />
      <CallFacts item={item} />
      {creator === null ? null : <IdText name="created_by" id={creator} />}
    </>
  );
}

/** A caller that `CallFacts` shows whole. */
function isPlainCaller(value: JsonValue): boolean {
  if (!isJsonObject(value) || typeof value['type'] !== 'string') return false;
  return Object.entries(value).every(([name, field]) => (name === 'type' || name === 'caller_id') && typeof field === 'string');
}
