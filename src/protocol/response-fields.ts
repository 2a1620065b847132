/** The six statuses of a Response, and how each of its fields is named on the wire. */
export const RESPONSE_STATUSES = ['queued', 'in_progress', 'completed', 'incomplete', 'failed', 'cancelled'] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];

/** True while the server still works on the response, so that asking again is worth it. */
export function isUnfinished(status: string | null): boolean {
  return status === 'queued' || status === 'in_progress';
}

/** The 31 fields that the published specification marks required. Real servers leave some out; each is shown, also when null or not sent. */
export const SPECIFIED_FIELDS = [
  'id',
  'object',
  'created_at',
  'completed_at',
  'status',
  'incomplete_details',
  'model',
  'previous_response_id',
  'instructions',
  'output',
  'error',
  'tools',
  'tool_choice',
  'truncation',
  'parallel_tool_calls',
  'text',
  'top_p',
  'presence_penalty',
  'frequency_penalty',
  'top_logprobs',
  'temperature',
  'reasoning',
  'usage',
  'max_output_tokens',
  'max_tool_calls',
  'store',
  'background',
  'service_tier',
  'metadata',
  'safety_identifier',
  'prompt_cache_key',
] as const;

/** Fields that OpenAI's SDK types or its wire carry beside the specified ones (openai 7.57; `billing` and `content_filters` from traffic). */
export const FURTHER_FIELDS = [
  'conversation',
  'output_text',
  'user',
  'prompt',
  'prompt_cache_retention',
  'prompt_cache_options',
  'prompt_cache_diagnostics',
  'moderation',
  'tool_usage',
  'input_transformations',
  'access_programs',
  'image',
  'billing',
  'content_filters',
] as const;

/** The reasons a response may be incomplete for. */
export const INCOMPLETE_REASONS = ['max_output_tokens', 'content_filter', 'max_messages', 'steered'] as const;
