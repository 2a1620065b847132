import { useState, type ReactNode } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { beginningOf, characterBoundary, LONG_TEXT } from '#base/truncate.ts';
import { visibleText } from '#base/visible-text.ts';
import { Button } from './button.tsx';
import { useIsGrowing } from './growing.ts';
import { MOST_OPENED, offsetIn, useSought } from './sought.ts';

type LongTextProps = {
  readonly text: string;
  /** For data and code; words are set in the UI face. */
  readonly isMonospace?: boolean;
  /** How a long text is cut; by default at the end of a line. */
  readonly cut?: (text: string) => string;
  /** Draws the text, or as much of it as is shown, which begins at `from`. By default it stands as it is, line breaks and all. */
  readonly children?: (shown: string, from: number) => ReactNode;
};

/** How much of a long text is shown; a piece out of its middle starts at a character. */
type Part = 'beginning' | 'all' | number;

/** So much stands before what a piece is shown for. */
const BEFORE = 4_000;

/** A text of any length: above 20,000 characters its beginning, or the piece that is looked for, with the rest one click away. */
export function LongText({ text, isMonospace = false, cut = beginningOf, children }: LongTextProps) {
  // A text that the reader saw grow is not cut when it gets long.
  const isGrowing = useIsGrowing();
  const [part, setPart] = useState<Part>(isGrowing ? 'all' : 'beginning');
  if (isGrowing && part === 'beginning' && text.length <= LONG_TEXT) setPart('all');
  const isLong = text.length > LONG_TEXT;
  const from = isLong && typeof part === 'number' ? part : 0;
  const shown = isLong ? shownOf(text, part, cut) : text;
  useSought((sought) => {
    if (!isLong || part === 'all') return;
    const offset = sought.kind === 'everything' ? text.length - 1 : offsetIn(text, sought);
    const length = sought.kind === 'everything' ? 0 : sought.end - sought.start;
    if (offset === null || (offset >= from && offset + length <= from + shown.length)) return;
    if (text.length <= MOST_OPENED) setPart('all');
    else if (sought.kind === 'place') setPart(startOfPiece(text, offset));
  });
  const look = isMonospace ? 'font-mono text-sm' : '';
  return (
    <>
      {from > 0 ? (
        <p data-from={from} data-own-words className="mb-1 text-sm text-secondary">
          {formatNumber(from)} characters before this
        </p>
      ) : null}
      {children === undefined ? (
        <div dir={isMonospace ? 'ltr' : 'auto'} className={`wrap-anywhere whitespace-pre-wrap ${look}`}>
          {visibleText(shown)}
        </div>
      ) : (
        children(shown, from)
      )}
      {isLong ? <PartSwitch part={part} shown={shown.length} length={text.length} onChange={setPart} /> : null}
    </>
  );
}

type PartSwitchProps = {
  readonly part: Part;
  readonly shown: number;
  readonly length: number;
  readonly onChange: (part: Part) => void;
};

function PartSwitch({ part, shown, length, onChange }: PartSwitchProps) {
  return (
    <p data-own-words className="mt-1 flex flex-wrap items-center gap-2 text-sm text-secondary">
      {part === 'all' ? null : <span>{formatNumber(shown)} characters shown</span>}
      {typeof part === 'number' ? (
        <Button size="small" onClick={() => onChange('beginning')}>
          Show the beginning
        </Button>
      ) : null}
      <Button size="small" onClick={() => onChange(part === 'all' ? 'beginning' : 'all')}>
        {part === 'all' ? 'Show less' : `Show all (${formatNumber(length)} characters)`}
      </Button>
    </p>
  );
}

function shownOf(text: string, part: Part, cut: (text: string) => string): string {
  if (part === 'all') return text;
  if (part === 'beginning') return cut(text);
  return beginningOf(text.slice(part, part + LONG_TEXT + BEFORE));
}

/** The start of a line where one is near, well before `offset`. */
function startOfPiece(text: string, offset: number): number {
  const start = Math.max(0, offset - BEFORE);
  const line = text.indexOf('\n', start) + 1;
  return line > 0 && line < start + BEFORE / 2 ? line : characterBoundary(text, start);
}
