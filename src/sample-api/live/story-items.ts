import type { JsonObject } from '#base/json.ts';
import { assistantMessage } from '#sample-api/plain-response.ts';

type Source = { readonly title: string; readonly url: string };

/** A message of the assistant that quotes its sources: each `[title]` in the text is a citation. */
export function citedMessage(id: string, text: string, sources: readonly Source[]): JsonObject {
  const annotations = sources.flatMap(({ title, url }) => {
    const start = text.indexOf(`[${title}]`);
    return start === -1 ? [] : [{ type: 'url_citation', start_index: start, end_index: start + title.length + 2, title, url }];
  });
  return { ...assistantMessage(id, text), content: [{ type: 'output_text', annotations, logprobs: [], text }] };
}

/** What a user asked. */
export function userMessage(id: string, text: string): JsonObject {
  return { id, type: 'message', status: 'completed', role: 'user', content: [{ type: 'input_text', text }] };
}

/** Reasoning in several summaries. */
export function thoughts(id: string, ...summaries: readonly string[]): JsonObject {
  return { id, type: 'reasoning', summary: summaries.map((text) => ({ type: 'summary_text', text })) };
}

/** A usage that adds up. */
export function usageOf(input: number, cached: number, output: number, reasoning: number): JsonObject {
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: cached },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: input + output,
  };
}
