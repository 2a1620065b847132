import { formatDotPath } from '#base/json-path-text.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import type { JsonObject, JsonPath } from '#base/json.ts';
import { fieldsIn, PartReader, readPagePart, type Field } from './shown-fields.ts';

/**
 * Texts that are read together with others, as one line: the element around them stands for what holds them. Paths without positions.
 */
const SAID_TOGETHER: readonly RegExp[] = [
  // The header of an item is the item.
  /^output\[\]\.(?:name|namespace|role|phase)$/,
  // "left click at 330, 142", and the words of a command line.
  /^output\[\]\.actions?(?:\[\])?\.(?:button|text|keys\[\])$/,
  /^output\[\]\.action\.command\[\]$/,
  // A parameter in words, and what a custom tool takes.
  /\.(?:input_schema|output_schema|parameters)(?:\..+)?\.(?:type|required\[\])$/,
  /\.tools\[\]\.format\.(?:type|syntax)$/,
  // A token and its likelihood.
  /\.logprobs\[\](?:\.top_logprobs\[\])?\.token$/,
  // One word for all parts that are of the same type, and for all that is empty.
  /\[\]\.type$/,
  /\.stderr$/,
];

/** Short JSON of a field that nobody told us about stands in one line. */
const ON_ONE_LINE = new Set(['output[].x_trace.span']);

/**
 * The texts of `response` that have no place on a page where everything is open, and those whose place does not show them, as "path = value".
 */
export function misplacedTexts(response: JsonObject, page: Element): readonly string[] {
  const elements = elementsByPath(page);
  const texts = fieldsIn(response).filter(({ value }) => typeof value === 'string');
  return texts.filter((field) => !isPlaced(field, elements)).map(nameOf);
}

function isPlaced(field: Field, elements: ElementsByPath): boolean {
  const { path, value } = field;
  const own = elements.get(formatJsonPointer(path));
  if (own === undefined) return isSaidTogether(path) && ancestorsOf(path).some((ancestor) => elements.has(formatJsonPointer(ancestor)));
  // Servers repeat a text as its own encryption; the page says so, and not the text.
  if (typeof value !== 'string' || !isPlain(value) || path.at(-1) === 'encrypted_content') return true;
  return own.some((element) => element.textContent.includes(value) || new PartReader(readPagePart(element)).shows(field));
}

type ElementsByPath = ReadonlyMap<string, readonly Element[]>;

/** The elements that stand for places of the response, by path. */
export function elementsByPath(page: Element): ElementsByPath {
  const found = new Map<string, Element[]>();
  for (const element of page.querySelectorAll('[data-path]')) {
    const path = element.getAttribute('data-path') ?? '';
    if (element.closest('[data-document]') === null) found.set(path, [...(found.get(path) ?? []), element]);
  }
  return found;
}

function isSaidTogether(path: JsonPath): boolean {
  const name = formatDotPath(path).replaceAll(/\[\d+\]/g, '[]');
  return ON_ONE_LINE.has(name) || SAID_TOGETHER.some((pattern) => pattern.test(name));
}

/** What holds the value at `path`, up to a part of the item; of a field of an item, the item. */
function ancestorsOf(path: JsonPath): readonly JsonPath[] {
  const partDepth = Math.min(3, path.length - 1);
  return path.slice(partDepth).map((_, index) => path.slice(0, partDepth + index));
}

function nameOf({ path, value }: Field): string {
  return `${formatDotPath(path)} = ${JSON.stringify(value).slice(0, 60)}`;
}

/** Words that stand on the page as they were sent, not laid out, drawn or told otherwise. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N} ,.:'/_-]{4,200}$/u.test(text) && !/^(?:data:|https?:)/.test(text);
}
