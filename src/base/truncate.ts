/** The text above which views show a beginning with "Show all" beside it, in UTF-16 units. */
export const LONG_TEXT = 20_000;

/** The largest index ≤ `index` that does not fall inside a surrogate pair of `text`. */
export function characterBoundary(text: string, index: number): number {
  const at = Math.min(Math.max(0, index), text.length);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff ? at - 1 : at;
}

/** At most `limit` UTF-16 units of `text`, ending at a line break when one is near the end. The text itself when it fits. */
export function beginningOf(text: string, limit = LONG_TEXT): string {
  if (text.length <= limit) return text;
  const lineEnd = text.lastIndexOf('\n', limit);
  return text.slice(0, lineEnd > limit * 0.9 ? lineEnd : characterBoundary(text, limit));
}

/** As `beginningOf`, for Markdown: prefers the end of a paragraph, and closes a code fence that the cut leaves open. */
export function beginningOfMarkdown(text: string, limit = LONG_TEXT): string {
  if (text.length <= limit) return text;
  const paragraphEnd = text.lastIndexOf('\n\n', limit);
  const beginning = paragraphEnd > limit * 0.8 ? text.slice(0, paragraphEnd) : beginningOf(text, limit);
  const fence = openFence(beginning);
  return fence === null ? beginning : `${beginning}\n${fence}`;
}

/** The fence that is still open at the end of `markdown`, e.g. "```", or null. */
function openFence(markdown: string): string | null {
  let open: string | null = null;
  for (const [, fence = '', info = ''] of markdown.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)) {
    if (open === null) open = fence;
    else if (fence.startsWith(open) && info.trim() === '') open = null;
  }
  return open;
}

/** `text` within `limit` UTF-16 units, with "…" at the end when something was left out. */
export function ellipsis(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, characterBoundary(text, limit - 1))}…`;
}
