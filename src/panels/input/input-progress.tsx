import { formatCount } from '#base/format-number.ts';
import type { InputItems } from '#state/use-input-items.ts';
import { Button } from '#ui/button.tsx';

/** How much of the input is here, and what can be done about the rest. */
export function InputProgress({ input }: { readonly input: InputItems }) {
  const { list, isFetching, failure, wasStopped } = input;
  const hasMore = list === null || list.ending === 'more';
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 px-1 text-secondary">
      <p aria-live="polite">{wordsFor(input)}</p>
      {isFetching ? (
        <Button size="small" onClick={input.stop}>
          Stop loading
        </Button>
      ) : null}
      {!isFetching && failure === null && hasMore ? (
        <span className="flex gap-2">
          <Button size="small" onClick={input.loadMore}>
            {list === null ? 'Load input' : 'Load more'}
          </Button>
          {list === null && !wasStopped ? null : (
            <Button size="small" onClick={input.loadAll}>
              Load all
            </Button>
          )}
        </span>
      ) : null}
    </div>
  );
}

function wordsFor({ list, isFetching, failure, wasStopped, failedAttempts }: InputItems): string {
  const count = list === null ? '' : formatCount(list.items.length, 'item');
  if (isFetching) {
    if (failedAttempts > 0) return `The server could not answer. Attempt ${failedAttempts + 1} of 3.`;
    return list === null ? 'Asking for the input…' : `${count} so far, loading…`;
  }
  if (list === null) return wasStopped ? 'Stopped before any input was here.' : '';
  if (list.ending === 'more') return failure !== null || wasStopped ? `${count}, then loading stopped.` : `${count} so far.`;
  return count;
}
