import type { JsonPath } from '#base/json.ts';

/** `error`: a client that goes by the protocol breaks or shows something false. `warning`: some clients do, or it costs somebody. `info`: good to know, harmless. */
export type Severity = 'error' | 'warning' | 'info';

/** Two texts that should be the same. */
export type TextPair = {
  /** What each of them is, in a few words: "the deltas", "the done event". */
  readonly labels: readonly [string, string];
  readonly texts: readonly [string, string];
};

/** One occurrence of a problem, with what proves it. */
export type Finding = {
  /** What was found, as one sentence with its figures and without a full stop: "event 57 follows 54: 2 numbers were skipped". */
  readonly text: string;
  /** Events that prove it, by their number in order of arrival, from 0. */
  readonly events: readonly number[];
  /** Places in the Response that prove it. */
  readonly paths: readonly JsonPath[];
  /** The item it is about, by its `output_index` as the events say it or by its place in `output`; null where it is about the response or the stream. */
  readonly outputIndex: number | null;
  readonly texts: TextPair | null;
};

/** What everybody may know of a rule; the same for all recordings. */
export type ProblemRule = {
  /** Kebab-case, never changes: mutes and reports name it. */
  readonly id: string;
  readonly severity: Severity;
  /** A few words, as a heading: "Sequence numbers skipped". */
  readonly title: string;
  /** What a finding proves, in one or two sentences; names of fields and events between backticks. */
  readonly proves: string;
  /** What a client suffers from it. */
  readonly suffers: string;
  /** Where the rule is written down. */
  readonly reference: { readonly title: string; readonly url: string };
};

/** What one rule found in a recording. */
export type Problem = {
  readonly rule: ProblemRule;
  /** How often; more than there are findings where those are many. */
  readonly count: number;
  /** The first of them. */
  readonly findings: readonly Finding[];
};

/** What the rules about streams have found so far; the same object until one finds something more. */
export type StreamFindings = readonly Problem[];
