import { arrayOf, isJsonArray, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { deltasOf } from './deltas.ts';
import { partEvents } from './part-events.ts';

/** An event before it is numbered: its name after `response.`, and its fields. */
export type EventDraft = { readonly name: string; readonly fields: JsonObject };

/** What an item looks like when it is added, and the events between added and done. */
type Unfolding = { readonly added: JsonObject; readonly between: readonly EventDraft[] };

/** Images that are sent while one is drawn, oldest first. The finished response does not hold them. */
export type PartialImages = readonly string[];

/** The events of one output item: added, what happens to it, done. Those of sound name no item, those of a shell only its index. Results arrive with `done` only, as they do on the wire (reference §3.5). */
export function itemEvents(item: JsonObject, outputIndex: number, partialImages: PartialImages): readonly EventDraft[] {
  const { added, between } = unfold(item, partialImages);
  const address = { item_id: item['id'] ?? null, output_index: outputIndex };
  return [
    { name: 'output_item.added', fields: { output_index: outputIndex, item: added } },
    ...between.map((draft) => {
      if (draft.name.startsWith('audio.')) return draft;
      return draft.name.startsWith('shell_call_') ? addressed(draft, { output_index: outputIndex }) : addressed(draft, address);
    }),
    { name: 'output_item.done', fields: { output_index: outputIndex, item } },
  ];
}

function addressed(draft: EventDraft, address: JsonObject): EventDraft {
  return { name: draft.name, fields: { ...address, ...draft.fields } };
}

function unfold(item: JsonObject, partialImages: PartialImages): Unfolding {
  const open = 'status' in item ? { ...item, status: 'in_progress' } : item;
  switch (item['type']) {
    case 'message':
      return { added: { ...open, content: [] }, between: arrayOf(item['content']).flatMap(partEvents) };
    case 'reasoning':
      return reasoning(item, open);
    case 'function_call':
      return { added: { ...open, arguments: '' }, between: typed('function_call_arguments', item['arguments'], 'arguments') };
    case 'mcp_call':
      return mcpCall(item, open);
    case 'custom_tool_call':
      return { added: { ...open, input: '' }, between: typed('custom_tool_call_input', item['input'], 'input') };
    case 'code_interpreter_call':
      return codeInterpreterCall(item, open);
    case 'web_search_call':
      return { added: without(open, 'action'), between: pings('web_search_call', 'in_progress', 'searching', 'completed') };
    case 'file_search_call':
      return {
        added: { ...open, queries: [], results: null },
        between: pings('file_search_call', 'in_progress', 'searching', 'completed'),
      };
    case 'image_generation_call':
      return imageGenerationCall(item, open, partialImages);
    case 'mcp_list_tools':
      return {
        added: { ...open, tools: [], ...(hasError(item) && { error: null }) },
        between: pings('mcp_list_tools', 'in_progress', hasError(item) ? 'failed' : 'completed'),
      };
    case 'shell_call':
      return shellCall(item, open);
    case 'shell_call_output':
      return { added: { ...open, output: [] }, between: arrayOf(item['output']).flatMap(shellOutput) };
    case 'apply_patch_call':
      return applyPatchCall(item, open);
    case 'compaction':
      return { added: { ...open, encrypted_content: '' }, between: pings('compaction', 'compacting') };
    default:
      return { added: open, between: [] };
  }
}

function reasoning(item: JsonObject, open: JsonObject): Unfolding {
  const summaries = arrayOf(item['summary']).flatMap((part, index) => {
    const summaryIndex = { summary_index: index };
    const text = stringOf(objectOf(part)?.['text']) ?? '';
    return [
      { name: 'reasoning_summary_part.added', fields: { ...summaryIndex, part: { type: 'summary_text', text: '' } } },
      ...typed('reasoning_summary_text', text, 'text', summaryIndex),
      { name: 'reasoning_summary_part.done', fields: { ...summaryIndex, part } },
    ];
  });
  const added = { ...open, summary: [], ...(isJsonArray(item['content']) && { content: [] }) };
  return { added, between: [...arrayOf(item['content']).flatMap(partEvents), ...summaries] };
}

function mcpCall(item: JsonObject, open: JsonObject): Unfolding {
  const end = item['status'] === 'calling' ? [] : [item['status'] === 'failed' || hasError(item) ? 'failed' : 'completed'];
  const between = [
    ...pings('mcp_call', 'in_progress'),
    ...typed('mcp_call_arguments', item['arguments'], 'arguments'),
    ...pings('mcp_call', ...end),
  ];
  return { added: { ...open, arguments: '', output: null, error: null }, between };
}

function codeInterpreterCall(item: JsonObject, open: JsonObject): Unfolding {
  const call = 'code_interpreter_call';
  const between = [
    ...pings(call, 'in_progress'),
    ...typed(`${call}_code`, item['code'], 'code'),
    ...pings(call, 'interpreting', 'completed'),
  ];
  return { added: { ...open, code: '', outputs: [] }, between };
}

function imageGenerationCall(item: JsonObject, open: JsonObject, partialImages: PartialImages): Unfolding {
  const { background = null, output_format = null, quality = null, size = null } = item;
  const partials = partialImages.map((partial_image_b64, partial_image_index) => ({
    name: 'image_generation_call.partial_image',
    fields: { background, output_format, partial_image_b64, partial_image_index, quality, size },
  }));
  const added = { id: open['id'] ?? null, type: 'image_generation_call', status: 'in_progress' };
  const end = hasError(item) ? [] : ['completed'];
  return {
    added,
    between: [...pings('image_generation_call', 'in_progress', 'generating'), ...partials, ...pings('image_generation_call', ...end)],
  };
}

function shellCall(item: JsonObject, open: JsonObject): Unfolding {
  const commands = arrayOf(objectOf(item['action'])?.['commands']);
  const between = commands.flatMap((command, command_index) => [
    { name: 'shell_call_command.added', fields: { command_index, command: '' } },
    ...typed('shell_call_command', command, 'command', { command_index }),
  ]);
  return { added: { ...open, action: { commands: [], max_output_length: null, timeout_ms: null } }, between };
}

function shellOutput(output: JsonValue, command_index: number): readonly EventDraft[] {
  const streams = ['stdout', 'stderr'].filter((name) => objectOf(output)?.[name]);
  const deltas = streams.map((name) => ({
    name: 'shell_call_output_content.delta',
    fields: { command_index, delta: { [name]: objectOf(output)?.[name] ?? '' } },
  }));
  return [...deltas, { name: 'shell_call_output_content.done', fields: { command_index, output: [output] } }];
}

/** These two events are in no published list; OpenAI sends them (reference §3.4). A deletion has no diff. */
function applyPatchCall(item: JsonObject, open: JsonObject): Unfolding {
  const operation = objectOf(item['operation']) ?? {};
  if (stringOf(operation['diff']) === null) return { added: open, between: [] };
  return {
    added: { ...open, operation: { ...operation, diff: '' } },
    between: typed('apply_patch_call_operation_diff', operation['diff'], 'diff'),
  };
}

/** Errors are objects, or texts on older servers. */
function hasError(item: JsonObject): boolean {
  return (item['error'] ?? null) !== null;
}

/** A value that arrives in deltas and is repeated whole by `done`, there called `field`. */
function typed(name: string, value: JsonValue | undefined, field: string, place: JsonObject = {}): readonly EventDraft[] {
  const text = stringOf(value) ?? '';
  const deltas = deltasOf(text).map((delta) => ({ name: `${name}.delta`, fields: { ...place, delta } }));
  return [...deltas, { name: `${name}.done`, fields: { ...place, [field]: text } }];
}

function pings(call: string, ...states: readonly string[]): readonly EventDraft[] {
  return states.map((state) => ({ name: `${call}.${state}`, fields: {} }));
}

function without(item: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== key));
}
