/** A piece of Markdown that means the same alone as in its text, apart from definitions that stand elsewhere. */
export type MarkdownBlock = {
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  /** With the blank lines behind it. */
  readonly text: string;
  /** The level of the last heading before it; 0 where there is none. */
  readonly headingBefore: number;
  /** The link definitions in it, each on its line. */
  readonly definitions: readonly string[];
  readonly hasFootnotes: boolean;
};

/** Cuts a text that grows into blocks. Those of the text before stay the same objects, but for the last: only what is behind it is read. */
export type MarkdownSplitter = { readonly split: (text: string) => readonly MarkdownBlock[] };

export function createMarkdownSplitter(): MarkdownSplitter {
  let before = '';
  let blocks: readonly MarkdownBlock[] = [];
  return {
    split: (text) => {
      if (text === before) return blocks;
      const isLonger = text.length > before.length && text.startsWith(before);
      const settled = isLonger ? blocks.slice(0, -1) : [];
      const last = isLonger ? blocks.at(-1) : undefined;
      blocks = [...settled, ...blocksFrom(text, last?.start ?? 0, last?.headingBefore ?? 0)];
      before = text;
      return blocks;
    },
  };
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const LIST_ITEM = /^ {0,3}(?:([-*+])|\d{1,9}([.)]))(?:[ \t]|$)/;
const HEADING = /^[ \t>*+-]*(#{1,6})(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:\s*\S/;
const FOOTNOTE = /^ {0,3}\[\^[^\]\s]+\]:/;
/** HTML that goes on over blank lines, and how it ends. */
const HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];

/** The line that the blocks are read by, from the one that begins at `start`. */
function blocksFrom(text: string, start: number, headingBefore: number): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let open = emptyBlock(start, headingBefore);
  let at = start;
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd === -1 ? text.length : lineEnd + 1;
    const line = text.slice(at, lineEnd === -1 ? end : lineEnd).replace(/\r$/, '');
    if (open.isBlank && at > open.start && beginsBlock(line, open)) {
      blocks.push(closed(open, text, at));
      open = emptyBlock(at, open.heading);
    }
    readLine(open, line);
    at = end;
  }
  if (at > open.start) blocks.push(closed(open, text, at));
  return blocks;
}

/** A block while it is read. */
type OpenBlock = {
  readonly start: number;
  readonly headingBefore: number;
  readonly definitions: string[];
  heading: number;
  hasFootnotes: boolean;
  /** The fence that is to be closed, or what ends the HTML. */
  until: string | RegExp | null;
  /** What its first line lists with: items of the same list are not parted. */
  marker: string | null;
  /** Whether it holds nothing but blank lines so far, and whether the last line was one. */
  isEmpty: boolean;
  isBlank: boolean;
  lastLine: string;
};

function emptyBlock(start: number, heading: number): OpenBlock {
  return {
    start,
    headingBefore: heading,
    heading,
    definitions: [],
    hasFootnotes: false,
    until: null,
    marker: null,
    isEmpty: true,
    isBlank: false,
    lastLine: '',
  };
}

function closed({ start, headingBefore, definitions, hasFootnotes }: OpenBlock, text: string, end: number): MarkdownBlock {
  return { start, text: text.slice(start, end), headingBefore, definitions, hasFootnotes };
}

/** A line behind a blank one begins a block unless it may belong to what is above: it is indented, or goes on with a list. */
function beginsBlock(line: string, { until, isEmpty, marker }: OpenBlock): boolean {
  if (until !== null || isEmpty || /^\s|^$/.test(line)) return false;
  return marker === null || markerOf(line) !== marker;
}

function markerOf(line: string): string | null {
  const match = LIST_ITEM.exec(line);
  return match === null ? null : (match[1] ?? match[2] ?? null);
}

function readLine(block: OpenBlock, line: string): void {
  const isBlank = line.trim() === '';
  const before = block.lastLine;
  block.lastLine = line;
  block.isBlank = isBlank;
  if (block.until !== null) {
    if (closes(line, block.until)) block.until = null;
    return;
  }
  if (isBlank) return;
  if (block.isEmpty) block.marker = markerOf(line);
  block.isEmpty = false;
  block.until = opens(line);
  if (block.until !== null) return;
  const [, marks] = HEADING.exec(line) ?? [];
  const [, underline] = before.trim() === '' ? [] : (UNDERLINE.exec(line) ?? []);
  const level = marks?.length ?? (underline === undefined ? 0 : underline.startsWith('=') ? 1 : 2);
  if (level > 0) block.heading = Math.min(level, block.heading + 1);
  if (DEFINITION.test(line)) block.definitions.push(line.trim());
  if (FOOTNOTE.test(line)) block.hasFootnotes = true;
}

function opens(line: string): string | RegExp | null {
  const [, fence = '', info = ''] = FENCE.exec(line) ?? [];
  if (fence !== '' && !(fence.startsWith('`') && info.includes('`'))) return fence;
  const html = HTML.find(([start]) => start.test(line));
  return html === undefined || html[1].test(line.replace(html[0], '')) ? null : html[1];
}

function closes(line: string, until: string | RegExp): boolean {
  if (typeof until !== 'string') return until.test(line);
  const [, fence = '', info = ''] = FENCE.exec(line) ?? [];
  return fence.startsWith(until) && info.trim() === '';
}
