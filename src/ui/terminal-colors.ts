import type { CSSProperties } from 'react';
import type { AnsiColor, AnsiStyle } from '#base/ansi-style.ts';
import { readableColor, type Rgb } from '#base/readable-color.ts';

/** The surfaces that output stands on, light and dark: `--inset` of the theme, the less forgiving of the two it may be. */
const LIGHT_SURFACE: Rgb = [236, 238, 242];
const DARK_SURFACE: Rgb = [35, 39, 46];

/** The eight named colours as tokens of the theme, which read on every surface. Black and white are what text is, not what a page is. */
const NAMED = [
  'var(--tertiary)',
  'var(--error)',
  'var(--good)',
  'var(--warning)',
  'var(--message)',
  'var(--hosted-tool)',
  'var(--tool-output)',
  'var(--secondary)',
] as const;
const BRIGHT_BLACK = 8;
const BRIGHT_WHITE = 15;

/** `style` in CSS that reads in light and dark alike; undefined where nothing is set. Hue says what the program meant, contrast is ours. */
export function terminalStyle(style: AnsiStyle): CSSProperties | undefined {
  const background = style.isInverse ? (style.color ?? 'text') : style.background;
  const decoration = [style.isUnderlined ? 'underline' : '', style.isStruck ? 'line-through' : ''].filter((each) => each !== '').join(' ');
  const css: CSSProperties = {
    ...(background === null ? inkOf(style) : paperOf(background, style)),
    ...(style.isBold && { fontWeight: 700 }),
    ...(style.isItalic && { fontStyle: 'italic' }),
    ...(decoration !== '' && { textDecorationLine: decoration }),
  };
  return Object.keys(css).length === 0 ? undefined : css;
}

function inkOf({ color, isDim }: AnsiStyle): CSSProperties {
  if (color === null) return isDim ? { color: 'var(--tertiary)' } : {};
  return { color: cssColor(color) };
}

/** A coloured ground with the page's own colour as ink; on black, which most screens are anyway, the colours of the text stay. */
function paperOf(background: AnsiColor | 'text', style: AnsiStyle): CSSProperties {
  if (background === 0 || background === BRIGHT_BLACK) return { ...inkOf(style), backgroundColor: 'var(--inset)' };
  return { color: 'var(--bg)', backgroundColor: background === 'text' ? 'var(--text)' : cssColor(background) };
}

function cssColor(color: AnsiColor): string {
  if (typeof color === 'number') return color === BRIGHT_WHITE ? 'var(--text)' : (NAMED[color % 8] ?? 'var(--text)');
  return `light-dark(${hex(readableColor(color, LIGHT_SURFACE))}, ${hex(readableColor(color, DARK_SURFACE))})`;
}

function hex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
