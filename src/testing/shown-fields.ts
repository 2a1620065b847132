import { formatDuration } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, tryParseJson, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { LONG_TEXT } from '#base/truncate.ts';
import { PageText } from './page-text.ts';

/** What a part of a page says: all of it, and its small elements one by one, in which a label stands beside its value. */
export type PagePart = { readonly text: string; readonly blocks: readonly string[] };

/** A scalar or empty container of a response, where it stands. */
export type Field = { readonly path: JsonPath; readonly value: JsonValue };

/** What terminals obey instead of showing it. */
// oxlint-disable-next-line no-control-regex
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[P\]^_][^\u0007\u001b]*(?:\u0007|\u001b\\)|.)/g;

/** Every field inside `value`, in the order of the body. */
export function fieldsIn(value: JsonValue, path: JsonPath = []): readonly Field[] {
  const children: readonly (readonly [string | number, JsonValue])[] = isJsonArray(value)
    ? value.map((child, index) => [index, child] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  if (children.length === 0) return path.length === 0 ? [] : [{ path, value }];
  return children.flatMap(([step, child]) => fieldsIn(child, [...path, step]));
}

/** What the fields meter says of a response once everything was opened; places and paths as `formatDotPath` writes them. */
export type MeterReport = { readonly total: number; readonly closed: readonly string[]; readonly onlyInRaw: readonly string[] };

/**
 * The fields that the meter counts as shown and the page does not show, as "path = value". `readerFor` knows what the page says of an
 * item of the output, by its position, or of everything else (null).
 */
export function disagreements(
  response: JsonObject,
  { closed, onlyInRaw }: MeterReport,
  readerFor: (position: number | null) => PartReader | undefined,
): readonly string[] {
  const unseen = new Set(onlyInRaw);
  return fieldsIn(response).flatMap(({ path, value }) => {
    const name = formatDotPath(path);
    if (unseen.has(name) || closed.some((place) => isWithin(name, place))) return [];
    const position = path[0] === 'output' && typeof path[1] === 'number' ? path[1] : null;
    return readerFor(position)?.shows({ path, value }) === true ? [] : [`${name} = ${JSON.stringify(value).slice(0, 80)}`];
  });
}

function isWithin(name: string, place: string): boolean {
  return name === place || name.startsWith(`${place}.`) || name.startsWith(`${place}[`);
}

/**
 * Reads what the element and everything in it says, attributes included. Runs in a page as well as in a test, so it needs nothing but
 * its argument.
 */
export function readPagePart(root: Element): PagePart {
  const attributes = ['title', 'href', 'alt', 'aria-label', 'data-item-id', 'value'];
  const blocks = new Set<string>();
  const said: string[] = [];
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const own = attributes.map((name) => element.getAttribute(name) ?? '').filter((text) => text !== '');
    said.push(...own);
    const block = [element.textContent, ...own].join(' ').replace(/\s+/g, ' ');
    if (block.length > 0 && block.length <= 400) blocks.add(block);
  }
  return { text: [root.textContent, ...said].join('\n'), blocks: [...blocks] };
}

/** Answers for one part of a page whether a field can be read in it. */
export class PartReader {
  readonly #page: PageText;
  readonly #blocks: readonly string[];
  readonly #source: string;
  /** The same part more than once, where it can be shown in several ways. */
  constructor(...parts: readonly (PagePart | undefined)[]) {
    const text = parts.map((part) => part?.text ?? '').join('\n');
    this.#page = new PageText(text);
    this.#source = text.replace(/\s+/g, '');
    this.#blocks = parts.flatMap((part) => part?.blocks ?? []).map((block) => block.toLowerCase());
  }

  /** A text is looked for as it is; what could stand anywhere by chance (numbers, null, a letter) only beside its label. */
  shows({ path, value }: Field): boolean {
    if (typeof value === 'string' && isTelling(value))
      return this.#saysText(path, value) || this.#saysJson(path, value) || this.#saysKind(value);
    // A short name may be all that an element says.
    if (typeof value === 'string' && value.trim() !== '' && this.#blocks.includes(value.trim().toLowerCase())) return true;
    // JSON laid out as text is one element of any length.
    const json = JSON.stringify(value).replace(/\s+/g, '');
    const asSource = typeof path.at(-1) === 'number' ? [`[${json}`, `,${json}`] : [`${JSON.stringify(path.at(-1))}:${json}`];
    if (asSource.some((source) => [',', ']', '}'].some((after) => this.#source.includes(source + after)))) return true;
    const labels = labelsOf(path);
    const words = valuesOf(path, value);
    return this.#blocks.some((block) => labels.some((label) => block.includes(label)) && words.some((word) => block.includes(word)));
  }

  #saysText(path: JsonPath, value: string): boolean {
    // Of a very long text the beginning stands there, and a button for the rest.
    const isCut =
      value.length > LONG_TEXT && this.#page.find({ path: [], text: `Show all (${formatNumber(value.length)} characters)` }) !== null;
    const ways = [
      value,
      value.replace(ESCAPES, ''),
      URL.canParse(value) ? new URL(value).href : value,
      ...(isCut ? [value.slice(0, LONG_TEXT / 2)] : []),
    ];
    return ways.some((text) => this.#page.find({ path, text }) !== null);
  }

  /** What was sent as JSON in a string may be drawn as what it means. */
  #saysJson(path: JsonPath, text: string): boolean {
    const parsed = tryParseJson(text);
    if (!parsed.ok || typeof parsed.value !== 'object') return false;
    const fields = fieldsIn(parsed.value ?? []).filter(({ value }) => value !== '' && value !== null);
    return fields.length > 0 && fields.every((field) => this.shows({ path: [...path, ...field.path], value: field.value }));
  }

  /** Names of kinds may stand in words: "web search" for `web_search_call`. */
  #saysKind(value: string): boolean {
    const words = value.replaceAll('_', ' ').toLowerCase();
    return words.length <= 40 && this.#blocks.some((block) => block.includes(words));
  }
}

/** True for a text that does not stand on a page by chance. */
function isTelling(text: string): boolean {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length >= 4;
}

/** How the app says a field in its own words: what stands for its name, and for its value. No name: the value alone is telling. */
type Words = { readonly names: readonly string[]; readonly values: (value: JsonValue) => readonly string[] };

const APP_WORDS: Readonly<Record<string, Words>> = {
  timeout_ms: { names: ['time limit'], values: (value) => [formatDuration(Number(value))] },
  max_output_length: { names: ['output limit'], values: (value) => [formatNumber(Number(value))] },
  exit_code: { names: ['exit'], values: (value) => [`exit ${spelled(value)}`] },
  x: { names: [''], values: (value) => [`${spelled(value)}, `] },
  y: { names: [''], values: (value) => [`, ${spelled(value)}`] },
  scroll_x: { names: ['scroll'], values: (value) => [value === 0 ? 'scroll' : String(Math.abs(Number(value)))] },
  scroll_y: { names: ['scroll'], values: (value) => [value === 0 ? 'scroll' : String(Math.abs(Number(value)))] },
  keys: { names: ['press', 'held'], values: (value) => [spelled(value)] },
  start_index: { names: [''], values: (value) => [`${spelled(value)}–`] },
  end_index: { names: [''], values: (value) => [`–${spelled(value)}`] },
  approve: { names: [''], values: (value) => [value === true ? 'approved' : 'denied'] },
  defer_loading: { names: [''], values: (value) => (value === true ? ['loaded on demand'] : []) },
  strict: { names: ['strict'], values: (value) => (value === true ? ['strict'] : []) },
  async: { names: ['async'], values: (value) => (value === true ? ['async: the model'] : []) },
  output: { names: ['output'], values: (value) => (isJsonArray(value) ? ['0 items'] : []) },
};

function spelled(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function labelsOf(path: JsonPath): readonly string[] {
  const names = path.filter((step): step is string => typeof step === 'string');
  const key = (names.at(-1) ?? '').toLowerCase();
  const words = Object.hasOwn(APP_WORDS, key) ? (APP_WORDS[key]?.names ?? []) : [];
  // Counts in one line stand under the name of what they count.
  const owner = key.endsWith('_tokens') ? [(names.at(-2) ?? key).toLowerCase()] : [];
  return [key, key.replaceAll('_', ' '), ...owner, ...words];
}

function valuesOf(path: JsonPath, value: JsonValue): readonly string[] {
  const key = path.findLast((step): step is string => typeof step === 'string') ?? '';
  const words = Object.hasOwn(APP_WORDS, key) ? (APP_WORDS[key]?.values(value) ?? []) : [];
  return [...words, ...literalsOf(value)].map((word) => word.toLowerCase());
}

function literalsOf(value: JsonValue): readonly string[] {
  if (value === null || typeof value === 'boolean') return [String(value)];
  if (typeof value === 'number') return [String(value), formatNumber(value)];
  if (typeof value !== 'string') return [isJsonArray(value) ? '[]' : '{}'];
  // Blocks of the page have each stretch of white space as one blank.
  const onOneLine = value.trim().replace(/\s+/g, ' ');
  return onOneLine === '' ? ['(empty', JSON.stringify(value)] : [onOneLine, JSON.stringify(value).slice(1, -1)];
}
