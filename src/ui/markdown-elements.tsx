import { createContext, isValidElement, useContext, type ReactNode } from 'react';
import type { Components } from 'react-markdown';
import { CodeBlock } from './code-block.tsx';
import { ExternalLink } from './external-link.tsx';
import { RemoteImage } from './remote-image.tsx';

const HEADING_LOOKS = ['text-lg font-semibold', 'font-semibold', 'font-semibold text-secondary'];

/** Levels start below the heading of whatever holds the text. */
const TOP_LEVEL = 3;

/** Draws what `placeMarks` put into the tree: the mark with this index, around `covered` where it encloses something. */
export const DrawMark = createContext<(index: number, covered: ReactNode | null) => ReactNode>(() => null);

/** How each Markdown element is drawn. */
export const MARKDOWN_ELEMENTS: Components = {
  a: ({ href = '', children }) => {
    if (href.startsWith('#user-content-fnref')) return null;
    // Footnote numbers keep their brackets: a bare raised number is a citation.
    if (href.startsWith('#user-content-fn')) return <span>[{children}]</span>;
    return <ExternalLink url={href}>{children}</ExternalLink>;
  },
  img: ({ src = '', alt = '' }) => <RemoteImage url={typeof src === 'string' ? src : ''} name={alt} />,
  sup: ({ children, ...props }) => <Mark props={props} covered={null} plain={<sup>{children}</sup>} />,
  mark: ({ children, ...props }) => <Mark props={props} covered={children} plain={children} />,
  pre: ({ children }) => <Fence>{children}</Fence>,
  code: ({ children }) => <code className="rounded bg-inset px-1 py-px font-mono text-[0.92em]">{children}</code>,
  p: ({ children }) => <p dir="auto">{children}</p>,
  h1: ({ children }) => <Heading depth={1}>{children}</Heading>,
  h2: ({ children }) => <Heading depth={2}>{children}</Heading>,
  h3: ({ children }) => <Heading depth={3}>{children}</Heading>,
  h4: ({ children }) => <Heading depth={4}>{children}</Heading>,
  h5: ({ children }) => <Heading depth={5}>{children}</Heading>,
  h6: ({ children }) => <Heading depth={6}>{children}</Heading>,
  ul: ({ children }) => <ul className="grid list-disc gap-1 ps-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="grid list-decimal gap-1 ps-6">
      {children}
    </ol>
  ),
  // Footnotes come with IDs that two texts on one page would share.
  li: ({ children, className }) => (
    <li dir="auto" className={className?.includes('task-list-item') ? 'list-none' : 'marker:text-tertiary [&>ol]:mt-1 [&>ul]:mt-1'}>
      {children}
    </li>
  ),
  input: ({ checked }) => (
    <span role="img" aria-label={checked === true ? 'done' : 'to do'} className="-ms-5 me-1.5 inline-block w-3.5 text-secondary">
      {checked === true ? '☑' : '☐'}
    </span>
  ),
  section: ({ children }) => <div className="mt-1 border-t border-line pt-2 text-sm text-secondary">{children}</div>,
  blockquote: ({ children }) => (
    <blockquote className="grid gap-2 border-s-2 border-line-strong ps-3 text-secondary">{children}</blockquote>
  ),
  hr: () => <hr className="border-line-strong" />,
  table: ({ children }) => <ScrollingTable>{children}</ScrollingTable>,
  th: ({ children, style }) => (
    <th dir="auto" style={style} className="border border-line bg-raised px-2 py-1 text-start font-semibold">
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td dir="auto" style={style} className="min-w-16 border border-line px-2 py-1 align-top">
      {children}
    </td>
  ),
};

type MarkProps = { readonly props: object; readonly covered: ReactNode; readonly plain: ReactNode };

function Mark({ props, covered, plain }: MarkProps) {
  const drawMark = useContext(DrawMark);
  const index: unknown = 'data-mark' in props ? props['data-mark'] : null;
  return index === null ? plain : drawMark(Number(index), covered);
}

function Heading({ depth, children }: { readonly depth: number; readonly children: ReactNode }) {
  return (
    <div
      role="heading"
      aria-level={Math.min(6, TOP_LEVEL + depth - 1)}
      dir="auto"
      className={`mt-1 first:mt-0 ${HEADING_LOOKS[depth - 1] ?? HEADING_LOOKS[2]}`}
    >
      {children}
    </div>
  );
}

/** A table as wide as it needs to be, scrolling inside its own box. */
function ScrollingTable({ children }: { readonly children: ReactNode }) {
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-label="Table" tabIndex={0} className="overflow-x-auto">
      <table className="border-collapse wrap-normal">{children}</table>
    </div>
  );
}

function Fence({ children }: { readonly children: ReactNode }) {
  const code = isValidElement<{ readonly className?: string; readonly children?: ReactNode }>(children) ? children.props : {};
  const language = /language-(\S+)/.exec(code.className ?? '')?.[1] ?? null;
  return <CodeBlock code={textOf(code.children).replace(/\n$/, '')} language={language} />;
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node;
  return Array.isArray(node) ? node.map((child: ReactNode) => textOf(child)).join('') : '';
}
