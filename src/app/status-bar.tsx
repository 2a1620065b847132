import { WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { OPENS_OFFLINE } from '#model/failure-advice.ts';
import { onlineStore } from '#state/online.ts';
import { useStore } from '#state/use-store.ts';

type StatusBarProps = {
  /** The same as `data-state`, in words; announced politely. */
  readonly status: string;
  readonly children?: ReactNode;
};

/** The line at the bottom: what is going on, and facts about what is shown. It stays in view where the page scrolls as a whole. */
export function StatusBar({ status, children }: StatusBarProps) {
  return (
    <footer className="sticky bottom-0 z-20 flex h-6 shrink-0 items-center gap-x-4 overflow-hidden border-t border-line bg-raised px-3 text-sm whitespace-nowrap text-secondary *:not-first:shrink-0">
      <span role="status" className="min-w-0 shrink truncate text-text">
        {status}
      </span>
      <OfflineMark />
      {children}
    </footer>
  );
}

function OfflineMark() {
  if (useStore(onlineStore)) return null;
  return (
    <span title={OPENS_OFFLINE} className="flex items-center gap-1 text-warning">
      <WifiOff size={12} aria-hidden />
      Offline
    </span>
  );
}
