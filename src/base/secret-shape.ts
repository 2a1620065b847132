/** What API keys look like. A key is recognised by its shape or by the label in front of it; nothing here knows whether it is valid. */

/** A key inside a text: `text.slice(start, end) === key`. */
export type FoundKey = { readonly key: string; readonly start: number; readonly end: number };

// Every pattern starts at a literal or at a token boundary, so that a search through megabytes of base64 stays linear.
const SHAPES: readonly RegExp[] = [
  // OpenAI, Anthropic, OpenRouter, DeepSeek, LiteLLM and most gateways.
  /(?<![\w-])sk-[\w-]{6,}/g,
  /(?<![\w-])(?:xai|pplx|csk|sess|nvapi|glpat|bedrock-api-key)-[\w+/=-]{16,}/g,
  /(?<![\w-])(?:gsk|hf|fw|ek|gh[pousr]|github_pat|tgp_v1)_\w{16,}/g,
  /(?<![\w-])AIza[\w-]{35}(?![\w-])/g,
  /(?<![A-Za-z0-9+/])ABSK[A-Za-z0-9+/]{40,}={0,2}/g,
  // Azure's long keys carry this mark in the middle.
  /(?<![A-Za-z0-9])[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{10,40}(?![A-Za-z0-9])/g,
  // A JSON Web Token, as Entra ID hands out.
  /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]+)?/g,
];

const VALUE = String.raw`["'\x60]?([^\s"'\x60,;&<>(){}\[\]$%*…]+)`;
// The label says that a secret follows, whatever its shape (Azure's short keys are 32 hex digits, as many IDs are).
const LABELLED: readonly RegExp[] = [
  new RegExp(String.raw`authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:bearer|basic)\s{1,3}${VALUE}`, 'gi'),
  new RegExp(String.raw`(?<!\w)bearer\s{1,3}${VALUE}`, 'gi'),
  new RegExp(String.raw`(?:api[_-]?key|subscription-key|access[_-]?token|auth[_-]?token)["']?\s{0,3}[:=]\s{0,3}${VALUE}`, 'gi'),
];

const ASSIGNMENT = /^(?:export\s+|set\s+|\$env:)?["']?\w*(?:API_?KEY|TOKEN|SECRET)["']?\s*=\s*["']?([^\s"'$%]+)["']?\s*;?$/i;
/** What may stand before a key without being part of anything else: nothing, `NAME=`, `Authorization: Bearer`. */
const LABEL = /^\W*(?:(?:export\s+|set\s+|\$env:)?["']?[\w-]{1,60}["']?\s{0,3}[:=]\s{0,3})?\W*(?:bearer\s{1,3}|basic\s{1,3})?\W*$/i;
const LONGEST_LABEL = 120;
const WHOLE_TOKEN = /^(?:sk-\S+|(?:xai|pplx|csk)-\S{8,}|gsk_\S{8,})$/;

/**
 * Every key in `text`, in order, none overlapping another. Finds keys by shape (`sk-…`, `xai-…`, `gsk_…`, tokens, …)
 * and by label (`Bearer …`, `api-key: …`, `OPENAI_API_KEY=…`). Placeholders such as `$OPENAI_API_KEY` are not keys.
 */
export function findKeys(text: string): readonly FoundKey[] {
  const found: FoundKey[] = [];
  for (const shape of SHAPES) for (const match of text.matchAll(shape)) found.push(keyAt(match.index, match[0]));
  for (const label of LABELLED) {
    for (const match of text.matchAll(label)) {
      const value = match[1] ?? '';
      if (isSecretValue(value)) found.push(keyAt(match.index + match[0].length - value.length, value));
    }
  }
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  return found.filter((one, index) => found.slice(Math.max(0, index - 8), index).every((other) => other.end <= one.start));
}

/** True when the whole of `text` is one key: `sk-…` of any length, another known shape, `Bearer …`, or an assignment such as `OPENAI_API_KEY=…`. */
export function looksLikeKey(text: string): boolean {
  return keyIn(text) !== null;
}

/** The key that `text` consists of, without its label, or null when `text` is something else. */
export function keyIn(text: string): string | null {
  const trimmed = text.trim();
  if (WHOLE_TOKEN.test(trimmed)) return trimmed;
  const [first, ...others] = findKeys(trimmed);
  if (first !== undefined && others.length === 0 && first.start <= LONGEST_LABEL) {
    if (LABEL.test(trimmed.slice(0, first.start)) && /^\W*$/.test(trimmed.slice(first.end))) return first.key;
  }
  return ASSIGNMENT.exec(trimmed)?.[1] ?? null;
}

/** `text` with every key replaced. */
export function redactKeys(text: string, replacement = '[key removed]'): string {
  let redacted = '';
  let rest = 0;
  for (const { start, end } of findKeys(text)) {
    redacted += text.slice(rest, start) + replacement;
    rest = end;
  }
  return redacted + text.slice(rest);
}

function keyAt(start: number, key: string): FoundKey {
  return { key, start, end: start + key.length };
}

/** Tells a secret from a word of a sentence ("bearer authentication", "api_key: required"). */
function isSecretValue(value: string): boolean {
  return value.length >= 6 && (/\d/.test(value) || value.length >= 24);
}
