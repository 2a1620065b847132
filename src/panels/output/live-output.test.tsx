// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { fieldMeterOf } from '#model/field-meter.ts';
import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import type { StreamRecording } from '#model/recording.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { parseUrlState } from '#state/url-state.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { loadMarkdown } from '#ui/markdown.tsx';
import { OutputPanel } from './output-panel.tsx';

beforeAll(() => loadMarkdown());
afterEach(cleanup);

const NO_DRAWER = { isOpen: false, onClose: () => undefined };
const URL = parseUrlState('/responses/resp_1', '');
const client = new QueryClient();

/** A panel that is given a state of its stream for every drawing of events, as frames of a live one do. */
function startStream() {
  const recorder = createStreamRecorder();
  function recordingOf(response: JsonObject): StreamRecording {
    const source = { kind: 'api', responseId: 'resp_1', baseUrl: '/sample/v1', parameters: NO_PARAMETERS, requestId: null } as const;
    const now = streamRecording(recorder, { source, receivedAt: 0, clock: { startedAt: 0, backlog: 0, isOriginal: true } });
    return { ...now, response: fieldMeterOf(response, recorder.log).response };
  }
  const panel = (isLive: boolean, response = recorder.state().response ?? {}) => (
    <QueryClientProvider client={client}>
      <OutputPanel recording={recordingOf(response)} isLive={isLive} expansion={null} url={URL} railDrawer={NO_DRAWER} />
    </QueryClientProvider>
  );
  const { rerender } = render(panel(true));
  return {
    arrive: (drawing: string) => {
      recorder.append(new TextEncoder().encode(drawStream(drawing)), 0);
      rerender(panel(true));
    },
    show: (response: JsonObject) => rerender(panel(true, response)),
    end: () => {
      recorder.close();
      rerender(panel(false));
    },
  };
}

function item(position: number): HTMLElement {
  const found = screen.getAllByRole('article')[position];
  if (found === undefined) throw new Error(`There is no item ${position}`);
  return found;
}
function isOpen(position: number): boolean {
  return item(position).querySelector('h2 button')?.getAttribute('aria-expanded') === 'true';
}

const START = `
  response.created            {"response":{"id":"resp_1","status":"in_progress","output":[],"tools":[]}}
  response.output_item.added  {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  response.output_text.delta  {"output_index":0,"content_index":0,"delta":"First."}
  response.output_item.done   {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[{"type":"output_text","text":"First.","annotations":[]}]}}
`;

describe('a response that is being written', () => {
  it('draws what changed and leaves the rest alone', () => {
    let reads = 0;
    const first = {
      type: 'message',
      role: 'assistant',
      content: [{ type: 'output_text', text: 'First.', annotations: [] }],
      get id() {
        reads += 1;
        return 'msg_1';
      },
    };
    const growing = (text: string) => ({ type: 'message', id: 'msg_2', role: 'assistant', content: [{ type: 'output_text', text }] });
    const stream = startStream();
    stream.show({ status: 'in_progress', output: [first, growing('Sec')] });
    const once = reads;
    stream.show({ status: 'in_progress', output: [first, growing('Second.')] });
    const again = reads - once;
    reads = 0;
    stream.show({ status: 'in_progress', output: [growing('Another'), growing('Second.')] });
    stream.show({ status: 'in_progress', output: [first, growing('Second.')] });
    expect(item(1).textContent).toContain('Second.');
    // Names of items are read each time; to draw the item takes more.
    expect(again).toBe(2);
    expect(reads).toBeGreaterThan(again);
  });

  it('shows a closed item by the end of what is written into it', () => {
    const stream = startStream();
    stream.arrive(`
      response.created            {"response":{"id":"resp_1","status":"in_progress","output":[]}}
      response.output_item.added  {"output_index":0,"item":{"type":"function_call","id":"fc_1","call_id":"c","name":"look","arguments":""}}
      response.function_call_arguments.delta  {"output_index":0,"delta":"{\\"at\\": \\"the har"}
    `);
    expect(isOpen(0)).toBe(false);
    expect(item(0).textContent).toContain('{"at": "the har');
    expect(item(0).textContent).toContain('in progress');
  });

  it('opens a summary while it is written and leaves it open, unless the reader closed it', () => {
    const stream = startStream();
    stream.arrive(`
      response.created            {"response":{"id":"resp_1","status":"in_progress","output":[]}}
      response.output_item.added  {"output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[]}}
    `);
    expect(isOpen(0)).toBe(false);
    stream.arrive('response.reasoning_summary_text.delta  {"output_index":0,"summary_index":0,"delta":"Looking"}');
    expect(isOpen(0)).toBe(true);
    fireEvent.click(item(0).querySelector('h2 button') ?? document.body);
    stream.arrive('response.reasoning_summary_text.delta  {"output_index":0,"summary_index":0,"delta":" again"}');
    expect(isOpen(0)).toBe(false);
    stream.arrive(`
      response.output_item.added  {"output_index":1,"item":{"type":"reasoning","id":"rs_2","summary":[]}}
      response.reasoning_summary_text.delta  {"output_index":1,"summary_index":0,"delta":"More"}
      response.output_item.done  {"output_index":1,"item":{"type":"reasoning","id":"rs_2","summary":[{"type":"summary_text","text":"More"}]}}
    `);
    stream.arrive('response.reasoning_summary_text.delta  {"output_index":2,"summary_index":0,"delta":"Unannounced"}');
    expect(isOpen(2)).toBe(true);
    expect(item(2).textContent).toContain('start missing');
  });

  it('calls what was never done unfinished once the stream is over', () => {
    const stream = startStream();
    stream.arrive(START);
    stream.arrive('response.output_item.added  {"output_index":1,"item":{"type":"message","id":"msg_2","role":"assistant","content":[]}}');
    expect(item(1).textContent).toContain('in progress');
    stream.end();
    expect(item(0).textContent).not.toContain('unfinished');
    expect(item(1).textContent).toContain('unfinished');
  });

  it('shows partial images until the image is there', () => {
    const stream = startStream();
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    stream.arrive(`
      response.created            {"response":{"id":"resp_1","status":"in_progress","output":[]}}
      response.output_item.added  {"output_index":0,"item":{"type":"image_generation_call","id":"ig_1","status":"in_progress"}}
    `);
    expect(isOpen(0)).toBe(false);
    stream.arrive(`response.image_generation_call.partial_image  {"output_index":0,"partial_image_index":1,"partial_image_b64":"${png}"}`);
    expect(isOpen(0)).toBe(true);
    expect(screen.getByRole('img', { name: /^Partial image 2/ })).toBeDefined();
    stream.arrive(
      `response.output_item.done  {"output_index":0,"item":{"type":"image_generation_call","id":"ig_1","status":"completed","result":"${png}"}}`,
    );
    expect(screen.queryByRole('img', { name: /^Partial/ })).toBeNull();
    expect(screen.getByRole('img', { name: 'Generated image' })).toBeDefined();
  });
});
