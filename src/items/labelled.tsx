import type { ReactNode } from 'react';
import { visibleLine } from '#base/visible-text.ts';

/** A piece of an item under its name: "sources", "logs". */
export function Labelled({ name, aside, children }: { readonly name: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 text-sm text-tertiary">
        <span>{name}</span>
        {aside}
      </div>
      {children}
    </div>
  );
}

/** The pieces of an item, one under the other. */
export function Pieces({ children }: { readonly children: ReactNode }) {
  return <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5">{children}</div>;
}

/** One quiet line about what is not there. */
export function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className="text-sm text-secondary">{children}</p>;
}

/** A word as it stands on the wire, beside the one that we use for it. */
export function WireWord({ word }: { readonly word: string }) {
  return <code className="font-mono text-xs wrap-anywhere text-tertiary">{visibleLine(word)}</code>;
}
