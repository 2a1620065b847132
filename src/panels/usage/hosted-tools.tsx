import { formatCount } from '#base/format-number.ts';
import { isJsonObject, numberOf, valueAt, type JsonObject, type JsonPath } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { hostedCalls } from '#model/usage.ts';
import { FieldRow, FieldRows } from '#ui/field-row.tsx';
import { JsonTree } from '#ui/json-tree.tsx';
import { formatJsonPointer } from '#base/json-pointer.ts';

/** What the server's own tools did: the calls among the items, and what `tool_usage` bills beside the tokens. */
export function HostedTools({ response }: { readonly response: JsonObject }) {
  const usage = response['tool_usage'];
  return (
    <FieldRows>
      {hostedCalls(untracked(response)).map(({ type, calls }) => (
        <FieldRow key={type} name={type}>
          {formatCount(calls, 'call')} <span className="text-secondary">among the output items</span>
        </FieldRow>
      ))}
      {isJsonObject(usage) ? Object.entries(usage).map(([tool, counts]) => <Billed key={tool} tool={tool} counts={counts} />) : null}
    </FieldRows>
  );
}

function Billed({ tool, counts }: { readonly tool: string; readonly counts: JsonObject[string] }) {
  const path: JsonPath = ['tool_usage', tool];
  const words = billedWords(untracked(counts));
  return (
    <FieldRow name={`tool_usage.${tool}`} dataPath={formatJsonPointer(path)} copy={() => JSON.stringify(untracked(counts), null, 2)}>
      {words === null ? <FieldTree name={`tool_usage.${tool}`} value={counts} path={path} /> : words}
      {words === null ? null : <span className="text-secondary"> billed beside the tokens</span>}
      {words !== null && isJsonObject(counts) && Object.keys(counts).length > 1 ? (
        <JsonTree value={counts} label={`tool_usage.${tool}`} expandLevels={0} rootPath={path} />
      ) : null}
    </FieldRow>
  );
}

function billedWords(counts: JsonObject[string]): string | null {
  const requests = numberOf(valueAt(counts, ['num_requests']));
  if (requests !== null) return formatCount(requests, 'request');
  const tokens = numberOf(valueAt(counts, ['total_tokens']));
  return tokens === null ? null : formatCount(tokens, 'token');
}

type FieldTreeProps = { readonly name: string; readonly value: JsonObject[string]; readonly path: JsonPath };

function FieldTree({ name, value, path }: FieldTreeProps) {
  if (typeof value === 'object' && value !== null) return <JsonTree value={value} label={name} rootPath={path} />;
  return <span className="font-mono text-sm">{JSON.stringify(value)}</span>;
}
