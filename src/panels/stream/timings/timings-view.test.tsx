// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import type { StreamClock } from '#model/recording.ts';
import { TimingsView } from './timings-view.tsx';

afterEach(cleanup);

const HEAD = [
  '0 created {"response":{"id":"resp_1","created_at":1000,"output":[]}}',
  '1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}',
];
const CLOCK: StreamClock = { startedAt: 1_000_000, backlog: 0, isOriginal: true };

/** Ten reads of twelve deltas, one a second, and the end. */
function show({ clock = CLOCK, isLive = false } = {}) {
  const recorder = createStreamRecorder();
  const send = (arrival: number, lines: readonly string[]) =>
    recorder.append(new TextEncoder().encode(lines.flatMap(drawFrames).join('')), arrival);
  send(40, HEAD);
  for (let read = 0; read < 10; read += 1) {
    const deltas = Array.from({ length: 12 }, (_, index) => `${2 + 12 * read + index} output_text.delta {"output_index":0,"delta":"plum"}`);
    send(1000 * (read + 1), deltas);
  }
  send(14_000, [
    '122 output_item.done {"output_index":0,"item":{"type":"message","id":"msg_1"}}',
    '123 completed {"response":{"id":"resp_1"}}',
  ]);
  const onSelect = vi.fn<(event: number) => void>();
  const recording = streamRecording(recorder, { source: { kind: 'paste' }, receivedAt: 0, clock });
  render(<TimingsView recording={recording} isLive={isLive} onSelect={onSelect} />);
  return { onSelect };
}

describe('TimingsView', () => {
  it('tells how a figure was measured to whoever moves to it', async () => {
    show();
    const figure = await screen.findByRole('button', { name: 'first text 1 s' });
    expect(screen.getByText(/^Point at a figure/)).toBeDefined();
    fireEvent.focus(figure);
    expect(
      screen.getByText('First text: From the request of this page to the first piece of text that is meant for people.'),
    ).toBeDefined();
    const description = document.getElementById(figure.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toContain('meant for people');
  });

  it('leads to the events that it speaks of', async () => {
    const { onSelect } = show();
    fireEvent.click(await screen.findByRole('button', { name: 'Go to event 122' }));
    expect(onSelect).toHaveBeenLastCalledWith(122);
    expect(screen.getByText('The longest stall was in item 0 · message.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /^0 message/ }));
    expect(onSelect).toHaveBeenLastCalledWith(1);
  });

  it('lists the reads that speak for buffering', async () => {
    const { onSelect } = show();
    const buffering = within(await screen.findByRole('region', { name: 'Buffering' }));
    expect(buffering.getByText('12 events arrived in one read: something between you and the API is buffering.')).toBeDefined();
    expect(buffering.getAllByRole('row')).toHaveLength(11);
    fireEvent.click(buffering.getByRole('button', { name: '#14–25' }));
    expect(onSelect).toHaveBeenLastCalledWith(14);
  });

  it('draws the pace and the shares with words beside them', async () => {
    show();
    const chart = await screen.findByRole('img', { name: /^Characters a second from 1 s to 10\.3 s: 48 on average, at most 192/ });
    expect(chart.querySelectorAll('path')).toHaveLength(4);
    expect(screen.getByRole('region', { name: 'Where the time went' }).textContent).toContain('text14.0 s100%');
  });

  it.each([
    [{ ...CLOCK, startedAt: null }, 'When these events arrived is not known'],
    [{ ...CLOCK, isOriginal: false }, 'These times say nothing of the model'],
    [{ startedAt: 9_000_000, backlog: 124, isOriginal: true }, 'No event came live'],
  ])('says why there is nothing to measure', (clock, title) => {
    show({ clock });
    expect(screen.getByText(title)).toBeDefined();
  });

  it('waits for what comes live', () => {
    show({ clock: { startedAt: 9_000_000, backlog: 124, isOriginal: true }, isLive: true });
    expect(screen.getByText('Waiting for the first event that comes live')).toBeDefined();
  });
});
