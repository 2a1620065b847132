import { arrayOf, isJsonObject, numberOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** One token the model could have written, and how likely it was. */
export type TokenChance = {
  /** As it was sent; null where the server sent none. */
  readonly token: string | null;
  /** UTF-8, as it was sent; null where the server sent none that can be read. */
  readonly bytes: readonly number[] | null;
  /** Natural logarithm of the probability. */
  readonly logprob: number | null;
  /** From 0 to 1. */
  readonly probability: number | null;
  /** Everything else that was sent with it. */
  readonly rest: JsonObject;
};

/** One token the model did write. */
export type LogprobToken = TokenChance & { readonly alternatives: readonly TokenChance[] };

/** Reads `logprobs` of a text part (reference §2.4). An entry of any shape stays in the list: what cannot be read is in its `rest`. */
export function readLogprobs(logprobs: JsonValue | undefined): readonly LogprobToken[] {
  return arrayOf(logprobs).map((entry) => {
    const fields = isJsonObject(entry) ? entry : { entry };
    const { top_logprobs: top, ...own } = fields;
    const chance = readChance(own);
    if (top !== undefined && top !== null && !Array.isArray(top))
      return { ...chance, rest: { ...chance.rest, top_logprobs: top }, alternatives: [] };
    return { ...chance, alternatives: arrayOf(top).map((each) => readChance(isJsonObject(each) ? each : { entry: each })) };
  });
}

function readChance(fields: JsonObject): TokenChance {
  const { token: _token, bytes: _bytes, logprob: _logprob, ...rest } = fields;
  const read = { token: stringOf(fields['token']), bytes: bytesOf(fields['bytes']), logprob: numberOf(fields['logprob']) };
  const unread = (['token', 'bytes', 'logprob'] as const).flatMap((name) => {
    const value = fields[name];
    return value === undefined || value === null || read[name] !== null ? [] : [[name, value] as const];
  });
  return {
    ...read,
    probability: read.logprob === null ? null : Math.min(1, Math.exp(read.logprob)),
    rest: { ...rest, ...Object.fromEntries(unread) },
  };
}

function bytesOf(value: JsonValue | undefined): readonly number[] | null {
  if (!Array.isArray(value)) return null;
  const bytes = value.filter((byte): byte is number => typeof byte === 'number' && Number.isInteger(byte) && byte >= 0 && byte <= 255);
  return bytes.length === value.length ? bytes : null;
}

/**
 * How a token reads: its text, or its bytes as "⟨E2 82⟩" where it is a part of a character only and its text says nothing.
 */
export function spellToken({ token, bytes }: Pick<TokenChance, 'token' | 'bytes'>): string {
  const isPart = bytes !== null && bytes.length > 0 && (token === null || token.includes('\ufffd')) && decode(bytes) === null;
  if (isPart) return `⟨${hexOf(bytes)}⟩`;
  return token ?? (bytes === null ? '⟨no token⟩' : (decode(bytes) ?? `⟨${hexOf(bytes)}⟩`));
}

/** "20 65 72": bytes as they stand in a hex dump. */
export function hexOf(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}

/** True when the tokens, put together, are `text`; also where that cannot be told. */
export function spellsText(tokens: readonly LogprobToken[], text: string): boolean {
  if (tokens.every(({ bytes }) => bytes !== null)) return decode(tokens.flatMap(({ bytes }) => bytes ?? [])) === text;
  const spelled = tokens.map(({ token }) => token ?? '\ufffd').join('');
  return spelled.includes('\ufffd') || spelled === text;
}

/** Null for what is no UTF-8. */
function decode(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** How likely in words: "99.79%", "0.4%", "> 99.99%"; "unknown" for null. */
export function formatChance(probability: number | null): string {
  if (probability === null) return 'unknown';
  if (probability === 0 || probability === 1) return `${probability * 100}%`;
  if (probability > 0.9999) return '> 99.99%';
  if (probability < 0.0001) return '< 0.01%';
  const digits = probability < 0.01 || probability > 0.99 ? 2 : 1;
  return `${(probability * 100).toFixed(digits)}%`;
}

/** e to the mean surprise: 1 where every token was certain, 10 where the model wavered between ten. Null without numbers. */
export function perplexityOf(tokens: readonly LogprobToken[]): number | null {
  const logprobs = tokens.flatMap(({ logprob }) => logprob ?? []);
  if (logprobs.length === 0) return null;
  return Math.exp(-logprobs.reduce((sum, logprob) => sum + logprob, 0) / logprobs.length);
}
