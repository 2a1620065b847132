// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '#base/json.ts';
import type { ItemContext } from './item-definition.ts';
import { ItemPanel } from './item-panel.tsx';

afterEach(cleanup);

const CONTEXT: ItemContext = {
  position: 2,
  partner: null,
  reasoningTokens: null,
  reasoningItems: 0,
  expectsJson: false,
  isUnfinished: false,
};

function show(item: JsonObject, context: Partial<ItemContext> = {}) {
  const { container } = render(<ItemPanel item={item} context={{ ...CONTEXT, ...context }} isOpen onToggle={() => undefined} linkTo="/" />);
  return container;
}

const SHOW_PLAN = {
  type: 'function',
  name: 'show_plan',
  description: 'A plan as JSON',
  strict: true,
  parameters: { properties: { plan: { type: 'string' } } },
};

/** One item of each type with every field that the reference names, and the words that a reader must find. */
const WHOLE: Readonly<Record<string, readonly [JsonObject, readonly string[]]>> = {
  tool_search_call: [
    { arguments: { query: 'terraform plan', limit: 5 }, call_id: 'call_1', execution: 'client' },
    ['query', 'terraform plan', 'limit', 'The client searches', 'call_1'],
  ],
  tool_search_output: [
    { call_id: 'call_1', execution: 'server', tools: [{ type: 'namespace', name: 'terraform', description: 'Plans', tools: [SHOW_PLAN] }] },
    ['1 namespace, 1 tool', 'terraform', 'show_plan', 'strict', 'A plan as JSON', 'planstring', 'found by the server', 'call_1'],
  ],
  additional_tools: [
    { role: 'developer', tools: [{ type: 'custom', name: 'run_rego', format: { type: 'grammar', definition: 'start: RULE' } }] },
    ['run_rego', 'custom', 'by the developer', 'start: RULE'],
  ],
  program: [
    { call_id: 'call_p', code: 'const a = await tools.get({});\nreturn a;', fingerprint: 'gAAAAAB'.repeat(40) },
    ['return a;', '280 B', 'call_p', '2 lines'],
  ],
  program_output: [{ call_id: 'call_p', result: '{"total":3}' }, ['"total": 3', 'call_p']],
  compaction: [{ encrypted_content: 'gAAAAAB'.repeat(300) }, ['folded into this item', 'the 2 items above', '2.1 kB']],
  compaction_trigger: [{}, ['fold everything above']],
  item_reference: [{ id: 'msg_7' }, ['msg_7', 'instead of sending it again']],
  configuration_update: [
    { reasoning: { effort: 'high' }, text: { format: { type: 'json_object' } } },
    ['reasoning.effort', 'high', 'text.format', 'json_object'],
  ],
  agent_message: [
    {
      author: 'checker',
      recipient: 'root',
      agent: { agent_name: 'checker' },
      content: [
        { type: 'output_text', text: '18 December.' },
        { type: 'encrypted_content', encrypted_content: 'x'.repeat(900) },
      ],
    },
    ['checker', 'root', '18 December.', '900 B', 'agent'],
  ],
  multi_agent_call: [
    { action: 'spawn_agent', call_id: 'call_m', arguments: '{"name":"checker"}', agent: { agent_name: 'root' } },
    ['Starts another agent', '"name": "checker"', 'call_m', 'root', 'spawn_agent'],
  ],
  multi_agent_call_output: [
    { action: 'spawn_agent', call_id: 'call_m', output: [{ type: 'output_text', text: 'agent started' }], agent: { agent_name: 'root' } },
    ['agent started', 'call_m', 'spawn_agent', 'root'],
  ],
  mcp_list_tools: [{ server_label: 'docs', tools: [{ name: 'read', input_schema: {} }], error: null }, ['docs', 'read']],
  mcp_call: [
    { server_label: 'docs', name: 'read', arguments: '{"p":1}', output: 'text', error: null, approval_request_id: 'mcpr_1' },
    ['docs', 'read', 'text', 'mcpr_1'],
  ],
  mcp_approval_request: [{ server_label: 'docs', name: 'read', arguments: '{}' }, ['docs.read', 'Waiting for approval']],
  mcp_approval_response: [{ approval_request_id: 'mcpr_1', approve: true, reason: 'Fine.' }, ['approved', 'Fine.', 'mcpr_1']],
};
const TYPES = Object.keys(WHOLE);

describe('every field that the API names', () => {
  it.each(TYPES)('%s: is shown in its own idiom, none in the list of the rest', (type) => {
    const [fields, words] = WHOLE[type] ?? [{}, []];
    const container = show({ ...fields, type, created_by: 'agent_backlog' });
    for (const each of [...words, 'agent_backlog']) expect(container.textContent).toContain(each);
    expect(screen.queryByText('Other fields')).toBeNull();
  });
});

describe('a program', () => {
  it('lists the calls it made and what it returned, and leads to them', () => {
    const onJump = vi.fn<() => void>();
    const related = [
      { role: 'child call' as const, position: 3, item: { type: 'function_call', name: 'get_load', arguments: '{"days":28}' }, onJump },
      { role: 'output' as const, position: 5, item: { type: 'program_output', result: '{"total":3}' }, onJump },
    ];
    const container = show({ type: 'program', code: 'return 1;' }, { related });
    expect(
      within(screen.getByRole('region', { name: 'Calls it made' }))
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual(['@3child callget_load(days: 28)']);
    expect(screen.getByRole('region', { name: 'What it returned' }).textContent).toContain('total: 3');
    expect(container.querySelector('h2')?.textContent).toContain('1 call');
    fireEvent.click(screen.getByRole('button', { name: 'Go to the child call, item 3' }));
    expect(onJump).toHaveBeenCalledOnce();
  });

  it('is named by its calls', () => {
    const related = [{ role: 'program' as const, position: 0, item: { type: 'program', code: 'return 1;' }, onJump: () => undefined }];
    show({ type: 'function_call', name: 'get_load', arguments: '{}', caller: { type: 'program', caller_id: 'call_p' } }, { related });
    expect(screen.getByRole('region', { name: 'Called by a program' }).textContent).toContain('@0programreturn 1;');
  });
});

/** Fields of these types, and what may stand in them where a server is wrong. */
const FIELDS = ['server_label', 'tools', 'error', 'name', 'arguments', 'output', 'approval_request_id', 'approve', 'reason', 'call_id', 'execution', 'role', 'code', 'fingerprint', 'result', 'encrypted_content', 'reasoning', 'text', 'author', 'recipient', 'content', 'action', 'agent', 'created_by']; // prettier-ignore
const word = fc.stringMatching(/^[a-z]{3,12}$/);
const value = fc.letrec<{ readonly any: JsonValue }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    word,
    fc.constantFrom(null, true, 7),
    fc.array(tie('any'), { maxLength: 2 }),
    fc.dictionary(
      fc.oneof(
        word,
        fc.constantFrom('type', 'name', 'text', 'properties', 'parameters', 'input_schema', 'description', 'message', 'content', 'tools'),
      ),
      tie('any'),
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
  ),
})).any;

describe('whatever a server sends', () => {
  it('is drawn without an error, and no word of it is lost', { timeout: 90_000 }, () => {
    const fields = fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 6, noNullPrototype: true });
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), fields, (type, drawn) => {
        const container = show({ ...drawn, type });
        expect(container.querySelector('[data-panel-error]')).toBeNull();
        const shown = container.textContent;
        const lost = Object.entries(drawn).flatMap(([name, held]) => stringsOf(held).filter((text) => !isShown(shown, name, text)));
        expect(lost).toEqual([]);
        cleanup();
      }),
      { numRuns: 80 },
    );
  });
});

/** What is sealed may stand as its size. */
function isShown(shown: string, name: string, text: string): boolean {
  const isSealed = name === 'fingerprint' || name === 'encrypted_content';
  return shown.includes(text) || (isSealed && shown.includes(formatBytes(utf8Length(text))));
}

function stringsOf(held: JsonValue): readonly string[] {
  if (typeof held === 'string') return [held];
  if (isJsonArray(held)) return held.flatMap(stringsOf);
  return isJsonObject(held) ? Object.values(held).flatMap(stringsOf) : [];
}
