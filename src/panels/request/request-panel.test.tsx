// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { HIDDEN_SECRET } from '#model/request-fields.ts';
import { SPECIFIED_FIELDS } from '#protocol/response-fields.ts';
import { createStore } from '#base/store.ts';
import { SoughtContext, soughtValue, type Sought } from '#ui/sought.ts';
import { RequestPanel } from './request-panel.tsx';

afterEach(cleanup);

/** A property mounts dozens of panels; a loaded machine takes its time. */
const SLOW = 60_000;

function recordingOf(response: JsonObject): Recording {
  return { kind: 'json', source: { kind: 'paste' }, bytes: new Uint8Array(), text: '', response, receivedAt: 0 };
}

function show(response: JsonObject) {
  return render(<RequestPanel recording={recordingOf(response)} expansion={null} />);
}

/** A row is a name with one value, or two where the second needs the whole width. */
function valueText(term: Element): string {
  return [...(term.parentElement?.querySelectorAll(':scope > dd') ?? [])].map((value) => value.textContent).join('\n');
}

/** The value text of each row by its wire name, as rendered. */
function rows(container: HTMLElement): ReadonlyMap<string, string> {
  const terms = [...container.querySelectorAll('dt')];
  return new Map(terms.map((term) => [term.textContent, valueText(term)]));
}

const FULL: Readonly<Record<(typeof SPECIFIED_FIELDS)[number], { readonly value: JsonValue; readonly text: string }>> = {
  id: { value: 'resp_42', text: 'resp_42' },
  object: { value: 'response', text: 'response' },
  created_at: { value: 1_795_300_000, text: '17953000002026-11-21 22:26:40' },
  completed_at: { value: 1_795_300_012, text: '12 s after created_at' },
  status: { value: 'incomplete', text: 'incomplete' },
  incomplete_details: { value: { reason: 'max_output_tokens' }, text: 'the answer reached max_output_tokens' },
  model: { value: 'gpt-5.5-2026-04-23', text: 'gpt-5.5-2026-04-23' },
  previous_response_id: { value: 'resp_41', text: 'resp_41' },
  instructions: { value: 'Answer\nin two lines.', text: 'Answer\nin two lines.' },
  output: { value: [{}, {}], text: '2 items → Output tab' },
  error: { value: { code: 'server_error', message: 'Try again.' }, text: '2 fields' },
  tools: { value: [{ type: 'function', name: 'search_orders' }], text: '1 tool' },
  tool_choice: { value: 'required', text: 'some tool must be called' },
  truncation: { value: 'disabled', text: 'disabled' },
  parallel_tool_calls: { value: true, text: 'true' },
  text: { value: { verbosity: 'low', format: { type: 'json_object' } }, text: 'any JSON object · verbosity low' },
  top_p: { value: 0.98, text: '0.98' },
  presence_penalty: { value: 0, text: '0' },
  frequency_penalty: { value: -0.5, text: '-0.5' },
  top_logprobs: { value: 3, text: '3' },
  temperature: { value: 1, text: '1' },
  reasoning: { value: { effort: 'high', summary: 'auto' }, text: 'effort high · summary auto' },
  usage: { value: { total_tokens: 1_932 }, text: '1,932 tokens → Usage tab' },
  max_output_tokens: { value: 4_096, text: '4096' },
  max_tool_calls: { value: 8, text: '8' },
  store: { value: false, text: 'false' },
  background: { value: true, text: 'true' },
  service_tier: { value: 'default', text: 'default' },
  metadata: { value: { ticket: 'T-17' }, text: '1 pair' },
  safety_identifier: { value: 'user-9', text: 'user-9' },
  prompt_cache_key: { value: 'refunds-v2', text: 'refunds-v2' },
};

describe('the 31 specified fields', () => {
  it('are shown with what was sent', () => {
    const { container } = show(Object.fromEntries(SPECIFIED_FIELDS.map((name) => [name, FULL[name].value])));
    const shown = rows(container);
    for (const name of SPECIFIED_FIELDS) expect(shown.get(name), name).toContain(FULL[name].text);
    expect(shown.get('error.message')).toBe('Try again.');
    expect(shown.get('text.format.type')).toBe('json_object');
    expect(shown.get('metadata.ticket')).toBe('T-17');
  });

  it('are shown as null', () => {
    const { container } = show(Object.fromEntries(SPECIFIED_FIELDS.map((name) => [name, null])));
    const shown = rows(container);
    for (const name of SPECIFIED_FIELDS) expect(shown.get(name), name).toMatch(/^null/);
  });

  it('are shown as not sent', () => {
    const shown = rows(show({}).container);
    for (const name of SPECIFIED_FIELDS) expect(shown.get(name), name).toBe('not sent');
  });

  it('are shown as JSON when their type is wrong', () => {
    const { container } = show(Object.fromEntries(SPECIFIED_FIELDS.map((name) => [name, ['odd', 7]])));
    const shown = rows(container);
    const lists = new Set<string>(['output', 'tools', 'instructions']);
    for (const name of SPECIFIED_FIELDS.filter((field) => !lists.has(field))) expect(shown.get(name), name).toMatch(/odd.*7/s);
    expect(shown.get('tools')).toMatch(/odd.*7/s);
    expect(shown.get('instructions')).toMatch(/odd.*7/s);
    expect(shown.get('output')).toBe('2 items → Output tab');
  });
});

it('shows a text of white space as JSON, since a box of it would look empty', () => {
  const { container } = show({ metadata: { note: '\n\n' } });
  expect(rows(container).get('metadata.note')).toBe(String.raw`"\n\n"`);
});

it('tells the string "null", an empty string and a number in a string from the real thing', () => {
  const shown = rows(show({ user: 'null', prompt_cache_key: '', safety_identifier: '7' }).container);
  expect([shown.get('user'), shown.get('prompt_cache_key'), shown.get('safety_identifier')].map((text) => text?.slice(0, 6))).toEqual([
    '"null"',
    '""',
    '"7"',
  ]);
});

it(
  'shows every top-level key of any body',
  () => {
    const showsAll = fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { maxKeys: 6 }), (body) => {
      const { container, unmount } = show(body as JsonObject);
      const shown = rows(container);
      unmount();
      return Object.keys(body).every((name) => shown.has(name));
    });
    expect(() => fc.assert(showsAll, { numRuns: 15 })).not.toThrow();
  },
  SLOW,
);

it(
  'renders any JSON in any field without throwing, open and closed',
  () => {
    const renders = fc.property(
      fc.constantFrom(...SPECIFIED_FIELDS, 'moderation', 'prompt', 'content_filters', 'unknown'),
      fc.jsonValue(),
      (name, value) => {
        const response = { [name]: value } as JsonObject;
        const { container, rerender, unmount } = show(response);
        const isShown = rows(container).has(name);
        rerender(<RequestPanel recording={recordingOf(response)} expansion={{ to: 'all', count: 1 }} />);
        rerender(<RequestPanel recording={recordingOf(response)} expansion={{ to: 'none', count: 2 }} />);
        unmount();
        return isShown;
      },
    );
    expect(() => fc.assert(renders, { numRuns: 25 })).not.toThrow();
  },
  SLOW,
);

describe('tools', () => {
  const tools = [
    {
      type: 'function',
      name: 'search_orders',
      description: 'Finds orders of a customer.',
      parameters: { properties: { customer: { type: 'string' } } },
    },
    {
      type: 'mcp',
      server_label: 'crm',
      server_url: 'https://crm.shop.example/mcp',
      authorization: 'Bearer very-secret',
      headers: { 'X-Tenant': 'shop-7' },
    },
  ];

  it('start as one line each and open to every setting', () => {
    show({ tools });
    const header = screen.getByRole('button', { name: /search_orders.*\(customer\?\).*Finds orders/s });
    expect(header.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(header);
    expect(header.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('tree', { name: 'parameters' }).textContent).toContain('customer');
  });

  it('never show the credentials of an MCP server', () => {
    const { container } = render(
      <RequestPanel recording={recordingOf({ tools, vendor_echo: tools[1] ?? null })} expansion={{ to: 'all', count: 1 }} />,
    );
    expect(container.textContent).toContain('crm.shop.example');
    expect(container.textContent).toContain(HIDDEN_SECRET);
    expect(container.textContent).toContain('X-Tenant');
    expect(container.innerHTML).not.toMatch(/very-secret|shop-7/);
  });
});

it('reads instructions that are a list of messages, and keeps what it cannot read', () => {
  const { container } = show({
    instructions: [
      {
        type: 'message',
        role: 'developer',
        content: [
          { type: 'input_text', text: 'Be brief.' },
          { type: 'input_image', file_id: 'file_9' },
        ],
      },
      { type: 'compaction', encrypted_content: 'sealed' },
    ],
  });
  const text = rows(container).get('instructions');
  for (const part of ['2 items', 'developer', 'Be brief.', 'file_9', 'sealed']) expect(text).toContain(part);
});

describe('sections', () => {
  it('are headings that close to one line and follow Expand all and Collapse all', () => {
    const recording = recordingOf({ temperature: 0.2, top_p: 1 });
    const { rerender } = render(<RequestPanel recording={recording} expansion={null} />);
    const heading = screen.getByRole('heading', { level: 2, name: 'Sampling' });
    const button = within(heading).getByRole('button');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(button);
    expect(screen.getByRole('heading', { name: 'Sampling temperature 0.2 · top_p 1' })).toBeDefined();
    expect(screen.queryByText('presence_penalty')).toBeNull();
    rerender(<RequestPanel recording={recording} expansion={{ to: 'all', count: 1 }} />);
    expect(screen.getByText('presence_penalty')).toBeDefined();
    rerender(<RequestPanel recording={recording} expansion={{ to: 'none', count: 2 }} />);
    expect(screen.queryByText('presence_penalty')).toBeNull();
    rerender(<RequestPanel recording={recording} expansion={{ to: 'none', count: 3 }} />);
    expect(screen.queryByText('presence_penalty')).toBeNull();
  });
});

it('opens the section, the tool and the rows that a place asked for is in, and goes there', async () => {
  const schema = {
    type: 'object',
    properties: { deep: { properties: { deeper: { properties: { city: { description: 'Where to' } } } } } },
  };
  const response: JsonObject = { id: 'resp_42', tools: [{ type: 'function', name: 'find_hotel', parameters: schema }] };
  const path = ['tools', 0, 'parameters', 'properties', 'deep', 'properties', 'deeper', 'properties', 'city', 'description'];
  const sought = createStore<Sought | null>(null);
  const view = (reveal: { readonly path: typeof path; readonly count: number } | null) => (
    <SoughtContext value={sought}>
      <RequestPanel recording={recordingOf(response)} expansion={{ to: 'none', count: 1 }} reveal={reveal} />
    </SoughtContext>
  );
  const { rerender } = render(view(null));
  expect(screen.queryByText(/Where to/)).toBeNull();
  sought.set(soughtValue(response, path));
  rerender(view({ path, count: 1 }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Where to'));
  expect(document.activeElement?.getAttribute('data-path')).toBe(`/${path.join('/')}`);
});
