import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import type { ItemContext } from './item-definition.ts';
import { definitionOf, itemStartsOpen } from './item-definitions.tsx';
import { CONTEXT, partner, PNG } from './item-fixtures.tsx';

/** A closed item as it reads: title, summary, warning, facts. */
function line(item: JsonObject, context: Partial<ItemContext> = {}): string {
  const definition = definitionOf(item);
  const all = { ...CONTEXT, ...context };
  const facts = (definition.facts?.(item, all) ?? []).filter((fact) => fact !== '');
  const notice = definition.notice?.(item, all) ?? null;
  return [`${definition.title(item)}: ${definition.summary(item, all)}`, ...(notice === null ? [] : [`! ${notice}`]), ...facts].join(' | ');
}

describe('a closed item tells what happened', () => {
  it.each<readonly [JsonObject, string]>([
    [
      {
        type: 'message',
        role: 'assistant',
        phase: 'final_answer',
        content: [{ type: 'output_text', text: '**Order 8841** can be\nrefunded.', annotations: [{}, {}] }],
      },
      'Message: Order 8841 can be refunded. | 2 citations',
    ],
    [{ type: 'message', role: 'user', content: 'How long?' }, 'Message: user · How long?'],
    [
      {
        type: 'message',
        content:
          '## Orders of *today*\n\n| # | state |\n|--:|:--|\n| 1 | **paid by `card`** |\n\nSee [the list](https://a.example).[^1] Match `[^"]+`.',
      },
      'Message: Orders of today · # · state · 1 · paid by card · See the list. Match [^"]+.',
    ],
    [{ type: 'message', content: '{"total": 3, "currency": "EUR"}' }, 'Message: total: 3, currency: "EUR"'],
    [
      { type: 'message', role: 'assistant', phase: 'commentary', content: [{ type: 'output_text', text: 'Looking…' }] },
      'Message: commentary · Looking…',
    ],
    [
      { type: 'message', role: 'assistant', content: [{ type: 'refusal', refusal: 'I can’t help with that.' }] },
      'Message: I can’t help with that. | ! refused',
    ],
    [{ type: 'message', content: [{ type: 'output_text', text: '' }] }, 'Message: (empty text)'],
    [
      { type: 'message', content: [{ type: 'input_image' }, { type: 'input_file', filename: 'a_b.pdf' }] },
      'Message: image, a_b.pdf | 2 parts',
    ],
    [
      { type: 'reasoning', summary: [{ type: 'summary_text', text: '**Planning the lookup**\n\nBoth orders…' }] },
      'Reasoning: Planning the lookup',
    ],
    [
      {
        type: 'reasoning',
        summary: ['**Looking up `8841`**\n\nBoth…', 'More.', '**Deciding**'].map((text) => ({ type: 'summary_text', text })),
      },
      'Reasoning: Looking up 8841 · Deciding | 3 summaries',
    ],
    [
      { type: 'reasoning', summary: [], encrypted_content: 'gAAAAAB'.repeat(300) },
      'Reasoning: hidden: the server kept its text | encrypted 2.1 kB',
    ],
    [
      { type: 'function_call', name: 'search', namespace: 'shop', arguments: '{"customer":"C-1184","status":["paid"]}' },
      'shop.search: customer: "C-1184", status: ["paid"] | ! no output here: the next turn brings it',
    ],
    [{ type: 'function_call', name: 'f', arguments: '{"city": "Par' }, 'f: {"city": "Par | ! no output here: the next turn brings it'],
    [
      { type: 'function_call', name: 'f', arguments: { a: 1 }, caller: { type: 'program', caller_id: 'c' } },
      'f: a: 1 | ! no output here: the next turn brings it | called by a program',
    ],
    [
      {
        type: 'function_call',
        name: 'multi_tool_use.parallel',
        arguments:
          '{"tool_uses":[{"recipient_name":"functions.get","parameters":{"id":1}},{"recipient_name":"functions.put","parameters":{}}]}',
      },
      'multi_tool_use.parallel: 2 calls: functions.get(id: 1), functions.put() | ! no output here: the next turn brings it',
    ],
    [
      { type: 'custom_tool_call', name: 'run_sql', input: '-- orders\nSELECT 1' },
      'run_sql: SELECT 1 | ! no output here: the next turn brings it',
    ],
    [
      {
        type: 'web_search_call',
        action: {
          type: 'search',
          query: 'EU 14 day withdrawal right',
          sources: ['https://law.example/a', 'https://law.example/b', 'https://shop.example', 'no address'].map((url) => ({ url })),
        },
      },
      'Web search: “EU 14 day withdrawal right” → law.example, shop.example | 4 sources',
    ],
    [
      { type: 'web_search_call', action: { type: 'open_page', url: 'https://docs.shop.example/refunds' } },
      'Web search: opened docs.shop.example/refunds',
    ],
    [
      { type: 'web_search_call', action: { type: 'find_in_page', url: 'https://a.example', pattern: '14 days' } },
      'Web search: looked for “14 days” in a.example',
    ],
    [{ type: 'web_search_call', action: { type: 'search' } }, 'Web search: a search without a query'],
    [{ type: 'web_search_call', name: 'web_search', arguments: '{"query":"tides"}' }, 'Web search: “tides”'],
    [
      { type: 'file_search_call', queries: ['refund policy', 'vouchers'], results: [{ score: 0.4, filename: 'a.pdf' }, { score: 0.931 }] },
      'File search: “refund policy”, “vouchers” → a.pdf | 2 results | best score 0.93',
    ],
    [
      {
        type: 'code_interpreter_call',
        code: '# What is paid back\r\nimport math\r\n\r\nrefund = price * 2\r\n',
        outputs: [{ type: 'logs', logs: '\n----\n258.00\n' }, { type: 'image' }],
      },
      'Code interpreter: What is paid back → 258.00 | 4 lines | logs | 1 image',
    ],
    [
      {
        type: 'code_interpreter_call',
        code: 'import math\nmath.sqrt(-1)',
        outputs: [{ type: 'logs', logs: 'Traceback (most recent call last):\n  File "a", line 2\nValueError: math domain error\n' }],
      },
      'Code interpreter: math.sqrt(-1) → ValueError: math domain error | 2 lines | logs',
    ],
    [{ type: 'code_interpreter_call', arguments: '{"code":"print(2)"}' }, 'Code interpreter: print(2) | 1 line'],
    [
      { type: 'image_generation_call', revised_prompt: 'A harbour at dawn', size: '1024x1024', quality: 'low', result: PNG },
      'Image generation: “A harbour at dawn” | 1024x1024 | low | PNG image, 70 B',
    ],
    [
      { type: 'image_generation_call', result: null, error: { code: 'moderation_blocked', message: 'Refused by moderation' } },
      'Image generation: Refused by moderation | no image',
    ],
    [
      {
        type: 'computer_call',
        actions: [
          { type: 'click', button: 'left', x: 120, y: 340 },
          { type: 'type', text: 'hi' },
        ],
        pending_safety_checks: [{}],
      },
      'Computer: left click at 120, 340, type “hi” | ! 1 safety check to acknowledge | 2 actions',
    ],
    [
      { type: 'computer_call', action: { type: 'scroll', x: 1, y: 2, scroll_x: 0, scroll_y: 300 } },
      'Computer: scroll down 300 at 1, 2 | ! no output here: the next turn brings it',
    ],
    [
      { type: 'computer_call_output', output: { type: 'computer_screenshot', file_id: 'file_9' } },
      'Computer output: computer screenshot · file_9',
    ],
    [
      { type: 'local_shell_call', action: { type: 'exec', command: ['bash', '-lc', 'ls -la'], working_directory: '/srv' } },
      'Local shell: ls -la | ! no output here: the next turn brings it | in /srv',
    ],
    [
      { type: 'local_shell_call_output', output: '{"stdout":"\\u001b[31ma\\u001b[0m\\nb","exit_code":2}' },
      'Local shell output: a | ! exit 2',
    ],
    [{ type: 'local_shell_call_output', output: '{"rows":3}' }, 'Local shell output: rows: 3'],
    [
      {
        type: 'shell_call',
        action: { commands: ['npm test', 'git status'], timeout_ms: 20_000 },
        environment: { type: 'container_reference' },
      },
      'Shell: npm test (+1 more) | container reference | limit 20 s',
    ],
    [
      {
        type: 'shell_call_output',
        output: [{ stdout: '', stderr: 'no such file\n', outcome: { type: 'exit', exit_code: 1 } }, { outcome: { type: 'timeout' } }],
      },
      'Shell output: exit 1: no such file · timeout | ! exit 1, timeout',
    ],
    [
      { type: 'apply_patch_call', operation: { type: 'update_file', path: 'src/x.ts', diff: '@@\n-a\n+b\n+c' } },
      'Apply patch: update src/x.ts +2 −1 | ! no output here: the next turn brings it',
    ],
    [{ type: 'apply_patch_call_output', output: 'Done' }, 'Patch output: Done'],
    [
      { type: 'mcp_list_tools', server_label: 'docs', tools: [{ name: 'search' }, { name: 'read' }] },
      'MCP tools: docs: search, read | 2 tools',
    ],
    [{ type: 'mcp_call', server_label: 'docs', name: 'search', arguments: '{"q":"tls"}', output: '[]' }, 'docs.search: q: "tls" → []'],
    [
      {
        type: 'mcp_call',
        server_label: 'docs',
        name: 'read',
        arguments: '{}',
        error: { type: 'http_error', code: 502, message: 'Bad gateway' },
      },
      'docs.read: failed: Bad gateway',
    ],
    [{ type: 'mcp_call', server_label: 'docs', name: 'read', arguments: '{}', error: 'gone' }, 'docs.read: failed: gone'],
    [
      { type: 'mcp_approval_request', server_label: 'pay', name: 'refund', arguments: '{"order":8841}' },
      'MCP approval: pay.refund(order: 8841) | ! waiting for approval: the next turn must answer',
    ],
    [{ type: 'mcp_approval_response', approve: false, reason: 'too much' }, 'MCP approval answer: denied: too much'],
    [{ type: 'tool_search_call', arguments: { query: 'refunds' }, execution: 'server' }, 'Tool search: “refunds” | run by the server'],
    [
      { type: 'tool_search_call', arguments: { paths: ['shop.refund', 'shop.order'] }, execution: 'server' },
      'Tool search: shop.refund, shop.order | run by the server',
    ],
    [{ type: 'tool_search_output', tools: [{ type: 'function', name: 'refund' }] }, 'Tools found: refund | 1 tool'],
    [
      { type: 'tool_search_output', tools: [{ type: 'namespace', name: 'shop', tools: [{ name: 'refund' }, { name: 'order' }] }] },
      'Tools found: shop.refund, shop.order | 1 namespace, 2 tools',
    ],
    [
      { type: 'additional_tools', tools: [{ type: 'mcp', server_label: 'pay' }, { type: 'web_search' }] },
      'Tools added: pay, web_search | 2 tools',
    ],
    [
      { type: 'program', code: '// all orders\nconst orders = await tools.list();\n' },
      'Program: const orders = await tools.list(); | 2 lines',
    ],
    [{ type: 'program_output', result: '{"total":3}' }, 'Program output: total: 3'],
    [{ type: 'program_output', result: '[{"total":3},{"total":4}]' }, 'Program output: 2 entries, first: total: 3'],
    [
      { type: 'compaction', encrypted_content: 'x'.repeat(1200) },
      'Compaction: earlier context was compacted; only the server can read it | encrypted 1.2 kB',
    ],
    [{ type: 'configuration_update', reasoning: { effort: 'high' } }, 'Configuration update: reasoning effort high'],
    [{ type: 'item_reference', id: 'msg_1' }, 'Item reference: stands for msg_1'],
    [{ type: 'compaction_trigger' }, 'Compaction trigger: asks the server to compact the context here'],
    [
      { type: 'agent_message', author: 'checker', recipient: 'root', content: [{ type: 'output_text', text: 'Done.' }] },
      'Agent message: checker → root: Done.',
    ],
    [{ type: 'multi_agent_call', action: 'spawn_agent', arguments: '{"name":"checker"}' }, 'Agents: spawn agent(name: "checker")'],
    [
      { type: 'multi_agent_call_output', action: 'spawn_agent', output: [{ type: 'output_text', text: 'started' }] },
      'Agents output: spawn agent → started',
    ],
    [{ type: 'x_search_call', name: 'x_keyword_search', arguments: '{"query":"tides"}' }, 'X search: x_keyword_search · “tides”'],
    [{ type: 'shop:audit', reviewer: 'auto', level: 2 }, 'shop:audit: unknown type · reviewer: "auto", level: 2'],
    [{ id: 'x' }, 'No type: unknown type'],
  ])('%j', (item, expected) => {
    expect(line(item)).toBe(expected);
  });

  it('tells what came of a call where that is known', () => {
    const shell = { type: 'shell_call', action: { commands: ['npm test', 'git status'] } };
    const ended = { output: [{ outcome: { type: 'exit', exit_code: 1 } }, { outcome: { type: 'timeout' } }] };
    expect(line(shell, partner(ended))).toBe('Shell: npm test (+1 more) → exit 1, timeout');
    const patch = { type: 'apply_patch_call', operation: { type: 'delete_file', path: 'src/x.ts' } };
    expect(line(patch, partner({ status: 'failed' }))).toBe('Apply patch: delete src/x.ts → not applied');
    expect(line(patch, partner({ status: 'completed' }))).toBe('Apply patch: delete src/x.ts');
    const output = { type: 'apply_patch_call_output', status: 'failed', output: 'x.ts is in use' };
    expect(line(output, partner(patch))).toBe('Patch output: not applied · src/x.ts → x.ts is in use');
    expect(line({ ...output, status: 'completed', output: null }, partner(patch))).toBe('Patch output: src/x.ts → applied');
    const screen = { type: 'computer_call_output', output: { type: 'computer_screenshot' } };
    expect(line(screen, partner({ action: { type: 'click', button: 'left', x: 1, y: 2 } }))).toBe(
      'Computer output: the screen after: left click at 1, 2',
    );
    expect(line(screen, partner({ action: { type: 'screenshot' } }))).toBe('Computer output: computer screenshot');
  });

  it('names the calls that a program made', () => {
    const related = ['get', 'put', 'get'].map((name, position) => ({
      role: 'child call' as const,
      position,
      item: { type: 'function_call', name },
      onJump: () => undefined,
    }));
    expect(line({ type: 'program', code: 'const a = 1;' }, { related })).toBe('Program: called get ×2, put | 1 line | 3 calls');
  });

  it('names the call that an output answers', () => {
    const output = { type: 'function_call_output', output: '{"rate":0.2}' };
    expect(line(output, partner({ name: 'get_rate' }))).toBe('Function output: get_rate → rate: 0.2');
    expect(line({ ...output, name: 'own_name' })).toBe('Function output: own_name → rate: 0.2');
    expect(line({ type: 'custom_tool_call_output', output: '' }, partner({ name: 'run' }))).toBe('Custom tool output: run → (empty text)');
    expect(line({ type: 'mcp_approval_response', approve: true }, partner({ server_label: 'pay', name: 'refund' }))).toBe(
      'MCP approval answer: approved pay.refund',
    );
  });

  it('counts reasoning tokens for an item only when it is the only one', () => {
    const item = { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Short.' }] };
    expect(line(item, { reasoningTokens: 1216, reasoningItems: 1 })).toBe('Reasoning: Short. | 1,216 tokens');
    expect(line(item, { reasoningTokens: 1216, reasoningItems: 2 })).toBe('Reasoning: Short.');
  });

  it('stays short, whatever it is made of', () => {
    const huge = 'word '.repeat(200_000);
    for (const item of [
      { type: 'message', content: [{ type: 'output_text', text: huge }] },
      { type: 'function_call', name: huge, arguments: JSON.stringify({ a: huge }) },
      { type: 'x_new', list: Array.from({ length: 100_000 }, () => ({ text: huge })) },
      { type: 'function_call_output', output: huge },
    ]) {
      expect(line(item).length).toBeLessThan(700);
    }
  });
});

describe('itemStartsOpen', () => {
  it.each<readonly [JsonObject, boolean]>([
    [{ type: 'message' }, true],
    [{ type: 'agent_message' }, true],
    [{ type: 'reasoning' }, false],
    [{ type: 'function_call' }, false],
    [{ type: 'mcp_call', error: { message: 'no' } }, true],
    [{ type: 'mcp_call', error: null }, false],
    [{ type: 'web_search_call', status: 'failed' }, true],
    [{ type: 'x_new', error: 'it broke' }, true],
  ])('%j: %s', (item, expected) => {
    expect(itemStartsOpen(item)).toBe(expected);
  });

  it('leaves elements that are no objects closed', () => {
    for (const element of [undefined, null, 'text', 3, []]) expect(itemStartsOpen(element)).toBe(false);
  });
});
