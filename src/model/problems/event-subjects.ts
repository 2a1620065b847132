/** A text that comes in deltas and then as a whole, by the name its events share. */
export type TextName =
  | 'output_text'
  | 'refusal'
  | 'reasoning_text'
  | 'reasoning_summary_text'
  | 'function_call_arguments'
  | 'custom_tool_call_input'
  | 'mcp_call_arguments'
  | 'code_interpreter_call_code'
  | 'apply_patch_call_operation_diff'
  | 'shell_call_command'
  | 'shell_call_output_content';

/** Where the parts of an item stand; `commands` and `output` are those of shells. */
export type PartList = 'content' | 'summary' | 'commands' | 'output';

/** What an event does to its item. */
type EventStep = 'item-added' | 'item-done' | 'part-added' | 'part-done' | 'text-delta' | 'text-done' | 'status' | 'other';

/** What a type of event is about. */
export type EventSubject = {
  readonly step: EventStep;
  /** The type of item; null where the event itself says it. */
  readonly itemType: string | null;
  readonly list: PartList | null;
  /** The field that says which part. */
  readonly indexField: 'content_index' | 'summary_index' | 'command_index' | null;
  readonly text: TextName | null;
  /** The field of the last event of a text that has the whole of it. */
  readonly wholeField: string | null;
  /** What a status event says. */
  readonly status: string | null;
};

const NOTHING: EventSubject = {
  step: 'other',
  itemType: null,
  list: null,
  indexField: null,
  text: null,
  wholeField: null,
  status: null,
};

const CONTENT = { list: 'content', indexField: 'content_index' } as const;
const SUMMARY = { itemType: 'reasoning', list: 'summary', indexField: 'summary_index' } as const;

/** By the name that their events share: texts, each with `.delta` and `.done`. */
const TEXTS: Readonly<Record<string, Partial<EventSubject>>> = {
  output_text: { ...CONTENT, itemType: 'message', text: 'output_text', wholeField: 'text' },
  refusal: { ...CONTENT, itemType: 'message', text: 'refusal', wholeField: 'refusal' },
  reasoning_text: { ...CONTENT, itemType: 'reasoning', text: 'reasoning_text', wholeField: 'text' },
  reasoning: { ...CONTENT, itemType: 'reasoning', text: 'reasoning_text', wholeField: 'text' },
  reasoning_summary_text: { ...SUMMARY, text: 'reasoning_summary_text', wholeField: 'text' },
  function_call_arguments: { itemType: 'function_call', text: 'function_call_arguments', wholeField: 'arguments' },
  custom_tool_call_input: { itemType: 'custom_tool_call', text: 'custom_tool_call_input', wholeField: 'input' },
  mcp_call_arguments: { itemType: 'mcp_call', text: 'mcp_call_arguments', wholeField: 'arguments' },
  code_interpreter_call_code: { itemType: 'code_interpreter_call', text: 'code_interpreter_call_code', wholeField: 'code' },
  apply_patch_call_operation_diff: { itemType: 'apply_patch_call', text: 'apply_patch_call_operation_diff', wholeField: 'diff' },
  shell_call_command: {
    itemType: 'shell_call',
    list: 'commands',
    indexField: 'command_index',
    text: 'shell_call_command',
    wholeField: 'command',
  },
  shell_call_output_content: {
    itemType: 'shell_call_output',
    list: 'output',
    indexField: 'command_index',
    text: 'shell_call_output_content',
    wholeField: 'output',
  },
};

/** Item types whose events say a status, with those that they say. */
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  mcp_call: ['in_progress', 'completed', 'failed'],
  mcp_list_tools: ['in_progress', 'completed', 'failed'],
  code_interpreter_call: ['in_progress', 'interpreting', 'completed'],
  file_search_call: ['in_progress', 'searching', 'completed'],
  web_search_call: ['in_progress', 'searching', 'completed'],
  image_generation_call: ['in_progress', 'generating', 'completed'],
  compaction: ['compacting'],
};

const SUBJECTS: ReadonlyMap<string, EventSubject> = new Map([
  ...Object.entries(TEXTS).flatMap(([name, subject]) => [
    row(`${name}.delta`, { ...subject, step: 'text-delta' }),
    row(`${name}.done`, { ...subject, step: 'text-done' }),
  ]),
  ...Object.entries(STATUSES).flatMap(([itemType, statuses]) =>
    statuses.map((status) => row(`${itemType}.${status}`, { step: 'status', itemType, status })),
  ),
  row('output_item.added', { step: 'item-added' }),
  row('output_item.done', { step: 'item-done' }),
  row('content_part.added', { ...CONTENT, step: 'part-added' }),
  row('content_part.done', { ...CONTENT, step: 'part-done' }),
  row('reasoning_part.added', { ...CONTENT, itemType: 'reasoning', step: 'part-added' }),
  row('reasoning_part.done', { ...CONTENT, itemType: 'reasoning', step: 'part-done' }),
  row('reasoning_summary_part.added', { ...SUMMARY, step: 'part-added' }),
  row('reasoning_summary_part.done', { ...SUMMARY, step: 'part-done' }),
  row('shell_call_command.added', { ...TEXTS['shell_call_command'], step: 'part-added' }),
  row('output_text.annotation.added', { ...CONTENT, itemType: 'message' }),
  row('image_generation_call.partial_image', { itemType: 'image_generation_call' }),
]);

function row(name: string, subject: Partial<EventSubject>): readonly [string, EventSubject] {
  return [`response.${name}`, { ...NOTHING, ...subject }];
}

/** What events of a type are about; null for those about no item, and for types nobody has told us about. */
export function subjectOfType(type: string): EventSubject | null {
  return SUBJECTS.get(type) ?? null;
}
