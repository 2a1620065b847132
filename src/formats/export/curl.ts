/**
 * The request as a curl command for a POSIX shell (sh, bash, zsh), to hand to a colleague or a bug report.
 * The key is never in it: a shell variable stands in its place.
 */
import { findKeys } from '#base/secret-shape.ts';
import type { HeaderPair } from '#protocol/connection.ts';

export type CurlRequest = {
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** The name of the shell variable that stands for the key. */
  readonly keyVariable?: string;
  /** The header that carries the key, where its name does not tell. */
  readonly keyHeader?: string;
};

/** Headers whose value is a secret whatever it looks like. */
const SECRET_HEADER = /^(?:(?:proxy-)?authorization|cookie|(?:.*[-_])?(?:api[-_]?key|key|token|secret|password))$/i;

/** One command, one option a line. Every value is quoted so that the shell hands it over unchanged. */
export function curlCommand({ url, headers, method = 'GET', keyVariable = 'API_KEY', keyHeader = '' }: CurlRequest): string {
  const options = [
    // curl would read brackets and braces in the URL as a pattern.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...headers.map((header) => `-H ${quoteHeader(header, keyVariable, keyHeader)}`),
  ];
  return [`curl ${quote(url, findKeys(url), keyVariable)}`, ...options].join(' \\\n  ');
}

type Span = { readonly start: number; readonly end: number };

function quoteHeader({ name, value }: HeaderPair, keyVariable: string, keyHeader: string): string {
  // "Name:" would remove the header; "Name;" sends it empty.
  if (value === '') return quote(`${name};`, [], keyVariable);
  const text = `${name}: ${value}`;
  const isSecret = SECRET_HEADER.test(name) || name.toLowerCase() === keyHeader.toLowerCase();
  if (!isSecret) return quote(text, findKeys(text), keyVariable);
  const scheme = /^(?:bearer|basic)\s+/i.exec(value)?.[0].length ?? 0;
  return quote(text, [{ start: name.length + 2 + scheme, end: text.length }], keyVariable);
}

/** In single quotes where there is no secret, else in double quotes with the variable in place of each secret. */
function quote(text: string, secrets: readonly Span[], keyVariable: string): string {
  if (secrets.length === 0) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  let quoted = '';
  let rest = 0;
  for (const { start, end } of secrets) {
    const variable = /^\w/.test(text.slice(end)) ? `\${${keyVariable}}` : `$${keyVariable}`;
    quoted += escapeDouble(text.slice(rest, start)) + variable;
    rest = end;
  }
  return `"${quoted}${escapeDouble(text.slice(rest))}"`;
}

/** An exclamation mark leaves the double quotes: interactive shells look up their history there. */
function escapeDouble(text: string): string {
  return text.replace(/[\\"$`!]/g, (character) => (character === '!' ? `"'!'"` : `\\${character}`));
}
