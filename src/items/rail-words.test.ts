import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import type { ItemContext } from './item-definition.ts';
import { railWords } from './rail-words.ts';

const CONTEXT: ItemContext = {
  position: 4,
  partner: null,
  reasoningTokens: null,
  reasoningItems: 0,
  expectsJson: false,
  isUnfinished: false,
};

function words(item: JsonObject, context: Partial<ItemContext> = {}) {
  return railWords(item, { ...CONTEXT, ...context });
}

/** A row as it reads. */
function row(item: JsonObject, context: Partial<ItemContext> = {}): string {
  const { title, isTitleShown, summary, note, measure } = words(item, context);
  return [isTitleShown ? `${title}: ${summary}` : summary, note === null ? measure : `${note.tone} ${note.text}`].join(' | ');
}

describe('a row of the rail', () => {
  it('leaves the title to the icon where the summary is what counts', () => {
    expect(row({ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Order **8841** is late.' }] })).toBe(
      'Order 8841 is late. | 105 B',
    );
    expect(row({ type: 'reasoning', summary: [{ type: 'summary_text', text: '**Planning**\n\nFirst…' }] })).toBe('Planning | 90 B');
    expect(words({ type: 'message', role: 'assistant', content: 'Hello' }).title).toBe('Message');
  });

  it('names who speaks where that is not the assistant', () => {
    const speaks = (role: string) => words({ type: 'message', role, content: 'Yes.' }, { hasManySpeakers: true }).summary;
    expect([speaks('user'), speaks('assistant')]).toEqual(['user · Yes.', 'Yes.']);
  });

  it('names tools', () => {
    expect(row({ type: 'function_call', name: 'search_orders', arguments: '{"customer":"C-1"}' }, { isUnfinished: true })).toMatch(
      /^search_orders: customer: "C-1" \| \d+ B$/,
    );
    expect(row({ type: 'web_search_call', action: { type: 'search', query: 'withdrawal' } })).toMatch(/^Web search: “withdrawal” \|/);
  });

  it('says what an output answers only where the call does not stand right above it', () => {
    const output = { type: 'function_call_output', call_id: 'c', output: 'done' };
    const call = { type: 'function_call', name: 'ship_order' };
    const partnerAt = (position: number) => ({ partner: { position, item: call, onJump: () => undefined } });
    expect(words(output, partnerAt(3)).summary).toBe('done');
    expect(words(output, partnerAt(1)).summary).toBe('ship_order → done');
  });

  it('puts what to look at first before the size, in few words', () => {
    const call = { type: 'function_call', name: 'f', arguments: '{}' };
    expect(row(call)).toBe('f:  | warning no output here');
    expect(row({ type: 'mcp_call', name: 'f', arguments: '{}', server_label: 's', error: 'refused' })).toMatch(/\| error failed$/);
    expect(row({ ...call, status: 'in_progress' }, { isUnfinished: true })).toMatch(/\| neutral in progress$/);
    expect(row({ type: 'web_search_call', status: 'incomplete' })).toMatch(/\| warning incomplete$/);
    expect(words({ type: 'web_search_call', status: 'a status that somebody made up' }).note?.text.length).toBeLessThanOrEqual(18);
  });

  it('reads elements that are no items', () => {
    expect(railWords('loose text', CONTEXT)).toMatchObject({ title: 'Not an item', summary: '"loose text"', note: null });
  });
});
