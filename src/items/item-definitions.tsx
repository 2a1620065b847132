import { isJsonObject, objectOf, stringOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import type { ItemState } from '#model/fold-state.ts';
import { isKnownItemType, type OTHER_ITEM_TYPES, type OutputItemType } from '#protocol/item-types.ts';
import type { ItemDefinition } from './item-definition.ts';
import { unknownItem } from './generic-item.tsx';
import { additionalToolsItem } from './additional-tools-item.tsx';
import { agentMessageItem } from './agent-message-item.tsx';
import { applyPatchCallItem } from './apply-patch-call-item.tsx';
import { applyPatchCallOutputItem } from './apply-patch-call-output-item.tsx';
import { codeInterpreterCallItem } from './code-interpreter-call-item.tsx';
import { compactionItem } from './compaction-item.tsx';
import { compactionTriggerItem } from './compaction-trigger-item.tsx';
import { computerCallItem } from './computer-call-item.tsx';
import { computerCallOutputItem } from './computer-call-output-item.tsx';
import { configurationUpdateItem } from './configuration-update-item.tsx';
import { customToolCallItem } from './custom-tool-call-item.tsx';
import { customToolCallOutputItem } from './custom-tool-call-output-item.tsx';
import { fileSearchCallItem } from './file-search-call-item.tsx';
import { functionCallItem } from './function-call-item.tsx';
import { functionCallOutputItem } from './function-call-output-item.tsx';
import { imageGenerationCallItem } from './image-generation-call-item.tsx';
import { itemReferenceItem } from './item-reference-item.tsx';
import { localShellCallItem } from './local-shell-call-item.tsx';
import { localShellCallOutputItem } from './local-shell-call-output-item.tsx';
import { mcpApprovalRequestItem } from './mcp-approval-request-item.tsx';
import { mcpApprovalResponseItem } from './mcp-approval-response-item.tsx';
import { mcpCallItem } from './mcp-call-item.tsx';
import { mcpListToolsItem } from './mcp-list-tools-item.tsx';
import { messageItem } from './message-item.tsx';
import { multiAgentCallItem } from './multi-agent-call-item.tsx';
import { multiAgentCallOutputItem } from './multi-agent-call-output-item.tsx';
import { programItem } from './program-item.tsx';
import { programOutputItem } from './program-output-item.tsx';
import { reasoningItem } from './reasoning-item.tsx';
import { shellCallItem } from './shell-call-item.tsx';
import { shellCallOutputItem } from './shell-call-output-item.tsx';
import { toolSearchCallItem } from './tool-search-call-item.tsx';
import { toolSearchOutputItem } from './tool-search-output-item.tsx';
import { webSearchCallItem } from './web-search-call-item.tsx';
import { xSearchCallItem } from './x-search-call-item.tsx';

/** How each known item type looks; a missing row is a compile error. */
const ITEM_DEFINITIONS: { readonly [T in OutputItemType | (typeof OTHER_ITEM_TYPES)[number]]: ItemDefinition } = {
  message: messageItem,
  reasoning: reasoningItem,
  function_call: functionCallItem,
  function_call_output: functionCallOutputItem,
  custom_tool_call: customToolCallItem,
  custom_tool_call_output: customToolCallOutputItem,
  web_search_call: webSearchCallItem,
  file_search_call: fileSearchCallItem,
  code_interpreter_call: codeInterpreterCallItem,
  image_generation_call: imageGenerationCallItem,
  computer_call: computerCallItem,
  computer_call_output: computerCallOutputItem,
  local_shell_call: localShellCallItem,
  local_shell_call_output: localShellCallOutputItem,
  shell_call: shellCallItem,
  shell_call_output: shellCallOutputItem,
  apply_patch_call: applyPatchCallItem,
  apply_patch_call_output: applyPatchCallOutputItem,
  mcp_list_tools: mcpListToolsItem,
  mcp_call: mcpCallItem,
  mcp_approval_request: mcpApprovalRequestItem,
  mcp_approval_response: mcpApprovalResponseItem,
  tool_search_call: toolSearchCallItem,
  tool_search_output: toolSearchOutputItem,
  additional_tools: additionalToolsItem,
  program: programItem,
  program_output: programOutputItem,
  compaction: compactionItem,
  configuration_update: configurationUpdateItem,
  item_reference: itemReferenceItem,
  compaction_trigger: compactionTriggerItem,
  agent_message: agentMessageItem,
  multi_agent_call: multiAgentCallItem,
  multi_agent_call_output: multiAgentCallOutputItem,
  x_search_call: xSearchCallItem,
};

/** How `item` looks: by its type, or generically when the type is unknown, missing or no string. */
export function definitionOf(item: JsonObject): ItemDefinition {
  const type = stringOf(item['type']);
  return type !== null && isKnownItemType(type) ? ITEM_DEFINITIONS[type] : unknownItem;
}

/** Messages, refusals and failures start open, the rest as one line. */
export function itemStartsOpen(item: JsonValue | undefined): boolean {
  if (!isJsonObject(item)) return false;
  return hasFailed(item) || definitionOf(item).startsOpen?.(item) === true;
}

/** The positions of items that are being written and that open for it. */
export function opensWhileGrowing(items: JsonArray, states: readonly ItemState[]): readonly number[] {
  return states.flatMap((state, position) => {
    const item = state.isOpen ? items[position] : undefined;
    return item !== undefined && isJsonObject(item) && definitionOf(item).opensGrowing?.(item, state) === true ? [position] : [];
  });
}

/** True for an item that says it failed, in its status or with an error. */
export function hasFailed(item: JsonObject): boolean {
  if (stringOf(item['status']) === 'failed') return true;
  const { error } = item;
  return objectOf(error) !== null || (stringOf(error) ?? '') !== '';
}
