import { ellipsis } from './truncate.ts';

/** What terminal output is made of. `left` goes back over the line; `clear` empties it, or what follows the cursor; `nothing` shows nothing. */
export type AnsiToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'newline' | 'nothing' }
  | { readonly kind: 'style'; readonly codes: string }
  | { readonly kind: 'left'; readonly count: number }
  | { readonly kind: 'clear'; readonly what: 'line' | 'rest' }
  /** `isMove`: the cursor is somewhere else now. */
  | { readonly kind: 'mark'; readonly name: string; readonly isMove?: boolean };

type Found = { readonly token: AnsiToken; readonly end: number };

const NOTHING: AnsiToken = { kind: 'nothing' };
/** More of a title or an address than this does not help. */
const LONGEST_NAME = 160;

/* oxlint-disable no-control-regex -- control characters are the subject here */
const SPECIAL = /[\u0007\b\n\r\u001b\u0090\u0098\u009b\u009d-\u009f]/g;
/** Parameters, intermediates, and the letter that says what it is (ECMA-48 §5.4). */
const CONTROL_SEQUENCE = /([0-?]*)([ -/]*)([@-~])/y;
/** An operating system command stays on its line; the data of a device may go over many. Whatever begins a sequence ends both. */
const COMMAND_END = /[\u0007\n\u001b\u0090\u0098\u009b-\u009f]/g;
const DATA_END = /[\u001b\u0090\u0098\u009b-\u009f]/g;
/* oxlint-enable no-control-regex */

/** Cuts `text` into tokens. A sequence that does not end is no sequence: its ESC becomes a mark and the rest stays text. */
export function* ansiTokens(text: string): Generator<AnsiToken> {
  let position = 0;
  while (position < text.length) {
    SPECIAL.lastIndex = position;
    const special = SPECIAL.exec(text)?.index ?? text.length;
    if (special > position) yield { kind: 'text', text: text.slice(position, special) };
    if (special === text.length) return;
    const found = readSpecial(text, special);
    yield found.token;
    position = found.end;
  }
}

function readSpecial(text: string, start: number): Found {
  const character = text.charAt(start);
  const next = start + 1;
  if (character === '\n') return { token: { kind: 'newline' }, end: next };
  if (character === '\r') return readReturn(text, start);
  if (character === '\b') return { token: { kind: 'left', count: 1 }, end: next };
  if (character === '\u0007') return { token: { kind: 'mark', name: 'bell' }, end: next };
  if (character === '\u009b') return readControlSequence(text, next) ?? lone('CSI', next);
  if (character === '\u009d') return readCommand(text, next) ?? lone('OSC', next);
  if (character !== '\u001b') return readDeviceData(text, next) ?? lone('DCS', next);
  return readEscape(text, next);
}

/** Before a line break a return changes nothing; alone it goes back to the start of the line. */
function readReturn(text: string, start: number): Found {
  let end = start;
  while (text.charAt(end) === '\r') end += 1;
  if (text.charAt(end) === '\n') return { token: { kind: 'newline' }, end: end + 1 };
  return { token: { kind: 'left', count: Number.POSITIVE_INFINITY }, end };
}

function readEscape(text: string, start: number): Found {
  const character = text.charAt(start);
  const next = start + 1;
  if (character === '[') return readControlSequence(text, next) ?? lone('ESC', start);
  if (character === ']') return readCommand(text, next) ?? lone('ESC', start);
  if (character !== '' && 'PX^_'.includes(character)) return readDeviceData(text, next) ?? lone('ESC', start);
  // The choice of a character set and of keypad modes: `tput sgr0` sends one with every reset.
  if (character !== '' && '()*+'.includes(character) && next < text.length) return { token: NOTHING, end: next + 1 };
  if (character !== '' && '=>78\\'.includes(character)) return { token: NOTHING, end: next };
  return character === 'c' ? { token: { kind: 'mark', name: 'terminal reset' }, end: next } : lone('ESC', start);
}

function lone(name: string, end: number): Found {
  return { token: { kind: 'mark', name }, end };
}

function readControlSequence(text: string, start: number): Found | null {
  CONTROL_SEQUENCE.lastIndex = start;
  const match = CONTROL_SEQUENCE.exec(text);
  if (match === null) return null;
  const [all, parameters = '', intermediates = '', final = ''] = match;
  const end = start + all.length;
  if (intermediates !== '') return { token: unknownSequence(all), end };
  if (/^[<-?]/.test(parameters)) return { token: privateMode(parameters, final), end };
  return { token: sequenceToken(parameters, final) ?? unknownSequence(all), end };
}

const MOVES: Readonly<Record<string, string>> = {
  A: 'cursor up',
  B: 'cursor down',
  C: 'cursor right',
  E: 'cursor down',
  F: 'cursor up',
  G: 'cursor to column',
  d: 'cursor to line',
  S: 'scroll up',
  T: 'scroll down',
  L: 'insert lines',
  M: 'delete lines',
  P: 'delete characters',
  X: 'erase characters',
  '@': 'insert characters',
};
const QUIET = new Set(['s', 'u', 'q', 'n', 'c', 't']);

function sequenceToken(parameters: string, final: string): AnsiToken | null {
  const count = Number.parseInt(parameters, 10) || 1;
  if (final === 'm') return { kind: 'style', codes: parameters };
  if (final === 'D') return { kind: 'left', count };
  if (final === 'G' && count === 1) return { kind: 'left', count: Number.POSITIVE_INFINITY };
  if (final === 'K') return clearLine(parameters);
  if (final === 'J') return { kind: 'mark', name: parameters === '2' || parameters === '3' ? 'clear screen' : 'clear part of the screen' };
  if (final === 'H' || final === 'f')
    return { kind: 'mark', name: parameters === '' ? 'cursor home' : `cursor to ${cut(parameters)}`, isMove: true };
  if (QUIET.has(final)) return NOTHING;
  const move = Object.hasOwn(MOVES, final) ? MOVES[final] : undefined;
  return move === undefined ? null : { kind: 'mark', name: `${move} ${count}`, isMove: 'ABEFd'.includes(final) };
}

function clearLine(parameters: string): AnsiToken {
  if (parameters === '' || parameters === '0') return { kind: 'clear', what: 'rest' };
  return parameters === '2' ? { kind: 'clear', what: 'line' } : { kind: 'mark', name: 'clear to the start of the line' };
}

/** Modes of the terminal itself, such as hiding the cursor, show nothing; another screen hides what was there. */
function privateMode(parameters: string, final: string): AnsiToken {
  const isScreen = /^\?(?:47|1047|1049)$/.test(parameters);
  return isScreen ? { kind: 'mark', name: final === 'h' ? 'other screen' : 'back to the first screen', isMove: true } : NOTHING;
}

function unknownSequence(sequence: string): AnsiToken {
  return { kind: 'mark', name: `sequence ${cut(sequence)}` };
}

/** An operating system command: titles, links, the clipboard. Named, never followed. */
function readCommand(text: string, start: number): Found | null {
  const stop = firstIndex(COMMAND_END, text, start);
  if (stop === null || text.charAt(stop) === '\n') return null;
  const content = text.slice(start, stop);
  return { token: commandToken(content), end: afterEnd(text, stop) };
}

function commandToken(content: string): AnsiToken {
  const [number = '', ...rest] = content.split(';');
  const argument = rest.join(';');
  if (number === '8') {
    const address = rest.slice(1).join(';');
    return address === '' ? NOTHING : { kind: 'mark', name: `link to ${cut(address)}` };
  }
  if (number === '0' || number === '1' || number === '2') return { kind: 'mark', name: `window title “${cut(argument)}”` };
  return { kind: 'mark', name: `${number === '52' ? 'clipboard' : 'terminal'} command ${cut(content)}` };
}

function readDeviceData(text: string, start: number): Found | null {
  const stop = firstIndex(DATA_END, text, start);
  if (stop === null) return null;
  return { token: { kind: 'mark', name: `device data, ${stop - start} characters` }, end: afterEnd(text, stop) };
}

/** BEL and ST end a command and belong to it; anything else that ends it begins something of its own. */
function afterEnd(text: string, stop: number): number {
  const character = text.charAt(stop);
  if (character === '\u0007' || character === '\u009c') return stop + 1;
  return character === '\u001b' && text.charAt(stop + 1) === '\\' ? stop + 2 : stop;
}

/** Looks no further than the first of the characters, so that all searches together read the text at most twice. */
function firstIndex(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.exec(text)?.index ?? null;
}

function cut(text: string): string {
  return ellipsis(text, LONGEST_NAME);
}
