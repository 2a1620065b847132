import type { ReactNode } from 'react';

type StatusBarProps = {
  /** The same as `data-state`, in words; announced politely. */
  readonly status: string;
  readonly children?: ReactNode;
};

/** The line at the bottom: what is going on, and facts about what is shown. */
export function StatusBar({ status, children }: StatusBarProps) {
  return (
    <footer className="flex min-h-6 shrink-0 flex-wrap items-center gap-x-4 border-t border-line bg-raised px-3 py-0.5 text-sm text-secondary">
      <span role="status" className="text-text">
        {status}
      </span>
      {children}
    </footer>
  );
}
