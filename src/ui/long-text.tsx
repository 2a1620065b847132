import { useState, type ReactNode } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { beginningOf, LONG_TEXT } from '#base/truncate.ts';
import { visibleText } from '#base/visible-text.ts';
import { Button } from './button.tsx';

type LongTextProps = {
  readonly text: string;
  /** For data and code; words are set in the UI face. */
  readonly isMonospace?: boolean;
  /** How a long text is cut; by default at the end of a line. */
  readonly cut?: (text: string) => string;
  /** Draws the text, or as much of it as is shown. By default it stands as it is, line breaks and all. */
  readonly children?: (shown: string) => ReactNode;
};

/** A text of any length: above 20,000 characters its beginning, with the rest one click away. */
export function LongText({ text, isMonospace = false, cut = beginningOf, children }: LongTextProps) {
  const [showsAll, setShowsAll] = useState(false);
  const isLong = text.length > LONG_TEXT;
  const shown = isLong && !showsAll ? cut(text) : text;
  const look = isMonospace ? 'font-mono text-sm' : '';
  return (
    <>
      {children === undefined ? (
        <div dir={isMonospace ? 'ltr' : 'auto'} className={`wrap-anywhere whitespace-pre-wrap ${look}`}>
          {visibleText(shown)}
        </div>
      ) : (
        children(shown)
      )}
      {isLong ? (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-secondary">
          {showsAll ? null : <span>{formatNumber(shown.length)} characters shown</span>}
          <Button size="small" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Show less' : `Show all (${formatNumber(text.length)} characters)`}
          </Button>
        </p>
      ) : null}
    </>
  );
}
