import type { ReactNode } from 'react';

type StatusBarProps = {
  /** The same as `data-state`, in words; announced politely. */
  readonly status: string;
  readonly children?: ReactNode;
};

/** The line at the bottom: what is going on, and facts about what is shown. It stays in view where the page scrolls as a whole. */
export function StatusBar({ status, children }: StatusBarProps) {
  return (
    <footer className="sticky bottom-0 z-20 flex h-6 shrink-0 items-center gap-x-4 overflow-x-auto overflow-y-hidden border-t border-line bg-raised px-3 text-sm whitespace-nowrap text-secondary [scrollbar-width:none] *:shrink-0">
      <span role="status" className="text-text">
        {status}
      </span>
      {children}
    </footer>
  );
}
