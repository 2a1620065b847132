/** One of the sixteen named colours (0 black … 7 white, 8 to 15 their bright forms), or red, green and blue from 0 to 255. */
export type AnsiColor = number | readonly [red: number, green: number, blue: number];

export type AnsiStyle = {
  readonly color: AnsiColor | null;
  readonly background: AnsiColor | null;
  readonly isBold: boolean;
  readonly isDim: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isStruck: boolean;
  readonly isInverse: boolean;
};

export const PLAIN_STYLE: AnsiStyle = {
  color: null,
  background: null,
  isBold: false,
  isDim: false,
  isItalic: false,
  isUnderlined: false,
  isStruck: false,
  isInverse: false,
};

/** What the codes without arguments change. Blinking and concealing are left out on purpose: output is there to be read. */
const CHANGES: Readonly<Record<number, Partial<AnsiStyle>>> = {
  1: { isBold: true },
  2: { isDim: true },
  3: { isItalic: true },
  4: { isUnderlined: true },
  7: { isInverse: true },
  9: { isStruck: true },
  21: { isUnderlined: true },
  22: { isBold: false, isDim: false },
  23: { isItalic: false },
  24: { isUnderlined: false },
  27: { isInverse: false },
  29: { isStruck: false },
  39: { color: null },
  49: { background: null },
};

/** The style after `ESC [ codes m`; `codes` as sent, such as "1;38;5;196" or "38:2::255:0:0". Codes nobody knows change nothing. */
export function readSgr(codes: string, before: AnsiStyle): AnsiStyle {
  let style = before;
  const groups = codes.split(';');
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index] ?? '';
    const code = Number.parseInt(group, 10) || 0;
    if (code === 38 || code === 48 || code === 58) {
      const wanted = group.includes(':') ? colonColor(group) : semicolonColor(groups, index);
      index += wanted.used;
      if (code !== 58 && wanted.color !== null) style = { ...style, [code === 38 ? 'color' : 'background']: wanted.color };
    } else style = group === '4:0' ? { ...style, isUnderlined: false } : changed(style, code);
  }
  return style;
}

function changed(style: AnsiStyle, code: number): AnsiStyle {
  if (code === 0) return PLAIN_STYLE;
  if (code >= 30 && code <= 37) return { ...style, color: code - 30 };
  if (code >= 40 && code <= 47) return { ...style, background: code - 40 };
  if (code >= 90 && code <= 97) return { ...style, color: code - 82 };
  if (code >= 100 && code <= 107) return { ...style, background: code - 92 };
  const change = CHANGES[code];
  return change === undefined ? style : { ...style, ...change };
}

type WantedColor = { readonly color: AnsiColor | null; readonly used: number };

/** "38;5;n" or "38;2;r;g;b": the colour stands in the groups that follow. */
function semicolonColor(groups: readonly string[], index: number): WantedColor {
  const kind = groups[index + 1];
  if (kind === '5') return { color: indexedColor(groups[index + 2]), used: 2 };
  if (kind === '2') return { color: rgbColor(groups.slice(index + 2, index + 5)), used: 4 };
  return { color: null, used: 0 };
}

/** "38:5:n", "38:2:r:g:b" or "38:2:space:r:g:b". */
function colonColor(group: string): WantedColor {
  const [, kind, ...rest] = group.split(':');
  if (kind === '5') return { color: indexedColor(rest[0]), used: 0 };
  return { color: kind === '2' ? rgbColor(rest.length > 3 ? rest.slice(1, 4) : rest) : null, used: 0 };
}

function rgbColor(parts: readonly string[]): AnsiColor | null {
  const [red, green, blue] = parts.map(byteOf);
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}

/** The 256 colours: sixteen named ones, a cube of 6 × 6 × 6, and 24 greys. */
function indexedColor(text: string | undefined): AnsiColor | null {
  if (text === undefined || text === '') return null;
  const index = byteOf(text);
  if (index < 16) return index;
  if (index >= 232) return grey((index - 232) * 10 + 8);
  const cube = index - 16;
  return [cubeStep(Math.floor(cube / 36)), cubeStep(Math.floor(cube / 6) % 6), cubeStep(cube % 6)];
}

function cubeStep(step: number): number {
  return step === 0 ? 0 : step * 40 + 55;
}

function grey(level: number): AnsiColor {
  return [level, level, level];
}

function byteOf(text: string): number {
  return Math.min(255, Number.parseInt(text, 10) || 0);
}
