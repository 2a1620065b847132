// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { show } from './item-fixtures.tsx';

afterEach(cleanup);

const entriesOf = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem');
const textsOf = (name: string) => entriesOf(name).map((entry) => entry.textContent);

describe('web search', () => {
  const search = (action: JsonObject, rest: JsonObject = {}): JsonObject => ({
    type: 'web_search_call',
    status: 'completed',
    action,
    ...rest,
  });

  it('says what was searched for, and lists sources as links that name their host', () => {
    const container = show(
      search({
        type: 'search',
        query: 'withdrawal right',
        queries: ['withdrawal right', 'delivery date'],
        sources: [
          { type: 'url', url: 'https://law.example/14-days?topic=delivery#start' },
          { type: 'api', name: 'weather-feed' },
          { type: 'url', url: 'https://shop.example', title: 'Shop', region: 'EU' },
        ],
      }),
    );
    expect(textsOf('Queries')).toEqual(['withdrawal right', 'delivery date']);
    expect(textsOf('Sources')).toEqual([
      '1https://law.example/14-days?topic=delivery#starturl',
      '2weather-feedapi',
      expect.stringContaining('3Shophttps://shop.example'),
    ]);
    expect(entriesOf('Sources')[2]?.textContent).toContain('regionEU');
    const link = screen.getByRole('link', { name: /law\.example/ });
    expect([link.getAttribute('rel'), link.getAttribute('href')]).toEqual([
      'noopener noreferrer',
      'https://law.example/14-days?topic=delivery#start',
    ]);
    expect(container.textContent).not.toContain('include=');
  });

  it('never links what is not safe, and names the real host behind a name in front of it', () => {
    show(
      search({
        type: 'search',
        query: 'q',
        sources: [{ url: 'javascript:alert(1)' }, { url: 'https://bank.example@evil.example/' }, { url: 'https:\\\\odd.example\\a' }],
      }),
    );
    expect(
      within(screen.getByRole('list', { name: 'Sources' }))
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['https://bank.example@evil.example/ evil.example', 'https:\\\\odd.example\\a odd.example']);
    expect(entriesOf('Sources')[0]?.textContent).toBe('1javascript:alert(1)');
  });

  it('says how to get sources that were left out, but not while the search runs', () => {
    expect(show(search({ type: 'search', query: 'q' })).textContent).toContain(
      'Sources not sent: ask with include=web_search_call.action.sources',
    );
    cleanup();
    expect(show(search({ type: 'search', query: 'q', sources: [] })).textContent).toContain('No sources.');
    cleanup();
    expect(show(search({ type: 'search', query: 'q' }, { status: 'searching' })).textContent).not.toContain('include=');
    cleanup();
    expect(show(search({ type: 'open_page', url: 'https://a.example' })).textContent).not.toContain('include=');
  });

  it('tells an opened page and a search inside one', () => {
    expect(show(search({ type: 'open_page', url: 'https://docs.example/a' })).textContent).toContain('opened https://docs.example/a');
    cleanup();
    const found = show(search({ type: 'find_in_page', url: 'https://docs.example/a', pattern: 'session.timeout' }));
    expect(found.textContent).toContain('looked for session.timeout in https://docs.example/a');
    cleanup();
    expect(show(search({ type: 'open_page', url: null })).textContent).toContain('a page whose address the server did not send');
  });

  it('lists results with title, link and snippet', () => {
    show(
      search(
        { type: 'open_page', url: 'https://a.example' },
        {
          results: [
            {
              type: 'text_result',
              title: 'Membership',
              url: 'https://docs.example/m',
              snippet: 'A member may come back.',
              date: '2026-01-02',
            },
          ],
        },
      ),
    );
    const [result] = entriesOf('Results');
    for (const words of ['Membership', 'https://docs.example/m', 'A member may come back.', 'date2026-01-02'])
      expect(result?.textContent).toContain(words);
  });

  it('says that there is no action, and whether one may still come', () => {
    expect(show({ type: 'web_search_call', status: 'in_progress', action: null }).textContent).toContain(
      'What it searches for is not known yet',
    );
    cleanup();
    expect(show({ type: 'web_search_call', status: 'completed' }).textContent).toContain('The server did not say what was searched for.');
    cleanup();
    expect(show(search({ type: 'search' })).textContent).toContain('The server sent no query.');
  });

  it('shows the first of many sources, and all on demand', () => {
    show(search({ type: 'search', query: 'q', sources: Array.from({ length: 30 }, (_, index) => ({ url: `https://s${index}.example` })) }));
    expect(entriesOf('Sources').length).toBe(20);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 30 sources' }));
    expect(entriesOf('Sources').length).toBe(30);
  });
});

describe('searches sent as calls', () => {
  it.each(['web_search_call', 'x_search_call'])('%s: the query stands out, arguments, name and the empty call ID are there', (type) => {
    const container = show({
      type,
      name: 'x_semantic_search',
      arguments: '{"query":"scheduler 3.0","limit":20}',
      call_id: '',
      status: 'completed',
    });
    expect(textsOf('Queries')).toEqual(['scheduler 3.0']);
    for (const words of ['"limit": 20', 'x_semantic_search', '(empty)']) expect(container.textContent).toContain(words);
    expect(screen.queryByRole('region', { name: 'Other fields' })).toBeNull();
  });
});

describe('file search', () => {
  const results = [
    {
      file_id: 'file-1',
      filename: 'runbook.md',
      score: 0.8731,
      text: 'line\n'.repeat(12),
      attributes: { team: 'billing', revision: 14, reviewed: true },
      vector_store_id: 'vs_1',
    },
    { file_id: 'file-2', filename: 'notes.txt', score: '0.41', text: 'Short.', attributes: {}, page: 3 },
  ];

  it('shows queries and ranked chunks with score, file, attributes and IDs', () => {
    const container = show({ type: 'file_search_call', queries: ['backlog', 'rebalance'], results });
    expect(textsOf('Queries')).toEqual(['backlog', 'rebalance']);
    const [first, second] = entriesOf('Results');
    for (const words of ['runbook.md', 'score0.8731', 'file-1', 'vs_1']) expect(first?.textContent).toContain(words);
    const rows = within(screen.getByRole('table', { name: 'Attributes' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['teambilling', 'revision14', 'reviewedtrue']);
    expect(second?.textContent).toContain('score0.41');
    expect(second?.textContent).toContain('page3');
    expect([...container.querySelectorAll('[style*="width"]')].map((bar) => bar.getAttribute('style'))).toEqual([
      'width: 87.31%;',
      'width: 41%;',
    ]);
  });

  it('cuts a long chunk and opens it', () => {
    show({ type: 'file_search_call', queries: ['q'], results });
    fireEvent.click(screen.getByRole('button', { name: 'Show all (60 characters)' }));
    expect(entriesOf('Results')[0]?.textContent).toContain('line\n'.repeat(12));
  });

  it('says how to get results that were left out, and tells that from nothing found', () => {
    expect(show({ type: 'file_search_call', queries: ['q'], results: null }).textContent).toContain(
      'Results not sent: ask with include=file_search_call.results',
    );
    cleanup();
    expect(show({ type: 'file_search_call', queries: ['q'], results: [] }).textContent).toContain('Nothing was found.');
    cleanup();
    expect(show({ type: 'file_search_call', queries: [], results: null }, { isUnfinished: true }).textContent).not.toContain('include=');
  });
});
