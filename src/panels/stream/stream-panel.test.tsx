// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createStreamRecorder } from '#model/record-stream.ts';
import type { StreamClock, StreamRecording } from '#model/recording.ts';
import { goTo, hrefOf, useUrlState } from '#state/address.ts';
import { parseUrlState } from '#state/url-state.ts';
import { useTravel } from '#state/use-travel.ts';
import { StreamPanel } from './stream-panel.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/responses/resp_1?view=stream');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const CLOCK: StreamClock = { startedAt: 0, backlog: 2, isOriginal: true };
const DRAWING = `
  0 created           {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  2 output_text.delta {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"Pears"}
  3 output_text.delta {"output_index":0,"item_id":"msg_1","content_index":0,"delta":" and plums"}
  5 output_text.done  {"output_index":0,"item_id":"msg_1","content_index":0,"text":"Pears and plums"}
  {"broken
  [DONE]
`;

/** A stream whose frames arrive 100 ms after each other; `view` is what has come so far. */
function startStream(clock = CLOCK) {
  const recorder = createStreamRecorder();
  let count = 0;
  const send = (text: string) => recorder.append(new TextEncoder().encode(text), 100 * (count += 1));
  const view = (): StreamRecording => ({
    kind: 'stream',
    source: { kind: 'paste' },
    log: recorder.log,
    length: recorder.log.length(),
    byteCount: recorder.log.byteCount(),
    folded: recorder.state(),
    checked: recorder.checked(),
    marks: recorder.marks,
    response: recorder.state().response ?? {},
    clock,
    receivedAt: 0,
  });
  return { recorder, send, view };
}

function show(query = '', isLive = false, clock = CLOCK) {
  const stream = startStream(clock);
  for (const frame of drawFrames(DRAWING)) stream.send(frame);
  const url = parseUrlState('/responses/resp_1', `?view=stream${query}`);
  history.replaceState(null, '', hrefOf(url));
  const panel = (recording: StreamRecording) => <Panel recording={recording} isLive={isLive} />;
  const { rerender } = render(panel(stream.view()));
  return { ...stream, redraw: () => rerender(panel(stream.view())) };
}

function Panel({ recording, isLive }: { readonly recording: StreamRecording; readonly isLive: boolean }) {
  const url = useUrlState();
  return <StreamPanel recording={recording} isLive={isLive} expansion={null} url={url} travel={useTravel(recording, url)} />;
}

function rowTexts(): readonly string[] {
  return screen
    .getAllByRole('row')
    .filter((row) => row.hasAttribute('data-event'))
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent)
        .join('|'),
    );
}

const filterField = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Filter events' });
const typeFilter = (value: string) => fireEvent.change(filterField(), { target: { value } });
const grid = () => screen.getByRole('grid', { name: 'Events' });

describe('the event table', () => {
  it('has a row for every event, with what it says', () => {
    show();
    expect(grid().getAttribute('aria-rowcount')).toBe('7');
    const rows = rowTexts();
    expect(rows[2]).toMatch(/^2\|0\.300 s\|response\.output_text\.delta\|0 message · part 0\|\d+ B\|Pears$/);
    expect(rows[4]).toContain('5!Number 4 is missing before it.');
    expect(rows[5]).toContain('(unreadable)');
    expect(rows[6]).toContain('[DONE]');
    expect(screen.getByText('live from here')).toBeDefined();
  });

  it('has no times where none are known', () => {
    show('', false, { startedAt: null, backlog: 7, isOriginal: true });
    expect(rowTexts()[2]).toContain('|–|');
    expect(screen.queryByRole('group', { name: 'Times since' })).toBeNull();
  });

  it('filters by what is typed, in words and by chips, and says how many are left', () => {
    show();
    typeFilter('type:message plums');
    expect(grid().getAttribute('aria-rowcount')).toBe('2');
    expect(screen.getByText('2 of 7')).toBeDefined();
    typeFilter('');
    fireEvent.click(screen.getByRole('button', { name: 'hide deltas' }));
    expect(filterField().value).toBe('-type:delta');
    expect(grid().getAttribute('aria-rowcount')).toBe('5');
  });

  it('says what is wrong with a filter, and hides nothing for it', () => {
    show();
    typeFilter('size>huge');
    expect(screen.getByText(/“huge” is no size/)).toBeDefined();
    expect(filterField().getAttribute('aria-invalid')).toBe('true');
    expect(grid().getAttribute('aria-rowcount')).toBe('7');
  });

  it('is filtered and opened at an event by the link, and writes both into it', async () => {
    show('&seq=3&q=type:delta');
    expect(rowTexts()).toHaveLength(2);
    expect(screen.getByRole('region', { name: 'Event' }).textContent).toContain('plums');
    fireEvent.keyDown(grid(), { key: 'ArrowUp' });
    typeFilter('type:delta pears');
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(location.search).toBe('?view=stream&seq=2&q=type:delta%20pears');
  });

  it('writes to the link at most twice a second', async () => {
    show();
    const writes = vi.spyOn(history, 'replaceState');
    for (const text of ['p', 'pe', 'pea', 'pear']) typeFilter(text);
    expect(writes).toHaveBeenCalledTimes(1);
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(writes).toHaveBeenCalledTimes(2);
    expect(location.search).toContain('q=pear');
    writes.mockRestore();
  });

  it('never writes a key into the link', async () => {
    show();
    typeFilter('sk-proj-abcdefghijklmnopqrstuvwxyz0123456789');
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(location.href).not.toContain('sk-proj');
  });

  it('says when the link asks for an event that is not there', () => {
    show('&seq=4');
    expect(screen.getByText('There is no event 4 here.')).toBeDefined();
  });

  it('is walked by keyboard, and copies', () => {
    show();
    fireEvent.keyDown(grid(), { key: 'Home' });
    expect(screen.queryByRole('region', { name: 'Event' })).toBeNull();
    fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    fireEvent.keyDown(grid(), { key: 'Enter' });
    expect(screen.getByRole('region', { name: 'Event' }).textContent).toContain('response.output_item.added');
    const active = document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-selected')).toBe('true');
    const clipboardData = { setData: vi.fn<(type: string, text: string) => void>() };
    fireEvent.copy(grid(), { clipboardData });
    expect(JSON.parse(clipboardData.setData.mock.calls[0]?.[1] ?? '')).toMatchObject({ type: 'response.output_item.added' });
    fireEvent.keyDown(grid(), { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'Event' })).toBeNull();
  });
});

describe('while a stream runs', () => {
  const MORE = drawFrames('6 completed {"response":{"id":"resp_1","status":"completed","output":[]}}')[0] ?? '';

  it('pauses what is shown, not what is received', () => {
    const { send, redraw } = show('', true);
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    send(MORE);
    redraw();
    expect(grid().getAttribute('aria-rowcount')).toBe('7');
    fireEvent.click(screen.getByRole('button', { name: 'Go on · 1 waiting' }));
    expect(grid().getAttribute('aria-rowcount')).toBe('8');
  });

  it('clears by an offset, and shows all again', () => {
    const { send, redraw } = show('', true);
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByText('Waiting for new events')).toBeDefined();
    send(MORE);
    redraw();
    expect(rowTexts().join()).toContain('response.completed');
    expect(grid().getAttribute('aria-rowcount')).toBe('1');
    fireEvent.click(screen.getAllByRole('button', { name: 'Show all' })[0] as HTMLElement);
    expect(grid().getAttribute('aria-rowcount')).toBe('8');
  });

  it('filters what comes as it comes', () => {
    const { send, redraw } = show('&q=completed', true);
    expect(grid().getAttribute('aria-rowcount')).toBe('0');
    send(MORE);
    redraw();
    expect(grid().getAttribute('aria-rowcount')).toBe('1');
  });

  it('waits for the event of the link', () => {
    const { send, redraw } = show('&seq=6', true);
    expect(screen.queryByRole('region', { name: 'Event' })).toBeNull();
    expect(screen.queryByText(/There is no event/)).toBeNull();
    send(MORE);
    redraw();
    expect(screen.getByRole('region', { name: 'Event' }).textContent).toContain('response.completed');
  });
});

it('marks comments and what came by another connection', () => {
  const { recorder, send, redraw } = show();
  recorder.log.disconnect();
  recorder.log.connect();
  send(`: still thinking\n\n${drawFrames('6 in_progress {}')[0] ?? ''}`);
  redraw();
  expect(screen.getByText('reconnected')).toBeDefined();
  expect(rowTexts().at(-1)).toContain('1 comment before: still thinking');
});

it('follows the link when it changes from outside', () => {
  show('&q=plums');
  act(() => goTo(parseUrlState('/responses/resp_1', '?view=stream&q=pears&seq=2'), 'replace'));
  expect(filterField().value).toBe('pears');
  expect(screen.getByRole('region', { name: 'Event' }).textContent).toContain('#2');
});
