/** `text` with a capital at its beginning, where that is a plain word. Paths, fields with underscores and names of events stay as they are. */
export function asSentence(text: string): string {
  return /^[a-z]+(?=[\s,:]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
