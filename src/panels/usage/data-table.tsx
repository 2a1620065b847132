import type { ReactNode } from 'react';

type DataTableProps = {
  readonly caption: string;
  /** What the rows are called, then the columns of numbers. */
  readonly head: readonly string[];
  /** The column after the numbers, set in monospace; narrow screens go without it. */
  readonly wireHead?: string;
  readonly children: ReactNode;
};

/** A dense table of the panel's numbers; scrolls sideways in its own box where it does not fit. */
export function DataTable({ caption, head, wireHead, children }: DataTableProps) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full max-w-4xl border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-sm whitespace-nowrap text-secondary">
            {head.map((title) => (
              <th key={title} scope="col" className="py-1 pl-4 text-right font-normal first:pl-0 first:text-left">
                {title}
              </th>
            ))}
            {wireHead === undefined ? null : (
              <th scope="col" className="py-1 pl-4 font-normal max-sm:hidden sm:pl-6">
                {wireHead}
              </th>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

type DataRowProps = {
  readonly name: ReactNode;
  /** Part of the row before: its name stands indented. */
  readonly isPart?: boolean;
  readonly numbers: readonly ReactNode[];
  readonly wire?: string;
  /** The JSON Pointer of the number, where it was sent. */
  readonly dataPath?: string | undefined;
};

export function DataRow({ name, isPart = false, numbers, wire, dataPath }: DataRowProps) {
  return (
    <tr data-path={dataPath} className="h-7 border-b border-line last:border-b-0">
      <th scope="row" className={isPart ? 'pl-4 font-normal sm:whitespace-nowrap' : 'font-medium'}>
        {name}
      </th>
      {numbers.map((number, column) => (
        <td key={column} className="pl-4 text-right whitespace-nowrap">
          {number}
        </td>
      ))}
      {wire === undefined ? null : <td className="pl-4 font-mono text-sm wrap-anywhere text-secondary max-sm:hidden sm:pl-6">{wire}</td>}
    </tr>
  );
}
