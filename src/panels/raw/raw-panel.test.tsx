// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isJsonObject, tryParseJson } from '#base/json.ts';
import { createStreamRecorder, recordStream, streamRecording } from '#model/record-stream.ts';
import type { Recording } from '#model/recording.ts';
import { recordingAt } from '#model/replay.ts';
import { RawPanel } from './raw-panel.tsx';

afterEach(cleanup);

const SOURCE = '{ "id":"resp_a/1",\r\n  "output": [ {"type":"message","content":[{"text":"hi"}]} ], "n": 1.50 }\n';

const STREAM = 'data: {"type":"response.created","response":{"id":"resp_a/1"}}\r\n\r\n';

function recordingOf(bytes: Uint8Array): Recording {
  const text = new TextDecoder().decode(bytes);
  const parsed = tryParseJson(text);
  const response = parsed.ok && isJsonObject(parsed.value) ? parsed.value : {};
  return { kind: 'json', source: { kind: 'paste' }, bytes, text, response, receivedAt: 0 };
}
function streamOf(bytes: Uint8Array): Recording {
  return recordStream(bytes, { kind: 'paste' }, 0);
}
function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
function rowCount(): number {
  return document.querySelectorAll('[role=treeitem]').length;
}
function showSource() {
  fireEvent.click(screen.getByRole('button', { name: 'Source' }));
}

describe('RawPanel', () => {
  it('opens to a level, and as the app asks, each time it asks', () => {
    const recording = recordingOf(bytesOf(SOURCE));
    const { rerender } = render(<RawPanel recording={recording} />);
    expect(rowCount()).toBe(4);
    fireEvent.click(screen.getByRole('button', { name: 'Expand to level 3' }));
    expect(rowCount()).toBe(7);
    rerender(<RawPanel recording={recording} expansion={{ to: 'none', count: 1 }} />);
    expect(rowCount()).toBe(4);
    rerender(<RawPanel recording={recording} expansion={{ to: 'all', count: 2 }} />);
    expect(rowCount()).toBe(9);
    fireEvent.click(screen.getByRole('button', { name: 'Expand to level 1' }));
    rerender(<RawPanel recording={recording} expansion={{ to: 'all', count: 3 }} />);
    expect(rowCount()).toBe(9);
  });

  it('shows and copies the source exactly as it came', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    render(<RawPanel recording={recordingOf(bytesOf(SOURCE))} />);
    showSource();
    const rows = [...screen.getByRole('region', { name: 'Source of the body' }).querySelectorAll('bdi')];
    expect(rows.map((row) => row.textContent).join('\n')).toBe(SOURCE);
    fireEvent.click(screen.getByRole('button', { name: 'Copy source' }));
    await act(() => Promise.resolve());
    expect(copied).toEqual([SOURCE]);
  });

  it('keeps what was opened while the source is looked at', () => {
    render(<RawPanel recording={recordingOf(bytesOf(SOURCE))} />);
    fireEvent.click(screen.getByRole('button', { name: 'Expand to level 2' }));
    const opened = rowCount();
    showSource();
    fireEvent.click(screen.getByRole('button', { name: 'Tree' }));
    expect(rowCount()).toBe(opened);
  });

  it.each([
    [recordingOf, SOURCE, 'Download', 'resp_a_1.json', 'application/json'],
    [streamOf, STREAM, 'Download stream', 'resp_a_1.sse', 'text/event-stream'],
  ])('downloads the bytes under a safe name', async (recorded, source, button, name, type) => {
    const blobs: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
      if (made instanceof Blob) blobs.push(made);
      return 'blob:test';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const bytes = bytesOf(source);
    render(<RawPanel recording={recorded(bytes)} />);
    fireEvent.click(screen.getByRole('button', { name: button }));
    expect(names).toEqual([name]);
    expect(blobs[0]?.type).toBe(type);
    expect(new Uint8Array((await blobs[0]?.arrayBuffer()) ?? [])).toEqual(bytes);
  });

  it('says what the bytes are', () => {
    const plain = bytesOf('{"id":"resp_1","text":"\ufffd"}');
    const { container, rerender } = render(<RawPanel recording={recordingOf(plain)} />);
    expect(container.textContent).toContain('28 B');
    expect(container.textContent).not.toMatch(/UTF-8|byte order/);
    rerender(<RawPanel recording={recordingOf(new Uint8Array([0xef, 0xbb, 0xbf, ...plain, 0x0a]))} />);
    expect(container.textContent).toContain('begins with a byte order mark');
    rerender(<RawPanel recording={recordingOf(new Uint8Array([...plain.slice(0, -2), 0xff, 0x22, 0x7d]))} />);
    expect(container.textContent).toContain('some bytes are not UTF-8');
  });
});

describe('a stream that is still coming', () => {
  const encoder = new TextEncoder();
  const about = { source: { kind: 'paste' }, receivedAt: 0, clock: { startedAt: null, backlog: 0, isOriginal: false } } as const;
  const created = 'data: {"type":"response.created","response":{"id":"resp_1","output":[]}}\n\n';
  const added = 'data: {"type":"response.output_item.added","output_index":0,"item":{"type":"message","content":[]}}\n\n';

  const delta = 'data: {"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Hi"}\n\n';

  it('says at which event the response stood so', () => {
    const recorder = createStreamRecorder();
    recorder.append(encoder.encode(created + added), 0);
    const { container } = render(<RawPanel recording={recordingAt(streamRecording(recorder, about), 0)} isLive travel={{ event: 0 }} />);
    expect(container.textContent).toContain('the tree shows the response as it stood after event 1');
  });

  it('shows the response as it stands, and keeps what was opened', () => {
    const recorder = createStreamRecorder();
    recorder.append(encoder.encode(created + added), 0);
    const { container, rerender } = render(<RawPanel recording={streamRecording(recorder, about)} isLive />);
    expect(container.textContent).toContain('a stream of 2 events so far; the tree shows the response as it stands');
    fireEvent.click(screen.getByRole('button', { name: 'Expand to level 3' }));
    recorder.append(encoder.encode(delta), 1);
    rerender(<RawPanel recording={streamRecording(recorder, about)} isLive />);
    expect(container.querySelector('[role=treeitem][data-path="/output/0"]')?.getAttribute('aria-expanded')).toBe('true');
    expect(container.querySelector('[role=treeitem][data-path="/output/0/content"]')?.textContent).toContain('1');
  });

  it('shows and saves what each connection brought', () => {
    const recorder = createStreamRecorder();
    recorder.append(encoder.encode(created), 0);
    recorder.close();
    recorder.log.connect();
    recorder.append(encoder.encode(added), 1);
    render(<RawPanel recording={streamRecording(recorder, about)} isLive />);
    showSource();
    const source = () =>
      [...screen.getByRole('region', { name: 'Source of the body' }).querySelectorAll('bdi')].map((row) => row.textContent);
    expect(source().join('\n')).toBe(created);
    fireEvent.change(screen.getByRole('combobox', { name: 'Connection' }), { target: { value: '1' } });
    expect(source().join('\n')).toBe(added);
  });
});
