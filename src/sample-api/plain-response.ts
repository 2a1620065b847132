import type { JsonArray, JsonObject } from '#base/json.ts';

/** A finished Response with every specified field and the given output: what the made responses start from. */
export function plainResponse(id: string, output: JsonArray): JsonObject {
  return {
    id,
    object: 'response',
    created_at: 1_781_006_400,
    status: 'completed',
    background: false,
    completed_at: 1_781_006_412,
    error: null,
    frequency_penalty: 0,
    incomplete_details: null,
    instructions: 'Answer in one short paragraph.',
    max_output_tokens: null,
    max_tool_calls: null,
    model: 'gpt-5.1-2025-11-13',
    output,
    parallel_tool_calls: true,
    presence_penalty: 0,
    previous_response_id: null,
    prompt_cache_key: null,
    reasoning: { effort: 'low', summary: null },
    safety_identifier: null,
    service_tier: 'default',
    store: true,
    temperature: 1,
    text: { format: { type: 'text' }, verbosity: 'medium' },
    tool_choice: 'auto',
    tools: [],
    top_logprobs: 0,
    top_p: 1,
    truncation: 'disabled',
    usage: {
      input_tokens: 214,
      input_tokens_details: { cached_tokens: 128 },
      output_tokens: 96,
      output_tokens_details: { reasoning_tokens: 64 },
      total_tokens: 310,
    },
    user: null,
    metadata: {},
  };
}

export function assistantMessage(id: string, text: string): JsonObject {
  return {
    id,
    type: 'message',
    status: 'completed',
    role: 'assistant',
    content: [{ type: 'output_text', annotations: [], logprobs: [], text }],
  };
}
