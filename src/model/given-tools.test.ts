import { describe, expect, it } from 'vitest';
import { findTool, givenTools } from './given-tools.ts';

const schema = (name: string) => ({ type: 'object', properties: { [name]: { type: 'string' } } });

const TOOLS = givenTools({
  tools: [
    { type: 'function', name: 'get', parameters: schema('top') },
    { type: 'function', name: 'late', defer_loading: true },
    { type: 'web_search' },
    null,
    { type: 'namespace', name: 'crm', tools: [{ type: 'function', name: 'get', parameters: schema('crm') }] },
    { type: 'function', function: { name: 'nested', parameters: schema('nested') } },
  ],
  output: [
    { type: 'tool_search_output', tools: [{ type: 'function', name: 'late', parameters: schema('late') }] },
    { type: 'additional_tools', tools: [{ type: 'namespace', name: 'ops', tools: [{ type: 'function', name: 'restart' }] }] },
    { type: 'mcp_list_tools', server_label: 'tracker', tools: [{ name: 'get', input_schema: schema('mcp') }, 'x'] },
    'no item',
  ],
});

describe('findTool', () => {
  it.each([
    ['get', null, 'top'],
    ['get', 'crm', 'crm'],
    ['late', null, 'late'],
    ['nested', null, 'nested'],
  ])('%s in %s', (name, group, property) => {
    expect(findTool(TOOLS, 'function', name, group)?.schema).toEqual(schema(property));
  });

  it('finds a tool in a namespace that the call did not repeat, when the name is its alone', () => {
    expect(findTool(TOOLS, 'function', 'restart', null)?.group).toBe('ops');
    expect(findTool(TOOLS, 'function', 'restart', 'functions')?.source).toBe('additional_tools');
    expect(findTool(TOOLS, 'function', 'get', 'other')).toBeNull();
  });

  it('finds MCP tools by their server only', () => {
    expect(findTool(TOOLS, 'mcp', 'get', 'tracker')?.schema).toEqual(schema('mcp'));
    expect(findTool(TOOLS, 'mcp', 'get', 'elsewhere')).toBeNull();
  });

  it('finds nothing for other names, and nothing in a response without tools', () => {
    expect(findTool(TOOLS, 'function', 'constructor', null)).toBeNull();
    expect(findTool(TOOLS, 'function', null, null)).toBeNull();
    expect(givenTools({ tools: 'auto', output: null })).toEqual([]);
  });
});
