import type { JsonArray, JsonObject } from '#base/json.ts';
import { assistantMessage } from './plain-response.ts';

/** Makes the items of an agent's run with IDs and call IDs of their own. A call comes together with its output. */
export type AgentItems = {
  readonly think: (heading: string, text: string) => JsonArray;
  readonly say: (text: string, phase: 'commentary' | 'final_answer') => JsonArray;
  readonly shell: (command: string, stdout: string, exitCode: number) => JsonArray;
  readonly patch: (path: string, diff: string) => JsonArray;
  readonly call: (name: string, callArguments: JsonObject, output: JsonObject) => JsonArray;
  readonly search: (query: string, pages: readonly string[]) => JsonArray;
  readonly compute: (code: string, logs: string) => JsonArray;
};

/** Numbers items in the order in which they are made. */
export function createAgentItems(): AgentItems {
  let count = 0;
  const next = (prefix: string) => `${prefix}_${String((count += 1)).padStart(6, '0')}`;
  const answered = (call: JsonObject, output: JsonObject): JsonArray => {
    const callId = next('call');
    return [
      { ...call, status: 'completed', call_id: callId },
      { ...output, status: 'completed', call_id: callId },
    ];
  };
  return {
    think: (heading, text) => [
      { id: next('rs'), type: 'reasoning', summary: [{ type: 'summary_text', text: `**${heading}**\n\n${text}` }] },
    ],
    say: (text, phase) => [{ ...assistantMessage(next('msg'), text), phase }],
    shell: (command, stdout, exitCode) =>
      answered(
        {
          id: next('sh'),
          type: 'shell_call',
          action: { commands: [command], timeout_ms: 120_000, max_output_length: 8192 },
          environment: { type: 'local' },
        },
        {
          id: next('sho'),
          type: 'shell_call_output',
          max_output_length: 8192,
          output: [{ stdout, stderr: '', outcome: { type: 'exit', exit_code: exitCode } }],
        },
      ),
    patch: (path, diff) =>
      answered(
        { id: next('apc'), type: 'apply_patch_call', operation: { type: 'update_file', path, diff } },
        { id: next('apco'), type: 'apply_patch_call_output', output: `Updated ${path}` },
      ),
    call: (name, callArguments, output) =>
      answered(
        { id: next('fc'), type: 'function_call', name, arguments: JSON.stringify(callArguments) },
        { id: next('fco'), type: 'function_call_output', output: JSON.stringify(output) },
      ),
    search: (query, pages) => [
      {
        id: next('ws'),
        type: 'web_search_call',
        status: 'completed',
        action: { type: 'search', query, queries: [query], sources: pages.map((url) => ({ type: 'url', url })) },
      },
    ],
    compute: (code, logs) => [
      {
        id: next('ci'),
        type: 'code_interpreter_call',
        status: 'completed',
        code,
        container_id: 'cntr_sample_tally',
        outputs: [{ type: 'logs', logs }],
      },
    ],
  };
}
