import { memo, useState } from 'react';
import { useIsGrowing } from './growing.ts';
import { MarkdownInBlocks } from './markdown-in-blocks.tsx';
import { DrawMark } from './markdown-elements.tsx';
import { MarkdownPiece } from './markdown-piece.tsx';
import type { TextMark } from './markdown-tree.ts';
import type { MarkdownProps } from './markdown.tsx';

const NO_MARKS: readonly TextMark[] = [];

/**
 * The part of `Markdown` that needs the parser. Memoised because parsing costs 2 ms per kB and items re-render around it. A text that was
 * seen growing is drawn block by block, and stays so; footnotes are the exception, since they stand in one block and mean another.
 */
export const RenderedMarkdown = memo(function RenderedMarkdown({ text, marks = NO_MARKS, drawMark = drawNothing }: MarkdownProps) {
  const isGrowing = useIsGrowing();
  const [hasGrown, setHasGrown] = useState(isGrowing);
  if (isGrowing && !hasGrown) setHasGrown(true);
  return (
    <DrawMark value={drawMark}>
      {hasGrown && (isGrowing || !HAS_FOOTNOTES.test(text)) ? (
        <MarkdownInBlocks text={text} marks={marks} isGrowing={isGrowing} />
      ) : (
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 wrap-anywhere">
          <MarkdownPiece text={text} marks={marks} />
        </div>
      )}
    </DrawMark>
  );
});

function drawNothing(): null {
  return null;
}

const HAS_FOOTNOTES = /^ {0,3}\[\^[^\]\s]+\]:/m;
