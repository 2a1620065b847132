import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnsi, type AnsiText } from './ansi.ts';
import { PLAIN_STYLE } from './ansi-style.ts';

const ESC = '\u001b';

/** What is left to read, with marks in angle brackets. */
function read(text: string): string {
  return drawn(parseAnsi(text));
}

function drawn({ lines }: AnsiText): string {
  return lines.map((line) => line.map((run) => (run.kind === 'text' ? run.text : `⟨${run.name}⟩`)).join('')).join('\n');
}

/** The changes that a style makes, for each run of text. */
function styles(text: string) {
  return parseAnsi(text)
    .lines.flat()
    .map((run) =>
      run.kind === 'mark'
        ? run.name
        : [run.text, Object.fromEntries(Object.entries(run.style).filter(([key, value]) => value !== Reflect.get(PLAIN_STYLE, key)))],
    );
}

describe('colours and weights', () => {
  it.each([
    [`${ESC}[31mred${ESC}[0m plain`, [['red', { color: 1 }], [' plain', {}]]],
    [`${ESC}[1;32mgo${ESC}[m.`, [['go', { isBold: true, color: 2 }], ['.', {}]]],
    [`${ESC}[97;104mon`, [['on', { color: 15, background: 12 }]]],
    [`${ESC}[38;5;196mcube${ESC}[38;5;244mgrey${ESC}[38;5;3myellow`, [['cube', { color: [255, 0, 0] }], ['grey', { color: [128, 128, 128] }], ['yellow', { color: 3 }]]],
    [`${ESC}[38;2;1;2;3;4mtrue`, [['true', { color: [1, 2, 3], isUnderlined: true }]]],
    [`${ESC}[38:2::1:2:3mcolons${ESC}[48:5:16m.`, [['colons', { color: [1, 2, 3] }], ['.', { color: [1, 2, 3], background: [0, 0, 0] }]]],
    [`${ESC}[2;3;7;9mall${ESC}[22;23;27;29mnone`, [['all', { isDim: true, isItalic: true, isInverse: true, isStruck: true }], ['none', {}]]],
    [`${ESC}[4:3mcurly${ESC}[4:0mnot`, [['curly', { isUnderlined: true }], ['not', {}]]],
    [`${ESC}[58;5;9munderline colour${ESC}[5;8mstays readable`, [['underline colourstays readable', {}]]],
    [`\u009b31mC1`, [['C1', { color: 1 }]]],
    [`${ESC}[38;5mcut${ESC}[38;9mwrong`, [['cut', {}], ['wrong', { isStruck: true }]]],
  ])('%j', (text, expected) => {
    expect(styles(text)).toEqual(expected);
  }); // prettier-ignore

  it('lasts over lines, until it is reset', () => {
    expect(styles(`${ESC}[33ma\nb${ESC}[39mc`)).toEqual([['a', { color: 3 }], ['b', { color: 3 }], ['c', {}]]); // prettier-ignore
  });
});

describe('inside a line', () => {
  it.each([
    ['10%\r50%\r100% done\n', '100% done\n', true],
    ['downloading\rdone', 'doneloading', true],
    ['windows\r\nline ends\r\r\n', 'windows\nline ends\n', false],
    [`loading…\r${ESC}[Kready`, 'ready', true],
    [`loading…${ESC}[2K\rready`, 'ready', true],
    [`loading…${ESC}[2Kready`, 'ready', true],
    [`abc${ESC}[2D${ESC}[Kx`, 'ax', true],
    [`abc${ESC}[1Gx`, 'xbc', true],
    ['ab\b\bxy', 'xy', true],
    ['\b\r\bstart', 'start', false],
    ['same\rsame', 'same', false],
    [`${ESC}[?25l⠋ wait\r⠙ wait\r${ESC}[?25h`, '⠙ wait', true],
  ])('%j is left as %j', (text, expected, hasOverwritten) => {
    expect(read(text)).toBe(expected);
    expect(parseAnsi(text).hasOverwritten).toBe(hasOverwritten);
  });

  it('keeps the style of every character that is left, and marks where they stood', () => {
    expect(styles(`${ESC}[31mred${ESC}[0m\r${ESC}[32mg`)).toEqual([['g', { color: 2 }], ['ed', { color: 1 }]]); // prettier-ignore
    expect(read('ab\u0007cd\rx')).toBe('xb⟨bell⟩cd');
  });
});

describe('what is not followed becomes a mark', () => {
  it.each([
    [`a${ESC}[10Ab`, 'a⟨cursor up 10⟩b'],
    [`${ESC}[2J${ESC}[Hb`, '⟨clear screen⟩⟨cursor home⟩b'],
    [`${ESC}[?1049hb${ESC}[?1049l`, '⟨other screen⟩b⟨back to the first screen⟩'],
    [`${ESC}]0;root@prod\u0007$`, '⟨window title “root@prod”⟩$'],
    [`${ESC}]8;;javascript:alert(1)${ESC}\\link${ESC}]8;;${ESC}\\.`, '⟨link to javascript:alert(1)⟩link.'],
    [`${ESC}]52;c;cm0gLXJm${ESC}\\`, '⟨clipboard command 52;c;cm0gLXJm⟩'],
    [`${ESC}Pq#0~~${ESC}\\after`, '⟨device data, 5 characters⟩after'],
    ['a\u0007b', 'a⟨bell⟩b'],
    [`${ESC}cx${ESC}(By${ESC}7z`, '⟨terminal reset⟩xyz'],
    [`${ESC}[5 qx`, '⟨sequence 5 q⟩x'],
    [`kept${ESC}[1A${ESC}[2K\rtoo\nnext\rline`, 'kept⟨cursor up 1⟩⟨clear line⟩too\nline'],
    [`end${ESC}[31`, 'end⟨ESC⟩[31'],
    [`${ESC}]0;never ended\nnext line`, '⟨ESC⟩]0;never ended\nnext line'],
    [`${ESC}${ESC}[31mred`, '⟨ESC⟩red'],
    [ESC, '⟨ESC⟩'],
  ])('%j reads %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

const PLAIN = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/\p{Cc}/gu, '.'));
const SEQUENCE = fc.constantFrom(`${ESC}[0m`, `${ESC}[1;38;5;200m`, `${ESC}[48;2;9;9;9m`, `${ESC}[?25l`, `${ESC}[3A`, `${ESC}]0;t\u0007`, `${ESC}]8;;u${ESC}\\`, `${ESC}(B`, '\u0007', `${ESC}Pq${ESC}\\`); // prettier-ignore
const ANYTHING = fc.array(fc.oneof(fc.string(), fc.constantFrom(ESC, '\r', '\n', '\b', '[', ']', 'P', ';', '38', '2', 'K', 'D', 'm', '\u009b', '\u009d', '\u0090', '\\')), { maxLength: 60 }); // prettier-ignore

describe('any text', () => {
  it('keeps every character that is not part of a sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(PLAIN, fc.oneof(SEQUENCE, fc.constant('\n')))), (pieces) => {
        const parsed = parseAnsi(pieces.flat().join(''));
        const text = parsed.lines.map((line) => line.map((run) => (run.kind === 'text' ? run.text : '')).join('')).join('\n');
        expect(text).toBe(pieces.map(([plain, end]) => plain + (end === '\n' ? end : '')).join(''));
        expect(parsed.hasOverwritten).toBe(false);
      }),
    );
  });

  it('never throws, keeps its lines, and says so when text was overwritten', () => {
    fc.assert(
      fc.property(ANYTHING, (pieces) => {
        const text = pieces.join('');
        const parsed = parseAnsi(text);
        expect(parsed.lines.length).toBeLessThanOrEqual(text.split('\n').length);
        const plain = parsed.hasControls ? drawn(parsed) : text.replace(/\r+\n/g, '\n');
        expect(drawn(parsed)).toBe(plain);
      }),
    );
  });

  it.each([
    ['opened and never ended', `${ESC}[`],
    ['commands', `${ESC}]`],
    ['device data', '\u0090'],
    ['8-bit commands', '\u009d8;'],
    ['parameters', '1;'],
    ['overwriting', 'x\r'],
    ['clearing', `${ESC}[2Kx`],
    ['going back', 'xx\b'],
    ['colours', `${ESC}[38;5;1mx`],
    ['marks in an edited line', '\b\u0007x'],
  ])('takes time in proportion to the length: %s', (_name, piece) => {
    const parsed = parseAnsi(`x${ESC}[${piece.repeat(50_000)}`);
    expect(parsed.lines.length).toBe(1);
  });
});
