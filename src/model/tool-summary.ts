import { arrayOf, isJsonArray, isJsonObject, objectOf, stringOf, valueAt, type JsonObject } from '#base/json.ts';
import { formatCount } from '#base/format-number.ts';

/** The name people know a tool by: its own, an MCP server's label, else its type in words. */
export function toolName(tool: JsonObject): string {
  const name = stringOf(tool['name']) ?? stringOf(tool['server_label']) ?? functionOf(tool, 'name');
  return name !== null && name !== '' ? name : (stringOf(tool['type'])?.replaceAll('_', ' ') ?? 'tool without a type');
}

/** One line about a tool: its parameters for a function, its settings for a hosted tool. Empty when there is nothing to say. */
export function toolSummary(tool: JsonObject): string {
  const parts = [parameterList(tool), ...settingsOf(tool)];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** Chat Completions nests a function's fields; some compatible servers echo tools in that shape. */
function functionOf(tool: JsonObject, name: string): string | null {
  return stringOf(objectOf(tool['function'])?.[name]);
}

/** "(order_id, region?)": parameter names, the optional ones with a question mark. */
function parameterList(tool: JsonObject): string | null {
  const schema = objectOf(tool['parameters']) ?? objectOf(valueAt(tool, ['function', 'parameters']));
  const properties = objectOf(schema?.['properties']);
  if (properties === null) return null;
  const required = new Set(arrayOf(schema?.['required']));
  const names = Object.keys(properties).map((name) => (required.has(name) ? name : `${name}?`));
  return `(${names.slice(0, 6).join(', ')}${names.length > 6 ? `, ${names.length - 6} more` : ''})`;
}

/** Settings worth a word without opening the tool. */
function settingsOf(tool: JsonObject): readonly (string | null)[] {
  return [
    tool['strict'] === true ? 'strict' : null,
    tool['defer_loading'] === true ? 'loaded on demand' : null,
    stringOf(tool['server_url']) ?? stringOf(tool['connector_id']),
    approvalOf(tool),
    counted(tool['allowed_tools'], 'allowed tool'),
    counted(tool['vector_store_ids'], 'vector store'),
    counted(tool['tools'], 'tool'),
    containerOf(tool),
    worded('context', tool['search_context_size']),
    stringOf(tool['environment']),
    worded('quality', tool['quality']),
    worded('size', tool['size']),
    worded('format', valueAt(tool, ['format', 'type'])),
  ];
}

function approvalOf(tool: JsonObject): string | null {
  const approval = tool['require_approval'];
  if (typeof approval === 'string') return `approval: ${approval}`;
  return isJsonObject(approval) ? 'approval: by tool' : null;
}

function containerOf(tool: JsonObject): string | null {
  const container = tool['container'];
  if (typeof container === 'string') return `container ${container}`;
  return isJsonObject(container) ? `container ${stringOf(container['type']) ?? 'set'}` : null;
}

function counted(value: JsonObject[string] | undefined, noun: string): string | null {
  return isJsonArray(value) && value.length > 0 ? formatCount(value.length, noun) : null;
}

function worded(name: string, value: JsonObject[string] | undefined): string | null {
  const text = stringOf(value);
  return text === null ? null : `${name} ${text}`;
}
