import type { ReactNode } from 'react';

/** Names and values in two columns; on a narrow screen the value goes under its name. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-1 gap-x-4 sm:grid-cols-[minmax(9rem,max-content)_minmax(0,1fr)]">{children}</dl>;
}

/** One row of `Facts`. `name` is set in monospace when it is a wire name. */
export function Fact({ name, isWireName = false, children }: { readonly name: string; readonly isWireName?: boolean; readonly children: ReactNode }) {
  return (
    <div className="col-span-full grid grid-cols-subgrid border-b border-line py-1 last:border-b-0">
      <dt className={isWireName ? 'font-mono text-sm text-secondary' : 'text-secondary'}>{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
