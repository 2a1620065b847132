import { lazy, Suspense, useState, type ReactNode } from 'react';
import { visibleText } from '#base/visible-text.ts';
import { useIsGrowing } from './growing.ts';
import type { RenderedMarkdown as LoadedMarkdown } from './markdown-rendered.tsx';
import type { TextMark } from './markdown-tree.ts';

export type { TextMark } from './markdown-tree.ts';

type Renderer = typeof LoadedMarkdown;

let loaded: Renderer | null = null;
const LazyMarkdown = lazy(async () => ({ default: await loadMarkdown() }));

/** Loads the parser. Once it is here, Markdown is drawn at once, and nothing moves because it came. */
export async function loadMarkdown(): Promise<Renderer> {
  loaded = (await import('./markdown-rendered.tsx')).RenderedMarkdown;
  return loaded;
}

/** The most characters that are drawn as Markdown at once; a longer text would hold up the page for seconds and stands as plain text. */
const MOST_MARKDOWN = 300_000;
/** The most of a text that was drawn as it grew. */
const MOST_GROWN = 3_000_000;

export type MarkdownProps = {
  readonly text: string;
  /** Places in `text` that something is drawn at. Keep the array's identity: a new one parses the text again. */
  readonly marks?: readonly TextMark[];
  /** Draws the mark with this index, around `covered` where the mark wraps text. */
  readonly drawMark?: (index: number, covered: ReactNode | null) => ReactNode;
};

/** Markdown from someone we do not trust: no HTML, no images loaded, no links that run. The plain text stands in until the parser is loaded. */
export function Markdown(props: MarkdownProps) {
  // Chosen once: another component in its place would forget what is open in it.
  const [RenderedMarkdown] = useState(() => loaded ?? LazyMarkdown);
  const isGrowing = useIsGrowing();
  const [hasGrown, setHasGrown] = useState(isGrowing);
  if (isGrowing && !hasGrown) setHasGrown(true);
  if (props.text.length > (hasGrown ? MOST_GROWN : MOST_MARKDOWN)) {
    return (
      <>
        <p className="mb-1 text-sm text-secondary">Too long to be drawn as Markdown; this is the text itself.</p>
        <PlainText text={props.text} />
      </>
    );
  }
  return (
    <Suspense fallback={<PlainText text={props.text} />}>
      <RenderedMarkdown {...props} />
    </Suspense>
  );
}

function PlainText({ text }: { readonly text: string }) {
  return (
    <div dir="auto" className="wrap-anywhere whitespace-pre-wrap">
      {visibleText(text)}
    </div>
  );
}
