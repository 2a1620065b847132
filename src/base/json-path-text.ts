import type { JsonPath } from './json.ts';

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const ASCII_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The ways to write a path: as JavaScript has it, as RFC 9535 has it, and as a jq filter. */
export const PATH_FORMATS = ['dot', 'jsonpath', 'jq'] as const;
export type PathFormat = (typeof PATH_FORMATS)[number];

/** True for a key that can stand in a path or a listing without quotes. */
export function isPlainKey(key: string): boolean {
  return IDENTIFIER.test(key);
}

/** `path` in the given way of writing; the root is "" as a dot path, "$" as JSONPath and "." in jq. */
export function formatPath(path: JsonPath, format: PathFormat): string {
  if (format === 'jsonpath') return formatJsonPath(path);
  return format === 'jq' ? formatJqPath(path) : formatDotPath(path);
}

/**
 * A path as people write it: `output[3].content[0]["odd key"]`; the root is "".
 * Array indexes are bare, keys that are not identifiers are quoted, so two different paths never read the same,
 * and JavaScript and most log tools take it as it is.
 */
export function formatDotPath(path: JsonPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!isPlainKey(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/**
 * A path as JSONPath (RFC 9535): `$.output[3].content[0]['odd key']`. Only ASCII names stand after a dot: the RFC allows more,
 * many implementations don't.
 */
export function formatJsonPath(path: JsonPath): string {
  return `$${path.map((step) => (typeof step === 'number' ? `[${step}]` : ASCII_NAME.test(step) ? `.${step}` : `[${singleQuoted(step)}]`)).join('')}`;
}

/** A path as a jq filter: `.output[3].content[0]["odd key"]`; the root is ".". */
export function formatJqPath(path: JsonPath): string {
  const steps = path.map((step, index) => {
    if (typeof step === 'string' && ASCII_NAME.test(step)) return `.${step}`;
    return `${index === 0 ? '.' : ''}[${JSON.stringify(step)}]`;
  });
  return steps.join('') || '.';
}

/** JSON's escapes, but for the quotes, which are RFC 9535's single ones. */
function singleQuoted(text: string): string {
  return `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)}'`;
}
