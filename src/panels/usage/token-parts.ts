import type { Usage } from '#model/usage.ts';

/** One part of the input or output: what it is called, how it is filled in bars, and where it stands on the wire. */
export type TokenPart = {
  readonly title: string;
  readonly tokens: number;
  readonly look: TokenLook;
  /** The wire field, or how it was worked out. */
  readonly from: string;
  /** False for what was worked out. */
  readonly isSent: boolean;
};
export type TokenLook = 'fresh' | 'cached' | 'cache-write' | 'reasoning' | 'visible' | 'whole-input' | 'whole-output';

/** The input in parts that add up to it; one whole part when the server does not split it, none when it was not counted. */
export function inputParts(usage: Usage): readonly TokenPart[] {
  if (usage.input === null) return [];
  if (usage.fresh === null) return [{ title: 'input', tokens: usage.input, look: 'whole-input', from: 'input_tokens', isSent: true }];
  return [
    part('cached', usage.cached, 'cached', 'input_tokens_details.cached_tokens'),
    part('fresh', usage.fresh, 'fresh', 'input − cached − cache write'),
    part('cache write', usage.cacheWrite, 'cache-write', 'input_tokens_details.cache_write_tokens'),
  ].flat();
}

/** The output in parts, as `inputParts`. */
export function outputParts(usage: Usage): readonly TokenPart[] {
  if (usage.output === null) return [];
  if (usage.visible === null) return [{ title: 'output', tokens: usage.output, look: 'whole-output', from: 'output_tokens', isSent: true }];
  return [
    part('reasoning', usage.reasoning, 'reasoning', 'output_tokens_details.reasoning_tokens'),
    part('visible', usage.visible, 'visible', 'output − reasoning'),
  ].flat();
}

function part(title: string, tokens: number | null, look: TokenLook, from: string): readonly TokenPart[] {
  return tokens === null ? [] : [{ title, tokens, look, from, isSent: /^[\w.]+$/.test(from) }];
}
