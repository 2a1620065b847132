import { formatBytes } from '#base/format-bytes.ts';
import { isJsonArray, isJsonObject, tryParseJson, type JsonPath, type JsonValue } from '#base/json.ts';

export type OutputString = { readonly path: JsonPath; readonly text: string };

/** Names of kinds, which the viewer says in its own words. */
const KIND_KEYS: ReadonlySet<string> = new Set(['type', 'object']);
/** Sealed or binary data: nobody reads it, so the viewer shows how much of it there is. */
const OPAQUE_KEYS: ReadonlySet<string> = new Set(['encrypted_content', 'fingerprint', 'obfuscation']);
const OPAQUE_TEXT = /^data:[^,]*,|^[A-Za-z0-9+/_-]{256,}={0,2}$/;

/** Every string value inside `value` that a reader should be able to find on the page, with the path it stands at. */
export function stringsIn(value: JsonValue | undefined, path: JsonPath = []): readonly OutputString[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ path, text: value }];
  if (isJsonArray(value)) return value.flatMap((element, index) => stringsIn(element, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    KIND_KEYS.has(key) && typeof child === 'string' ? [] : stringsIn(child, [...path, key]),
  );
}

/** What a page lets its reader see, prepared for many questions. */
export class PageText {
  readonly #words: string;
  readonly #plain: string;
  /** `text`: everything shown, in any of its views, one after the other. */
  constructor(text: string) {
    this.#words = lettersAndDigits(text);
    this.#plain = withoutSpace(text);
  }

  /**
   * True when `text` can be read: its letters and digits stand on the page in their order (spaces, quotes, escapes and emphasis may be drawn
   * differently), or, when it is JSON, those of each of its keys and values do, or, when it is opaque, its size does.
   */
  shows({ path, text }: OutputString): boolean {
    return this.#showsText(text) || this.#showsJson(text) || (isOpaque(path, text) && this.#showsSize(text));
  }

  #showsText(text: string): boolean {
    const words = lettersAndDigits(text);
    if (words === '') return this.#plain.includes(withoutSpace(text)) || hasOnlyInvisible(text);
    return this.#words.includes(words) || this.#words.includes(lettersAndDigits(JSON.stringify(text)));
  }

  #showsJson(text: string): boolean {
    const parsed = tryParseJson(text);
    if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return false;
    return this.#showsValue(parsed.value);
  }

  #showsValue(value: JsonValue): boolean {
    if (isJsonArray(value)) return value.every((element) => this.#showsValue(element));
    if (isJsonObject(value)) return Object.entries(value).every(([key, child]) => this.#showsText(key) && this.#showsValue(child));
    if (typeof value === 'string') return this.shows({ path: [], text: value }) || value.trim() === '';
    return this.#showsText(String(value));
  }

  #showsSize(text: string): boolean {
    const payload = text.slice(text.indexOf(',') + 1);
    const decoded = Math.floor((payload.replace(/=+$/, '').length * 3) / 4);
    return [text.length, payload.length, decoded].some((bytes) => this.#plain.includes(withoutSpace(formatBytes(bytes))));
  }
}

function isOpaque(path: JsonPath, text: string): boolean {
  const key = path.findLast((step) => typeof step === 'string');
  return OPAQUE_TEXT.test(text) || (typeof key === 'string' && OPAQUE_KEYS.has(key));
}

function lettersAndDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Control, format and private-use characters alone: nothing of it has a shape. */
function hasOnlyInvisible(text: string): boolean {
  return /^[\p{C}\s]*$/u.test(text);
}
