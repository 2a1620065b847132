import type { AuthStyle, HeaderPair } from '#protocol/connection.ts';
import { isForbiddenHeader } from '#protocol/header-rules.ts';
import { readCurlArguments, type CurlArguments } from './curl-arguments.ts';
import type { OpenRequest } from './open-request.ts';
import { readUrl, type UrlReading } from './read-url.ts';
import { shellWords } from './shell-words.ts';

type NamedHeaders = {
  readonly auth: AuthStyle | null;
  readonly key: string | null;
  readonly organization: string | null;
  readonly project: string | null;
  readonly headers: readonly HeaderPair[];
  readonly notHonoured: readonly string[];
  readonly notes: readonly string[];
};
type MutableHeaders = {
  -readonly [Name in keyof NamedHeaders]: NamedHeaders[Name] extends readonly (infer Entry)[] ? Entry[] : NamedHeaders[Name];
};

const COMMAND = /(?:^|[\s;&|`(])(?:[\w./\\:-]{0,200}[/\\])?curl(?:\.exe)?(?=\s)/i;
const ASSIGNMENT = /(?:^|[\s;&])(?:export\s+|set\s+|\$env:)?["']?([A-Za-z_]\w*)\s?=\s?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"';&|]+))/g;
/** What a browser or curl sends by itself; it changes nothing about the answer. */
const LEFT_OUT =
  /^(?:accept|accept-language|accept-encoding|content-type|content-length|connection|cache-control|pragma|priority|dnt|te|origin|referer|x-stainless-.*|sec-.*)$/i;
const KEY_HEADER = /^(?:.*[-_])?(?:api[-_]?key|subscription-key|access[-_]?token|auth[-_]?token)$/i;

/** Reads a curl command, or answers null when `text` has none with a URL. The answer still holds keys wherever they stood. */
export function readCurl(text: string, viewerUrl: string | null): OpenRequest | null {
  const command = COMMAND.exec(text);
  if (command === null) return null;
  const variables = variablesIn(text.slice(0, command.index + 1));
  const words = shellWords(text.slice(command.index + command[0].length)).map((word) => withVariables(word, variables));
  const options = readCurlArguments(words);
  const url = options.urls.map((one) => urlOf(one, options, viewerUrl)).find((one) => one.kind !== 'other');
  if (url === undefined) return null;
  const named = readHeaders(options);
  const notHonoured = [...new Set([...options.notHonoured, ...named.notHonoured, ...url.notHonoured])];
  if (url.kind === 'collection') {
    const reason = methodOf(options) === 'POST' ? 'create' : 'list';
    return { kind: 'no-id', reason, baseUrl: url.baseUrl, auth: named.auth, key: named.key, notHonoured };
  }
  return { ...url, ...named, notHonoured, notes: [...url.notes, ...methodNotes(options, url.notes.length > 0), ...named.notes] };
}

function urlOf(text: string, { isGet, data }: CurlArguments, viewerUrl: string | null): UrlReading {
  const query = isGet ? data.filter((part) => part !== '').join('&') : '';
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const [beforeHash = ''] = url.split('#');
  return readUrl(query === '' ? url : `${beforeHash}${beforeHash.includes('?') ? '&' : '?'}${query}`, viewerUrl, 'api');
}

function methodOf({ method, data, isGet }: CurlArguments): string {
  return method ?? (data.length > 0 && !isGet ? 'POST' : 'GET');
}

function methodNotes(options: CurlArguments, isSaid: boolean): readonly string[] {
  const method = methodOf(options);
  if (isSaid || method === 'GET' || method === 'HEAD') return [];
  return [`The command is a ${method} request. Here the response is only looked at.`];
}

function readHeaders({ headers, user, bearer }: CurlArguments): NamedHeaders {
  const named: MutableHeaders = { auth: null, key: null, organization: null, project: null, headers: [], notHonoured: [], notes: [] };
  for (const header of headers) {
    const [, name = '', value = ''] = /^\s*([^:;\s]+)\s*(?::\s*([\s\S]*?)\s*|;\s*)$/.exec(header) ?? [];
    // curl takes "Name:" as "do not send this one".
    if (name !== '' && (value !== '' || header.trim().endsWith(';'))) sortHeader(named, name, value);
  }
  if (bearer !== null) setKey(named, { kind: 'bearer' }, bearer);
  if (user !== null && named.auth === null) setKey(named, { kind: 'header', name: 'Authorization' }, `Basic ${base64(user)}`);
  return named;
}

function sortHeader(named: MutableHeaders, name: string, value: string) {
  const lower = name.toLowerCase();
  const [, bearer] = /^bearer\s+([\s\S]*)$/i.exec(value) ?? [];
  if (lower === 'authorization') setKey(named, bearer === undefined ? { kind: 'header', name } : { kind: 'bearer' }, bearer ?? value);
  else if (KEY_HEADER.test(name)) setKey(named, { kind: 'header', name }, value);
  else if (lower === 'openai-organization') named.organization = value;
  else if (lower === 'openai-project') named.project = value;
  else if (lower === 'cookie') named.notHonoured.push('cookies');
  else if (lower === 'user-agent') named.notHonoured.push('the header User-Agent: browsers send their own');
  else if (LEFT_OUT.test(name)) return;
  else if (isForbiddenHeader(name)) named.notHonoured.push(`the header ${name}: browsers do not let a page set it`);
  else named.headers.push({ name, value });
}

/** A placeholder such as `$OPENAI_API_KEY` or `<your key>` is no key, but says how one is sent. */
function setKey(named: MutableHeaders, auth: AuthStyle, value: string) {
  named.auth = auth;
  const variable = /^(?:Basic\s+)?(?:\$\{?(?:env:)?|%)(\w+)[}%]?$/.exec(value)?.[1];
  if (variable !== undefined)
    named.notes.push(`The key is in the variable ${variable}, which only your shell knows. Enter the key itself.`);
  const isPlaceholder = variable !== undefined || /^[<{[(*….]|^your[-_ ]|^x{3,}$|^\S*your[-_]?(?:api[-_]?)?key\S*$/i.test(value);
  named.key = isPlaceholder || value === '' ? null : value;
}

/** `NAME=value` in front of the command, so that `$NAME` in it can be read. */
function variablesIn(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(ASSIGNMENT)].map(([, name = '', double, single, bare]) => [name, double ?? single ?? bare ?? '']));
}

function withVariables(word: string, variables: ReadonlyMap<string, string>): string {
  if (variables.size === 0) return word;
  return word.replace(/\$\{?(?:env:)?([A-Za-z_]\w*)\}?|%([A-Za-z_]\w*)%/g, (whole, dollar?: string, percent?: string) => {
    return variables.get(dollar ?? percent ?? '') ?? whole;
  });
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text.slice(0, 4000))));
}
