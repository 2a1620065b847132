import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

/** Rows of wire names and values, one column of names for the whole view. */
export function FieldRows({ children }: { readonly children: ReactNode }) {
  return <dl className="min-w-0">{children}</dl>;
}

type FieldRowProps = {
  /** The name as it stands on the wire. */
  readonly name: string;
  /** Set as words when the name is ours, not the wire's. */
  readonly isWireName?: boolean;
  /** What the copy button copies; no button when there is nothing to copy. */
  readonly copy?: string | (() => string) | null;
  /** Part of the row before: its name stands indented. */
  readonly isPart?: boolean;
  /** The JSON Pointer of the value in its document, where it has a place there. */
  readonly dataPath?: string | undefined;
  /** What needs the whole width, under name and value. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
};

/** One name and its value. On a narrow screen the value goes under its name. */
export function FieldRow({ name, isWireName = true, copy = null, isPart = false, dataPath, below, children }: FieldRowProps) {
  return (
    <div
      data-path={dataPath}
      className="group grid min-h-7 grid-cols-[minmax(0,1fr)] items-baseline gap-x-4 border-b border-line py-0.5 last:border-b-0 sm:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <dt className={`min-w-0 break-words text-secondary ${isWireName ? 'font-mono text-sm' : ''} ${isPart ? 'sm:pl-3' : ''}`}>{name}</dt>
      <dd className="flex min-w-0 items-baseline gap-1">
        <div className="min-w-0 flex-1 break-words">{children}</div>
        {copy === null ? null : (
          <span className="-my-0.5 shrink-0 self-start opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
            <CopyButton text={copy} label={`Copy ${name}`} iconOnly />
          </span>
        )}
      </dd>
      {below === undefined ? null : <dd className="col-span-full min-w-0 pb-1">{below}</dd>}
    </div>
  );
}
