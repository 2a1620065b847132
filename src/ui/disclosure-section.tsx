import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { JsonPath } from '#base/json.ts';
import { isWithin, useSought } from './sought.ts';

/** A wish for every section of a view at once. `count` grows with each wish, so that the same one can be made again. */
export type Expansion = { readonly to: 'all' | 'none'; readonly count: number } | null;

/** Open or closed: as the last wish had it, and as the reader set it since. */
export function useDisclosure(expansion: Expansion, startsOpen: boolean) {
  const [state, setState] = useState({ isOpen: expansion === null ? startsOpen : expansion.to === 'all', wish: expansion?.count });
  if (expansion !== null && expansion.count !== state.wish) setState({ isOpen: expansion.to === 'all', wish: expansion.count });
  return {
    isOpen: state.isOpen,
    toggle: () => setState((current) => ({ ...current, isOpen: !current.isOpen })),
    open: () => setState((current) => ({ ...current, isOpen: true })),
  };
}

type DisclosureSectionProps = {
  readonly title: ReactNode;
  /** What is inside, in a few words. */
  readonly summary?: ReactNode;
  /** False where the content itself says what `summary` says. */
  readonly keepsSummaryOpen?: boolean;
  readonly level?: 2 | 3;
  readonly startsOpen?: boolean;
  readonly expansion?: Expansion;
  /** The places of what is inside: the section opens when something there is looked for. */
  readonly paths?: readonly JsonPath[];
  /** Stands at the right end of the header, outside the button. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A heading that opens and closes what is under it. */
export function DisclosureSection({
  title,
  summary,
  keepsSummaryOpen = true,
  level = 2,
  startsOpen = true,
  expansion = null,
  paths = [],
  actions,
  children,
}: DisclosureSectionProps) {
  const { isOpen, toggle, open } = useDisclosure(expansion, startsOpen);
  useSought((sought) => {
    if (sought.kind === 'everything' || paths.some((path) => isWithin(sought.path, path))) open();
  });
  const contentId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="min-w-0 rounded-md border border-line bg-bg">
      <div className="flex min-h-7 items-center gap-2 pr-2">
        <Heading className="flex min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={contentId}
            onClick={toggle}
            className="flex min-h-7 min-w-0 flex-1 items-baseline gap-2 px-2 py-1 text-left"
          >
            <ChevronRight size={13} aria-hidden className={`shrink-0 self-center text-secondary ${isOpen ? 'rotate-90' : ''}`} />
            <span className="max-w-[calc(100%-1.5rem)] shrink-0 font-semibold">{title}</span>
            {summary === undefined || (isOpen && !keepsSummaryOpen) ? null : (
              <span className="min-w-0 truncate font-normal text-secondary">{summary}</span>
            )}
          </button>
        </Heading>
        {actions}
      </div>
      <div id={contentId} hidden={!isOpen} className="border-t border-line px-3 py-1">
        {isOpen ? children : null}
      </div>
    </section>
  );
}
