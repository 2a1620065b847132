import { isJsonObject, stringOf } from '#base/json.ts';
import type { EventType, ExtraEventType } from '#protocol/event-types.ts';
import { appendCommand, appendDiff, appendField, appendShellOutput, setCommand, setDiff, setField, setShellOutput } from './fold-calls.ts';
import type { FoldContext, FoldStep } from './fold-context.ts';
import { addItem, finishItem, setPreview, setStatus } from './fold-items.ts';
import { addError, endResponse, endWithError, mergeSnapshot } from './fold-lifecycle.ts';
import {
  addAnnotation,
  appendText,
  kindOfContentPart,
  OUTPUT_TEXT,
  REASONING_TEXT,
  REFUSAL,
  setPart,
  setText,
  SUMMARY_TEXT,
} from './fold-parts.ts';

/** Listed and counted, but nothing of the Response: pings, and steering, which only a WebSocket has. */
const changesNothing: FoldStep = () => undefined;

const appendAudio: FoldStep = (context, event) => {
  const delta = stringOf(event['delta']);
  if (delta !== null) context.audioChunks.push(delta);
};

const appendTranscript: FoldStep = (context, event) => {
  context.transcript += stringOf(event['delta']) ?? '';
};

/** What each event does to the Response (reference §3.2). A type that the wire knows and this table does not is a compile error. */
const STEPS: Readonly<Record<EventType | ExtraEventType, FoldStep>> = {
  'response.created': mergeSnapshot,
  'response.queued': mergeSnapshot,
  'response.in_progress': mergeSnapshot,
  'response.completed': endResponse('completed'),
  'response.incomplete': endResponse('incomplete'),
  'response.failed': endResponse('failed'),
  'response.cancelled': endResponse('cancelled'),
  'response.error': endWithError,
  error: addError,

  'response.output_item.added': addItem,
  'response.output_item.done': finishItem,

  'response.content_part.added': setPart(kindOfContentPart, false),
  'response.content_part.done': setPart(kindOfContentPart, true),
  'response.output_text.delta': appendText(OUTPUT_TEXT),
  'response.output_text.done': setText(OUTPUT_TEXT),
  'response.output_text.annotation.added': addAnnotation,
  'response.refusal.delta': appendText(REFUSAL),
  'response.refusal.done': setText(REFUSAL),

  'response.reasoning_text.delta': appendText(REASONING_TEXT),
  'response.reasoning_text.done': setText(REASONING_TEXT),
  'response.reasoning.delta': appendText(REASONING_TEXT),
  'response.reasoning.done': setText(REASONING_TEXT),
  'response.reasoning_part.added': setPart(() => REASONING_TEXT, false),
  'response.reasoning_part.done': setPart(() => REASONING_TEXT, true),
  'response.reasoning_summary_part.added': setPart(() => SUMMARY_TEXT, false),
  'response.reasoning_summary_part.done': setPart(() => SUMMARY_TEXT, true),
  'response.reasoning_summary_text.delta': appendText(SUMMARY_TEXT),
  'response.reasoning_summary_text.done': setText(SUMMARY_TEXT),

  'response.function_call_arguments.delta': appendField('function_call', 'arguments'),
  'response.function_call_arguments.done': setField('function_call', 'arguments'),
  'response.custom_tool_call_input.delta': appendField('custom_tool_call', 'input'),
  'response.custom_tool_call_input.done': setField('custom_tool_call', 'input'),
  'response.mcp_call_arguments.delta': appendField('mcp_call', 'arguments'),
  'response.mcp_call_arguments.done': setField('mcp_call', 'arguments'),
  'response.code_interpreter_call_code.delta': appendField('code_interpreter_call', 'code'),
  'response.code_interpreter_call_code.done': setField('code_interpreter_call', 'code'),
  'response.apply_patch_call_operation_diff.delta': appendDiff,
  'response.apply_patch_call_operation_diff.done': setDiff,
  'response.shell_call_command.added': setCommand,
  'response.shell_call_command.delta': appendCommand,
  'response.shell_call_command.done': setCommand,
  'response.shell_call_output_content.delta': appendShellOutput,
  'response.shell_call_output_content.done': setShellOutput,

  'response.mcp_call.in_progress': setStatus('mcp_call', 'in_progress'),
  'response.mcp_call.completed': setStatus('mcp_call', 'completed'),
  'response.mcp_call.failed': setStatus('mcp_call', 'failed'),
  'response.mcp_list_tools.in_progress': setStatus('mcp_list_tools', 'in_progress', false),
  'response.mcp_list_tools.completed': setStatus('mcp_list_tools', 'completed', false),
  'response.mcp_list_tools.failed': setStatus('mcp_list_tools', 'failed', false),
  'response.code_interpreter_call.in_progress': setStatus('code_interpreter_call', 'in_progress'),
  'response.code_interpreter_call.interpreting': setStatus('code_interpreter_call', 'interpreting'),
  'response.code_interpreter_call.completed': setStatus('code_interpreter_call', 'completed'),
  'response.file_search_call.in_progress': setStatus('file_search_call', 'in_progress'),
  'response.file_search_call.searching': setStatus('file_search_call', 'searching'),
  'response.file_search_call.completed': setStatus('file_search_call', 'completed'),
  'response.web_search_call.in_progress': setStatus('web_search_call', 'in_progress'),
  'response.web_search_call.searching': setStatus('web_search_call', 'searching'),
  'response.web_search_call.completed': setStatus('web_search_call', 'completed'),
  'response.image_generation_call.in_progress': setStatus('image_generation_call', 'in_progress'),
  'response.image_generation_call.generating': setStatus('image_generation_call', 'generating'),
  'response.image_generation_call.completed': setStatus('image_generation_call', 'completed'),
  'response.image_generation_call.partial_image': setPreview,
  'response.compaction.compacting': setStatus('compaction', 'compacting', false),

  'response.audio.delta': appendAudio,
  'response.audio.done': changesNothing,
  'response.audio.transcript.delta': appendTranscript,
  'response.audio.transcript.done': changesNothing,

  keepalive: changesNothing,
  ping: changesNothing,
  'response.metadata': changesNothing,
  'response.steer.accepted': changesNothing,
  'response.steer.pending': changesNothing,
  'response.steer.failed': changesNothing,
};

const STEP_OF: ReadonlyMap<string, FoldStep> = new Map(Object.entries(STEPS));

/** Puts one event into the context. A type nobody has told us about changes nothing, unless it carries a snapshot as lifecycle events do. */
export function applyStep(context: FoldContext, type: string, event: Parameters<FoldStep>[1]): void {
  const step = STEP_OF.get(type);
  if (step !== undefined) return step(context, event);
  context.notice({ kind: 'unknown-type', type });
  if (type.startsWith('response.') && isJsonObject(event['response'])) mergeSnapshot(context, event);
}
