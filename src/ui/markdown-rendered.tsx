import { memo, useMemo } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { markdownElements } from './markdown-elements.tsx';
import { placeMarks, settleHeadings, showHiddenCharacters, type MarkdownNode, type TextMark } from './markdown-tree.ts';
import type { MarkdownProps } from './markdown.tsx';

const NO_MARKS: readonly TextMark[] = [];

/** The part of `Markdown` that needs the parser. Memoised because parsing costs 2 ms per kB and items re-render around it. */
export const RenderedMarkdown = memo(function RenderedMarkdown({ text, marks = NO_MARKS, drawMark }: MarkdownProps) {
  const plugins = useMemo(() => [remarkGfm, () => (tree: MarkdownNode) => arrange(tree, marks)], [marks]);
  const elements = useMemo(() => markdownElements(drawMark ?? (() => null)), [drawMark]);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 wrap-anywhere">
      <ReactMarkdown remarkPlugins={plugins} components={elements} urlTransform={keepUrl}>
        {text}
      </ReactMarkdown>
    </div>
  );
});

function arrange(tree: MarkdownNode, marks: readonly TextMark[]): void {
  placeMarks(tree, marks);
  settleHeadings(tree);
  showHiddenCharacters(tree);
}

/** Links and images decide by themselves what is safe, and say so; here nothing is hidden from them. */
function keepUrl(url: string): string {
  return url;
}
