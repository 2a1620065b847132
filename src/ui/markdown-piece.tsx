import { useMemo } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { MARKDOWN_ELEMENTS } from './markdown-elements.tsx';
import { placeMarks, settleHeadings, showHiddenCharacters, type MarkdownNode, type TextMark } from './markdown-tree.ts';

type MarkdownPieceProps = {
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** The level of the last heading before it. */
  readonly headingBefore?: number;
};

/** Markdown that is parsed as one. */
export function MarkdownPiece({ text, marks, headingBefore = 0 }: MarkdownPieceProps) {
  const plugins = useMemo(() => [remarkGfm, () => (tree: MarkdownNode) => arrange(tree, marks, headingBefore)], [marks, headingBefore]);
  return (
    <ReactMarkdown remarkPlugins={plugins} components={MARKDOWN_ELEMENTS} urlTransform={keepUrl}>
      {text}
    </ReactMarkdown>
  );
}

function arrange(tree: MarkdownNode, marks: readonly TextMark[], headingBefore: number): void {
  placeMarks(tree, marks);
  settleHeadings(tree, headingBefore);
  showHiddenCharacters(tree);
}

/** Links and images decide by themselves what is safe, and say so; here nothing is hidden from them. */
function keepUrl(url: string): string {
  return url;
}
