import { formatMeasured } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import type { JsonObject } from '#base/json.ts';
import type { Timings } from './timings.ts';
import { readUsage } from './usage.ts';

/** Tokens a second, and how that was found out. */
export type TokenPace = { readonly value: number | null; readonly isEstimated: boolean; readonly how: string };

/** English text has about so many characters to a token; code and other languages fewer. */
const CHARACTERS_PER_TOKEN = 4;
/** Shorter than this says nothing, in milliseconds. */
const SHORTEST = 1000;

/** The pace of all output tokens, and that of those which are not reasoning: exact where the usage counts what was watched, else guessed from characters, or unknown. */
export function tokenPaces(timings: Timings, response: JsonObject): readonly [all: TokenPace, visible: TokenPace] {
  const usage = readUsage(response);
  const { span, first, start, end, shares, hasEnded } = timings;
  const output = usage?.output ?? null;
  if (!hasEnded || span.kind !== 'whole' || output === null) return [guessed(timings), UNKNOWN];
  const since = first.item?.arrival ?? start;
  const all = exact(output, end - since, 'of all output tokens (usage)', 'from the first item to the last event, tools included');
  const visible = usage?.visible ?? null;
  const rest = end - start - shares.waiting - shares.reasoning;
  if (visible === null) return [all, UNKNOWN];
  return [all, exact(visible, rest, 'of the output tokens that are no reasoning (usage)', 'without waiting and reasoning')];
}

function exact(tokens: number, milliseconds: number, what: string, when: string): TokenPace {
  return {
    value: milliseconds < SHORTEST ? null : (tokens * 1000) / milliseconds,
    isEstimated: false,
    how: `${formatNumber(tokens)} ${what}, over ${formatMeasured(milliseconds)}: ${when}.`,
  };
}

function guessed({ meanPace, hasEnded, span }: Timings): TokenPace {
  const why = !hasEnded
    ? 'Servers count tokens only at the end.'
    : span.kind === 'tail'
      ? 'The usage counts the whole response, of which only the end was watched.'
      : 'The server sent no usage.';
  return {
    value: meanPace === null ? null : meanPace / CHARACTERS_PER_TOKEN,
    isEstimated: true,
    how: `Characters a second, divided by ${CHARACTERS_PER_TOKEN}. ${why} Reasoning that is kept from us is not in it.`,
  };
}

const UNKNOWN: TokenPace = {
  value: null,
  isEstimated: false,
  how: 'Known at the end of a response that was watched as a whole, where the server counts reasoning apart.',
};
