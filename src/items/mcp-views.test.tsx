// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { givenTools } from '#model/given-tools.ts';
import type { RelatedItem } from './item-definition.ts';
import { show } from './item-fixtures.tsx';

afterEach(cleanup);

const related = (role: RelatedItem['role'], position: number, item: JsonObject, onJump = () => undefined): RelatedItem => ({
  role,
  position,
  item,
  onJump,
});

const LIST = {
  type: 'mcp_list_tools',
  server_label: 'tracker',
  tools: [
    {
      name: 'search',
      description: 'Finds issues.',
      input_schema: { type: 'object', properties: { query: { type: 'string', description: 'Words to look for' } }, required: ['query'] },
      annotations: { readOnlyHint: true },
    },
    { name: 'close', input_schema: {}, annotations: { read_only: false, destructive: true } },
  ],
};

describe('mcp_list_tools', () => {
  it('names the server and each tool, with what it does to the world and what it takes', () => {
    const container = show(LIST);
    const tools = within(screen.getByRole('list', { name: 'Tools of the server' })).getAllByRole('listitem');
    expect(tools.map((tool) => tool.querySelector('summary')?.textContent)).toEqual([
      'searchFinds issues.read-only',
      'closechanges thingsdestructive',
    ]);
    expect(tools[0]?.querySelector('table')?.textContent).toContain('querystring, requiredWords to look for');
    expect(container.textContent).toContain('server_labeltracker');
    expect(container.textContent).toContain('2 tools');
  });

  it('says why a server listed nothing', () => {
    show({ type: 'mcp_list_tools', server_label: 'wiki', tools: [], error: 'The server answered 502.' });
    expect(screen.getByRole('note').textContent).toBe('The server could not list its toolsThe server answered 502.');
  });
});

describe('mcp_call', () => {
  const call = { type: 'mcp_call', server_label: 'tracker', name: 'search', arguments: '{"query":"tls"}' };

  it('lays out arguments and the JSON in the output', () => {
    const container = show({ ...call, output: '[{"number":402}]', error: null, approval_request_id: null });
    expect([...container.querySelectorAll('pre')].map((block) => block.textContent)).toEqual([
      '{\n  "query": "tls"\n}',
      '[\n  {\n    "number": 402\n  }\n]',
    ]);
    expect(screen.getByText('approval_request_id').textContent).toBe('approval_request_id null');
  });

  it('checks the arguments against what the server listed', async () => {
    show({ ...call, arguments: '{"query":7}' }, { tools: givenTools({ output: [LIST] }) });
    expect(await screen.findByText('1 problem')).toBeTruthy();
    expect(screen.getByText(/listed by the server/)).toBeTruthy();
  });

  it.each<readonly [string, JsonObject[string], string]>([
    ['a string', 'upstream closed the connection', 'The call failedupstream closed the connection'],
    [
      'an execution error',
      { type: 'mcp_tool_execution_error', content: [{ type: 'text', text: 'No issue 4021.' }] },
      'The tool ran and failedNo issue 4021.typemcp_tool_execution_error',
    ],
    [
      'a protocol error',
      { type: 'mcp_protocol_error', code: -32602, message: 'Invalid params' },
      'The server refused the callInvalid paramstypemcp_protocol_errorcode-32602',
    ],
    [
      'an HTTP error',
      { type: 'http_error', code: 504, message: 'Gateway Timeout' },
      'The server could not be reachedGateway Timeouttypehttp_errorcode504',
    ],
    ['an error of another shape', { reason: 'unknown' }, 'The call failedreasonunknown'],
  ])('shows %s', (_, error, text) => {
    show({ ...call, output: null, error });
    expect(screen.getByRole('note').textContent).toBe(text);
    expect(screen.queryByText('No output was sent.')).toBeNull();
  });

  it('says that an answer is still to come, and names the approval it had', () => {
    const onJump = vi.fn<() => undefined>();
    const answer = related('approval answer', 1, { type: 'mcp_approval_response', approve: true, reason: 'Go on.' }, onJump);
    const container = show({ ...call, status: 'calling', approval_request_id: 'mcpr_1' }, { related: [answer] });
    expect(container.textContent).toContain('The server has not answered yet.');
    expect(screen.getByRole('region', { name: 'Approval' }).textContent).toContain('approved · “Go on.”');
    fireEvent.click(screen.getByRole('button', { name: 'Go to the approval answer, item 1' }));
    expect(onJump).toHaveBeenCalledOnce();
  });
});

describe('an approval', () => {
  const request = { type: 'mcp_approval_request', id: 'mcpr_1', server_label: 'pay', name: 'refund', arguments: '{"order":8841}' };

  it('waits visibly, and offers the answers to copy', () => {
    const container = show(request);
    expect(screen.getByRole('note').textContent).toContain('Waiting for approval: pay.refund');
    expect(screen.getByRole('button', { name: 'Copy an approval' })).toBeTruthy();
    expect(container.querySelector('pre')?.textContent).toContain('"order": 8841');
  });

  it('says the verdict, and leads to the answer and the call', () => {
    const thread = [
      related('approval answer', 3, { type: 'mcp_approval_response', approve: true }),
      related('approved call', 4, { type: 'mcp_call', server_label: 'pay', name: 'refund', arguments: '{"order":8841}', error: 'gone' }),
    ];
    show(request, { related: thread });
    expect(screen.getByRole('note').textContent).toBe('Approved: pay.refund');
    const rows = within(screen.getByRole('region', { name: 'What came of it' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      '@3approval answerapproved',
      '@4approved callpay.refund(order: 8841) · failed: gone',
    ]);
    cleanup();
    show(request, { related: [related('approval answer', 3, { approve: false })] });
    expect(screen.getByRole('note').textContent).toBe('Denied: pay.refund');
  });

  it('is answered with a verdict and a reason', () => {
    const answer = { type: 'mcp_approval_response', approval_request_id: 'mcpr_1', approve: false, reason: 'Too much.' };
    const container = show(answer, { related: [related('approval request', 0, request)] });
    expect(container.textContent).toContain('deniedToo much.');
    expect(container.textContent).toContain('@0approval requestpay.refund(order: 8841)');
    expect(container.textContent).toContain('mcpr_1');
    cleanup();
    expect(show({ ...answer, approve: 'maybe', reason: null }).textContent).toContain('neither approved nor deniedno reason given');
  });
});
