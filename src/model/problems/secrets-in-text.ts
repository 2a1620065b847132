import { findKeys, type FoundKey } from '#base/secret-shape.ts';

/** A piece is searched in about a millisecond; the next one begins before its end, so that no key falls between two. */
const PIECE = 16_384;
const OVERLAP = 512;
/** What may stand before a key as its label. */
const LABEL = 64;

/** The keys in `text` that could be somebody's, piece by piece: yields null in between. */
export function* secretsIn(text: string): Generator<FoundKey | null> {
  let from = 0;
  let told = 0;
  while (true) {
    const end = Math.min(text.length, from + PIECE);
    let next = end - OVERLAP;
    for (const { key, start, end: keyEnd } of findKeys(text.slice(from, end))) {
      // At the edges of a piece nobody can tell where the key begins or ends; the pieces beside it can.
      const isCut = (from > 0 && start === 0) || (end < text.length && from + keyEnd === end);
      if (isCut) next = Math.max(from + 1, Math.min(next, from + start - LABEL));
      if (isCut || from + start < told || !isRealKey(key)) continue;
      told = from + keyEnd;
      yield { key, start: from + start, end: told };
    }
    if (end === text.length) return;
    yield null;
    from = Math.max(from + 1, next);
  }
}

/** Tells a key from a stand-in for one ("sk-your-key-here", "sk-xxxxxxxxxxxxxxxx") and from a word with a dash. */
function isRealKey(key: string): boolean {
  return key.length >= 20 && /\d/.test(key) && /[A-Za-z]/.test(key) && new Set(key).size >= 10 && !/your|example|x{6}|1234567/i.test(key);
}

/** By how they begin, the more special ones first. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^sk-ant-/, 'an Anthropic key'],
  [/^sk-or-/, 'an OpenRouter key'],
  [/^sk-/, 'an API key (sk-…)'],
  [/^xai-/, 'an xAI key'],
  [/^gsk_/, 'a Groq key'],
  [/^hf_/, 'a Hugging Face token'],
  [/^(?:gh[pousr]_|github_pat_)/, 'a GitHub token'],
  [/^glpat-/, 'a GitLab token'],
  [/^AIza/, 'a Google key'],
  [/^(?:ABSK|bedrock-api-key-)/, 'an Amazon Bedrock key'],
  [/^pplx-/, 'a Perplexity key'],
  [/^nvapi-/, 'an NVIDIA key'],
  [/^eyJ/, 'a JSON Web Token'],
  [/JQQJ9/, 'an Azure key'],
];

/** What a key looks like, in words that do not repeat it. */
export function kindOfKey(key: string): string {
  return KINDS.find(([shape]) => shape.test(key))?.[1] ?? 'a token';
}
