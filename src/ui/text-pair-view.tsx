import { useMemo } from 'react';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { asSentence } from '#base/sentence.ts';
import { firstDifference, textChanges, type TextChange } from '#base/text-changes.ts';
import { characterBoundary } from '#base/truncate.ts';
import { visibleText } from '#base/visible-text.ts';

/** So much of what is alike stands around a change; so much of a change is shown. In UTF-16 units. */
const AROUND = 60;
const MOST_CHANGED = 2000;

type TextPairViewProps = {
  /** What each text is, in a few words: "the deltas". */
  readonly labels: readonly [string, string];
  readonly texts: readonly [string, string];
};

/** Two texts that should be the same: how long each is, where they begin to differ, and the changes with a little around them. */
export function TextPairView({ labels, texts }: TextPairViewProps) {
  const [one, other] = texts;
  const changes = useMemo(() => textChanges(one, other), [one, other]);
  const at = useMemo(() => firstDifference(one, other), [one, other]);
  const kinds = new Set(changes.map(({ kind }) => kind));
  return (
    <figure className="min-w-0 text-sm">
      <figcaption className="mb-1 text-secondary">
        {asSentence(labels[0])}: {formatCount(one.length, 'character')}. {asSentence(labels[1])}: {formatCount(other.length, 'character')}.{' '}
        {at === null ? 'Both are the same.' : `They begin to differ at character ${formatNumber(at + 1)}.`}
      </figcaption>
      <div
        role="group"
        aria-label={`${labels[0]} and ${labels[1]} compared`}
        dir="auto"
        className="rounded-md border border-line bg-raised px-2 py-1 font-mono wrap-anywhere whitespace-pre-wrap"
      >
        {changes.map((change, index) => (
          <Stretch
            // What differs does not move: the texts are whole.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            change={change}
            isFirst={index === 0}
            isLast={index === changes.length - 1}
            labels={labels}
          />
        ))}
      </div>
      <p aria-hidden className="mt-1 flex flex-wrap gap-x-4 text-tertiary">
        {kinds.has('removed') ? (
          <span>
            <del className={REMOVED}>struck</del> only in {labels[0]}
          </span>
        ) : null}
        {kinds.has('added') ? (
          <span>
            <ins className={ADDED}>underlined</ins> only in {labels[1]}
          </span>
        ) : null}
      </p>
    </figure>
  );
}

const REMOVED = 'rounded-xs bg-error/12 text-error line-through';
const ADDED = 'rounded-xs bg-good/12 text-good underline';

type StretchProps = {
  readonly change: TextChange;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly labels: readonly [string, string];
};

function Stretch({ change: { kind, text }, isFirst, isLast, labels }: StretchProps) {
  if (kind === 'same') return <Alike text={text} before={isFirst ? 0 : AROUND} after={isLast ? 0 : AROUND} />;
  const shown = text.slice(0, characterBoundary(text, MOST_CHANGED));
  const Change = kind === 'removed' ? 'del' : 'ins';
  return (
    <Change className={kind === 'removed' ? REMOVED : ADDED}>
      <span className="sr-only">only in {kind === 'removed' ? labels[0] : labels[1]}: </span>
      {visibleText(shown)}
      {shown.length < text.length ? <Left count={text.length - shown.length} what="more" /> : null}
    </Change>
  );
}

/** What both have, of which only what is next to a change is shown: `before` from its beginning, `after` from its end. */
function Alike({ text, before, after }: { readonly text: string; readonly before: number; readonly after: number }) {
  if (text.length <= before + after + AROUND) return visibleText(text);
  const head = text.slice(0, characterBoundary(text, before));
  const tail = text.slice(characterBoundary(text, text.length - after));
  return (
    <>
      {visibleText(head)}
      <Left count={text.length - head.length - tail.length} what="alike" />
      {visibleText(tail)}
    </>
  );
}

function Left({ count, what }: { readonly count: number; readonly what: string }) {
  return (
    <span data-own-words className="font-sans text-tertiary italic select-none">
      {' '}
      … {formatNumber(count)} {what} …{' '}
    </span>
  );
}
