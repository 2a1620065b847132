// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { drawProblem } from '#testing/problem-drawing.ts';
import { problemsInView } from '#model/problems/problems-in-view.ts';
import type { Problem } from '#model/problems/problem.ts';
import { recordStream } from '#model/record-stream.ts';
import type { Recording } from '#model/recording.ts';
import type { Comparison } from '#state/comparison.ts';
import { draftConnection } from '#state/connections.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { parseUrlState } from '#state/url-state.ts';
import { ProblemsPanel } from './problems-panel.tsx';

beforeEach(() => {
  history.replaceState(null, '', '/responses/resp_1?view=problems');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  setPreference('mutedRules', []);
});

const STREAM = recordStream(
  new TextEncoder().encode(
    drawStream(`
      4 created           {"response":{"id":"resp_1","status":"in_progress","output":[]}}
      5 output_text.delta {"output_index":0,"delta":"Pears"}
    `),
  ),
  { kind: 'paste' },
  0,
);
const JSON_RECORDING: Recording = {
  kind: 'json',
  source: { kind: 'paste' },
  bytes: new Uint8Array(),
  text: '{}',
  response: {},
  receivedAt: 0,
};
const PROBLEMS: readonly Problem[] = [
  drawProblem('gap', 'error', {
    text: 'they differ',
    events: [1],
    paths: [['output', 0, 'text']],
    texts: { labels: ['the deltas', 'the done event'], texts: ['two pears', 'two plums'] },
  }),
  drawProblem('many', 'warning', ...Array.from({ length: 37 }, (_, index) => ({ text: `finding ${index}` }))),
  drawProblem('known', 'info', {}),
];

type Shown = {
  readonly found?: readonly Problem[];
  readonly recording?: Recording;
  readonly comparison?: Comparison | null;
  readonly query?: string;
};

function show({ found = PROBLEMS, recording = STREAM, comparison = null, query = '' }: Shown = {}) {
  const panel = () => (
    <ProblemsPanel
      recording={recording}
      isLive={false}
      problems={problemsInView(recording, found, { mutedRules: preferencesStore.get().mutedRules, isChecking: false })}
      comparison={comparison}
      expansion={null}
      url={parseUrlState('/responses/resp_1', `?view=problems${query}`)}
    />
  );
  const { rerender } = render(panel());
  return () => rerender(panel());
}

const entry = (name: string) => screen.getByRole('button', { name });
const headings = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

describe('the list of problems', () => {
  it('counts them and begins with the worst', () => {
    show();
    expect(screen.getByText('1 error, 1 warning, 1 note')).toBeDefined();
    expect(headings()).toEqual([
      expect.stringContaining('Error: Title of gap'),
      expect.stringContaining('Warning: Title of many ×37'),
      expect.stringContaining('Note: Title of known'),
    ]);
    expect(entry('Error: Title of gap').getAttribute('aria-expanded')).toBe('true');
    expect(entry('Note: Title of known known').getAttribute('aria-expanded')).toBe('false');
  });

  it('shows what differs, and the events as they were sent', () => {
    show();
    const texts = screen.getByRole('group', { name: 'the deltas and the done event compared' });
    expect(texts.querySelector('del')?.textContent).toBe('only in the deltas: ear');
    expect(texts.querySelector('ins')?.textContent).toBe('only in the done event: lum');
    fireEvent.click(screen.getByRole('button', { name: 'Show source' }));
    expect(screen.getByText(/^event: response\.output_text\.delta/)).toBeDefined();
  });

  it('leads to an event in Stream', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: '#5 response.output_text.delta' }));
    expect(location.search).toBe('?view=stream&seq=5');
  });

  it('tells ten findings of many, and all on demand', () => {
    show({ query: '&q=rule:many' });
    expect(screen.getAllByText(/^finding \d+$/i)).toHaveLength(10);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 37' }));
    expect(screen.getAllByText(/^finding \d+$/i)).toHaveLength(37);
  });

  it('is filtered by the link and by what is typed, which goes into the link', async () => {
    vi.useFakeTimers();
    show({ query: '&q=differ' });
    expect(headings()).toHaveLength(1);
    fireEvent.change(screen.getByRole('searchbox', { name: 'Filter problems' }), { target: { value: 'nothing like it' } });
    expect(screen.getByText('No problem fits this filter.')).toBeDefined();
    await vi.advanceTimersByTimeAsync(1000);
    expect(location.search).toBe('?view=problems&q=nothing%20like%20it');
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(headings()).toHaveLength(3);
  });

  it('mutes a rule and takes that back', () => {
    const redraw = show();
    fireEvent.click(screen.getByRole('button', { name: 'Mute: Title of gap' }));
    redraw();
    expect(headings()).toHaveLength(2);
    expect(preferencesStore.get().mutedRules).toEqual(['gap']);
    expect(screen.getByText('found 1 time')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Unmute: Title of gap' }));
    redraw();
    expect(headings()).toHaveLength(3);
  });
});

describe('what could not be looked at', () => {
  it('is said under the problems of a body', () => {
    show({ recording: JSON_RECORDING });
    expect(screen.getByText(/more rules are about the events of a stream, which this recording does not have/)).toBeDefined();
  });
});

describe('no problems', () => {
  it('says what was looked at', () => {
    show({ found: [] });
    expect(within(screen.getByRole('note')).getByText('No problems found')).toBeDefined();
    expect(screen.getByRole('note').textContent).toMatch(/looked at 2 events of the stream, and \d+ rules at the response/);
  });

  it('says of what came as a whole that rules about events need the stream', () => {
    show({ found: [], recording: JSON_RECORDING });
    expect(screen.getByRole('note').textContent).toContain('Open a recording of the stream to have them checked');
  });
});

describe('comparing with the stored response', () => {
  const comparison = (state: Comparison['state'], ask = () => undefined): Comparison => ({
    state,
    connection: draftConnection('https://fruit.example/v1'),
    responseId: 'resp_1',
    hasKey: false,
    ask,
  });

  it('asks only when it is told to', () => {
    const ask = vi.fn<() => undefined>();
    show({ comparison: comparison({ kind: 'none' }, ask) });
    expect(ask).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Compare with the stored response' }));
    expect(ask).toHaveBeenCalledOnce();
  });

  it('says what came of it', () => {
    const done = comparison({ kind: 'done', response: {}, receivedAt: 0 });
    show({ comparison: done });
    expect(screen.getByText('The stored response is the same as what was streamed')).toBeDefined();
    cleanup();
    show({ comparison: done, found: [drawProblem('stored-differs', 'warning', {})] });
    expect(screen.getByText('The stored response is not the same')).toBeDefined();
  });

  it('says why it could not be had, and that no key was there', () => {
    show({ comparison: comparison({ kind: 'failed', failure: { kind: 'timed-out', afterMilliseconds: 60_000 } }) });
    expect(screen.getByRole('alert').textContent).toMatch(/could not be had.*No key is held for this server/);
  });
});
