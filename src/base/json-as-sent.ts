import { isReadExactly, numberAsRead } from './json-number.ts';
import { JsonTokens, stringOfToken } from './json-tokens.ts';
import type { JsonPath } from './json.ts';

/**
 * What a parsed value no longer tells about the text it was parsed from. There is an entry only where there is something to tell,
 * so that for nearly all bodies all of this is null.
 */
export type AsSent = {
  /** For a number that JavaScript writes in another way: its characters as sent. */
  readonly number: string | null;
  /** For an object with repeated keys, or whose keys JavaScript puts in another order: all its members as sent. */
  readonly members: readonly SentMember[] | null;
  /** By key or index. Of a repeated key, what is to tell about the last of its values. */
  readonly children: ReadonlyMap<string | number, AsSent> | null;
};

/** A member of an object, with the place of its value in the text in UTF-16 units. */
export type SentMember = {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** The key comes again later in the same object, and that value is the one that counts. */
  readonly isOvertaken: boolean;
};

/** Reads a text in steps, so that a big one does not block what else has to be done. */
export type AsSentReader = {
  /** Reads on for at least `units` UTF-16 units. True when all of the text is read. */
  readonly readOn: (units: number) => boolean;
  /** What was found so far; whole when `readOn` has answered true. */
  readonly found: () => AsSent | null;
};

type Finding = { number: string | null; members: readonly SentMember[] | null; children: Map<string | number, Finding> | null };

/** An array or object that is open at the place of reading. */
type Frame = { readonly isObject: boolean; readonly firstMember: number; step: string | number; finding: Finding | null };

/** Numbers of up to this many plain digits are written as they were sent. */
const SAFE_DIGITS = 15;
/** So few keys are compared with each other faster than they are put into a set. */
const FEW_KEYS = 12;

/** A reader for `text`, which must be JSON. Linear in its length, and as deep as memory allows. */
export function createAsSentReader(text: string): AsSentReader {
  const tokens = new JsonTokens(text);
  const frames: Frame[] = [];
  // The members of all open objects, one after the other: a frame knows where its own begin.
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let root: Finding | null = null;
  let isKeyNext = false;

  /** The finding for the value being read, made with those of the containers around it. */
  function findingHere(): Finding {
    let from = frames.length;
    while (from > 0 && frames[from - 1]?.finding === null) from -= 1;
    let finding = from === 0 ? (root ??= newFinding()) : childFinding(frames[from - 1]);
    for (const frame of frames.slice(from)) {
      frame.finding = finding;
      finding = childFinding(frame);
    }
    return finding;
  }

  function takeString(inside: Frame | undefined) {
    if (!isKeyNext || inside === undefined) return;
    const key = stringOfToken(text, tokens.start, tokens.end);
    inside.step = key;
    inside.finding?.children?.delete(key); // said of an earlier value of the same key
    keys.push(key);
    isKeyNext = false;
  }

  function takeNumber() {
    if (isSmallInteger(text, tokens.start, tokens.end)) return;
    const sent = text.slice(tokens.start, tokens.end);
    if (sent !== numberAsRead(sent)) findingHere().number = sent;
  }

  function endMember(inside: Frame | undefined) {
    if (inside?.isObject === true && keys.length > inside.firstMember) ends[keys.length - 1] = tokens.start;
  }

  function close() {
    const frame = frames.at(-1);
    endMember(frame);
    frames.pop();
    if (frame?.isObject !== true) return;
    const { firstMember } = frame;
    if (!isAsJavaScriptHasIt(keys, firstMember)) findingHere().members = membersFrom(firstMember);
    keys.length = firstMember;
    starts.length = firstMember;
    ends.length = firstMember;
  }

  function membersFrom(first: number): readonly SentMember[] {
    const isLast = lastOnes(keys.slice(first));
    return keys.slice(first).map((key, index) => {
      const sent = text.slice(starts[first + index], ends[first + index]);
      const end = (ends[first + index] ?? 0) - (sent.length - sent.trimEnd().length);
      return { key, start: end - sent.trim().length, end, isOvertaken: !isLast.has(index) };
    });
  }

  function take() {
    const inside = frames.at(-1);
    const { kind } = tokens;
    if (kind === ',') {
      endMember(inside);
      isKeyNext = inside?.isObject === true;
      if (inside?.isObject === false) inside.step = Number(inside.step) + 1;
    } else if (kind === ':') starts[keys.length - 1] = tokens.end;
    else if (kind === '{' || kind === '[') {
      frames.push({ isObject: kind === '{', firstMember: keys.length, step: 0, finding: null });
      isKeyNext = kind === '{';
    } else if (kind === '}' || kind === ']') close();
    else if (kind === 'string') takeString(inside);
    else if (kind === 'number') takeNumber();
  }

  return {
    readOn: (units) => {
      const until = tokens.end + units;
      while (tokens.end < until) {
        if (!tokens.next()) return true;
        take();
      }
      return false;
    },
    found: () => root,
  };
}

/** All that `text` tells and its parsed value doesn't, in one go. */
export function readAsSent(text: string): AsSent | null {
  const reader = createAsSentReader(text);
  while (!reader.readOn(text.length + 1));
  return reader.found();
}

/** What is to tell about the value at `path`, or null. */
export function sentAt(sent: AsSent | null, path: JsonPath): AsSent | null {
  let current = sent;
  for (const step of path) current = current?.children?.get(step) ?? null;
  return current;
}

/** What parsing lost: the paths of numbers that a double cannot hold, and of keys that are repeated. */
export type Losses = { readonly numbers: readonly JsonPath[]; readonly keys: readonly JsonPath[] };

/** The losses in document order; stops looking when there are `most` of them. */
export function lossesIn(sent: AsSent | null, most: number): Losses {
  const numbers: JsonPath[] = [];
  const keys: JsonPath[] = [];
  const waiting: { readonly sent: AsSent; readonly path: Trail | null }[] = sent === null ? [] : [{ sent, path: null }];
  for (let next = waiting.pop(); next !== undefined && numbers.length + keys.length < most; next = waiting.pop()) {
    const { number, members, children } = next.sent;
    if (number !== null && !isReadExactly(number)) numbers.push(pathOf(next.path));
    const repeated = new Set(members?.flatMap(({ key, isOvertaken }) => (isOvertaken ? [key] : [])));
    for (const key of repeated) keys.push([...pathOf(next.path), key]);
    for (const [step, child] of [...(children ?? [])].toReversed()) waiting.push({ sent: child, path: { step, parent: next.path } });
  }
  return { numbers, keys };
}

type Trail = { readonly step: string | number; readonly parent: Trail | null };

function pathOf(trail: Trail | null): JsonPath {
  const path: (string | number)[] = [];
  for (let at = trail; at !== null; at = at.parent) path.push(at.step);
  return path.toReversed();
}

function newFinding(): Finding {
  return { number: null, members: null, children: null };
}

function childFinding(frame: Frame | undefined): Finding {
  const finding = frame?.finding;
  if (frame === undefined || finding === null || finding === undefined) return newFinding();
  finding.children ??= new Map();
  const known = finding.children.get(frame.step) ?? newFinding();
  finding.children.set(frame.step, known);
  return known;
}

/** Digits alone: nearly all numbers of a response, told without making a string of them. */
function isSmallInteger(text: string, start: number, end: number): boolean {
  if (end - start > SAFE_DIGITS) return false;
  for (let offset = start; offset < end; offset += 1) if (!isDigit(text.charCodeAt(offset))) return false;
  return true;
}

/** Whether the keys from `first` on, each once, come out of a JavaScript object in this order: array indexes first, growing, then the others. */
function isAsJavaScriptHasIt(keys: readonly string[], first: number): boolean {
  if (hasRepeated(keys, first)) return false;
  let lastIndex = -1;
  let hasOthers = false;
  for (let at = first; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    if (!isDigit(key.charCodeAt(0)) || !isArrayIndex(key)) hasOthers = true;
    else if (hasOthers || Number(key) < lastIndex) return false;
    else lastIndex = Number(key);
  }
  return true;
}

function hasRepeated(keys: readonly string[], first: number): boolean {
  if (keys.length - first > FEW_KEYS) return new Set(keys.slice(first)).size < keys.length - first;
  for (let at = first + 1; at < keys.length; at += 1) {
    for (let before = first; before < at; before += 1) if (keys[before] === keys[at]) return true;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isArrayIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
}

/** The positions at which each key comes for the last time. */
function lastOnes(keys: readonly string[]): ReadonlySet<number> {
  return new Set(new Map(keys.map((key, index) => [key, index])).values());
}
