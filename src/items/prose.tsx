import { useState, type ReactNode } from 'react';
import type { JsonPath } from '#base/json.ts';
import { beginningOfMarkdown } from '#base/truncate.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { useIsGrowing } from '#ui/growing.ts';
import { LongText } from '#ui/long-text.tsx';
import { Markdown, type TextMark } from '#ui/markdown.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { isWithin, useSought, type Sought } from '#ui/sought.ts';

const WAYS = [
  { value: 'rendered', title: 'Rendered' },
  { value: 'source', title: 'Source' },
] as const;

/** One more way of showing a text, beside those of every text. */
export type OtherWay = {
  readonly title: string;
  readonly view: ReactNode;
  /** Where what it shows stands, where that has a place. */
  readonly path: JsonPath | null;
};

/** True when what is gone to stands in the other way of showing a text. */
export function isInOtherWay(sought: Sought, otherWay: OtherWay | null): boolean {
  return sought.kind === 'place' && (otherWay?.path ?? null) !== null && isWithin(sought.path, otherWay?.path ?? []);
}

type ProseProps = {
  readonly text: string;
  /** What the text is, for the names of its controls: "answer", "summary". */
  readonly label: string;
  /** Stands at the left of the switch. */
  readonly heading?: ReactNode;
  readonly otherWay?: OtherWay | null;
  readonly marks?: readonly TextMark[];
  readonly drawMark?: (index: number, covered: ReactNode | null) => ReactNode;
};

/** Text written by a model: as Markdown, or exactly as it came. The switch stands beside the text where there is room. */
export function Prose({ text, label, heading = null, otherWay = null, marks, drawMark }: ProseProps) {
  const [way, setWay] = useState<'rendered' | 'source' | 'other'>('rendered');
  useSought((sought) => {
    if (isInOtherWay(sought, otherWay)) setWay('other');
    else if (sought.kind === 'place' && sought.whole === text) setWay(nextWay(way, sought.isOnlyInSource));
  });
  if (text === '' && otherWay === null) return <EmptyText heading={heading} />;
  const placed = marks === undefined || drawMark === undefined ? {} : { marks, drawMark };
  const isBeside = heading === null;
  const ways = otherWay === null ? WAYS : [...WAYS, { value: 'other', title: otherWay.title } as const];
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${isBeside ? '@lg:flex-row-reverse @lg:gap-3' : ''}`}>
      <div className={`flex min-h-6 shrink-0 flex-wrap items-center gap-2 ${isBeside ? 'self-end @lg:self-start' : ''}`}>
        {heading}
        <span className="ml-auto">
          <Segmented label={`Show ${label} as`} options={ways} value={way} onChange={setWay} />
        </span>
      </div>
      <div className="min-w-0 flex-1">
        {way === 'source' ? <SourceText text={text} label={label} /> : null}
        {way === 'other' ? otherWay?.view : null}
        {way === 'rendered' ? <RenderedText text={text} placed={placed} /> : null}
      </div>
    </div>
  );
}

/** A text that is looked for is in the source at the latest; what a way of its own makes of it may not show it. */
function nextWay(way: 'rendered' | 'source' | 'other', isOnlyInSource: boolean): 'rendered' | 'source' {
  return isOnlyInSource || way === 'source' ? 'source' : 'rendered';
}

function SourceText({ text, label }: { readonly text: string; readonly label: string }) {
  return <CodeBlock code={text} copyLabel={`Copy ${label}`} scrolls={false} />;
}

function RenderedText({ text, placed }: { readonly text: string; readonly placed: Pick<ProseProps, 'marks' | 'drawMark'> }) {
  if (text === '') return <EmptyText heading={null} />;
  return (
    <LongText text={text} cut={beginningOfMarkdown}>
      {(shown, from) => (
        <div className="max-w-[96ch]">
          <Markdown text={shown} {...(from === 0 ? placed : {})} />
        </div>
      )}
    </LongText>
  );
}

function EmptyText({ heading }: { readonly heading: ReactNode }) {
  const isGrowing = useIsGrowing();
  return (
    <div className="flex flex-wrap items-center gap-2">
      {heading}
      <span className="text-tertiary">{isGrowing ? '…' : '(empty text)'}</span>
    </div>
  );
}
