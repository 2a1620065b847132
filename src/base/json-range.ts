import { JsonTokens, stringOfToken } from './json-tokens.ts';
import type { JsonPath } from './json.ts';

/** Where a value stands in its source text, in UTF-16 units; `end` is the offset after it. */
export type TextRange = { readonly start: number; readonly end: number };

type Frame = { readonly isObject: boolean; readonly isOnPath: boolean; step: string | number };

/**
 * The place of the value at `path` in `text`, which must be JSON; null when there is none. Of repeated keys the last counts, as it
 * does for `JSON.parse`. One pass over the text, as deep as memory allows.
 */
export function rangeAt(text: string, path: JsonPath): TextRange | null {
  const tokens = new JsonTokens(text);
  const frames: Frame[] = [];
  let range: TextRange | null = null;
  let start: number | null = null;
  let isKeyNext = false;

  /** True where the value being read has the first steps of the path, as many as there are containers around it. */
  function isHereOnPath(): boolean {
    const inside = frames.at(-1);
    return inside === undefined || (inside.isOnPath && inside.step === path[frames.length - 1]);
  }
  function begin() {
    // What an earlier value of the same key held does not count any more.
    if (isHereOnPath()) range = null;
    if (frames.length === path.length && isHereOnPath()) start = tokens.start;
  }
  function end() {
    if (frames.length !== path.length || start === null || !isHereOnPath()) return;
    range = { start, end: tokens.end };
    start = null;
  }

  while (tokens.next()) {
    const inside = frames.at(-1);
    const { kind } = tokens;
    if (kind === ',') {
      isKeyNext = inside?.isObject === true;
      if (inside?.isObject === false) inside.step = Number(inside.step) + 1;
    } else if (kind === '{' || kind === '[') {
      begin();
      frames.push({ isObject: kind === '{', isOnPath: isHereOnPath(), step: 0 });
      isKeyNext = kind === '{';
    } else if (kind === '}' || kind === ']') {
      frames.pop();
      end();
    } else if (kind === 'string' && isKeyNext && inside !== undefined) {
      inside.step = stringOfToken(text, tokens.start, tokens.end);
      isKeyNext = false;
    } else if (kind !== ':') {
      begin();
      end();
    }
  }
  return range;
}
