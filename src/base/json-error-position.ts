/** Where a JSON text breaks, and why. Engines word their messages differently and rarely give a position, so this is a scanner of our own. */

/** `offset` counts UTF-16 units from 0; `line` and `column` count from 1; `problem` is a short sentence. */
export type JsonError = { readonly offset: number; readonly line: number; readonly column: number; readonly problem: string };

type Failure = { readonly offset: number; readonly problem: string };

/** What may come next. The nesting itself is an array of opening brackets: no recursion, so that depth is limited by memory only. */
type Expectation = 'value' | 'value-or-]' | 'key-or-}' | 'key' | 'colon' | 'comma-or-end';

/** Answers null exactly when `JSON.parse(text)` succeeds; otherwise the first place at which no reading of the text can go on. */
export function findJsonError(text: string): JsonError | null {
  const steps = findJsonErrorInSteps(text);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same for texts of any length: yields where it may be interrupted, after a millisecond or less. */
export function* findJsonErrorInSteps(text: string): Generator<null, JsonError | null> {
  const failure = yield* scan(text);
  return failure === null ? null : { ...positionAt(text, failure.offset), offset: failure.offset, problem: failure.problem };
}

/** Line and column, both from 1, of a UTF-16 offset. A line ends with LF, CR or CRLF. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (const lineEnd of text.slice(0, offset).matchAll(/\r\n|\r(?!\n)|\n/g)) {
    line += 1;
    lineStart = lineEnd.index + lineEnd[0].length;
  }
  return { line, column: offset - lineStart + 1 };
}

/** How many tokens are read in one step. */
const TOKENS_PER_STEP = 2_000;

function* scan(text: string): Generator<null, Failure | null> {
  const open: ('{' | '[')[] = [];
  let expected: Expectation = 'value';
  let offset = skipSpace(text, 0);
  for (let tokens = 1; ; tokens += 1) {
    if (tokens % TOKENS_PER_STEP === 0) yield null;
    const character = text[offset];
    if (expected === 'comma-or-end' && open.length === 0) {
      return character === undefined ? null : { offset, problem: 'There is more text after the end of the JSON value.' };
    }
    if (character === undefined) return { offset, problem: endProblem(text, open) };
    const step = takeToken(text, offset, character, expected, open);
    if (!step.ok) return step;
    expected = step.expected;
    offset = skipSpace(text, step.next);
  }
}

type Step = { readonly ok: true; readonly next: number; readonly expected: Expectation } | ({ readonly ok: false } & Failure);

/** Reads one token at `offset` and updates `open`. */
function takeToken(text: string, offset: number, character: string, expected: Expectation, open: ('{' | '[')[]): Step {
  if (expected === 'colon') {
    return character === ':'
      ? { ok: true, next: offset + 1, expected: 'value' }
      : fail(offset, 'A colon is missing after the property name.');
  }
  if (expected === 'key' || expected === 'key-or-}') {
    if (character === '}' && expected === 'key-or-}') return close(offset, open);
    if (character !== '"') return fail(offset, keyProblem(text, offset, character));
    return takeString(text, offset, 'colon');
  }
  if (expected === 'comma-or-end') return takeSeparator(text, offset, character, open);
  if (character === ']' && expected === 'value-or-]') return close(offset, open);
  return takeValue(text, offset, character, open);
}

function takeSeparator(text: string, offset: number, character: string, open: ('{' | '[')[]): Step {
  const inside = open.at(-1);
  if (character === ',') return { ok: true, next: offset + 1, expected: inside === '{' ? 'key' : 'value' };
  if (character === (inside === '{' ? '}' : ']')) return close(offset, open);
  if (character === '}' || character === ']') return fail(offset, `This bracket does not match: the open one is “${inside}”.`);
  if (startsComment(text, offset)) return fail(offset, 'JSON has no comments.');
  return fail(offset, inside === '{' ? 'A comma or a closing brace is missing here.' : 'A comma or a closing bracket is missing here.');
}

function takeValue(text: string, offset: number, character: string, open: ('{' | '[')[]): Step {
  if (character === '{' || character === '[') {
    open.push(character);
    return { ok: true, next: offset + 1, expected: character === '{' ? 'key-or-}' : 'value-or-]' };
  }
  if (character === '"') return takeString(text, offset, 'comma-or-end');
  if (character === '-' || isDigit(character)) return takeNumber(text, offset);
  for (const word of ['true', 'false', 'null']) {
    if (text.startsWith(word, offset)) return { ok: true, next: offset + word.length, expected: 'comma-or-end' };
  }
  return fail(offset, valueProblem(text, offset, character));
}

function close(offset: number, open: ('{' | '[')[]): Step {
  open.pop();
  return { ok: true, next: offset + 1, expected: 'comma-or-end' };
}

function takeString(text: string, start: number, expected: Expectation): Step {
  let offset = start + 1;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) return { ok: true, next: offset + 1, expected };
    if (code < 0x20) return fail(offset, controlProblem(code));
    if (code !== 0x5c) offset += 1;
    else if (/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(offset, offset + 6))) offset += text[offset + 1] === 'u' ? 6 : 2;
    else if (offset + 1 >= text.length || /^\\u[0-9a-fA-F]{0,3}$/.test(text.slice(offset))) break;
    else return fail(offset, 'A backslash must be followed by one of " \\ / b f n r t or by u and four hex digits.');
  }
  return fail(text.length, 'The text ends inside a string.');
}

function takeNumber(text: string, start: number): Step {
  const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  number.lastIndex = start;
  const length = number.exec(text)?.[0].length ?? 0;
  const next = text[start + length];
  if (length === 0)
    return fail(start, text.length === start + 1 ? 'The text ends inside a number.' : 'A minus sign must be followed by a digit.');
  if (next !== undefined && /[\d.eE]/.test(next)) return fail(start + length, numberProblem(next));
  return { ok: true, next: start + length, expected: 'comma-or-end' };
}

function skipSpace(text: string, start: number): number {
  let offset = start;
  while (offset < text.length && ' \t\n\r'.includes(text.charAt(offset))) offset += 1;
  return offset;
}

function fail(offset: number, problem: string): Step {
  return { ok: false, offset, problem };
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function startsComment(text: string, offset: number): boolean {
  return text.startsWith('//', offset) || text.startsWith('/*', offset) || text.startsWith('#', offset);
}

function endProblem(text: string, open: readonly string[]): string {
  if (text.trim() === '') return 'There is no text.';
  if (open.length === 0) return 'The text ends before the value.';
  return open.length === 1
    ? `The text ends too early: a “${open[0]}” is still open.`
    : `The text ends too early: ${open.length} brackets are still open.`;
}

function controlProblem(code: number): string {
  if (code === 0x0a || code === 0x0d)
    return 'A string runs over the end of its line: a quote is missing, or the line break must be written as \\n.';
  return code === 0x09 ? 'A tab inside a string must be written as \\t.' : 'A control character inside a string must be escaped.';
}

function numberProblem(next: string): string {
  if (isDigit(next)) return 'A number must not start with a zero.';
  return next === '.' ? 'A decimal point must be followed by a digit.' : 'An exponent must have a digit.';
}

function keyProblem(text: string, offset: number, character: string): string {
  if (character === '}') return 'There is a comma too many before the closing brace.';
  if (character === "'" || character === '“' || character === '‘') return 'A property name needs straight double quotes.';
  if (startsComment(text, offset)) return 'JSON has no comments.';
  return 'A property name in double quotes is expected here.';
}

function valueProblem(text: string, offset: number, character: string): string {
  if (character === ']') return 'There is a comma too many before the closing bracket.';
  if (character === '}' || character === ',') return 'A value is missing here.';
  if (character === "'" || character === '“' || character === '‘') return 'A string needs straight double quotes.';
  if (character === '\uFEFF') return 'There is a byte order mark here.';
  if (startsComment(text, offset)) return 'JSON has no comments.';
  const word = /^[A-Za-z_]\w*/.exec(text.slice(offset, offset + 40))?.[0];
  if (word === undefined)
    return character === '…' || text.startsWith('...', offset) ? 'Something was left out here.' : 'A value is expected here.';
  if (['True', 'False', 'None'].includes(word)) return `“${word}” is Python, not JSON.`;
  return 'true, false, null, a number or a string in double quotes is expected here.';
}
