import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { SeverityMark, type MarkedSeverity } from './severity-mark.tsx';

export type Tab<T extends string> = {
  readonly id: T;
  readonly title: string;
  /** Null while it is not known: it keeps its room, so that no tab moves when it comes. */
  readonly count?: number | null | undefined;
  /** Something is wrong with what it shows; `words` say how. Takes no room, so that no tab moves when it comes. */
  readonly mark?: { readonly severity: MarkedSeverity; readonly words: string } | null;
};

type TabListProps<T extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly selected: T;
  readonly onSelect: (id: T) => void;
  /** The element that shows the selected tab; it carries `role="tabpanel"`. */
  readonly panelId: string;
};

/** A row of tabs; the count describes a tab and is not part of its name: arrows, Home and End move along it, as the ARIA practices describe. */
export function TabList<T extends string>({ label, tabs, selected, onSelect, panelId }: TabListProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => bringTabIntoView(list.current, selected), [selected]);
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const last = tabs.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      onKeyDown={move}
      className="flex min-w-0 overflow-x-auto overflow-y-hidden"
      tabIndex={-1}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          data-tab={tab.id}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? panelId : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          aria-describedby={descriptionOf(tab)}
          onClick={() => onSelect(tab.id)}
          className="relative flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-3 text-secondary -outline-offset-2 hover:text-text aria-selected:border-accent aria-selected:font-semibold aria-selected:text-text"
        >
          {/* As wide as it is when it is selected, so that no tab moves. */}
          <span
            data-title={tab.title}
            className="inline-grid after:invisible after:h-0 after:overflow-hidden after:font-semibold after:content-[attr(data-title)/'']"
          >
            {tab.title}
          </span>
          <TabCount id={`count-${tab.id}`} count={tab.count} />
          <TabMark id={`mark-${tab.id}`} mark={tab.mark ?? null} />
        </button>
      ))}
    </div>
  );
}

/** Scrolls the row, and nothing around it, where the selected tab is not whole in view. */
function bringTabIntoView(list: HTMLElement | null, id: string): void {
  const tab = list?.querySelector(`[data-tab="${id}"]`)?.getBoundingClientRect();
  const row = list?.getBoundingClientRect();
  if (list === null || tab === undefined || row === undefined) return;
  if (tab.left < row.left || tab.right > row.right) list.scrollLeft += tab.left - row.left - (row.width - tab.width) / 2;
}

function descriptionOf<T extends string>({ id, count, mark }: Tab<T>): string | undefined {
  const ids = [...((count ?? null) === null ? [] : [`count-${id}`]), ...((mark ?? null) === null ? [] : [`mark-${id}`])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

function TabMark({ id, mark }: { readonly id: string; readonly mark: NonNullable<Tab<string>['mark']> | null }): ReactNode {
  return mark === null ? null : (
    <span id={id} aria-hidden className="absolute top-1.5 right-1 flex">
      <SeverityMark {...mark} size={8} />
    </span>
  );
}

function TabCount({ id, count }: { readonly id: string; readonly count: number | null | undefined }): ReactNode {
  return count === undefined ? null : (
    <span id={id} aria-hidden className="min-w-7 rounded-full bg-inset px-1.5 text-center text-xs font-normal text-secondary">
      {count === null ? '–' : formatNumber(count)}
    </span>
  );
}
