import { Check, TriangleAlert } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { formatCount } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, tryParseJson, type JsonValue } from '#base/json.ts';
import { visibleText } from '#base/visible-text.ts';
import type { GivenTool } from '#model/given-tools.ts';
import type { SchemaVerdict } from '#model/schema-verdict.ts';
import type { SchemaProblem } from '#model/schema-problems.ts';
import { useIsGrowing } from '#ui/growing.ts';
import { JsonText } from './json-text.tsx';
import { SchemaTable } from './schema-table.tsx';
import { useSchemaVerdict } from './use-schema-verdict.ts';
import { ValueView } from './value-view.tsx';

type CallArgumentsProps = {
  readonly value: JsonValue | undefined;
  readonly label?: string;
  /** The tool that is called: its schema stands beside the arguments. Null when it is not known. */
  readonly tool?: GivenTool | null;
};

/** The arguments of a call: JSON in a string by contract, but also an empty string, a beginning of JSON, or the object itself. */
export function CallArguments({ value, label = 'arguments', tool = null }: CallArgumentsProps) {
  const isGrowing = useIsGrowing();
  const parsed = useMemo(() => (isGrowing ? undefined : parsedArguments(value)), [value, isGrowing]);
  const schema = tool?.schema ?? undefined;
  const verdict = useSchemaVerdict(schema, parsed);
  const problems = verdict?.kind === 'checked' ? verdict.problems : NO_PROBLEMS;
  const shown = (
    <ArgumentsText
      value={value}
      label={label}
      verdict={schema === undefined ? null : isGrowing ? <Unready /> : <Verdict verdict={verdict} isReadable={parsed !== undefined} />}
    />
  );
  if (tool === null || schema === undefined) return shown;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-2 @3xl:grid-cols-2">
      <div className="min-w-0">
        {shown}
        <Problems problems={problems} />
        <Unchecked verdict={verdict} />
      </div>
      <section aria-label={`Schema of ${visibleText(tool.name)}`} className="min-w-0">
        <p className="mb-1 flex min-h-6 min-w-0 items-center text-sm text-tertiary">
          <span className="min-w-0 truncate">
            schema · {visibleText(tool.group === null ? tool.name : `${tool.group}.${tool.name}`)}
            {tool.tool['strict'] === true ? ' · strict' : ''}
            {Object.hasOwn(SOURCES, tool.source) ? ` · ${SOURCES[tool.source]}` : ''}
          </span>
        </p>
        <SchemaTable schema={schema} label={`Parameters of ${visibleText(tool.name)}`} problems={problems} />
      </section>
    </div>
  );
}

/** Where a schema comes from that is not among the `tools` of the request. */
const SOURCES: Readonly<Record<string, string>> = {
  mcp_list_tools: 'listed by the server',
  tool_search_output: 'found by tool search',
  additional_tools: 'added on the way',
  'this response': 'as in this response’s tools',
};

const NO_PROBLEMS: readonly SchemaProblem[] = [];

/** What can be checked; undefined where it cannot be read. A call without arguments has none: the empty object. */
function parsedArguments(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== 'string') return isJsonObject(value) || isJsonArray(value) ? value : undefined;
  if (value.trim() === '') return {};
  const parsed = tryParseJson(value);
  return parsed.ok ? parsed.value : undefined;
}

function Unready() {
  return <span className="text-sm text-tertiary">checked once they are whole</span>;
}

function Verdict({ verdict, isReadable }: { readonly verdict: SchemaVerdict | null; readonly isReadable: boolean }) {
  if (!isReadable) return <span className="text-sm text-warning">cannot be checked: not whole JSON</span>;
  if (verdict === null) return <span className="text-sm text-tertiary">checking schema…</span>;
  if (verdict.kind === 'not-checked') return <span className="text-sm text-secondary">not checked: {visibleText(verdict.reason)}</span>;
  const count = verdict.problems.length;
  const Icon = count === 0 ? Check : TriangleAlert;
  return (
    <span className={`inline-flex items-center gap-1 text-sm ${count === 0 ? 'text-good' : 'text-warning'}`}>
      <Icon size={12} aria-hidden />
      {count === 0 ? 'fits schema' : formatCount(count, 'problem')}
    </span>
  );
}

/** More would say no more. */
const MOST_PROBLEMS = 50;

function Problems({ problems }: { readonly problems: readonly SchemaProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label="What does not fit the schema" className="mt-1.5 grid min-w-0 gap-0.5 text-sm">
      {problems.slice(0, MOST_PROBLEMS).map(({ path, words }) => (
        <li key={`${formatDotPath(path)} ${words}`} className="flex min-w-0 items-baseline gap-1.5">
          <TriangleAlert size={12} aria-hidden className="shrink-0 self-center text-warning" />
          <span className="min-w-0 wrap-anywhere">
            <code className="font-mono">{visibleText(formatDotPath(path)) || 'the whole value'}</code> {visibleText(words)}
          </span>
        </li>
      ))}
      {problems.length > MOST_PROBLEMS ? <li className="text-secondary">and {problems.length - MOST_PROBLEMS} more</li> : null}
    </ul>
  );
}

function Unchecked({ verdict }: { readonly verdict: SchemaVerdict | null }) {
  if (verdict?.kind !== 'checked' || verdict.unchecked.length === 0) return null;
  return <p className="mt-1 text-sm wrap-anywhere text-secondary">Not checked: {visibleText(verdict.unchecked.join('; '))}.</p>;
}

type ArgumentsTextProps = { readonly value: JsonValue | undefined; readonly label: string; readonly verdict: ReactNode };

function ArgumentsText({ value, label, verdict }: ArgumentsTextProps) {
  const isGrowing = useIsGrowing();
  const heading = (
    <>
      <span className="text-sm text-tertiary">{label}</span>
      {verdict}
    </>
  );
  if (typeof value === 'string' && value.trim() !== '') return <JsonText text={value} label={label} heading={heading} />;
  if (isJsonObject(value)) {
    return (
      <div className="min-w-0">
        <p className="mb-1 text-sm text-secondary">{label} sent as an object, not as JSON in a string</p>
        <JsonText text={JSON.stringify(value)} label={label} heading={heading} />
      </div>
    );
  }
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-2">
      {heading}
      <span className="text-secondary">{isGrowing ? '…' : describe(value)}</span>
      {value === undefined || value === null || typeof value === 'string' ? null : <ValueView value={value} label={label} />}
    </div>
  );
}

function describe(value: JsonValue | undefined): string {
  if (value === undefined) return 'not sent';
  if (value === null) return 'null';
  return typeof value === 'string' ? '(empty: no arguments)' : 'not JSON in a string:';
}
