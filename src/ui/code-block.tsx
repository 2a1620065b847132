import { Fragment, memo } from 'react';
import { visibleText } from '#base/visible-text.ts';
import { CopyButton } from './copy-button.tsx';
import { useHighlight, type CodeLines } from './highlight.ts';
import { LongText } from './long-text.tsx';

type CodeBlockProps = {
  readonly code: string;
  /** As written after a Markdown fence: "python", "sh", "json"; unknown ones stay plain. */
  readonly language?: string | null;
  /** What is copied where that is not `code` itself. */
  readonly copy?: string;
  /** Names the copy button: "Copy arguments". */
  readonly copyLabel?: string;
  /** False for prose-like data, whose lines are better broken than scrolled. */
  readonly scrolls?: boolean;
};

/** Code in a box of its own, coloured once the highlighter is there; long lines scroll inside the box. */
export function CodeBlock({ code, language = null, copy = code, copyLabel = 'Copy code', scrolls = true }: CodeBlockProps) {
  return (
    <div className="group/code relative min-w-0 rounded-md border border-line bg-raised">
      <div className="absolute top-0.5 right-0.5 z-1 rounded bg-raised opacity-0 group-focus-within/code:opacity-100 group-hover/code:opacity-100 pointer-coarse:opacity-100">
        <CopyButton text={copy} label={copyLabel} iconOnly />
      </div>
      <div className="px-2.5 py-1.5">
        <LongText text={code}>{(shown) => <Code code={shown} language={language} scrolls={scrolls} />}</LongText>
      </div>
    </div>
  );
}

function Code({ code, language, scrolls }: { readonly code: string; readonly language: string | null; readonly scrolls: boolean }) {
  const lines = useHighlight(code, language);
  const wrap = scrolls ? 'overflow-x-auto whitespace-pre' : 'wrap-anywhere whitespace-pre-wrap';
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre dir="ltr" tabIndex={scrolls ? 0 : undefined} className={`min-h-4.5 font-mono text-sm ${wrap}`}>
      <code>
        {lines === null
          ? visibleText(code)
          : groupsOf(lines).map((group, index) => <LineGroup key={index} lines={group} isFirst={index === 0} />)}
      </code>
    </pre>
  );
}

/** Lines are drawn in groups of so many: of code that is being written all but the last group stand as they are. */
const GROUP = 50;

function groupsOf(lines: CodeLines): readonly CodeLines[] {
  return Array.from({ length: Math.ceil(lines.length / GROUP) }, (_, index) => lines.slice(index * GROUP, (index + 1) * GROUP));
}

const LineGroup = memo(
  function LineGroup({ lines, isFirst }: { readonly lines: CodeLines; readonly isFirst: boolean }) {
    return lines.map((tokens, line) => (
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={line}>
        {isFirst && line === 0 ? null : '\n'}
        {tokens.map(({ content, color }, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} style={color === null ? undefined : { color }}>
            {visibleText(content)}
          </span>
        ))}
      </Fragment>
    ));
  },
  (one, other) => one.lines.length === other.lines.length && one.lines.every((line, index) => line === other.lines[index]),
);
