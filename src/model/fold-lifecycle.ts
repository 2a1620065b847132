import { apiErrorIn } from '#protocol/api-error.ts';
import { arrayOf, isJsonObject, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { shareJson } from '#base/share-json.ts';
import { setState, type FoldContext, type FoldStep } from './fold-context.ts';

/** An event with a snapshot that is not the last one: its fields win, its `output` only where it holds items. */
export const mergeSnapshot: FoldStep = (context, event) => {
  const snapshot = objectOf(event['response']);
  if (snapshot === null) return;
  mergeFields(context, snapshot);
  const { slots } = context;
  arrayOf(snapshot['output']).forEach((item, position) => {
    if (!isJsonObject(item)) return;
    const inPlace = slots.list()[position];
    const known = slots.withId(stringOf(item['id'])) ?? (inPlace?.item['type'] === item['type'] ? inPlace : undefined);
    const slot = known ?? slots.insert(item, position);
    slots.replace(slot, shareJson(slot.item, item));
  });
};

/** A terminal event. Its snapshot is authoritative, except that some servers send it without the items they streamed: then these stand (reference §3.5, rule 3). */
export function endResponse(ending: NonNullable<FoldContext['terminal']>): FoldStep {
  return (context, event) => {
    const snapshot = objectOf(event['response']);
    context.terminal = ending;
    if (snapshot !== null) mergeFields(context, snapshot);
    else if (context.fields !== null) context.fields = { ...context.fields, status: ending };
    const output = arrayOf(snapshot?.['output']).filter(isJsonObject);
    if (output.length > 0) replaceItems(context, output);
    for (const slot of context.slots.list()) if (slot.state.isOpen) setState(slot, { isOpen: false, preview: null });
  };
}

/** `error` in its two shapes: flat as documented, nested as sent. It does not end the response; a terminal event may follow. */
export const addError: FoldStep = (context, event) => {
  const { type: _eventType, ...flat } = event;
  const error = apiErrorIn(flat) ?? { message: '', type: null, code: stringOf(event['code']), param: null };
  context.errors.push({ ...error, event: context.eventNumber() });
};

/** `response.error` of some gateways: an error that is the end. */
export const endWithError: FoldStep = (context, event) => {
  addError(context, event);
  endResponse('failed')(context, event);
};

/** The items live in the slots; an empty `output` keeps their place among the fields. */
function mergeFields(context: FoldContext, snapshot: JsonObject) {
  const fields = Object.hasOwn(snapshot, 'output') ? { ...snapshot, output: [] } : snapshot;
  context.fields = context.fields === null ? fields : shareJson(context.fields, { ...context.fields, ...fields });
}

function replaceItems({ slots }: FoldContext, output: readonly JsonObject[]) {
  const before = slots.list();
  slots.replaceAll(
    output.map((item, position) => {
      const old = before[position];
      const isSameType = old?.item['type'] === item['type'];
      const status = isSameType ? (old?.state.status ?? null) : null;
      const state = { outputIndex: position, isOpen: false, isStub: false, status, preview: null };
      const kept = old !== undefined && shareJson(old.state, state) === old.state ? old.state : state;
      return { outputIndex: position, item: shareJson(old?.item, item), state: kept, indexes: null, doneParts: 0 };
    }),
  );
}
