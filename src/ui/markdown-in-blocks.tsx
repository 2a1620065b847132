import { memo, useEffect, useMemo, useState } from 'react';
import { createMarkdownSplitter, type MarkdownBlock } from '#base/markdown-blocks.ts';
import { calmMarkdown } from '#base/markdown-tail.ts';
import { visibleText } from '#base/visible-text.ts';
import { MarkdownPiece } from './markdown-piece.tsx';
import type { TextMark } from './markdown-tree.ts';

/** Blocks are drawn in groups of so many, so that a frame looks at few. */
const GROUP = 50;
/** Of a text that is long already, so many characters are drawn in a frame: about 10 ms. */
const STEP = 6_000;

type InBlocksProps = {
  readonly text: string;
  readonly marks: readonly TextMark[];
  readonly isGrowing: boolean;
};

/** Markdown block by block, for a text that grows: what it costs to draw more of it is what was added. */
export function MarkdownInBlocks({ text, marks, isGrowing }: InBlocksProps) {
  const [splitter] = useState(createMarkdownSplitter);
  const blocks = splitter.split(text);
  const drawn = useDrawnCount(blocks);
  const definitions = useDefinitions(blocks);
  const groups = Array.from({ length: Math.ceil(drawn / GROUP) }, (_, index) =>
    blocks.slice(index * GROUP, Math.min(drawn, (index + 1) * GROUP)),
  );
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 wrap-anywhere">
      {groups.map((group, index) => (
        <BlockGroup
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          blocks={group}
          growing={isGrowing && index === groups.length - 1 && drawn === blocks.length ? (blocks.at(-1) ?? null) : null}
          marks={marks}
          definitions={definitions}
        />
      ))}
    </div>
  );
}

/** How many blocks stand there: all that came since, and of those that were there at first more with every frame. */
function useDrawnCount(blocks: readonly MarkdownBlock[]): number {
  const [start, setStart] = useState(() => countWithin(blocks, 0));
  const [isAll, setIsAll] = useState(start >= blocks.length);
  if (!isAll && start >= blocks.length) setIsAll(true);
  useEffect(() => {
    if (isAll) return undefined;
    const frame = requestAnimationFrame(() => setStart(countWithin(blocks, start)));
    return () => cancelAnimationFrame(frame);
  }, [isAll, blocks, start]);
  return isAll ? blocks.length : start;
}

/** The number of blocks behind `from` that are one step long, and `from`. */
function countWithin(blocks: readonly MarkdownBlock[], from: number): number {
  const end = (blocks[from]?.start ?? 0) + STEP;
  const next = blocks.findIndex((block, index) => index > from && block.start >= end);
  return next === -1 ? blocks.length : next;
}

/** All link definitions of the text; the same list while they are the same. */
function useDefinitions(blocks: readonly MarkdownBlock[]): readonly string[] {
  const [held, setHeld] = useState<readonly string[]>([]);
  const found = blocks.flatMap(({ definitions }) => definitions);
  if (found.length === held.length && found.every((definition, index) => definition === held[index])) return held;
  setHeld(found);
  return found;
}

type GroupProps = {
  readonly blocks: readonly MarkdownBlock[];
  /** The block that is being written; null when it stands elsewhere. */
  readonly growing: MarkdownBlock | null;
  readonly marks: readonly TextMark[];
  readonly definitions: readonly string[];
};

const BlockGroup = memo(
  function BlockGroup({ blocks, growing, marks, definitions }: GroupProps) {
    return (
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
        {blocks.map((block) => (
          <Block
            key={block.start}
            block={block}
            isGrowing={block === growing}
            marks={marks}
            definitions={definitionsFor(block, definitions)}
          />
        ))}
      </div>
    );
  },
  (one, other) =>
    one.growing === other.growing &&
    one.marks === other.marks &&
    one.definitions === other.definitions &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, index) => block === other.blocks[index]),
);

type BlockProps = {
  readonly block: MarkdownBlock;
  readonly isGrowing: boolean;
  readonly marks: readonly TextMark[];
  /** The definitions it needs, as lines. */
  readonly definitions: string;
};

const Block = memo(
  function Block({ block, isGrowing, marks, definitions }: BlockProps) {
    const own = useMemo(() => marksIn(block, marks), [block, marks]);
    if (own.length === 0 && isPlainParagraph(block.text)) return <p dir="auto">{visibleText(block.text.trim())}</p>;
    // A footnote would stand under each block that names it: here its text stands where it was written.
    const text = (isGrowing ? calmMarkdown(block.text) : block.text).replace(FOOTNOTES, String.raw`$1\[^`);
    return <MarkdownPiece text={definitions === '' ? text : `${text}\n\n${definitions}`} marks={own} headingBefore={block.headingBefore} />;
  },
  (one, other) =>
    one.block === other.block &&
    one.isGrowing === other.isGrowing &&
    one.definitions === other.definitions &&
    (one.marks === other.marks || (marksIn(one.block, one.marks).length === 0 && marksIn(other.block, other.marks).length === 0)),
);

/** True for one line of words that Markdown makes nothing of: parsing a long one with every frame would cost milliseconds. */
function isPlainParagraph(text: string): boolean {
  return PLAIN.test(text) && !LINKED.test(text);
}

const PLAIN = /^\p{L}[^*_`~[\]<>|\\&\n\r]*\n*$/u;
/** What becomes a link without any marks. */
const LINKED = /:\/\/|www\.|@/i;

const FOOTNOTES = /^( {0,3})\[\^(?=[^\]\s]+\]:)/gm;

/** The marks that stand in a block, counted from its beginning. */
function marksIn({ start, text }: MarkdownBlock, marks: readonly TextMark[]): readonly TextMark[] {
  const end = start + text.length;
  return marks.flatMap((mark, index) =>
    mark.end > start && mark.end <= end ? [{ ...mark, start: Math.max(0, mark.start - start), end: mark.end - start, index }] : [],
  );
}

/** The definitions of other blocks that this one names. */
function definitionsFor({ text, definitions: own }: MarkdownBlock, definitions: readonly string[]): string {
  if (definitions.length === 0 || !text.includes('[')) return '';
  const lower = text.toLowerCase();
  const needed = definitions.filter(
    (definition) => !own.includes(definition) && lower.includes(definition.slice(0, definition.indexOf(']:') + 1).toLowerCase()),
  );
  return needed.join('\n');
}
