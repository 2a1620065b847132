import type { ApiError } from '#protocol/failure.ts';

/** A request that the API refuses. Thrown anywhere below a route; `answerError` turns it into the envelope that OpenAI sends. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly error: ApiError;
  constructor(status: number, error: Partial<ApiError> & { readonly message: string }) {
    super(error.message);
    this.status = status;
    this.error = { type: 'invalid_request_error', param: null, code: null, ...error };
  }
}

/** `{error: {message, type, param, code}}`, indented as OpenAI sends it. Anything but a `Refusal` is a fault of ours: 500. */
export function answerError(thrown: unknown): Response {
  if (thrown instanceof Refusal) return errorEnvelope(thrown.status, thrown.error);
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return errorEnvelope(500, { message: `The sample API itself failed: ${reason}`, type: 'server_error', param: null, code: null });
}

function errorEnvelope(status: number, { message, type, param, code }: ApiError): Response {
  return jsonAnswer(status, { error: { message, type, param, code } });
}

/** Any value as a JSON answer. */
export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value, null, 2), { status, headers: { 'content-type': 'application/json', ...headers } });
}

export function responseNotFound(id: string): Refusal {
  return new Refusal(404, { message: `No response with the id '${id}' was found.` });
}
