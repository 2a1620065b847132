import { useState, type ReactNode } from 'react';
import { beginningOfMarkdown } from '#base/truncate.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { LongText } from '#ui/long-text.tsx';
import { Markdown, MOST_MARKDOWN, type TextMark } from '#ui/markdown.tsx';
import { Segmented } from '#ui/segmented.tsx';

const WAYS = [
  { value: 'rendered', title: 'Rendered' },
  { value: 'source', title: 'Source' },
] as const;

type ProseProps = {
  readonly text: string;
  /** What the text is, for the names of its controls: "answer", "summary". */
  readonly label: string;
  /** Stands at the left of the switch. */
  readonly heading?: ReactNode;
  readonly marks?: readonly TextMark[];
  readonly drawMark?: (index: number, covered: ReactNode | null) => ReactNode;
};

/** Text written by a model: as Markdown, or exactly as it came. */
export function Prose({ text, label, heading = null, marks, drawMark }: ProseProps) {
  const [way, setWay] = useState<'rendered' | 'source'>('rendered');
  if (text === '') return <EmptyText heading={heading} />;
  const placed = marks === undefined || drawMark === undefined ? {} : { marks, drawMark };
  return (
    <div className="min-w-0">
      <div className="mb-1 flex min-h-6 flex-wrap items-center gap-2">
        {heading}
        <span className="ml-auto">
          <Segmented label={`Show ${label} as`} options={WAYS} value={way} onChange={setWay} />
        </span>
      </div>
      {way === 'source' ? (
        <CodeBlock code={text} copyLabel={`Copy ${label}`} scrolls={false} />
      ) : (
        <LongText text={text} cut={beginningOfMarkdown}>
          {(shown) => (
            <>
              {shown.length > MOST_MARKDOWN ? (
                <p className="mb-1 text-sm text-secondary">Too long to be drawn as Markdown; this is the text itself.</p>
              ) : null}
              <div className="max-w-[88ch]">
                <Markdown text={shown} {...placed} />
              </div>
            </>
          )}
        </LongText>
      )}
    </div>
  );
}

function EmptyText({ heading }: { readonly heading: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {heading}
      <span className="text-tertiary">(empty text)</span>
    </div>
  );
}
