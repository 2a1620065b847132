/**
 * Characters that are invisible or reorder what is around them, made visible. What a model or a web page wrote may use them to show one
 * thing and mean another, so text that a person judges by its looks goes through here; what is copied or parsed never does.
 */
const CONTROLS = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
const REORDERING = '\\u202a-\\u202e\\u2066-\\u2069';
const DIRECTION_MARKS = '\\u200e\\u200f\\u061c';
const ZERO_WIDTH = '\\u200b-\\u200d\\u2060-\\u2064\\ufeff\\u00ad\\u180e';
const TAGS = '\\u{e0000}-\\u{e007f}';
const HIDDEN = new RegExp(`[${CONTROLS}${REORDERING}${DIRECTION_MARKS}${ZERO_WIDTH}]|[${TAGS}]+`, 'gu');
const ANY_HIDDEN = new RegExp(`[${CONTROLS}${REORDERING}${DIRECTION_MARKS}${ZERO_WIDTH}${TAGS}]`, 'u');
/** Names and not the control pictures of Unicode: many fonts have no glyph for those. */
const CONTROL_NAMES =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(' ');
const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** `text` with hidden characters shown as marks such as "⟨ESC⟩" or "⟨U+202E⟩". Line breaks and tabs stay as they are. */
export function visibleText(text: string): string {
  if (!ANY_HIDDEN.test(text)) return text;
  const mayBeRightToLeft = RIGHT_TO_LEFT_LETTER.test(text);
  return text.replace(HIDDEN, (hidden, offset: number) => {
    if (isOrdinary(hidden, text, offset, mayBeRightToLeft)) return hidden;
    return markOf(hidden);
  });
}

/** As `visibleText`, on one line: every run of white space becomes one space. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/\s+/g, ' ').trim());
}

/** Joiners inside emoji and joining scripts, direction marks in right-to-left text, tags of a flag: these are how people write. */
function isOrdinary(hidden: string, text: string, offset: number, mayBeRightToLeft: boolean): boolean {
  if (hidden === '\u200d' || hidden === '\u200c') return text.charCodeAt(offset - 1) > 0x2ff && text.charCodeAt(offset + 1) > 0x2ff;
  if (hidden === '\u200e' || hidden === '\u200f' || hidden === '\u061c') return mayBeRightToLeft;
  return isTag(hidden) && text.slice(Math.max(0, offset - 2), offset) === '🏴';
}

function isTag(hidden: string): boolean {
  return (hidden.codePointAt(0) ?? 0) >= 0xe0000;
}

function markOf(hidden: string): string {
  const code = hidden.codePointAt(0) ?? 0;
  if (code < 0x20) return `⟨${CONTROL_NAMES[code] ?? ''}⟩`;
  if (code === 0x7f) return '⟨DEL⟩';
  // Tag characters mirror ASCII and are a known way to hide instructions: spell them out.
  if (isTag(hidden)) return `⟨tags “${Array.from(hidden, asciiOfTag).join('')}”⟩`;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function asciiOfTag(tag: string): string {
  const code = (tag.codePointAt(0) ?? 0) - 0xe0000;
  return code >= 0x20 && code < 0x7f ? String.fromCodePoint(code) : '';
}
