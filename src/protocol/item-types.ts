/** The names of items, parts and annotations. All unions are open: a name that is missing here is shown generically, never refused. */

/** The 28 types of `output` (openai 7.57, `ResponseOutputItem`). */
export const OUTPUT_ITEM_TYPES = [
  'message',
  'reasoning',
  'function_call',
  'function_call_output',
  'custom_tool_call',
  'custom_tool_call_output',
  'web_search_call',
  'file_search_call',
  'code_interpreter_call',
  'image_generation_call',
  'computer_call',
  'computer_call_output',
  'local_shell_call',
  'local_shell_call_output',
  'shell_call',
  'shell_call_output',
  'apply_patch_call',
  'apply_patch_call_output',
  'mcp_list_tools',
  'mcp_call',
  'mcp_approval_request',
  'mcp_approval_response',
  'tool_search_call',
  'tool_search_output',
  'additional_tools',
  'program',
  'program_output',
  'compaction',
] as const;
export type OutputItemType = (typeof OUTPUT_ITEM_TYPES)[number];

/** Types that only occur in input lists, requests, the multi-agent beta or other vendors' servers. */
export const OTHER_ITEM_TYPES = [
  'configuration_update',
  'item_reference',
  'compaction_trigger',
  'agent_message',
  'multi_agent_call',
  'multi_agent_call_output',
  'x_search_call',
] as const;

export const CONTENT_PART_TYPES = [
  'output_text',
  'refusal',
  'reasoning_text',
  'summary_text',
  'input_text',
  'input_image',
  'input_file',
  'input_audio',
  'output_audio',
  'text',
  'computer_screenshot',
  'input_video',
  'encrypted_content',
] as const;

export const ANNOTATION_TYPES = ['url_citation', 'file_citation', 'container_file_citation', 'file_path'] as const;

/** The families that share a colour everywhere: items, rail, event types, usage bars. */
export type ItemFamily = 'message' | 'reasoning' | 'tool-call' | 'tool-output' | 'hosted-tool' | 'system';

const FAMILY_OF: Readonly<Record<OutputItemType | (typeof OTHER_ITEM_TYPES)[number], ItemFamily>> = {
  message: 'message',
  reasoning: 'reasoning',
  function_call: 'tool-call',
  function_call_output: 'tool-output',
  custom_tool_call: 'tool-call',
  custom_tool_call_output: 'tool-output',
  web_search_call: 'hosted-tool',
  file_search_call: 'hosted-tool',
  code_interpreter_call: 'hosted-tool',
  image_generation_call: 'hosted-tool',
  computer_call: 'hosted-tool',
  computer_call_output: 'tool-output',
  local_shell_call: 'hosted-tool',
  local_shell_call_output: 'tool-output',
  shell_call: 'hosted-tool',
  shell_call_output: 'tool-output',
  apply_patch_call: 'hosted-tool',
  apply_patch_call_output: 'tool-output',
  mcp_list_tools: 'tool-call',
  mcp_call: 'tool-call',
  mcp_approval_request: 'tool-call',
  mcp_approval_response: 'tool-output',
  tool_search_call: 'hosted-tool',
  tool_search_output: 'tool-output',
  additional_tools: 'system',
  program: 'tool-call',
  program_output: 'tool-output',
  compaction: 'system',
  configuration_update: 'system',
  item_reference: 'system',
  compaction_trigger: 'system',
  agent_message: 'message',
  multi_agent_call: 'tool-call',
  multi_agent_call_output: 'tool-output',
  x_search_call: 'hosted-tool',
};

/** The family of an item type; `system` for types nobody has told us about. */
export function familyOf(type: string): ItemFamily {
  return isKnownItemType(type) ? FAMILY_OF[type] : 'system';
}

export function isKnownItemType(type: string): type is keyof typeof FAMILY_OF {
  return Object.hasOwn(FAMILY_OF, type);
}
