import { numberOf, objectOf, type JsonObject } from '#base/json.ts';
import { formatNumber } from '#base/format-number.ts';

/** What `incomplete_details.reason` means for the reader, with the numbers of this response where they tell more. */
export function explainIncomplete(reason: string | null, response: JsonObject): string {
  switch (reason) {
    case 'max_output_tokens':
      return explainTokenLimit(response);
    case 'content_filter':
      return 'A content filter stopped the output. What came before it is shown.';
    case 'max_messages':
      return 'The response reached its limit of messages. What came before it is shown.';
    case 'steered':
      return 'The run was steered elsewhere before it was done: the client sent new input while the model worked.';
    case null:
      return 'The output stopped early. What came before is shown.';
    default:
      return 'The output stopped early for a reason this viewer does not know. What came before is shown.';
  }
}

function explainTokenLimit(response: JsonObject): string {
  const limit = numberOf(response['max_output_tokens']);
  const usage = objectOf(response['usage']);
  const output = numberOf(usage?.['output_tokens']);
  const reasoning = numberOf(objectOf(usage?.['output_tokens_details'])?.['reasoning_tokens']);
  const limitWords =
    limit === null ? 'The output reached its token limit' : `The output reached max_output_tokens (${formatNumber(limit)})`;
  if (output !== null && output > 0 && reasoning === output) {
    return `${limitWords}. All ${formatNumber(output)} tokens went to reasoning, so there is no answer. Raise the limit or lower the reasoning effort.`;
  }
  if (output !== null && reasoning !== null && reasoning > output / 2) {
    return `${limitWords}. ${formatNumber(reasoning)} of ${formatNumber(output)} tokens went to reasoning. The last item is cut off.`;
  }
  return `${limitWords}. The last item is cut off, and JSON in it will not parse. Raise the limit to get the rest.`;
}

/** One sentence on what an error code of the Response means and what to do. Codes we do not know get a neutral one. */
export function explainError(code: string | null): string {
  if (code === null) return 'The model did not finish. Asking again may help.';
  return ERRORS[code] ?? imageError(code) ?? 'The model did not finish. The code above is the server’s own.';
}

const ERRORS: Readonly<Record<string, string>> = {
  server_error: 'Something broke inside the service. The same request may work when it is sent again.',
  rate_limit_exceeded: 'Too many requests or tokens in too short a time. Wait and send it again, or ask for a higher limit.',
  insufficient_quota: 'The account has no credit left or reached its budget. Sending it again does not help before that is changed.',
  invalid_prompt: 'The service refused the prompt. Change what is sent.',
  data_residency_mismatch: 'The project’s data residency does not fit this endpoint. Use the host of the project’s region.',
  bio_policy: 'The request was stopped by the policy on biology.',
  misalignment_policy_violation: 'The run was stopped because the model acted against its instructions.',
  vector_store_timeout: 'A search in a vector store took too long. The same request may work when it is sent again.',
};

function imageError(code: string): string | null {
  if (code === 'image_content_policy_violation') return 'An image was refused by the content policy.';
  return code.includes('image') ? 'An image of the input could not be used: check its URL, format and size.' : null;
}
