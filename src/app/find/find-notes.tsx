import type { JsonPath } from '#base/json.ts';
import type { FindMatch } from '#model/find.ts';
import { Button } from '#ui/button.tsx';
import { placeWords } from './find-words.ts';

type FindNotesProps = {
  readonly problem: string | null;
  /** The match the reader is at, when nothing on the page shows it. */
  readonly hidden: FindMatch | null;
  /** True when Raw shows the place of `hidden`. */
  readonly isInRaw: boolean;
  readonly onShowInRaw: (path: JsonPath) => void;
  /** What is looked through when that is not all: the items that the filter shows, those loaded so far, or no token probabilities. */
  readonly limit: FindLimit | null;
};

export type FindLimit = 'shown' | 'loaded' | 'said';

const LIMITS: Readonly<Record<FindLimit, string>> = {
  shown: 'Only the items that the filter shows are searched.',
  loaded: 'Only the items loaded so far are searched.',
  said: 'Token probabilities are searched in Raw.',
};

/** What there is to say under the field of find. */
export function FindNotes({ problem, hidden, isInRaw, onShowInRaw, limit }: FindNotesProps) {
  return (
    <div aria-live="polite" className="text-sm text-secondary">
      {problem === null ? null : <p className="px-1.5 pt-1 text-error">{problem}</p>}
      {hidden === null ? null : (
        <p className="flex min-h-7 items-center gap-2 px-1.5 pt-1">
          <HiddenPlace match={hidden} />
          {isInRaw ? (
            <Button size="small" onClick={() => onShowInRaw(hidden.path)}>
              Show in Raw
            </Button>
          ) : null}
        </p>
      )}
      {limit === null ? null : <p className="px-1.5 pt-1">{LIMITS[limit]}</p>}
    </div>
  );
}

function HiddenPlace({ match }: { readonly match: FindMatch }) {
  const { field, item } = placeWords(match.path);
  return (
    <span className="min-w-0 flex-1 wrap-anywhere">
      in <code className="font-mono">{field}</code>
      {item === null ? null : (
        <>
          {' '}
          of <code className="font-mono">{item}</code>
        </>
      )}
      , not shown as text here
    </span>
  );
}
