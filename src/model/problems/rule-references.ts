/** Where the rules are written down. */
type Reference = { readonly title: string; readonly url: string };

export const RESPONSE_OBJECT: Reference = {
  title: 'OpenAI API reference: the Response object',
  url: 'https://platform.openai.com/docs/api-reference/responses/object',
};

export const STREAMING_EVENTS: Reference = {
  title: 'OpenAI API reference: streaming events',
  url: 'https://platform.openai.com/docs/api-reference/responses-streaming',
};

export const EVENT_STREAM_STANDARD: Reference = {
  title: 'HTML standard: server-sent events',
  url: 'https://html.spec.whatwg.org/multipage/server-sent-events.html',
};

export const FUNCTION_CALLING: Reference = {
  title: 'OpenAI guide: function calling',
  url: 'https://platform.openai.com/docs/guides/function-calling',
};

export const STRUCTURED_OUTPUTS: Reference = {
  title: 'OpenAI guide: structured outputs',
  url: 'https://platform.openai.com/docs/guides/structured-outputs',
};

export const REASONING: Reference = {
  title: 'OpenAI guide: reasoning',
  url: 'https://platform.openai.com/docs/guides/reasoning',
};

export const KEY_SAFETY: Reference = {
  title: 'OpenAI help: best practices for API key safety',
  url: 'https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety',
};
