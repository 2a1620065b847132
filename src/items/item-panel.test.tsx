// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { OTHER_ITEM_TYPES, OUTPUT_ITEM_TYPES } from '#protocol/item-types.ts';
import type { ItemContext } from './item-definition.ts';
import { ItemPanel } from './item-panel.tsx';
import { CONTEXT } from './item-fixtures.tsx';

afterEach(cleanup);

function show(item: JsonValue, context: Partial<ItemContext> = {}, isOpen = true) {
  const onToggle = vi.fn<(position: number) => void>();
  const { container } = render(
    <ItemPanel
      item={item}
      context={{ ...CONTEXT, position: 4, ...context }}
      isOpen={isOpen}
      onToggle={onToggle}
      linkTo="/responses/resp_1?item=@4"
    />,
  );
  const article = container.querySelector('article');
  if (article === null) throw new Error('no article was drawn');
  return { article, onToggle };
}

const ALL_TYPES = [...OUTPUT_ITEM_TYPES, ...OTHER_ITEM_TYPES];
/** Every field that some view reads. */
const FIELDS = ['id', 'status', 'role', 'phase', 'content', 'summary', 'encrypted_content', 'call_id', 'name', 'namespace', 'arguments', 'input', 'output', 'outputs', 'action', 'actions', 'queries', 'results', 'code', 'result', 'error', 'operation', 'tools', 'server_label', 'caller', 'environment', 'pending_safety_checks', 'author', 'approve', 'reason', 'text', 'reasoning']; // prettier-ignore
const PARTS = [
  'output_text',
  'refusal',
  'input_text',
  'input_image',
  'input_file',
  'input_audio',
  'output_audio',
  'input_video',
  'encrypted_content',
  'computer_screenshot',
  'x_new',
];

const PART_FIELDS = ['text', 'refusal', 'annotations', 'image_url', 'file_data', 'data', 'logprobs'];

describe('ItemPanel', () => {
  it('is an article with its place, type and ID, named by what it is', () => {
    const { article } = show({ type: 'function_call', id: 'fc_1', name: 'search_orders', arguments: '{}' });
    expect(article.dataset).toMatchObject({ itemType: 'function_call', itemId: 'fc_1', position: '4', family: 'tool-call' });
    expect(article.getAttribute('aria-label')).toBe('4 Function call search_orders');
  });

  it('shows one line while closed, and asks to be opened by its position', () => {
    const { article, onToggle } = show({ type: 'x_audit_note', reviewer: 'auto', level: 2 }, {}, false);
    const header = within(article).getByRole('button', { expanded: false });
    expect(header.textContent).toContain('unknown type · reviewer: "auto", level: 2');
    expect(within(article).queryByText('Other fields')).toBeNull();
    fireEvent.click(header);
    expect(onToggle).toHaveBeenCalledWith(4);
  });

  it('says a status only when it is not how things should be', () => {
    show({ type: 'web_search_call', status: 'searching' }, {}, false);
    expect(screen.getByText('searching')).toBeTruthy();
    cleanup();
    show({ type: 'web_search_call', status: 'completed' }, {}, false);
    expect(screen.queryByText('completed')).toBeNull();
  });

  it('jumps between a call and its output', () => {
    const onJump = vi.fn<() => void>();
    show({ type: 'function_call', call_id: 'c' }, { partner: { position: 5, item: {}, onJump } }, false);
    fireEvent.click(screen.getByRole('button', { name: 'Output: @5' }));
    expect(onJump).toHaveBeenCalledOnce();
    cleanup();
    show({ type: 'function_call_output', call_id: 'c' }, { partner: { position: 4, item: { name: 'f' }, onJump } }, false);
    expect(screen.getByRole('button', { name: 'Call: @4' })).toBeTruthy();
  });

  it('says that a call still needs its output, but not while the response is being made', () => {
    const call = { type: 'function_call', call_id: 'c', name: 'f' };
    show(call, {}, false);
    expect(screen.getByText('no output here: the next turn brings it')).toBeTruthy();
    cleanup();
    show(call, { isUnfinished: true }, false);
    expect(screen.queryByText('no output here: the next turn brings it')).toBeNull();
  });

  it('offers a link to itself that is a link, once the pointer is there', () => {
    const { article } = show({ type: 'message' }, {}, false);
    expect(within(article).queryByRole('link')).toBeNull();
    fireEvent.pointerEnter(article);
    expect(within(article).getByRole('link', { name: 'Copy link to item 4' }).getAttribute('href')).toBe('/responses/resp_1?item=@4');
  });

  it('lists fields that no one named under “Other fields”', () => {
    show({ type: 'message', id: 'm', role: 'assistant', content: [], created_by: 'user_7', metadata: { turn: 3 } });
    const section = screen.getByRole('region', { name: 'Other fields' });
    expect(section.textContent).toBe('Other fieldsmetadata{"turn":3}');
  });

  it('sets apart what its view knows but cannot read', () => {
    show({ type: 'file_search_call', queries: 'lamps', results: 12, odd: 1 });
    expect(screen.getByRole('region', { name: 'Sent in another form than usual' }).textContent).toContain('querieslampsresults12');
    expect(screen.getByRole('region', { name: 'Other fields' }).textContent).toBe('Other fieldsodd1');
  });

  it('says of every item who made it, and which agent it belongs to', () => {
    const { article } = show({ type: 'reasoning', created_by: 'user_7', agent: { agent_name: 'checker' } });
    expect(article.textContent).toContain('created_byuser_7');
    expect(article.textContent).toContain('agentchecker');
    expect(article.querySelector('h2')?.textContent).toContain('agent checker');
    cleanup();
    expect(show({ type: 'reasoning', agent: { agent_name: 'checker', depth: 2 } }).article.textContent).toContain('"depth":2');
  });

  it.each<readonly [JsonValue, string]>([
    [null, 'null'],
    ['just text', 'just text'],
    [42, '42'],
    [[1, 2], '[1,2]'],
  ])('shows an element that is no object as what it is: %j', (element, shown) => {
    const { article } = show(element);
    expect(article.textContent).toContain('Items are objects; here the server sent');
    expect(article.textContent).toContain(shown);
  });

  it('makes characters that reorder text visible in names', () => {
    const { article } = show({ type: 'function_call', name: 'pay\u202Eeurt', arguments: '{"to":"\u202Ebob"}' }, {}, false);
    expect(article.textContent).toContain('pay⟨U+202E⟩eurt');
    expect(article.textContent).not.toContain('\u202E');
  });

  it.each(ALL_TYPES)('%s: draws an item that has nothing but its type', (type) => {
    const { article } = show({ type });
    expect(article.textContent).toContain(type);
    expect(article.querySelector('[data-panel-error]')).toBeNull();
  });

  it.each(ALL_TYPES)('%s: draws fields of the wrong kind', (type) => {
    for (const wrong of [null, 7, [null, {}], { text: [] }] satisfies JsonValue[]) {
      const { article } = show({ ...Object.fromEntries(FIELDS.map((name) => [name, wrong])), type });
      expect(article.querySelector('[data-panel-error]'), JSON.stringify(wrong)).toBeNull();
      cleanup();
    }
  });

  it('draws whatever stands in the fields of any type', { timeout: 60_000 }, () => {
    const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>;
    const part = fc.tuple(fc.dictionary(fc.constantFrom(...PART_FIELDS), value, { noNullPrototype: true }), fc.constantFrom(...PARTS));
    const parts = fc.array(
      part.map(([fields, type]) => ({ ...fields, type })),
      { maxLength: 2 },
    );
    const fields = fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(value, parts), { minKeys: 3, maxKeys: 8, noNullPrototype: true });
    fc.assert(
      fc.property(fc.constantFrom(...ALL_TYPES), fields, (type, drawn) => {
        const { article } = show({ ...drawn, type });
        expect(article.querySelector('[data-panel-error]')).toBeNull();
        cleanup();
      }),
      { numRuns: 60 },
    );
  });
});
