import { useState } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { beginningOf } from '#base/truncate.ts';
import { visibleText } from '#base/visible-text.ts';
import { Button } from '#ui/button.tsx';
import { LongText } from '#ui/long-text.tsx';
import { offsetIn, useSought } from '#ui/sought.ts';

/** A passage up to this many characters and lines stands whole. */
const SHORT_LENGTH = 480;
const SHORT_LINES = 6;

/** Words found somewhere, as they stood there; a long passage is cut at a few lines until it is asked for. */
export function Passage({ text }: { readonly text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  useSought((sought) => {
    if (sought.kind === 'everything' || offsetIn(text, sought) !== null) setIsOpen(true);
  });
  if (text === '') return <span className="text-tertiary">(empty text)</span>;
  const isLong = text.length > SHORT_LENGTH || text.split('\n', SHORT_LINES + 1).length > SHORT_LINES;
  return (
    <div className="max-w-[96ch] min-w-0">
      {isOpen ? (
        <LongText text={text} />
      ) : (
        <p dir="auto" className={`wrap-anywhere whitespace-pre-wrap ${isLong ? 'line-clamp-4' : ''}`}>
          {visibleText(isLong ? beginningOf(text, 1_200) : text)}
        </p>
      )}
      {isLong ? (
        <Button size="small" className="mt-1" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Show less' : `Show all (${formatNumber(text.length)} characters)`}
        </Button>
      ) : null}
    </div>
  );
}
