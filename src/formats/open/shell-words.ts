/**
 * Splits one command into words as its shell would: POSIX (sh, bash, zsh), cmd.exe (`^`) or PowerShell (backtick).
 * It runs nothing and expands nothing: `$NAME` stays as it is written. Broken quoting ends with the text, never in an error.
 */
type Shell = 'posix' | 'cmd' | 'powershell';

/** One word or separator, and where reading goes on. */
type Piece = { readonly text: string; readonly next: number };

/** The words of the first command in `text`; what follows `|`, `;`, `&&`, `>` or an unescaped line end with another command is left out. */
export function shellWords(text: string): readonly string[] {
  const shell = shellOf(text);
  const command = shell === 'cmd' ? withoutCarets(text) : text;
  const words: string[] = [];
  let offset = 0;
  while (offset < command.length) {
    const character = command.charAt(offset);
    if (endsCommand(command, offset, words.length)) break;
    if (/\s/.test(character)) offset += 1;
    else if (character === '#' && shell !== 'cmd') offset = lineEnd(command, offset);
    else if (isContinuation(command, offset, shell)) offset = lineEnd(command, offset) + 1;
    else {
      const word = readWord(command, offset, shell);
      words.push(word.text);
      offset = word.next;
    }
  }
  return words;
}

/** A backslash at a line end settles it: the marks of the others may stand inside quotes. */
function shellOf(text: string): Shell {
  if (/\\[ \t]*\r?\n/.test(text)) return 'posix';
  if (/\^[ \t]*\r?\n|\^"/.test(text)) return 'cmd';
  return /`[ \t]*\r?\n|\bcurl\.exe\b/.test(text) ? 'powershell' : 'posix';
}

/** cmd.exe takes a caret outside quotes as "the next character as it is", and at a line end as a continuation. */
function withoutCarets(text: string): string {
  let result = '';
  let isQuoted = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === '^' && !isQuoted) {
      const lineBreak = /^\^[ \t]*\r?\n/.exec(text.slice(offset, offset + 80))?.[0];
      if (lineBreak === undefined) result += text.charAt(offset + 1);
      offset += (lineBreak?.length ?? 2) - 1;
    } else {
      if (character === '"') isQuoted = !isQuoted;
      result += character;
    }
  }
  return result;
}

function readWord(text: string, start: number, shell: Shell): Piece {
  let word = '';
  let offset = start;
  while (offset < text.length && !/\s/.test(text.charAt(offset)) && !isSeparator(text, offset)) {
    if (isContinuation(text, offset, shell)) break;
    const piece = readPiece(text, offset, shell);
    word += piece.text;
    offset = piece.next;
  }
  return { text: word, next: offset };
}

function readPiece(text: string, offset: number, shell: Shell): Piece {
  const character = text.charAt(offset);
  if (shell === 'posix' && text.startsWith("$'", offset)) return readAnsiQuoted(text, offset + 2);
  if (character === '"') return shell === 'cmd' ? readCmdQuoted(text, offset + 1) : readDoubleQuoted(text, offset + 1, shell);
  if (character === "'" && shell !== 'cmd') return readSingleQuoted(text, offset + 1, shell);
  if (character === '\\' && (shell === 'posix' || text.charAt(offset + 1) === '"'))
    return { text: text.charAt(offset + 1), next: offset + 2 };
  if (character === '`' && shell === 'powershell') return { text: text.charAt(offset + 1), next: offset + 2 };
  return { text: character, next: offset + 1 };
}

function readSingleQuoted(text: string, start: number, shell: Shell): Piece {
  const end = indexOrEnd(text, "'", start);
  if (shell === 'powershell' && text.charAt(end + 1) === "'") {
    const rest = readSingleQuoted(text, end + 2, shell);
    return { text: `${text.slice(start, end)}'${rest.text}`, next: rest.next };
  }
  return { text: text.slice(start, end), next: end + 1 };
}

function readDoubleQuoted(text: string, start: number, shell: Shell): Piece {
  const escape = shell === 'posix' ? '\\' : '`';
  let quoted = '';
  let offset = start;
  while (offset < text.length && text.charAt(offset) !== '"') {
    const next = text.charAt(offset + 1);
    const isEscape = text.charAt(offset) === escape && (shell === 'powershell' || '"\\$`\n'.includes(next));
    if (isEscape) quoted += next === '\n' ? '' : next;
    else quoted += text.charAt(offset);
    offset += isEscape ? 2 : 1;
  }
  return { text: quoted, next: offset + 1 };
}

/** The quoting of Windows programs: `\"` and `""` are a quote; other backslashes are themselves. */
function readCmdQuoted(text: string, start: number): Piece {
  let quoted = '';
  let offset = start;
  while (offset < text.length) {
    if (text.startsWith('\\"', offset) || text.startsWith('""', offset)) {
      quoted += '"';
      offset += 2;
    } else if (text.charAt(offset) === '"') break;
    else quoted += text.charAt(offset++);
  }
  return { text: quoted, next: offset + 1 };
}

const ANSI_ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', e: '\u001B', f: '\f', v: '\v' };

/** Bash's `$'…'`: C escapes, also by number. */
function readAnsiQuoted(text: string, start: number): Piece {
  let quoted = '';
  let offset = start;
  while (offset < text.length && text.charAt(offset) !== "'") {
    const escape = /^\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|U([\da-f]{1,8})|([0-7]{1,3})|([\s\S]))/i.exec(text.slice(offset, offset + 10));
    if (escape === null) quoted += text.charAt(offset);
    else quoted += unescaped(escape);
    offset += escape?.[0].length ?? 1;
  }
  return { text: quoted, next: offset + 1 };
}

function unescaped([, byte, short, long, octal, letter = '']: readonly (string | undefined)[]): string {
  const hex = byte ?? short ?? long;
  const code = hex === undefined ? octal && Number.parseInt(octal, 8) : Number.parseInt(hex, 16);
  if (typeof code === 'number') return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  return ANSI_ESCAPES[letter] ?? letter;
}

/** The shell's escape character at the end of its line. */
function isContinuation(text: string, offset: number, shell: Shell): boolean {
  const escape = shell === 'posix' ? '\\' : shell === 'powershell' ? '`' : '^';
  return text.charAt(offset) === escape && /^.[ \t]*\r?(?:\n|$)/.test(text.slice(offset, offset + 80));
}

/** Unquoted query strings are common in what people paste, so a lone `&` separates only before a space. */
function isSeparator(text: string, offset: number): boolean {
  return /^(?:[|;<>)]|&(?:&|\s|$))/.test(text.slice(offset, offset + 2));
}

/** A new line that goes on with an option, a quote or a URL is taken as the same command whose continuation mark got lost. */
function endsCommand(text: string, offset: number, wordCount: number): boolean {
  if (wordCount === 0) return false;
  if (isSeparator(text, offset)) return true;
  return text.charAt(offset) === '\n' && !/^\s*(?:-|["']|https?:|#|\\?$)/.test(text.slice(offset + 1, offset + 200));
}

function lineEnd(text: string, offset: number): number {
  return indexOrEnd(text, '\n', offset);
}

function indexOrEnd(text: string, part: string, start: number): number {
  const index = text.indexOf(part, start);
  return index === -1 ? text.length : index;
}
