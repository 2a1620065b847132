import { ChevronRight, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { JsonValue } from '#base/json.ts';
import { visibleLine, visibleText } from '#base/visible-text.ts';
import type { SchemaProblem } from '#model/schema-problems.ts';
import { rowForPath, schemaRows, type SchemaRow } from '#model/schema-rows.ts';
import { LongText } from '#ui/long-text.tsx';
import { useDataPath } from './item-place.tsx';

type SchemaTableProps = {
  readonly schema: JsonValue;
  /** Whose parameters these are, for screen readers. */
  readonly label: string;
  readonly problems?: readonly SchemaProblem[];
};

/** The parameters of a JSON Schema, one row each, with what does not fit at its row; the schema itself one click away. */
export function SchemaTable({ schema, label, problems = [] }: SchemaTableProps) {
  const { rows, isCut } = useMemo(() => schemaRows(schema), [schema]);
  const wrong = useMemo(() => problemsByRow(rows, problems), [rows, problems]);
  return (
    <div className="min-w-0">
      <div className="relative overflow-x-auto rounded-md border border-line bg-raised px-2.5 py-1">
        {rows.length === 0 ? (
          <p className="py-0.5 text-sm text-secondary">no parameters</p>
        ) : (
          <Rows rows={rows} label={label} wrong={wrong} />
        )}
      </div>
      {isCut ? <p className="text-sm text-secondary">The schema goes on: it refers to itself, or is longer than this.</p> : null}
      <SchemaSource schema={schema} />
    </div>
  );
}

function Rows({ rows, label, wrong }: { readonly rows: readonly SchemaRow[]; readonly label: string; readonly wrong: ProblemsByRow }) {
  const dataPath = useDataPath();
  return (
    <table aria-label={label} className="w-full text-left text-sm">
      <thead className="sr-only">
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">What it takes</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path.join('\n')} data-path={dataPath(row.schema)} className="align-baseline">
            <th scope="row" className="py-0.5 pr-4 font-mono font-normal break-words" style={{ paddingLeft: `${row.depth * 0.9}rem` }}>
              {visibleLine(row.name)}
            </th>
            <td className="w-full py-0.5">
              <RowFacts row={row} problems={wrong.get(row) ?? []} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowFacts({ row, problems }: { readonly row: SchemaRow; readonly problems: readonly SchemaProblem[] }) {
  const facts = [row.type, ...(row.isRequired ? ['required'] : []), ...row.limits];
  return (
    <>
      <span className="font-mono wrap-anywhere text-secondary">{visibleText(facts.join(', '))}</span>
      {problems.map(({ words }) => (
        <span key={words} className="ml-2 inline-flex items-baseline gap-1 wrap-anywhere text-warning">
          <TriangleAlert size={12} aria-hidden className="shrink-0 self-center" />
          {visibleText(words)}
        </span>
      ))}
      {row.description === null || row.description === '' ? null : (
        <div className="max-w-[80ch] text-secondary">
          <LongText text={row.description} />
        </div>
      )}
    </>
  );
}

/** The schema exactly as it was sent. Stays in the page while closed, so that the browser's own find reaches it. */
function SchemaSource({ schema }: { readonly schema: JsonValue }) {
  const text = useMemo(() => JSON.stringify(schema, null, 2), [schema]);
  return (
    <details className="mt-1 min-w-0">
      <summary className="flex w-fit list-none items-center gap-1.5 rounded text-sm text-secondary hover:text-text">
        <ChevronRight size={13} aria-hidden className="shrink-0 [details[open]>summary>&]:rotate-90" />
        Schema as sent
      </summary>
      <div className="mt-1 overflow-x-auto rounded-md border border-line bg-raised px-2.5 py-1.5">
        <LongText text={text} isMonospace />
      </div>
    </details>
  );
}

type ProblemsByRow = ReadonlyMap<SchemaRow, readonly SchemaProblem[]>;

function problemsByRow(rows: readonly SchemaRow[], problems: readonly SchemaProblem[]): ProblemsByRow {
  const found = new Map<SchemaRow, SchemaProblem[]>();
  for (const problem of problems) {
    const row = rowForPath(rows, problem.path);
    if (row !== null) found.set(row, [...(found.get(row) ?? []), problem]);
  }
  return found;
}
