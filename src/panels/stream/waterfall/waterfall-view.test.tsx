// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import type { StreamClock, StreamRecording } from '#model/recording.ts';
import { WaterfallView } from './waterfall-view.tsx';

afterEach(cleanup);

const CLOCK: StreamClock = { startedAt: 0, backlog: 0, isOriginal: true };
const DRAWING = `
  10 created                      {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  11 output_item.added            {"output_index":0,"item":{"type":"function_call","id":"fc_1","name":"find_pears"}}
  12 function_call_arguments.delta {"output_index":0,"item_id":"fc_1","delta":"{\\"ripe\\":"}
  13 function_call_arguments.delta {"output_index":0,"item_id":"fc_1","delta":"true}"}
  14 output_item.done             {"output_index":0,"item":{"type":"function_call","id":"fc_1","name":"find_pears"}}
  15 output_item.added            {"output_index":1,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  16 output_text.delta            {"output_index":1,"item_id":"msg_1","content_index":0,"delta":"Pears"}
`;

/** Frames arrive 400 ms after each other. */
function recordingOf(clock: StreamClock): StreamRecording {
  const recorder = createStreamRecorder();
  for (const [index, frame] of drawFrames(DRAWING).entries()) recorder.append(new TextEncoder().encode(frame), 400 * (index + 1));
  return streamRecording(recorder, { source: { kind: 'paste' }, receivedAt: 0, clock });
}

function show({ selected = null, clock = CLOCK }: { readonly selected?: number | null; readonly clock?: StreamClock } = {}) {
  const onSelect = vi.fn<(event: number) => void>();
  const onOnlyItem = vi.fn<(name: string) => void>();
  const rest = { onSelect, onOnlyItem, onRange: vi.fn<() => void>(), toolSlot: document.body, isLive: false };
  render(<WaterfallView recording={recordingOf(clock)} selected={selected} range={null} isOnlyItem={() => false} {...rest} />);
  const grid = screen.getByRole('grid', { name: 'Lanes' });
  const press = (key: string, shiftKey = false) => fireEvent.keyDown(grid, { key, shiftKey });
  return { grid, press, onSelect, onOnlyItem };
}

const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);

describe('the table of lanes', () => {
  it('says of each lane how many events, characters and how long a gap it has, and when', () => {
    show();
    const [header, ...rows] = screen.getAllByRole('row');
    expect(
      within(header ?? document.body)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['item', 'events', 'characters', 'longest gap', 'first event', 'last event']);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['response', '0find_pears', '1message']);
    expect(rows.map(cellsOf)).toEqual([
      ['1', '–', '–', '0.400 s', '0.400 s'],
      ['4', '13', '400 ms', '0.800 s', '2.000 s'],
      ['2', '5', '400 ms', '2.400 s', '2.800 s'],
    ]);
  });

  it('says numbers where nobody knows when events arrived, and why', () => {
    show({ clock: { ...CLOCK, startedAt: null } });
    expect(screen.getAllByRole('row').slice(1).map(cellsOf)[1]).toEqual(['4', '13', '–', '#11', '#14']);
    expect(screen.getByText('By number: when events arrived is not known')).toBeDefined();
    expect(screen.queryByRole('group', { name: 'What runs across' })).toBeNull();
  });

  it('is walked by arrows; Enter selects the first event of a lane', () => {
    const { press, onSelect, grid } = show();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) press(key);
    expect(screen.getAllByRole('row').findIndex((row) => row.getAttribute('aria-selected') === 'true')).toBe(1);
    press('End');
    press('Enter');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(5);
    expect(grid.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('row').at(-1)?.id);
  });

  it('is in the lane of the event that is looked at, and goes to the one before and behind it', () => {
    const { press, onSelect } = show({ selected: 2 });
    expect(screen.getAllByRole('row')[2]?.getAttribute('aria-selected')).toBe('true');
    press(']');
    press('[');
    expect(onSelect.mock.calls).toEqual([[3], [1]]);
  });

  it('limits the events to an item by key and by its button', () => {
    const { press, onOnlyItem, onSelect } = show({ selected: 2 });
    press('Enter', true);
    fireEvent.click(screen.getByRole('button', { name: 'Only the events of 1 message' }));
    expect(onOnlyItem.mock.calls).toEqual([['fc_1'], ['msg_1']]);
    expect(onSelect).not.toHaveBeenCalled();
  });
});

describe('the picture', () => {
  it('says in a sentence what it shows', () => {
    show();
    const sentence = screen.getByRole('img').getAttribute('aria-label');
    expect(sentence).toBe(
      'Waterfall: 2 items and the response, a lane each, 7 events, most of them about find_pears. The table of lanes says the same in figures.',
    );
  });

  it('is fitted until the reader zooms, by keys too', () => {
    const { press } = show();
    const fit = screen.getByRole<HTMLButtonElement>('button', { name: 'Fit all' });
    expect(fit.disabled).toBe(true);
    press('+');
    expect(fit.disabled).toBe(false);
    press('0');
    expect(fit.disabled).toBe(true);
  });

  it('starts with numbers where the times are those of a replay', () => {
    show({ clock: { ...CLOCK, isOriginal: false } });
    expect(screen.getByRole('img').dataset['scale']).toBe('number');
    fireEvent.click(screen.getByRole('button', { name: 'Time' }));
    expect(screen.getByRole('img').dataset['scale']).toBe('time');
  });
});
