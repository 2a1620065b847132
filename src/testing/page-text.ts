import { formatBytes } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import { isJsonArray, isJsonObject, tryParseJson, type JsonPath, type JsonValue } from '#base/json.ts';
import { visibleText } from '#base/visible-text.ts';

export type OutputString = { readonly path: JsonPath; readonly text: string };

/**
 * How a string can be read: whole (or as the JSON it holds), by its size because it is opaque, or cut by a tree that says how long it is
 * and shows all of it when asked.
 */
export type Reading = 'whole' | 'size' | 'cut';

/** Names of kinds, which the viewer says in its own words. */
const KIND_KEYS: ReadonlySet<string> = new Set(['type', 'object']);
/** Sealed data: nobody reads it, so the viewer shows how much of it there is. */
const SEALED_KEYS: ReadonlySet<string> = new Set(['encrypted_content', 'fingerprint', 'obfuscation']);
/** Fields that hold binary data as base64, however short. */
const BINARY_KEYS: ReadonlySet<string> = new Set(['result', 'image_url', 'file_data', 'data', 'partial_image_b64']);
const BINARY_TEXT = /^data:[^,]*,|^[A-Za-z0-9+/_-]{256,}={0,2}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Trees cut strings that are longer; a little less of the beginning is looked for, since what is around the cut differs. */
const TREES_CUT_ABOVE = 500;
const LOOKED_FOR_OF_CUT = 450;

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
   * How the string can be read here; null when it cannot. Its letters and digits have to stand on the page in their order: spaces, quotes,
   * escapes, emphasis and characters that nobody sees may be drawn differently.
   */
  find({ path, text }: OutputString): Reading | null {
    if (this.#showsText(text) || this.#showsLines(text)) return 'whole';
    const asJson = this.#findJson(text);
    if (asJson !== null) return asJson;
    if (isOpaque(path, text) && this.#showsSize(text)) return 'size';
    return this.#showsCut(text) ? 'cut' : null;
  }

  #showsText(text: string): boolean {
    if (lettersAndDigits(text) === '') return this.#plain.includes(withoutSpace(text)) || hasOnlyInvisible(text);
    return [text, JSON.stringify(text), visibleText(text)].some((way) => this.#words.includes(lettersAndDigits(way)));
  }

  /** Line by line, in order: a diff has its marks and numbers between them. */
  #showsLines(text: string): boolean {
    const lines = text.split(/\r?\n/).map(lettersAndDigits).filter(Boolean);
    let from = 0;
    return (
      lines.length > 1 &&
      lines.every((line) => {
        const at = this.#words.indexOf(line, from);
        from = at + line.length;
        return at !== -1;
      })
    );
  }

  #findJson(text: string): Reading | null {
    const parsed = tryParseJson(text);
    if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return null;
    return this.#findValue(parsed.value);
  }

  /** The weakest reading among all keys and values; null as soon as one cannot be read. */
  #findValue(value: JsonValue): Reading | null {
    if (isJsonArray(value)) return weakest(value.map((element) => this.#findValue(element)));
    if (isJsonObject(value)) {
      return weakest(Object.entries(value).flatMap(([key, child]) => [this.find({ path: [], text: key }), this.#findValue(child)]));
    }
    return this.find({ path: [], text: String(value) });
  }

  #showsSize(text: string): boolean {
    const payload = text.slice(text.indexOf(',') + 1);
    const decoded = Math.floor((payload.replace(/=+$/, '').length * 3) / 4);
    return [text.length, payload.length, decoded].some((bytes) => this.#plain.includes(withoutSpace(formatBytes(bytes))));
  }

  #showsCut(text: string): boolean {
    if (text.length <= TREES_CUT_ABOVE) return false;
    const start = lettersAndDigits(JSON.stringify(text.slice(0, LOOKED_FOR_OF_CUT)));
    return this.#words.includes(start) && this.#plain.includes(withoutSpace(formatCount(text.length, 'character')));
  }
}

function weakest(readings: readonly (Reading | null)[]): Reading | null {
  if (readings.includes(null)) return null;
  return readings.includes('cut') ? 'cut' : 'whole';
}

function isOpaque(path: JsonPath, text: string): boolean {
  const key = path.findLast((step): step is string => typeof step === 'string') ?? '';
  return BINARY_TEXT.test(text) || SEALED_KEYS.has(key) || (BINARY_KEYS.has(key) && BASE64.test(text));
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
