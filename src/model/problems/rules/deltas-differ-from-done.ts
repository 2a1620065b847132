import { formatCount } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { arrayOf, objectOf, valueAt, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import type { EventSubject, TextName } from '#model/problems/event-subjects.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { FindingDraft, SeenEvent, StreamRule } from '#model/problems/rule.ts';
import type { StreamTracker } from '#model/problems/stream-tracker.ts';
import type { TrackedItem, TrackedText } from '#model/problems/tracked-items.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';

/** Where each text stands in its item. */
const PATHS: Readonly<Record<TextName, (index: number) => JsonPath>> = {
  output_text: (index) => ['content', index, 'text'],
  refusal: (index) => ['content', index, 'refusal'],
  reasoning_text: (index) => ['content', index, 'text'],
  reasoning_summary_text: (index) => ['summary', index, 'text'],
  function_call_arguments: () => ['arguments'],
  custom_tool_call_input: () => ['input'],
  mcp_call_arguments: () => ['arguments'],
  code_interpreter_call_code: () => ['code'],
  apply_patch_call_operation_diff: () => ['operation', 'diff'],
  shell_call_command: (index) => ['action', 'commands', index],
  shell_call_output_content: (index) => ['output', index, 'stdout'],
};

/** A text as an event told it, or as its deltas add up to it. */
type Told = { readonly path: JsonPath; readonly text: string; readonly event: number; readonly source: string };

export const deltasDifferFromDone: StreamRule = {
  id: 'deltas-differ-from-done',
  severity: 'error',
  title: 'Deltas do not add up to the done text',
  proves:
    'Put together, the deltas of a text differ from its done event, or the done event differs from the finished item. All of them are meant to carry the same text.',
  suffers:
    'Clients that show deltas show another text than clients that wait for the done event. Arguments and code assembled from deltas are wrong.',
  reference: STREAMING_EVENTS,
  watch(report, tracker) {
    /** What was told last of the texts of items that are not done yet, by their paths. */
    const toldOf = new Map<TrackedItem, Map<string, Told>>();

    function tell(item: TrackedItem, told: Told) {
      const texts = toldOf.get(item) ?? new Map<string, Told>();
      const key = told.path.join('.');
      const before = texts.get(key);
      if (before !== undefined && before.text !== told.text) report(findingOf(item, before, told, tracker));
      toldOf.set(item, texts.set(key, told));
    }

    function tellDeltas(item: TrackedItem, text: TrackedText) {
      for (const told of deltasOf(text)) if (toldOf.get(item)?.has(told.path.join('.')) !== true) tell(item, told);
    }

    function finish(item: TrackedItem, event: SeenEvent) {
      for (const text of openTexts(item)) tellDeltas(item, text);
      for (const { path } of toldOf.get(item)?.values() ?? []) {
        const text = valueAt(event.json['item'], path);
        if (typeof text === 'string') tell(item, { path, text, event: event.index, source: event.type });
      }
      toldOf.delete(item);
    }

    function hear(event: SeenEvent) {
      const { subject, item, text } = tracker.focus;
      if (subject === null || item === null || !isSeenFromStart(item, tracker)) return;
      if (subject.step === 'item-done') return finish(item, event);
      if (text !== null) tellDeltas(item, text);
      else for (const open of openTexts(item)) if (isOfPart(open, event, subject)) tellDeltas(item, open);
      for (const told of wholesOf(event, subject)) tell(item, told);
    }

    return { on: Object.fromEntries(ENDS.map((type) => [type, hear])) };
  },
};

/** The events that tell a text as a whole. Deltas need no ear: the tracker puts them together. */
const ENDS = [...Object.keys(PATHS), 'reasoning', 'content_part', 'reasoning_part', 'reasoning_summary_part', 'output_item'].map(
  (name) => `response.${name}.done`,
);

function openTexts({ openTexts: texts }: TrackedItem): readonly TrackedText[] {
  return texts === null ? [] : [...texts.values()];
}

/** Of a stream that was joined half-way, the first deltas of what was open then are missing. */
function isSeenFromStart(item: TrackedItem, tracker: StreamTracker): boolean {
  return !tracker.isPart() || item.addedAt !== null;
}

function indexIn({ json }: SeenEvent, { indexField }: EventSubject): number | null {
  return indexField === null ? null : wholeNumberOf(json[indexField]);
}

/** A part may end without an event that ends its text. */
function isOfPart({ name, index }: TrackedText, event: SeenEvent, subject: EventSubject): boolean {
  return subject.step === 'part-done' && PATHS[name](0)[0] === subject.list && index === indexIn(event, subject);
}

function deltasOf({ name, index, gathered, gatheredErrors, deltaCount, firstDelta }: TrackedText): readonly Told[] {
  const path = PATHS[name](index ?? 0);
  const told = { event: firstDelta, source: formatCount(deltaCount, 'delta') };
  if (name !== 'shell_call_output_content') return [{ ...told, path, text: gathered }];
  return [
    { ...told, path, text: gathered },
    { ...told, path: [...path.slice(0, -1), 'stderr'], text: gatheredErrors },
  ];
}

/** The texts that an event at the end of a text or of a part has as a whole. */
function wholesOf(event: SeenEvent, subject: EventSubject): readonly Told[] {
  const { json, index, type } = event;
  return fieldsOf(json, subject, indexIn(event, subject) ?? 0).flatMap(([path, text]) =>
    typeof text === 'string' ? [{ path, text, event: index, source: type }] : [],
  );
}

type Field = readonly [JsonPath, JsonValue | undefined];

function fieldsOf(json: JsonObject, { step, list, text, wholeField }: EventSubject, place: number): readonly Field[] {
  if (step === 'part-done') {
    const part = objectOf(json['part']);
    return ['text', 'refusal'].map((field) => [[list ?? 'content', place, field], part?.[field]]);
  }
  if (text === 'shell_call_output_content') {
    const output = objectOf(arrayOf(json['output'])[0]);
    return ['stdout', 'stderr'].map((field) => [['output', place, field], output?.[field]]);
  }
  return text === null || wholeField === null ? [] : [[PATHS[text](place), json[wholeField]]];
}

function findingOf(item: TrackedItem, before: Told, after: Told, tracker: StreamTracker): FindingDraft {
  const { outputIndex } = item;
  const path = outputIndex === null ? before.path : ['output', outputIndex, ...before.path];
  // Where items come in the order of their places, that is where they stand in the Response.
  const isInPlace = outputIndex !== null && tracker.items()[outputIndex] === item;
  return {
    text: `${formatDotPath(path)} has ${lengthOf(before)} in ${before.source}, but ${lengthOf(after)} in ${after.source}`,
    events: [before.event, after.event],
    paths: isInPlace ? [path] : [],
    outputIndex,
    texts: { labels: [before.source, after.source], texts: [before.text, after.text] },
  };
}

function lengthOf({ text }: Told): string {
  return formatCount(text.length, 'character');
}
