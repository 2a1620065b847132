import type { ResponseRule, StreamRule } from './rule.ts';

/** The rules about the events of a stream, in the order in which they are told. One row per file in `rules/`. */
export const STREAM_RULES: readonly StreamRule[] = [];

/** The rules about a Response, in the order in which they are told. */
export const RESPONSE_RULES: readonly ResponseRule[] = [];
