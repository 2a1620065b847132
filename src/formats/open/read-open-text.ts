import { tryParseJson } from '#base/json.ts';
import { findKeys, keyIn, redactKeys } from '#base/secret-shape.ts';
import { responseIn } from '#formats/import/response-json.ts';
import { RECORDING_FORMAT } from '#formats/recording-format.ts';
import { idKindOf } from '#protocol/id-kinds.ts';
import { cutNotes, findOtherId, findTargets, readPath, shimNotes } from './find-ids.ts';
import { targetOf, type OpenRequest, type OpenTarget } from './open-request.ts';
import { readCurl } from './read-curl.ts';
import { readUrl } from './read-url.ts';

/** Characters that copying from chats, PDFs and web pages leaves behind and nobody sees. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/g;
/** What people copy along with an ID. */
const WRAPPING: ReadonlySet<string> = new Set(' \t\r\n"\'`“”‘’«»<>()[]{},;');
const KEY_MARK = '\uE000';
const LONGEST_QUOTED = 300;
const EMPTY: OpenRequest = { kind: 'empty', key: null };

/**
 * Says what a pasted text means: an ID, a log line or JSON fragment with one, an API URL, a dashboard URL, a link of this viewer,
 * a curl command, a key, or a Response or its events themselves. Total: any text gets an answer.
 * `viewerUrl` is the address of this viewer (with its base path), so that its own links are recognised.
 */
export function readOpenText(text: string, { viewerUrl = null }: { readonly viewerUrl?: string | null } = {}): OpenRequest {
  const visible = text.replace(INVISIBLE, '').replaceAll('\u00A0', ' ').trim();
  if (visible === '') return EMPTY;
  if (isResponseJson(visible) || holdsEvents(visible)) return { kind: 'json', key: null };
  const onlyKey = keyIn(unwrapped(visible));
  if (onlyKey !== null) return { kind: 'key', key: onlyKey };
  const curl = readCurl(visible, viewerUrl);
  if (curl !== null) return withKeyApart(withKindChecked(curl), curl.key ?? firstKey(visible));
  const keyless = withoutKeys(visible);
  const reading = readKeyless(keyless, viewerUrl);
  return withKeyApart(reading, firstKey(visible));
}

/** A loop, since a pattern for the end of a text takes quadratic time on long runs of spaces. */
function unwrapped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && WRAPPING.has(text.charAt(start))) start += 1;
  while (end > start && WRAPPING.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isResponseJson(text: string): boolean {
  if (!text.startsWith('{')) return false;
  const parsed = tryParseJson(text);
  return parsed.ok && responseIn(parsed.value) !== null;
}

/** One of our own recordings, or several events, with or without their `data:`. One alone may be a log line with an ID that is looked for. */
function holdsEvents(text: string): boolean {
  if (text.slice(0, 4_000).includes(`"${RECORDING_FORMAT}"`)) return true;
  const lines = text.slice(0, 1_000_000).match(/^[ \t]*(?:data: ?)?\{[^\n]*"type" ?: ?"(?:response\.|error"|keepalive")/gm);
  return (lines?.length ?? 0) > 1;
}

function readKeyless(text: string, viewerUrl: string | null): OpenRequest {
  const token = unwrapped(text);
  if (token === '') return EMPTY;
  if (/^https?:\/\/\S+$/i.test(token)) return readAddress(token, viewerUrl);
  if (!/[\s"{}]/.test(token)) return readToken(token, viewerUrl);
  const { targets, seen } = findTargets(text, viewerUrl);
  if (targets.length > 0) return choose(targets, seen);
  const quoted = /^(["'`])([^"'`\n]+)\1$/.exec(text)?.[2]?.trim();
  if (quoted !== undefined && quoted.length <= LONGEST_QUOTED) return targetOf(quoted);
  const other = findOtherId(text);
  return other === null ? noId('text') : withKindChecked(targetOf(other));
}

function readAddress(address: string, viewerUrl: string | null): OpenRequest {
  const reading = readUrl(address, viewerUrl);
  if (reading.kind === 'response') return withKindChecked(reading);
  return reading.kind === 'collection' ? { ...noId('list'), baseUrl: reading.baseUrl, notHonoured: reading.notHonoured } : noId('text');
}

/** One word: an ID as it stands, unless something in it says otherwise. */
function readToken(token: string, viewerUrl: string | null): OpenRequest {
  const isPath = /(?:^|\/)responses\/[^/]/.test(token);
  const isIdWithMore = /^(?:resp_|chatcmpl-|gen-)[^?]*(?:\?(?:\w|%5B|%5D|[[\]=&.,-])+|\/(?:input_items|cancel))$/i.test(token);
  const path = isPath ? readPath(token) : isIdWithMore ? readPath(`responses/${token}`) : null;
  if (path !== null) return withKindChecked(path);
  if (!/^(?:resp_|chatcmpl-)/.test(token) && /['=]|resp_/.test(token)) {
    const { targets, seen } = findTargets(token, viewerUrl);
    if (targets.length > 0) return choose(targets, seen);
  }
  if (!/[\p{L}\p{N}]/u.test(token)) return noId('text');
  const id = token.replace(/(?:…|\.{2,})$/, '').replace(/(?<=\w)[.:]$/, '');
  return withKindChecked(targetOf(id, { notes: [...cutNotes(/(?:…|\.{2,})$/.test(token)), ...shimNotes(id)] }));
}

function choose(targets: readonly OpenTarget[], seen: readonly string[]): OpenRequest {
  const [only, ...others] = targets;
  if (only === undefined) return noId('text');
  if (others.length > 0) return { kind: 'unclear', candidates: targets, key: null };
  const shown = seen.slice(0, 3).join(', ');
  return withKindChecked(
    seen.length === 0 ? only : { ...only, notes: [...only.notes, `Also in the text: ${shown}${seen.length > 3 ? ' and more' : ''}.`] },
  );
}

/** An ID whose prefix belongs to something else is named as such. */
function withKindChecked(request: OpenRequest): OpenRequest {
  if (request.kind !== 'response') return request;
  const kind = idKindOf(request.id);
  return kind === null ? request : { kind: 'wrong-id', id: request.id, isA: kind.isA, instead: kind.instead, key: request.key };
}

function noId(reason: 'create' | 'list' | 'text') {
  return { kind: 'no-id', reason, baseUrl: null, auth: null, key: null, notHonoured: [] } as const;
}

function firstKey(text: string): string | null {
  return findKeys(text)[0]?.key ?? null;
}

/** A mark stands in for each key while others are looked for, so that what is left does not join into something new. */
function withoutKeys(text: string): string {
  let keyless = text;
  for (let round = 0; round < 4 && findKeys(keyless).length > 0; round += 1) keyless = redactKeys(keyless, KEY_MARK);
  return keyless.replaceAll(KEY_MARK, '');
}

/** The last guard: puts the key where it belongs and takes every other trace of a key out of what was read. */
function withKeyApart(request: OpenRequest, key: string | null): OpenRequest {
  function clean(text: string): string {
    const keyless = withoutKeys(text);
    return key !== null && key.length >= 8 ? keyless.replaceAll(key, '') : keyless;
  }
  switch (request.kind) {
    case 'response':
      return clean(request.id) === request.id ? cleanTarget({ ...request, key }, clean) : keyOr(EMPTY, key ?? firstKey(request.id));
    case 'unclear':
      return {
        ...request,
        key,
        candidates: request.candidates.filter(({ id }) => clean(id) === id).map((candidate) => cleanTarget(candidate, clean)),
      };
    case 'wrong-id':
      return { ...request, id: clean(request.id), key };
    case 'no-id':
      if (request.reason === 'text' && key !== null) return { kind: 'key', key };
      return { ...request, baseUrl: cleanBaseUrl(request.baseUrl, clean), key };
    case 'empty':
    case 'key':
    case 'json':
      return keyOr(request, key);
  }
}

function keyOr(request: OpenRequest, key: string | null): OpenRequest {
  return key === null ? request : { kind: 'key', key };
}

function cleanTarget(target: OpenTarget, clean: (text: string) => string): OpenTarget {
  function maybe(text: string | null): string | null {
    return text === null ? null : clean(text);
  }
  const { parameters, view } = target;
  return {
    ...target,
    id: clean(target.id),
    baseUrl: cleanBaseUrl(target.baseUrl, clean),
    parameters: parameters && { ...parameters, include: parameters.include.map(clean), startingAfter: maybe(parameters.startingAfter) },
    headers: target.headers.filter(({ name, value }) => clean(`${name}: ${value}`) === `${name}: ${value}`),
    organization: maybe(target.organization),
    project: maybe(target.project),
    view: { view: maybe(view.view), item: maybe(view.item), seq: maybe(view.seq), q: maybe(view.q) },
    notHonoured: target.notHonoured.map(clean),
    notes: target.notes.map(clean),
  };
}

/** A parameter that held nothing but a key goes with it. */
function cleanBaseUrl(baseUrl: string | null, clean: (text: string) => string): string | null {
  if (baseUrl === null || clean(baseUrl) === baseUrl) return baseUrl;
  return clean(baseUrl)
    .replace(/([?&])[^?&=]+=(?=&|$)/g, '$1')
    .replace(/\?&+/, '?')
    .replace(/[?&]+$/, '');
}
