// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { OTHER_ITEM_TYPES, OUTPUT_ITEM_TYPES } from '#protocol/item-types.ts';
import { FIELDS_OF_ITEMS } from '#testing/reference-fields.ts';
import { PNG, show, unsaidIn, withoutSpace, wordsOf } from './item-fixtures.tsx';

/** An item, and the words that its view has for what is no text of it: numbers, flags, codes. */
type Whole = readonly [item: JsonObject, ...words: readonly string[]];

const SEALED = 'c2VhbGVk'.repeat(40);
const SOUND = btoa(`RIFF0000WAVEfmt ${' '.repeat(80)}`);
const BY_PROGRAM = { caller: { type: 'program', caller_id: 'call_week' } };
const DIRECT = { caller: { type: 'direct' } };

/** For each type items that between them have every field that the API names for it, inner ones too. */
const WHOLE: { readonly [T in keyof typeof FIELDS_OF_ITEMS]: readonly Whole[] } = {
  message: [
    [
      {
        role: 'assistant',
        phase: 'final_answer',
        content: [
          {
            type: 'output_text',
            text: 'Lamps ship on Tuesday, see plan.pdf.',
            annotations: [
              { type: 'url_citation', url: 'https://shop.example/lamps', title: 'Lamps', start_index: 0, end_index: 5 },
              { type: 'file_citation', file_id: 'file_lamp', filename: 'lamp notes.txt', index: 21 },
              {
                type: 'container_file_citation',
                container_id: 'cntr_lamp',
                file_id: 'cfile_lamp',
                filename: 'plan.pdf',
                start_index: 27,
                end_index: 35,
              },
              { type: 'file_path', file_id: 'file_path_lamp', index: 35 },
            ],
            logprobs: [{ token: 'Lamps', logprob: -0.01, bytes: [76], top_logprobs: [] }],
          },
          { type: 'refusal', refusal: 'I cannot name the buyer.' },
        ],
      },
      '4 citations',
      'Probabilities',
      'The model refused to answer',
      'final answer',
    ],
    [
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'When do the lamps ship?', prompt_cache_breakpoint: { mode: 'explicit', ttl: '12h' } },
          { type: 'input_image', image_url: 'https://img.example/lamp.png', detail: 'high' },
          { type: 'input_image', file_id: 'file_picture', detail: 'original' },
          { type: 'input_file', filename: 'order.csv', file_url: 'https://shop.example/order.csv', file_id: 'file_order', detail: 'low' },
          { type: 'input_audio', input_audio: { data: SOUND, format: 'wav' } },
          { type: 'output_audio', data: SOUND, transcript: 'On Tuesday.' },
          { type: 'input_video', video_url: 'https://video.example/lamp.mp4' },
          { type: 'computer_screenshot', image_url: `data:image/png;base64,${PNG}`, file_id: 'file_screen', detail: 'auto' },
          { type: 'text', text: 'Thank you.' },
          { type: 'encrypted_content', encrypted_content: SEALED },
        ],
      },
      'WAV audio',
      '320 B, encrypted',
      'prompt cache breakpoint, explicit, kept for 12h',
    ],
  ],
  reasoning: [
    [
      {
        summary: [{ type: 'summary_text', text: '**Finding the date**\n\nThe order says Tuesday.' }],
        content: [{ type: 'reasoning_text', text: 'Tuesday is the ninth.' }],
        encrypted_content: SEALED,
      },
      '320 B, encrypted',
    ],
  ],
  function_call: [
    [
      { name: 'get_order', namespace: 'shop', call_id: 'call_7', arguments: '{"id":"A-12"}', async: true, ...BY_PROGRAM },
      'called by a program',
      'the model does not wait',
    ],
  ],
  function_call_output: [
    [
      { name: 'get_order', namespace: 'shop', call_id: 'call_7', output: '{"ships":"Tuesday"}', ...BY_PROGRAM },
      'called by a program',
      'shop.get_order',
    ],
    [
      {
        call_id: 'call_8',
        output: [
          { type: 'input_text', text: 'The label:' },
          { type: 'input_image', image_url: 'https://img.example/label.png', detail: 'low' },
          { type: 'input_file', filename: 'label.pdf', file_id: 'file_label' },
        ],
        ...DIRECT,
      },
      'called by the model directly',
    ],
  ],
  custom_tool_call: [
    [{ name: 'run_sql', namespace: 'shop', call_id: 'call_9', input: 'select * from orders', async: true, ...DIRECT }, 'shop.run_sql'],
  ],
  custom_tool_call_output: [[{ call_id: 'call_9', output: '12 rows', ...BY_PROGRAM }, 'call_week']],
  web_search_call: [
    [
      {
        action: {
          type: 'search',
          query: 'lamp delivery law',
          queries: ['lamp delivery law', 'delivery dates'],
          sources: [{ type: 'url', url: 'https://law.example/delivery' }],
        },
        results: [{ type: 'text_result', title: 'Delivery law', url: 'https://law.example/1', snippet: 'Within thirty days.' }],
      },
      'searched the web for',
      '1 source',
    ],
    [{ action: { type: 'open_page', url: 'https://law.example/open' } }, 'opened'],
    [{ action: { type: 'find_in_page', url: 'https://law.example/find', pattern: 'thirty days' } }, 'looked for'],
    [{ name: 'web_search', call_id: 'call_x', arguments: '{"query":"lamp shops"}' }],
  ],
  file_search_call: [
    [
      {
        queries: ['lamp warranty'],
        results: [
          {
            file_id: 'file_w',
            filename: 'warranty.pdf',
            score: 0.8125,
            text: 'Two years on every lamp.',
            attributes: { region: 'EU', year: 2026 },
            vector_store_id: 'vs_1',
          },
        ],
      },
      '0.8125',
      '2026',
    ],
  ],
  code_interpreter_call: [
    [
      {
        code: 'print(7 * 6)',
        container_id: 'cntr_9',
        outputs: [
          { type: 'logs', logs: '42' },
          { type: 'image', url: 'https://img.example/plot.png' },
        ],
      },
      '1 line',
    ],
    [{ name: 'code_execution', call_id: 'call_c', arguments: '{"code":"print(1)"}' }],
  ],
  image_generation_call: [
    [
      {
        result: PNG,
        action: 'generate',
        background: 'opaque',
        output_format: 'png',
        quality: 'low',
        size: '1024x1024',
        prompt: 'a lamp',
        revised_prompt: 'A brass desk lamp',
        svg_usage: { input_tokens: 11, output_tokens: 22, total_tokens: 33 },
      },
      'PNG image',
      '11 in · 22 out · 33 in all',
    ],
    [
      {
        result: null,
        error: {
          code: 'moderation_blocked',
          message: 'The prompt names a person.',
          param: 'prompt',
          type: 'image_generation_user_error',
          moderation_details: { categories: ['likeness'], moderation_stage: 'input' },
        },
      },
      'Moderation refused the image',
      'in the prompt',
    ],
  ],
  computer_call: [
    [
      {
        call_id: 'call_pc',
        actions: [
          { type: 'click', button: 'left', x: 11, y: 22, keys: ['CTRL'] },
          { type: 'double_click', x: 33, y: 44 },
          {
            type: 'drag',
            path: [
              { x: 1, y: 2 },
              { x: 3, y: 4 },
            ],
          },
          { type: 'keypress', keys: ['CTRL', 'L'] },
          { type: 'move', x: 55, y: 66 },
          { type: 'screenshot' },
          { type: 'scroll', x: 77, y: 88, scroll_x: 0, scroll_y: 300 },
          { type: 'type', text: 'lamps' },
          { type: 'wait' },
        ],
        pending_safety_checks: [{ id: 'cu_sc_1', code: 'malicious_instructions', message: 'The page gives orders.' }],
      },
      'left click at 11, 22 with CTRL held',
      'double click at 33, 44',
      'drag from 1, 2 to 3, 4',
      'press CTRL+L',
      'move the pointer to 55, 66',
      'take a screenshot',
      'scroll down 300 at 77, 88',
      'a person has to acknowledge it',
    ],
    [{ call_id: 'call_pc2', action: { type: 'click', button: 'right', x: 5, y: 6 }, pending_safety_checks: [] }, 'right click at 5, 6'],
  ],
  computer_call_output: [
    [
      {
        call_id: 'call_pc',
        output: { type: 'computer_screenshot', image_url: 'https://img.example/screen.png', file_id: 'file_s', detail: 'high' },
        acknowledged_safety_checks: [{ id: 'cu_sc_1', code: 'malicious_instructions', message: 'The page gives orders.' }],
      },
      'A person acknowledged this safety check',
    ],
  ],
  local_shell_call: [
    [
      {
        call_id: 'call_sh',
        action: {
          type: 'exec',
          command: ['bash', '-lc', 'make lamps'],
          env: { LAMP_MODE: 'dim' },
          timeout_ms: 5_000,
          user: 'keeper',
          working_directory: '/srv/lamps',
        },
      },
      'LAMP_MODE',
      'time limit 5 s',
    ],
  ],
  local_shell_call_output: [[{ output: '{"stdout":"3 lamps made","stderr":"1 warning","exit_code":2}' }, 'exit 2']],
  shell_call: [
    [
      {
        call_id: 'call_sh',
        action: { commands: ['make lamps', 'make lights'], timeout_ms: 9_000, max_output_length: 4_096 },
        environment: { type: 'container_reference', container_id: 'cntr_sh' },
        ...BY_PROGRAM,
      },
      'time limit 9 s',
      'output limit 4,096 characters',
      'hosted container',
    ],
    [{ call_id: 'call_sh2', action: { commands: ['ls'] }, environment: { type: 'local' }, ...DIRECT }, 'runs on the developer’s side'],
  ],
  shell_call_output: [
    [
      {
        call_id: 'call_sh',
        output: [
          { stdout: 'lamps made', stderr: 'one is dim', outcome: { type: 'exit', exit_code: 0 } },
          { stdout: '', stderr: 'still waiting', outcome: { type: 'timeout' } },
        ],
        max_output_length: 4_096,
        ...BY_PROGRAM,
      },
      'exit 0',
      'timeout',
      'output limit 4,096 characters',
    ],
  ],
  apply_patch_call: [
    [
      {
        call_id: 'call_p1',
        operation: { type: 'update_file', path: 'src/lamp.ts', diff: '@@ lamp\n-const dim = true;\n+const dim = false;\n' },
        ...BY_PROGRAM,
      },
      'Updates the file',
      '+1',
      '−1',
    ],
    [{ call_id: 'call_p2', operation: { type: 'create_file', path: 'src/bulb.ts', diff: '+export {};\n' }, ...DIRECT }, 'Creates the file'],
    [{ call_id: 'call_p3', operation: { type: 'delete_file', path: 'src/old.ts' } }, 'Deletes the file'],
  ],
  apply_patch_call_output: [[{ call_id: 'call_p1', output: 'Patched src/lamp.ts', ...DIRECT }]],
  mcp_list_tools: [
    [
      {
        server_label: 'tracker',
        tools: [
          {
            name: 'get_issue',
            description: 'Reads an issue',
            input_schema: { type: 'object', properties: { number: { type: 'integer', description: 'Which issue' } } },
            annotations: { read_only: true, title: 'Get issue' },
          },
        ],
      },
      '1 tool',
      'read-only',
    ],
    [{ server_label: 'tracker', tools: [], error: 'The host did not answer' }, 'could not list its tools'],
  ],
  mcp_call: [
    [{ server_label: 'tracker', name: 'get_issue', arguments: '{"number":"LAMP-3"}', output: 'Open', approval_request_id: 'mcpr_1' }],
    [
      { server_label: 'tracker', name: 'get_issue', arguments: '{}', error: { type: 'http_error', code: 503, message: 'Out of service' } },
      'The server could not be reached',
      '503',
    ],
    [
      {
        server_label: 'tracker',
        name: 'get_issue',
        arguments: '{}',
        error: { type: 'mcp_protocol_error', code: -32_602, message: 'Invalid params' },
      },
      'refused the call',
      '-32602',
    ],
    [
      {
        server_label: 'tracker',
        name: 'get_issue',
        arguments: '{}',
        error: { type: 'mcp_tool_execution_error', content: [{ type: 'text', text: 'No such issue' }] },
      },
      'The tool ran and failed',
    ],
  ],
  mcp_approval_request: [[{ server_label: 'tracker', name: 'close_issue', arguments: '{"number":"LAMP-3"}' }, 'Waiting for approval']],
  mcp_approval_response: [
    [{ approval_request_id: 'mcpr_1', approve: true, reason: 'Looks right.' }, 'approved'],
    [{ approval_request_id: 'mcpr_2', approve: false, reason: null }, 'denied', 'no reason given'],
  ],
  tool_search_call: [
    [{ arguments: { query: 'lamp tools', limit: 5 }, call_id: null, execution: 'server' }, '5', 'The server searches'],
    [{ arguments: { paths: ['shop.lamps'] }, call_id: 'call_ts', execution: 'client' }, 'The client searches'],
  ],
  tool_search_output: [
    [
      {
        call_id: 'call_ts',
        execution: 'server',
        tools: [
          {
            type: 'namespace',
            name: 'lamps',
            description: 'All about lamps',
            tools: [{ type: 'function', name: 'dim', description: 'Dims a lamp', parameters: { properties: { by: { type: 'number' } } } }],
          },
        ],
      },
      '1 namespace, 1 tool',
    ],
  ],
  additional_tools: [
    [
      {
        role: 'developer',
        tools: [{ type: 'custom', name: 'run_sql', description: 'Runs SQL', format: { type: 'grammar', definition: 'start: WORD' } }],
      },
      '1 tool',
    ],
  ],
  program: [[{ call_id: 'call_week', code: 'return await tools.get_order({});', fingerprint: SEALED }, '320 B']],
  program_output: [[{ call_id: 'call_week', result: '{"lamps":"three"}' }]],
  compaction: [[{ encrypted_content: SEALED }, '320 B', 'was folded into this item']],
  configuration_update: [
    [
      {
        reasoning: { effort: 'high' },
        text: {
          format: {
            type: 'json_schema',
            name: 'shipping_date',
            strict: true,
            description: 'When it ships',
            schema: { type: 'object', properties: { day: { type: 'string', description: 'A weekday' } } },
          },
        },
      },
      'strict',
    ],
  ],
  item_reference: [[{ id: 'msg_7' }, 'Stands for the item of this ID']],
  compaction_trigger: [[{ id: 'cmpt_1' }, 'into one compaction item']],
  agent_message: [
    [
      {
        author: 'root',
        recipient: 'date-checker',
        content: [
          { type: 'output_text', text: 'Check the date.' },
          { type: 'encrypted_content', encrypted_content: SEALED },
        ],
      },
      '320 B',
    ],
  ],
  multi_agent_call: [
    [{ action: 'spawn_agent', call_id: 'call_ma', arguments: '{"name":"date-checker"}' }, 'Starts another agent'],
    [{ action: 'wait_agent', call_id: 'call_ma2', arguments: '{}' }, 'Waits until another agent is done'],
  ],
  multi_agent_call_output: [
    [{ action: 'spawn_agent', call_id: 'call_ma', output: [{ type: 'output_text', text: 'date-checker started' }] }],
  ],
  x_search_call: [[{ name: 'x_keyword_search', call_id: 'call_x', arguments: '{"query":"lamps since:2026"}' }]],
};

const FRAME = { id: 'item_1', status: 'completed', created_by: 'user_5', agent: { agent_name: 'warehouse' } };

describe.each([...OUTPUT_ITEM_TYPES, ...OTHER_ITEM_TYPES])('%s', (type) => {
  const items = WHOLE[type].map(([fields, ...words]) => [{ ...FRAME, ...fields, type }, words] as const);

  it('is tried with every field that the API names', () => {
    const tried = new Set(WHOLE[type].flatMap(([fields]) => Object.keys(fields)));
    tried.delete('id');
    expect([...tried].toSorted()).toEqual([...FIELDS_OF_ITEMS[type]].toSorted());
  });

  it.each(items)('draws every field of example %# in its own idiom, none through the generic list', (item, words) => {
    expect(show(item).querySelector('dl')).toBeNull();
    cleanup();
    const text = wordsOf(item);
    expect(unsaidIn(text, item)).toEqual([]);
    for (const each of words) expect(text).toContain(withoutSpace(each));
  });
});
