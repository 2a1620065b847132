import type { ReactNode } from 'react';

type EntryProps = {
  readonly label: string;
  /** `wide`: what it is can be seen, so a narrow screen needs no word for it. */
  readonly isLabelled?: 'always' | 'wide';
  readonly children: ReactNode;
};

/** One fact of the overview with its label. */
export function Entry({ label, isLabelled = 'always', children }: EntryProps) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-1.5">
      <span className={`text-sm text-tertiary ${isLabelled === 'wide' ? 'max-sm:sr-only' : ''}`}>{label}</span>
      {children}
    </div>
  );
}
