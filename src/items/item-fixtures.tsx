import { cleanup, fireEvent, render } from '@testing-library/react';
import { isJsonArray, isJsonObject, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import { ANNOTATION_TYPES, CONTENT_PART_TYPES } from '#protocol/item-types.ts';
import { visibleText } from '#base/visible-text.ts';
import type { ItemContext } from './item-definition.ts';
import { ItemPanel } from './item-panel.tsx';

/** What tests of items share. Nothing of the app imports this file. */

/** An item that stands alone in a finished response. */
export const CONTEXT: ItemContext = {
  position: 0,
  partner: null,
  reasoningTokens: null,
  reasoningItems: 0,
  expectsJson: false,
  isUnfinished: false,
};

/** One pixel. */
export const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A context in which `item` is the other half. */
export function partner(item: JsonObject): Pick<ItemContext, 'partner'> {
  return { partner: { position: 0, item, onJump: () => undefined } };
}

/** Draws an open item, or a closed one, and returns what was drawn. */
export function show(item: JsonValue, context: Partial<ItemContext> = {}, isOpen = true): HTMLElement {
  const { container } = render(
    <ItemPanel item={item} context={{ ...CONTEXT, ...context }} isOpen={isOpen} onToggle={() => undefined} linkTo="/" />,
  );
  return container;
}

/** As `show`, for an item whose other half is `other`. */
export function showBeside(item: JsonObject, other: JsonObject | null = null): HTMLElement {
  return show(item, other === null ? {} : partner(other));
}

/** Everything an open item says, and where its links go, once all of it is unfolded and JSON stands as it was sent; white space is left out, since views lay text out. */
export function wordsOf(item: JsonObject, context: Partial<ItemContext> = {}): string {
  const container = show(item, context);
  const body = container.querySelector('article div[id]');
  for (let depth = 0; depth < 6; depth += 1) {
    const folded = [...(body?.querySelectorAll('[aria-expanded="false"]') ?? [])];
    for (const button of folded) fireEvent.click(button);
    if (folded.length === 0) break;
  }
  for (const button of body?.querySelectorAll('button') ?? []) if (button.textContent === 'Source') fireEvent.click(button);
  const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
  const words = withoutSpace([container.textContent, ...links].join(' '));
  cleanup();
  return words;
}

/** A text as `wordsOf` spells it. */
export function withoutSpace(text: string): string {
  return visibleText(text).replace(/\s+/g, '');
}

/** Sound, and probabilities, which have a view of their own. */
const UNREAD = new Set(['data', 'logprobs']);

/** All strings of a value as `wordsOf` spells them, also of JSON in a string; data that no one reads is left out. */
export function stringsOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') {
    // A view of a patch says with words what its signs say.
    if (/^(?:@@|[+-])/.test(value)) return value.split('\n').map(withoutSpace);
    const inside = /^[{[]/.test(value) ? tryParseJson(value) : null;
    if (inside?.ok === true) return stringsOf(inside.value);
    return value.startsWith('data:') ? [] : [withoutSpace(value)];
  }
  if (isJsonArray(value)) return value.flatMap(stringsOf);
  return isJsonObject(value) ? Object.keys(value).flatMap((name) => (UNREAD.has(name) ? [] : stringsOf(value[name] ?? null))) : [];
}

/** Types that are told by how a part, a citation or a tool looks. */
const PLAIN_TYPES = new Set<string>([...CONTENT_PART_TYPES, ...ANNOTATION_TYPES, 'function', 'namespace', 'exit']);

/** Views show the beginning of longer texts, and the rest on demand. */
const CUT = 10_000;

/** The strings of an item that its words do not hold. Sealed text and pictures stand as their size or as what they are. */
export function unsaidIn(words: string, item: JsonObject): readonly string[] {
  const { encrypted_content: _sealed, ...open } = item;
  return stringsOf(open).filter((each) => !PLAIN_TYPES.has(each) && !/^[\w+/=-]{90,}$/.test(each) && !says(words, each.slice(0, CUT)));
}

/** JSON in a string is shown as it was sent, with the escapes of its own strings; "final_answer" as words; the address of a link encoded. */
function says(words: string, string: string): boolean {
  const spellings = [string, JSON.stringify(string).slice(1, -1), string.replaceAll('_', ''), encodeURI(string.toWellFormed())];
  return spellings.some((spelling) => words.includes(spelling));
}
