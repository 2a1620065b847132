import type { Provider } from '#protocol/provider.ts';

/** What is known around a failure, so that the advice fits. */
export type FailureContext = {
  readonly provider: Provider;
  readonly baseUrl: string;
  readonly responseId: string;
  /** Whether a key was sent. The key itself is not needed here. */
  readonly hasKey: boolean;
  /** The viewer's origin, or null where it has none. */
  readonly pageOrigin: string | null;
  /** What the browser says about being online; left out where it is not asked. */
  readonly online?: boolean;
};

/** A failure in words. Each string is a sentence or two; the first step is what to do next. */
export type FailureAdvice = {
  readonly title: string;
  /** The HTTP status, where there was an answer. */
  readonly status: number | null;
  /** What the server itself said. */
  readonly apiMessage: string | null;
  readonly requestId: string | null;
  readonly causes: readonly string[];
  readonly steps: readonly string[];
  /** A base URL that is likely the right one, to be offered in one click. */
  readonly suggestedBaseUrl: string | null;
  /** True when the very same request may succeed later. */
  readonly mayRetry: boolean;
};

/** The parts that a case says; the rest is filled in with "nothing". */
export type AdviceWords = Pick<FailureAdvice, 'title' | 'causes' | 'steps'> & Partial<Pick<FailureAdvice, 'suggestedBaseUrl' | 'mayRetry'>>;

export const PASTE_JSON = 'Paste or drop the JSON of the response here: it opens the same way.';
/** What there is to look at while no API can be asked. */
export const OPENS_OFFLINE = 'Samples, and what was opened from files and pastes, open without a network.';
