import { Search } from 'lucide-react';
import type { JsonValue } from '#base/json.ts';
import { visibleText } from '#base/visible-text.ts';
import { LongList } from '#ui/long-list.tsx';
import { LongText } from '#ui/long-text.tsx';
import { ValueView } from './value-view.tsx';

type QueryListProps = {
  readonly queries: readonly JsonValue[];
  /** The JSON Pointer of the query at a position, where it has a place of its own. */
  readonly dataPathOf?: (position: number) => string | undefined;
};

/** What was searched for, one line each. */
export function QueryList({ queries, dataPathOf }: QueryListProps) {
  return (
    <LongList items={queries} label="Queries" noun="queries" dataPathOf={(_, index) => dataPathOf?.(index)}>
      {(query) => (
        <span className="flex min-w-0 items-baseline gap-2">
          <Search size={12} aria-hidden className="mt-1 shrink-0 self-start text-family" />
          <span className="min-w-0">{typeof query === 'string' ? <Query text={query} /> : <ValueView value={query} label="Query" />}</span>
        </span>
      )}
    </LongList>
  );
}

function Query({ text }: { readonly text: string }) {
  if (text.trim() === '') return <span className="text-tertiary">(empty query)</span>;
  return text.length > 2_000 ? (
    <LongText text={text} />
  ) : (
    <span dir="auto" className="font-medium wrap-anywhere whitespace-pre-wrap">
      {visibleText(text)}
    </span>
  );
}
