// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import type { StreamRecording } from '#model/recording.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { parseUrlState } from '#state/url-state.ts';
import { drawFrames } from '#testing/event-drawing.ts';
import { loadMarkdown } from '#ui/markdown.tsx';
import { OutputPanel } from './output-panel.tsx';

beforeAll(() => loadMarkdown());
afterEach(cleanup);

const URL = parseUrlState('/responses/resp_1', '');
const LONG = 'word '.repeat(300);
const EVENTS = `
  created                       {"response":{"id":"resp_1","status":"in_progress","output":[],"usage":null,"error":null,"tools":[]}}
  output_item.added             {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"in_progress","content":[]}}
  output_text.delta             {"output_index":0,"content_index":0,"delta":"First"}
  output_text.delta             {"output_index":0,"content_index":0,"delta":", then this."}
  output_item.done              {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"First, then this."}]}}
  output_item.added             {"output_index":1,"item":{"type":"message","id":"msg_2","role":"assistant","status":"in_progress","content":[]}}
  output_text.delta             {"output_index":1,"content_index":0,"delta":"${LONG}"}
  output_item.added             {"output_index":2,"item":{"type":"function_call","id":"fc_1","call_id":"c","name":"look_up","arguments":"{\\"at\\":3}"}}
  completed                     {"response":{"id":"resp_1","status":"completed","usage":{"total_tokens":3},"output":[]}}
`;

/** The recording after each event. */
function recordings(events: string): readonly StreamRecording[] {
  const recorder = createStreamRecorder();
  const source = { kind: 'api', responseId: 'resp_1', baseUrl: '/sample/v1', parameters: NO_PARAMETERS, requestId: null } as const;
  return drawFrames(events).map((frame) => {
    recorder.append(new TextEncoder().encode(frame), 0);
    return streamRecording(recorder, { source, receivedAt: 0, clock: { startedAt: 0, backlog: 0, isOriginal: true } });
  });
}

function show(event: number, { events = EVENTS, last = -1, q = '' } = {}) {
  const all = recordings(events);
  const [recording, end] = [all[event], all.at(last)];
  if (recording === undefined || end === undefined) throw new Error('No such event');
  const moveTo = vi.fn<(event: number | null) => void>();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OutputPanel
        recording={recording}
        end={end}
        travel={{ event: 2, isPlaying: false, moveTo }}
        expansion={null}
        url={{ ...URL, q }}
        railDrawer={{ isOpen: false, onClose: () => undefined }}
      />
    </QueryClientProvider>,
  );
  return { moveTo };
}

describe('output that is compared with the end', () => {
  it('says in one line what comes', () => {
    show(2);
    const characters = ', then this.'.length + LONG.length + '{"at":3}'.length;
    expect(screen.getByText(/^Still to come: /).textContent).toBe(
      `Still to come: 2 items, ${characters.toLocaleString('en-US')} characters, status completed, usage`,
    );
  });

  it('lets what comes follow what is there', () => {
    show(2);
    const item = screen.getByRole('article');
    expect(item.textContent).toContain('12 characters still to come');
    const section = screen.getByRole('region', { name: 'Still to come' });
    expect(section.textContent).toContain(', then this.');
    expect(section.textContent).toContain('status in_progress → changes to completed');
  });

  it('lists the items that are not there yet, each as still to come', () => {
    show(0);
    const list = screen.getByRole('list', { name: 'Items still to come' });
    const lines = [...list.children].map((line) => line.textContent ?? '');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^0Message.*First, then this\..*still to come$/);
    expect(lines[2]).toMatch(/^2look_up.*at: 3.*still to come$/);
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('goes to where one of them begins', () => {
    const { moveTo } = show(2);
    fireEvent.click(screen.getByRole('button', { name: /^2 ?look_up/ }));
    expect(moveTo).toHaveBeenCalledWith(7);
  });

  it('leaves out what the filter hides', () => {
    show(2, { q: 'type:message' });
    const list = screen.getByRole('list', { name: 'Items still to come' });
    expect([...list.children].map((line) => line.textContent?.slice(0, 8))).toEqual(['1Message']);
  });

  it('says of an item that the end does not have that it goes', () => {
    show(0, {
      events: `
        output_item.added  {"output_index":0,"item":{"type":"message","id":"m","role":"assistant","content":[]}}
        completed          {"response":{"id":"resp_1","status":"completed","output":[{"type":"function_call","id":"f","name":"look","arguments":"{}"}]}}
      `,
    });
    expect(screen.getByRole('article').textContent).toContain('not there in the end');
    expect(screen.getByRole('list', { name: 'Items still to come' }).textContent).toContain('look');
  });

  it('folds a long text', () => {
    show(5);
    const button = screen.getByRole('button', { name: '1,500 characters still to come' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(screen.getByRole('region', { name: 'Still to come' }).textContent).toContain(LONG.trim());
  });

  it('says so where the end is no continuation', () => {
    show(1, {
      events: `
        output_item.added  {"output_index":0,"item":{"type":"message","id":"m","role":"assistant","content":[]}}
        output_text.delta  {"output_index":0,"content_index":0,"delta":"costs ���"}
        output_text.done   {"output_index":0,"content_index":0,"text":"costs 5 €"}
      `,
    });
    expect(screen.getByRole('region', { name: 'Still to come' }).textContent).toContain('content[0].text costs ��� → changes to costs 5 €');
    expect(screen.getByRole('article').textContent).toContain('its text changes');
  });

  it('shows of a long text that changes where it does', () => {
    show(1, {
      events: `
        output_item.added  {"output_index":0,"item":{"type":"message","id":"m","role":"assistant","content":[]}}
        output_text.delta  {"output_index":0,"content_index":0,"delta":"${'same '.repeat(20)}and this"}
        output_text.done   {"output_index":0,"content_index":0,"text":"${'same '.repeat(20)}or that"}
      `,
    });
    expect(screen.getByRole('region', { name: 'Still to come' }).textContent).toContain('changes from character 101 on toor that');
  });

  it('says that nothing comes, and what the end is while more is expected', () => {
    show(8);
    expect(screen.getByText('Nothing more comes.')).toBeDefined();
    cleanup();
    show(2, { last: -2 });
    expect(screen.getByText(/^Still to come, as far as it has arrived: /)).toBeDefined();
  });
});
