import { OTHER_ID_PREFIXES, idKindOf } from '#protocol/id-kinds.ts';
import { targetOf, type OpenTarget } from './open-request.ts';
import { readUrl } from './read-url.ts';

/** How sure we are that an ID is the one meant; lower is surer. */
const LABELLED = 0;
const SHAPED = 1;
const SHIM = 2;
const PARENT = 3;
const LONE = 4;

type Candidate = { readonly rank: number; readonly position: number; readonly target: OpenTarget };

/** More than this is a dump, not a choice. */
const MOST_CANDIDATES = 50;
const VALUE = String.raw`["'\x60]?([\w.:~-]*\w)`;
const RESPONSE_ID = /(?<![A-Za-z0-9_-])resp_[A-Za-z0-9][\w.-]*/g;
const LABEL = new RegExp(String.raw`(?<![A-Za-z])(?:openai[_.])?resp(?:onse)?[_.-]?id["']?\s{0,4}[:=]\s{0,4}${VALUE}`, 'gi');
const PARENT_LABEL = new RegExp(String.raw`previous_?response_?id["']?\s{0,4}[:=]\s{0,4}${VALUE}`, 'gi');
const OBJECT_LABEL = /["']?object["']?\s{0,4}[:=]\s{0,4}["']response["']/g;
const ID_LABEL = new RegExp(String.raw`(?<![\w-])["']?id["']?\s{0,4}[:=]\s{0,4}${VALUE}`, 'g');
const SHIM_ID = /(?<![A-Za-z0-9_-])(?:chatcmpl-[A-Za-z0-9_-]{4,}|gen-\d{6,}-[A-Za-z0-9]+)/g;
const UUID = /(?<![A-Za-z0-9_-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/gi;
const URL_IN_TEXT = /https?:\/\/[^\s"'`<>\\^|{}]+/gi;
const PATH_IN_TEXT = /(?<![\w.:/-])\/?(?:[\w.-]+(?::\d+)?\/){0,6}responses\/([^\s"'`<>\\^|{}?#/]+)[^\s"'`<>\\^|{}]*/g;
const OTHER_ID = new RegExp(String.raw`(?<![\w-])(?:${OTHER_ID_PREFIXES.join('|')})(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{8,}`, 'g');

/** The responses that `text` speaks of, all equally likely; the surest kind of mention only. `seen` are the IDs of the less sure ones. */
export function findTargets(
  text: string,
  viewerUrl: string | null,
): { readonly targets: readonly OpenTarget[]; readonly seen: readonly string[] } {
  const best = new Map<string, Candidate>();
  for (const candidate of [...inAddresses(text, viewerUrl), ...labelled(text), ...shaped(text)]) {
    const known = best.get(candidate.target.id);
    if (known === undefined || candidate.rank < known.rank) best.set(candidate.target.id, candidate);
  }
  const candidates = [...best.values()].toSorted((left, right) => left.rank - right.rank || left.position - right.position);
  const surest = candidates[0]?.rank;
  const targets = candidates.filter(({ rank }) => rank === surest).slice(0, MOST_CANDIDATES);
  const seen = candidates.slice(targets.length).filter(({ rank }) => rank < LONE);
  return { targets: targets.map(({ target }) => target), seen: seen.map(({ target }) => target.id) };
}

/** The first ID of something else that stands in `text`. */
export function findOtherId(text: string): string | null {
  for (const [id] of text.matchAll(OTHER_ID)) if (idKindOf(id) !== null) return id;
  return null;
}

function inAddresses(text: string, viewerUrl: string | null): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of text.matchAll(URL_IN_TEXT)) {
    const reading = readUrl(match[0].replace(/[),.;\]]+$/, ''), viewerUrl);
    if (reading.kind === 'response') candidates.push({ rank: LABELLED, position: match.index, target: reading });
  }
  for (const match of text.replace(URL_IN_TEXT, (url) => ' '.repeat(url.length)).matchAll(PATH_IN_TEXT)) {
    const target = readPath(match[0].replace(/[),.;\]]+$/, ''));
    if (target !== null) candidates.push({ rank: LABELLED, position: match.index, target });
  }
  return candidates;
}

/** A path as logs write it (`/v1/responses/resp_1?stream=true`), also with a host in front but no scheme. */
export function readPath(path: string): OpenTarget | null {
  const host = /^(?:[\w-]+(?:\.[\w-]+)+|localhost)(?::\d+)?(?=\/)/.exec(path)?.[0] ?? null;
  const scheme = host !== null && /^(?:localhost|127\.|192\.168\.|10\.)/.test(host) ? 'http' : 'https';
  const reading = readUrl(host === null ? `https://path.invalid/${path.replace(/^\/+/, '')}` : `${scheme}://${path}`, null, 'api');
  if (reading.kind !== 'response') return null;
  return host === null ? { ...reading, baseUrl: null } : reading;
}

function labelled(text: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of text.matchAll(LABEL)) {
    const isParent = /previous[_-]?$/i.test(text.slice(Math.max(0, match.index - 10), match.index));
    if (!isParent) pushValue(candidates, match, LABELLED);
  }
  for (const match of text.matchAll(PARENT_LABEL)) pushValue(candidates, match, PARENT);
  const object = OBJECT_LABEL[Symbol.matchAll](text).next().value;
  const ids = object === undefined ? [] : [...text.matchAll(ID_LABEL)].filter(([, id = '']) => idKindOf(id) === null);
  const nearest = ids.toSorted(
    (left, right) => Math.abs(left.index - (object?.index ?? 0)) - Math.abs(right.index - (object?.index ?? 0)),
  )[0];
  if (nearest !== undefined) pushValue(candidates, nearest, LABELLED);
  return candidates;
}

function pushValue(candidates: Candidate[], match: RegExpExecArray, rank: number) {
  const id = match[1] ?? '';
  if (id !== '' && !/^(?:null|none|undefined|true|false|string|str)$/i.test(id))
    candidates.push({ rank, position: match.index, target: targetOf(id) });
}

function shaped(text: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of text.matchAll(RESPONSE_ID)) {
    const end = match.index + match[0].length;
    const id = match[0].replace(/[.-]+$/, '').replace(/\.(?:json|jsonl|sse|txt|log)$/, '');
    const isFieldName = !/\d/.test(id) && /^["']?\s{0,4}[=:(]/.test(text.slice(end, end + 8));
    const isParent = /previous_?response_?id["']?\s{0,4}[:=]\s{0,4}["']?$/i.test(text.slice(Math.max(0, match.index - 40), match.index));
    const isCut = /\.{2,}$/.test(match[0]) || text.startsWith('…', end);
    if (!isFieldName)
      candidates.push({ rank: isParent ? PARENT : SHAPED, position: match.index, target: targetOf(id, { notes: cutNotes(isCut) }) });
  }
  for (const match of text.matchAll(SHIM_ID))
    candidates.push({ rank: SHIM, position: match.index, target: targetOf(match[0], { notes: shimNotes(match[0]) }) });
  for (const match of text.matchAll(UUID)) candidates.push({ rank: LONE, position: match.index, target: targetOf(match[0]) });
  return candidates;
}

/** Said when an ID seems to lack its end. */
export function cutNotes(isCut: boolean): readonly string[] {
  return isCut ? ['The ID looks cut off: something was left out at its end.'] : [];
}

/** Said about IDs that a server made for another API. */
export function shimNotes(id: string): readonly string[] {
  if (id.startsWith('chatcmpl-')) return ['This looks like the ID of a Chat Completion. Some servers use such IDs for responses too.'];
  return /^gen-\d/.test(id) ? ['This looks like an ID of OpenRouter, which cannot look up responses.'] : [];
}
