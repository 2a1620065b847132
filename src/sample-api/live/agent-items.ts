import type { JsonArray, JsonObject, JsonValue } from '#base/json.ts';

/** Makes items of an agent's work, with IDs that count up. */
export type WorkItems = {
  readonly listTools: (server: string, tools: readonly string[]) => JsonObject;
  readonly mcp: (server: string, name: string, callArguments: JsonObject, result: McpResult) => JsonObject;
  readonly files: (query: string, file: string, text: string) => JsonObject;
  readonly search: (query: string, urls: readonly string[]) => JsonObject;
  readonly python: (code: string, logs: string) => JsonObject;
  /** A command and what it printed. */
  readonly shell: (command: string, stdout: string) => readonly [JsonArray, JsonArray];
  /** A change and that it was made. */
  readonly patch: (path: string, diff: string) => readonly [JsonArray, JsonArray];
  readonly call: (name: string, callArguments: JsonObject) => JsonObject;
};

type McpResult = { readonly output: JsonValue } | { readonly error: string };

export function createWorkItems(): WorkItems {
  let count = 0;
  const next = (prefix: string) => `${prefix}_agent_${String((count += 1)).padStart(2, '0')}`;
  const status = 'completed';
  return {
    listTools: (server_label, tools) => ({
      id: next('mcpl'),
      type: 'mcp_list_tools',
      server_label,
      tools: tools.map((name) => ({
        name,
        description: null,
        annotations: { read_only: !name.startsWith('create') },
        input_schema: { type: 'object' },
      })),
      error: null,
    }),
    mcp: (server_label, name, callArguments, result) => ({
      id: next('mcp'),
      type: 'mcp_call',
      status: 'output' in result ? status : 'failed',
      approval_request_id: null,
      arguments: JSON.stringify(callArguments),
      error: 'error' in result ? { type: 'mcp_tool_execution_error', content: [{ type: 'text', text: result.error }] } : null,
      name,
      output: 'output' in result ? JSON.stringify(result.output) : null,
      server_label,
    }),
    files: (query, filename, text) => ({
      id: next('fs'),
      type: 'file_search_call',
      status,
      queries: [query],
      results: [{ file_id: 'file_runbooks_7', filename, score: 0.87, text, attributes: {}, vector_store_id: 'vs_runbooks' }],
    }),
    search: (query, urls) => ({
      id: next('ws'),
      type: 'web_search_call',
      status,
      action: { type: 'search', query, queries: [query], sources: urls.map((url) => ({ type: 'url', url })) },
    }),
    python: (code, logs) => ({
      id: next('ci'),
      type: 'code_interpreter_call',
      status,
      code,
      container_id: 'cntr_agent',
      outputs: [{ type: 'logs', logs }],
    }),
    shell: (command, stdout) => {
      const call_id = next('call');
      return [
        [
          {
            id: next('sh'),
            type: 'shell_call',
            status,
            call_id,
            action: { commands: [command], timeout_ms: 120_000, max_output_length: 8192 },
            environment: null,
          },
        ],
        [
          {
            id: next('sho'),
            type: 'shell_call_output',
            status,
            call_id,
            max_output_length: 8192,
            output: [{ stdout, stderr: '', outcome: { type: 'exit', exit_code: 0 } }],
          },
        ],
      ];
    },
    patch: (path, diff) => {
      const call_id = next('call');
      return [
        [{ id: next('apc'), type: 'apply_patch_call', status, call_id, operation: { type: 'update_file', path, diff } }],
        [{ id: next('apco'), type: 'apply_patch_call_output', status, call_id, output: `Updated ${path}` }],
      ];
    },
    call: (name, callArguments) => ({
      id: next('fc'),
      type: 'function_call',
      status,
      arguments: JSON.stringify(callArguments),
      call_id: next('call'),
      name,
    }),
  };
}
