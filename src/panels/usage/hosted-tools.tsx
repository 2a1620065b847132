import { formatCount } from '#base/format-number.ts';
import { isJsonObject, numberOf, valueAt, type JsonObject } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { hostedCalls } from '#model/usage.ts';
import { FieldRow, FieldRows } from '#ui/field-row.tsx';
import { JsonTree } from '#ui/json-tree.tsx';

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
  const words = billedWords(untracked(counts));
  return (
    <FieldRow name={`tool_usage.${tool}`} copy={() => JSON.stringify(untracked(counts), null, 2)}>
      {words === null ? <FieldTree name={`tool_usage.${tool}`} value={counts} /> : words}
      {words === null ? null : <span className="text-secondary"> billed beside the tokens</span>}
      {words !== null && isJsonObject(counts) && Object.keys(counts).length > 1 ? (
        <JsonTree value={counts} label={`tool_usage.${tool}`} expandLevels={0} />
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

function FieldTree({ name, value }: { readonly name: string; readonly value: JsonObject[string] }) {
  if (typeof value === 'object' && value !== null) return <JsonTree value={value} label={name} />;
  return <span className="font-mono text-sm">{JSON.stringify(value)}</span>;
}
