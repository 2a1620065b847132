import { arrayOf, isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** A tool that the model was given, in `tools` or in the course of the response. */
export type GivenTool = {
  readonly kind: 'function' | 'mcp';
  readonly name: string;
  /** The namespace of a function, the server's label for an MCP tool; null where there is none. */
  readonly group: string | null;
  /** As it was sent. */
  readonly tool: JsonObject;
  /** The JSON Schema of its arguments, whatever was sent as one. */
  readonly schema: JsonValue | undefined;
  /** Where it came from: "tools", the type of the item that brought it, or "this response" for calls of earlier turns, which may have had other tools. */
  readonly source: string;
};

/** Item types whose `tools` the model can call from then on. */
const BRINGS_TOOLS = ['tool_search_output', 'additional_tools'];
const LISTS_TOOLS = 'mcp_list_tools';
const TELLS_OF_TOOLS: ReadonlySet<string> = new Set([...BRINGS_TOOLS, LISTS_TOOLS]);

/** Deeper namespaces than this are not read: the API knows one level. */
const DEEPEST = 4;

/** What tools were last read from, and what they were: the states of a response that grows share their tools. */
let last: { readonly sources: readonly JsonValue[]; readonly tools: readonly GivenTool[] } = { sources: [], tools: [] };

/** Every function and MCP tool of a response: of its `tools`, and of the items that list or load some. The same list while those are the same objects. */
export function givenTools(response: JsonObject): readonly GivenTool[] {
  const items = arrayOf(response['output']).filter((item) => isJsonObject(item) && TELLS_OF_TOOLS.has(stringOf(item['type']) ?? ''));
  const sources = [response['tools'] ?? null, ...items];
  if (sources.length === last.sources.length && sources.every((source, index) => source === last.sources[index])) return last.tools;
  const tools = readTools(sources);
  last = { sources, tools };
  return tools;
}

function readTools([listed = null, ...items]: readonly JsonValue[]): readonly GivenTool[] {
  const found: GivenTool[] = [];
  addTools(found, listed, null, 'tools', DEEPEST);
  for (const item of items) {
    const type = isJsonObject(item) ? stringOf(item['type']) : null;
    if (!isJsonObject(item) || type === null) continue;
    if (type === LISTS_TOOLS) addMcpTools(found, item);
    else addTools(found, item['tools'], null, type, DEEPEST);
  }
  return found;
}

function addTools(found: GivenTool[], tools: JsonValue | undefined, group: string | null, source: string, depth: number): void {
  for (const tool of arrayOf(tools)) {
    if (!isJsonObject(tool)) continue;
    if (tool['type'] === 'namespace') {
      if (depth > 0) addTools(found, tool['tools'], stringOf(tool['name']) ?? group, source, depth - 1);
      continue;
    }
    // Chat Completions nests a function's fields; some compatible servers echo tools in that shape.
    const fields = objectOf(tool['function']) ?? tool;
    const name = stringOf(fields['name']);
    const isFunction = tool['type'] === 'function' || (tool['type'] === undefined && fields['parameters'] !== undefined);
    if (isFunction && name !== null) found.push({ kind: 'function', name, group, tool, schema: fields['parameters'], source });
  }
}

function addMcpTools(found: GivenTool[], item: JsonObject): void {
  for (const tool of arrayOf(item['tools'])) {
    const name = isJsonObject(tool) ? stringOf(tool['name']) : null;
    if (!isJsonObject(tool) || name === null) continue;
    const group = stringOf(item['server_label']);
    found.push({ kind: 'mcp', name, group, tool, schema: tool['input_schema'], source: 'mcp_list_tools' });
  }
}

/**
 * The tool that a call means, or null. The group decides where it is given; without a match in it, a name that only one tool has is
 * enough, since servers differ in whether they repeat the namespace on the call.
 */
export function findTool(
  tools: readonly GivenTool[],
  kind: GivenTool['kind'],
  name: string | null,
  group: string | null,
): GivenTool | null {
  const named = tools.filter((tool) => tool.kind === kind && tool.name === name);
  const exact = named.filter((tool) => tool.group === group);
  // A deferred tool may be named without its schema first, and loaded with it later.
  const best = exact.find(({ schema }) => isJsonObject(schema)) ?? exact[0];
  if (best !== undefined) return best;
  if (kind === 'mcp') return null;
  const groups = new Set(named.map((tool) => tool.group));
  return groups.size === 1 ? (named.find(({ schema }) => isJsonObject(schema)) ?? named[0] ?? null) : null;
}
