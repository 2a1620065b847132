/** What a server said when it refused, in its own words. */
export type ApiError = {
  readonly message: string;
  readonly type: string | null;
  readonly code: string | null;
  readonly param: string | null;
};

/** What arrived instead of a Response. */
export type NotAResponse = 'empty' | 'html' | 'text' | 'broken-json' | 'other-json' | 'chat-completion' | 'error-body' | 'event-stream';

export type BadRequestProblem =
  /** Not an http or https URL, nor one relative to the page. */
  | 'base-url'
  /** A name or password in the URL. */
  | 'user-info'
  /** A part of a preset that is still to be filled in, such as `{resource}`. */
  | 'placeholder'
  /** An https page may not ask this http server. */
  | 'mixed-content'
  /** An empty ID, or one that a URL cannot carry (`.` and `..`). */
  | 'response-id'
  /** A header that browsers do not let a page set. */
  | 'header'
  /** A name that is none, such as one with a space. */
  | 'header-name'
  /** A value with a line break or a character outside Latin-1. */
  | 'header-value'
  /** An extra header that the connection's own fields already send. */
  | 'header-twice'
  /** The key has a line break or a character that a header cannot carry. */
  | 'key';

/** Why nothing could be had. Facts only; the words are chosen where they are shown. */
export type RetrieveFailure =
  /** The request could not be built or asked. `detail` is what is wrong (a URL, a host, a placeholder, a header's name), never a secret. */
  | { readonly kind: 'bad-request'; readonly problem: BadRequestProblem; readonly detail: string }
  /** Offline, CORS, refused, DNS: the browser does not say which. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timed-out'; readonly afterMilliseconds: number }
  /** The server answered with a redirect, which is never followed. */
  | { readonly kind: 'redirect' }
  /** An HTTP status other than 2xx. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly error: ApiError;
      readonly requestId: string | null;
      /** From `Retry-After` or `retry-after-ms` where the browser lets us read it. */
      readonly retryAfterMilliseconds: number | null;
      /** The body as received, so that nothing is lost. */
      readonly body: string;
    }
  /** HTTP 2xx, but no Response object in it. `error` is set for `error-body`; line and column (from 1) for `broken-json`. */
  | {
      readonly kind: 'not-a-response';
      readonly status: number;
      readonly found: NotAResponse;
      readonly error: ApiError | null;
      readonly requestId: string | null;
      readonly body: string;
      readonly line: number | null;
      readonly column: number | null;
    };

/** Carries a failure through code that speaks in throws (TanStack Query). Its message never holds a key or a body. */
export class RetrieveError extends Error {
  override readonly name = 'RetrieveError';
  readonly failure: RetrieveFailure;
  constructor(failure: RetrieveFailure) {
    super(`The response could not be retrieved: ${failure.kind}`);
    this.failure = failure;
  }
}
