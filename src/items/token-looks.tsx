import type { ReactNode } from 'react';
import { visibleText } from '#base/visible-text.ts';

/** How likely a token was, in five steps: each has a colour and a line of its own. */
export const BANDS = [
  { least: 0.9, title: '≥ 90%', look: '' },
  { least: 0.6, title: '60–90%', look: 'bg-good/12 underline decoration-good decoration-dotted' },
  { least: 0.3, title: '30–60%', look: 'bg-warning/15 underline decoration-warning decoration-dashed' },
  { least: 0.1, title: '10–30%', look: 'bg-warning/30 underline decoration-warning decoration-solid' },
  { least: 0, title: '< 10%', look: 'bg-error/20 underline decoration-error decoration-double' },
] as const;

/** The classes of a token of this probability. */
export function lookOf(probability: number | null): string {
  if (probability === null) return 'underline decoration-system decoration-wavy';
  return BANDS.find(({ least }) => probability >= least)?.look ?? '';
}

/** Blanks stay what they are, so that text can be found and copied; a mark drawn with them makes them visible. */
const DOT = 'bg-[radial-gradient(circle,var(--tertiary)_0.8px,transparent_1.1px)]';
const BLANKS: Readonly<Record<string, string>> = {
  ' ': DOT,
  '\u00a0': `${DOT} ring-1 ring-line-strong`,
  '\t': "relative before:absolute before:left-0 before:text-tertiary before:[line-height:normal] before:content-['→']",
  '\n': "before:text-tertiary before:content-['⏎']",
  '\r': "before:text-tertiary before:content-['␍']",
};

/** Most tokens are a word with a blank before it: there the dot is drawn by the token itself, which halves the elements of a long text. */
const LEADING_DOT = 'bg-[radial-gradient(circle_at_0.15em_55%,var(--tertiary)_0.8px,transparent_1.1px)]';

/** The classes for the blanks of a token that `tokenText` leaves to its element. */
export function blankLookOf(text: string): string {
  return isWordAfterBlank(text) ? LEADING_DOT : '';
}

/** The text of a token with its blanks visible; a single blank before a word is left to `blankLookOf`. */
export function tokenText(text: string): ReactNode {
  if (text === '') return <span className="text-tertiary">⟨empty⟩</span>;
  if (isWordAfterBlank(text) || !/[ \t\n\r\u00a0]/.test(text)) return visibleText(text);
  return text.split(/([ \t\n\r\u00a0])/).map((piece, index) => {
    const look = BLANKS[piece];
    if (look === undefined) return visibleText(piece);
    return (
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className={look}>
        {piece}
      </span>
    );
  });
}

function isWordAfterBlank(text: string): boolean {
  return /^ [^ \t\n\r\u00a0]+$/.test(text);
}
