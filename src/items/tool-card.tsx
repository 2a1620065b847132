import { ChevronRight } from 'lucide-react';
import { isJsonArray, isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { formatCount } from '#base/format-number.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { toolName, toolSummary } from '#model/tool-summary.ts';
import { Badge } from '#ui/badge.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { LongText } from '#ui/long-text.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { IdFacts } from './id-facts.tsx';
import { InputFormat } from './input-format.tsx';
import { Labelled } from './labelled.tsx';
import { PairTable } from './pair-table.tsx';
import { SchemaTable } from './schema-table.tsx';
import { lineOf } from './summary-text.ts';
import { ValueView } from './value-view.tsx';
import { ItemField, useDataPath } from './item-place.tsx';

/** A list of tools, each one line until it is opened. Closed ones stay in the page, so that the browser's own find opens them. */
export function ToolCards({ tools, label }: { readonly tools: JsonValue | undefined; readonly label: string }) {
  const dataPath = useDataPath();
  if (tools === undefined || tools === null)
    return <p className="text-secondary">{tools === null ? 'The list of tools is null.' : 'No list of tools was sent.'}</p>;
  if (!isJsonArray(tools)) return <ValueView value={tools} label={label} />;
  if (tools.length === 0) return <p className="text-secondary">No tools.</p>;
  return (
    <ol aria-label={label} className="grid min-w-0 grid-cols-[minmax(0,1fr)] divide-y divide-line rounded-md border border-line">
      {tools.map((tool, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} data-path={dataPath(tool)} className="min-w-0">
          {isJsonObject(tool) ? (
            <ToolCard tool={tool} />
          ) : (
            <div className="flex items-baseline gap-2 px-2 py-1">
              <span className="text-secondary">not a tool:</span> <ValueView value={tool} label={`${label} ${index}`} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function ToolCard({ tool }: { readonly tool: JsonObject }) {
  const name = lineOf(toolName(tool));
  const type = stringOf(tool['type'])?.replaceAll('_', ' ') ?? null;
  const description = lineOf(stringOf(tool['description']) ?? '');
  return (
    <details className="min-w-0">
      <summary className="flex min-h-7 min-w-0 list-none items-center gap-2 px-2 hover:bg-raised">
        <ChevronRight size={13} aria-hidden className="shrink-0 text-secondary [details[open]>summary>&]:rotate-90" />
        <ItemField of={tool} name="name" isInline className="max-w-[60%] shrink-0 truncate font-mono text-sm text-family">
          {name}
        </ItemField>
        {type === null || type === name || type === 'function' ? null : (
          <ItemField of={tool} name="type" isInline className="shrink-0 text-sm text-tertiary">
            {visibleLine(type)}
          </ItemField>
        )}
        <span className="min-w-0 flex-1 truncate text-sm text-secondary">{description || lineOf(toolSummary(tool))}</span>
        {[...annotationWords(tool), ...settingWords(tool)].map((words) => (
          <span key={words} className={words === 'destructive' ? '' : '@max-md:hidden'}>
            <Badge tone={words === 'destructive' ? 'warning' : 'neutral'}>{words}</Badge>
          </span>
        ))}
      </summary>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 border-t border-line px-3 py-2">
        <ToolDetails tool={tool} name={name} />
      </div>
    </details>
  );
}

/** The fields that may hold a JSON Schema, and what it describes. */
const SCHEMAS = [
  ['parameters', 'parameters'],
  ['input_schema', 'parameters'],
  ['output_schema', 'output'],
] as const;

const isSaid = (value: JsonValue) => value === true;

/** The fields that a card draws; settings of hosted tools are listed. */
const TOOL_FIELDS: ExpectedFields = {
  name: 'string',
  type: 'string',
  description: 'string',
  parameters: 'object',
  input_schema: 'object',
  output_schema: 'object',
  tools: 'list',
  strict: isSaid,
  defer_loading: isSaid,
  format: 'object',
  annotations: 'object',
};

function ToolDetails({ tool, name }: { readonly tool: JsonObject; readonly name: string }) {
  const dataPath = useDataPath();
  const description = stringOf(tool['description']);
  const schemas = SCHEMAS.filter(([field]) => isJsonObject(tool[field]));
  const inner = isJsonArray(tool['tools']) ? tool['tools'] : null;
  const annotations = objectOf(tool['annotations']);
  return (
    <>
      <div className="flex min-w-0 items-start gap-2">
        <div className="max-w-[96ch] min-w-0 flex-1">
          {description === null || description === '' ? null : (
            <ItemField of={tool} name="description">
              <LongText text={description} />
            </ItemField>
          )}
        </div>
        <CopyButton text={() => JSON.stringify(untracked(tool), null, 2)} label={`Copy tool ${name}`} iconOnly />
      </div>
      {tool['type'] === 'function' ? <IdFacts fields={tool} words={['type']} ids={[]} /> : null}
      {schemas.map(([field, words]) => (
        <section key={field} data-path={dataPath(tool, field)} aria-label={`${words} of ${name}`}>
          <p className="mb-1 text-sm text-tertiary">{words}</p>
          <SchemaTable schema={tool[field] ?? null} label={`${words} of ${name}`} />
        </section>
      ))}
      {inner === null ? null : <ToolCards tools={inner} label={`Tools of ${name}`} />}
      <ItemField of={tool} name="format">
        <InputFormat format={tool['format']} />
      </ItemField>
      {annotations === null ? null : (
        <Labelled name="annotations">
          <PairTable pairs={annotations} label={`Annotations of ${name}`} />
        </Labelled>
      )}
      <OtherFields value={tool} expected={TOOL_FIELDS} />
    </>
  );
}

/** What an MCP server says about the effects of a tool, in words; both spellings occur. */
function annotationWords(tool: JsonObject): readonly string[] {
  const annotations = objectOf(tool['annotations']);
  const says = (...names: readonly string[]) => names.map((name) => annotations?.[name]).find((value) => typeof value === 'boolean');
  return [
    says('read_only', 'readOnlyHint') === true ? 'read-only' : says('read_only', 'readOnlyHint') === false ? 'changes things' : '',
    says('destructive', 'destructiveHint') === true ? 'destructive' : '',
    says('idempotent', 'idempotentHint') === true ? 'safe to repeat' : '',
    says('open_world', 'openWorldHint') === true ? 'reaches out' : '',
  ].filter((words) => words !== '');
}

/** Settings that are a word each. */
const SETTINGS = [
  ['strict', 'strict'],
  ['defer_loading', 'loaded on demand'],
] as const;

function settingWords(tool: JsonObject): readonly string[] {
  return SETTINGS.filter(([field]) => tool[field] === true).map(([, words]) => words);
}

/** "3 tools", or "1 namespace, 4 tools" where some are grouped. */
export function toolCount(tools: JsonValue | undefined): string {
  const list = isJsonArray(tools) ? tools : [];
  const groups = list.filter((tool) => isJsonObject(tool) && tool['type'] === 'namespace');
  const inner = groups.reduce<number>(
    (count, group) => count + (isJsonObject(group) && isJsonArray(group['tools']) ? group['tools'].length : 0),
    0,
  );
  if (groups.length === 0) return formatCount(list.length, 'tool');
  return `${formatCount(groups.length, 'namespace')}, ${formatCount(list.length - groups.length + inner, 'tool')}`;
}
