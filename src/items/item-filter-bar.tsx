import { Filter, X } from 'lucide-react';
import type { MouseEvent } from 'react';
import { formatCount } from '#base/format-number.ts';
import { visibleLine } from '#base/visible-text.ts';
import { forgetType, isFiltering, showAllTypes, type ItemFilter } from '#model/item-filter.ts';
import { Button } from '#ui/button.tsx';

type ItemFilterBarProps = {
  readonly filter: ItemFilter;
  /** How many items are shown, of how many. */
  readonly shownCount: number;
  readonly count: number;
  readonly onChange: (filter: ItemFilter) => void;
};

/** Says what a list of items is filtered to, one chip a word, each with a way out of it. Nothing without a filter. */
export function ItemFilterBar({ filter, shownCount, count, onChange }: ItemFilterBarProps) {
  const { types, hiddenTypes, unknownWords } = filter;
  if (!isFiltering(filter) && unknownWords.length === 0) return null;
  return (
    <section
      aria-label="Filter of items"
      className="flex min-h-7 min-w-0 flex-wrap items-center gap-x-2 gap-y-1 px-1 text-sm text-secondary"
    >
      <Filter size={13} aria-hidden className="shrink-0" />
      {types.map((type) => (
        <Chip key={`type ${type}`} name="type:" word={type} onRemove={() => onChange(forgetType(filter, type))} />
      ))}
      {hiddenTypes.map((type) => (
        <Chip key={`not ${type}`} name="not type:" word={type} onRemove={() => onChange(forgetType(filter, type))} />
      ))}
      {unknownWords.map((word, index) => (
        <Chip
          // The same word may stand there twice.
          // oxlint-disable-next-line react/no-array-index-key
          key={`word ${index}`}
          name="unknown word:"
          word={word}
          onRemove={() => onChange({ ...filter, unknownWords: unknownWords.toSpliced(index, 1) })}
        />
      ))}
      {isFiltering(filter) ? (
        <span aria-live="polite">
          {shownCount} of {formatCount(count, 'item')}
        </span>
      ) : null}
    </section>
  );
}

type ChipProps = { readonly name: string; readonly word: string; readonly onRemove: () => void };

function Chip({ name, word, onRemove }: ChipProps) {
  function remove({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    keepFocus(currentTarget);
    onRemove();
  }
  return (
    <button
      type="button"
      title="Remove this filter"
      aria-label={`Remove the filter ${name} ${visibleLine(word)}`}
      onClick={remove}
      className="inline-flex h-6 max-w-full min-w-0 items-center gap-1 rounded-full border border-line-strong bg-raised px-2 hover:bg-inset hover:text-text"
    >
      <span className="shrink-0">{name}</span>
      <code className="truncate font-mono text-text">{visibleLine(word)}</code>
      <X size={12} aria-hidden className="shrink-0" />
    </button>
  );
}

/** The chip goes, and would take the focus along: it goes on to the next chip, the first item, or the tab. */
function keepFocus(chip: HTMLElement): void {
  const panel = chip.closest('[role="tabpanel"]');
  const next = [...(chip.parentElement?.querySelectorAll('button') ?? [])].find((other) => other !== chip);
  const tab = panel === null ? null : document.getElementById(panel.getAttribute('aria-labelledby') ?? '');
  (next ?? panel?.querySelector<HTMLElement>('article h2 button') ?? tab)?.focus({ preventScroll: true });
}

/** Stands in place of a list that its filter leaves empty. */
export function NothingShown({ filter, onChange }: Pick<ItemFilterBarProps, 'filter' | 'onChange'>) {
  return (
    <div className="p-6 text-center text-secondary">
      <p className="text-lg font-semibold text-text">No item passes this filter</p>
      <Button className="mt-2" onClick={() => onChange(showAllTypes(filter))}>
        Show all types
      </Button>
    </div>
  );
}
