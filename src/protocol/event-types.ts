import type { ItemFamily } from './item-types.ts';

/**
 * The 59 events of a response stream (openai 7.57, `ResponseStreamEvent`), by the family whose colour they wear.
 * `output_item` events are of the family of the item they carry, which their name does not tell; here they count as system.
 */
const EVENTS_BY_FAMILY = {
  message: [
    'response.content_part.added',
    'response.content_part.done',
    'response.output_text.delta',
    'response.output_text.done',
    'response.output_text.annotation.added',
    'response.refusal.delta',
    'response.refusal.done',
    'response.audio.delta',
    'response.audio.done',
    'response.audio.transcript.delta',
    'response.audio.transcript.done',
  ],
  reasoning: [
    'response.reasoning_text.delta',
    'response.reasoning_text.done',
    'response.reasoning_summary_part.added',
    'response.reasoning_summary_part.done',
    'response.reasoning_summary_text.delta',
    'response.reasoning_summary_text.done',
  ],
  'tool-call': [
    'response.function_call_arguments.delta',
    'response.function_call_arguments.done',
    'response.custom_tool_call_input.delta',
    'response.custom_tool_call_input.done',
    'response.mcp_call_arguments.delta',
    'response.mcp_call_arguments.done',
    'response.mcp_call.in_progress',
    'response.mcp_call.completed',
    'response.mcp_call.failed',
    'response.mcp_list_tools.in_progress',
    'response.mcp_list_tools.completed',
    'response.mcp_list_tools.failed',
  ],
  'tool-output': ['response.shell_call_output_content.delta', 'response.shell_call_output_content.done'],
  'hosted-tool': [
    'response.code_interpreter_call_code.delta',
    'response.code_interpreter_call_code.done',
    'response.code_interpreter_call.in_progress',
    'response.code_interpreter_call.interpreting',
    'response.code_interpreter_call.completed',
    'response.file_search_call.in_progress',
    'response.file_search_call.searching',
    'response.file_search_call.completed',
    'response.web_search_call.in_progress',
    'response.web_search_call.searching',
    'response.web_search_call.completed',
    'response.image_generation_call.in_progress',
    'response.image_generation_call.generating',
    'response.image_generation_call.partial_image',
    'response.image_generation_call.completed',
    'response.shell_call_command.added',
    'response.shell_call_command.delta',
    'response.shell_call_command.done',
  ],
  system: [
    'response.created',
    'response.queued',
    'response.in_progress',
    'response.completed',
    'response.incomplete',
    'response.failed',
    'response.output_item.added',
    'response.output_item.done',
    'response.compaction.compacting',
    'error',
  ],
} as const satisfies Readonly<Record<ItemFamily, readonly string[]>>;

/** Events outside the SDK's union that real servers send: OpenAI's own undocumented ones, Open Responses' and vLLM's aliases, gateways' additions. */
const EXTRA_EVENTS_BY_FAMILY = {
  message: [],
  reasoning: ['response.reasoning.delta', 'response.reasoning.done', 'response.reasoning_part.added', 'response.reasoning_part.done'],
  'tool-call': [],
  'tool-output': [],
  'hosted-tool': ['response.apply_patch_call_operation_diff.delta', 'response.apply_patch_call_operation_diff.done'],
  system: [
    'keepalive',
    'ping',
    'response.metadata',
    'response.cancelled',
    'response.error',
    'response.steer.accepted',
    'response.steer.pending',
    'response.steer.failed',
  ],
} as const satisfies Readonly<Record<ItemFamily, readonly string[]>>;

/** The events behind which a server has nothing more to tell of a response. An `error` is none: the stream may go on behind it. */
const TERMINAL_EVENTS: ReadonlySet<string> = new Set([
  'response.completed',
  'response.failed',
  'response.incomplete',
  'response.cancelled',
  'response.error',
]);

export function isTerminalEvent(type: string): boolean {
  return TERMINAL_EVENTS.has(type);
}

export type EventType = (typeof EVENTS_BY_FAMILY)[ItemFamily][number];
export type ExtraEventType = (typeof EXTRA_EVENTS_BY_FAMILY)[ItemFamily][number];

export const EVENT_TYPES: readonly EventType[] = Object.values(EVENTS_BY_FAMILY).flat();
export const EXTRA_EVENT_TYPES: readonly ExtraEventType[] = Object.values(EXTRA_EVENTS_BY_FAMILY).flat();

const FAMILY_OF_EVENT: ReadonlyMap<string, ItemFamily> = new Map([...familyRows(EVENTS_BY_FAMILY), ...familyRows(EXTRA_EVENTS_BY_FAMILY)]);

function familyRows(events: Readonly<Record<ItemFamily, readonly string[]>>): readonly (readonly [string, ItemFamily])[] {
  const families = Object.keys(events) as ItemFamily[]; // the type of a record's keys is lost by Object.keys
  return families.flatMap((family) => events[family].map((type) => [type, family] as const));
}

/** The family of an event type; `system` for types nobody has told us about. */
export function familyOfEvent(type: string): ItemFamily {
  return FAMILY_OF_EVENT.get(type) ?? 'system';
}

/** True for the 59 and the extras: false means a type that no server we know sends. */
export function isKnownEventType(type: string): type is EventType | ExtraEventType {
  return FAMILY_OF_EVENT.has(type);
}

const DOCUMENTED: ReadonlySet<string> = new Set(EVENT_TYPES);

/** True for the 59 alone: what a client that goes by the reference knows. */
export function isDocumentedEventType(type: string): type is EventType {
  return DOCUMENTED.has(type);
}
