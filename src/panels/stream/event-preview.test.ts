import { describe, expect, it } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createStreamRecorder } from '#model/record-stream.ts';
import { createFactsReader } from './event-facts.ts';

function factsOf(drawing: string) {
  const recorder = createStreamRecorder();
  recorder.append(new TextEncoder().encode(drawFrames(drawing).join('')), 0);
  recorder.close();
  return createFactsReader(recorder.log)(0);
}

describe('the preview of an event', () => {
  it.each([
    ['output_text.delta {"delta":" two\\nlines\\t"}', ' two↵lines⇥'],
    ['shell_call_output_content.delta {"delta":{"stdout":"ok\\n"}}', 'ok↵'],
    ['function_call_arguments.done {"arguments":"{\\"a\\":1}"}', '{"a":1}'],
    [
      'output_item.added {"item":{"type":"function_call","name":"search_orders","status":"in_progress","id":"fc_1"}}',
      'function_call · search_orders · in_progress · fc_1',
    ],
    ['content_part.added {"part":{"type":"output_text","text":""}}', 'output_text'],
    [
      'output_text.annotation.added {"annotation":{"type":"url_citation","title":"Pears","url":"https://pears.example"}}',
      'url_citation · Pears · https://pears.example',
    ],
    ['image_generation_call.partial_image {"partial_image_b64":"AAAA","size":"1024x1024"}', 'partial image · 1024x1024 · 4 B of base64'],
    ['completed {"response":{"status":"completed","model":"m-1","output":[{},{}]}}', 'completed · m-1 · 2 items'],
    ['error {"code":"rate_limit","message":"Slow down."}', 'rate_limit · Slow down.'],
    ['error {"error":{"code":"server_error","message":"Oh no."}}', 'server_error · Oh no.'],
    ['web_search_call.searching {"output_index":1,"item_id":"ws_1"}', ''],
    ['shop.stock {"sequence_number":4,"pears":12}', '{"pears":12}'],
    ['[DONE]', 'the server says that nothing more comes'],
  ])('%s', (drawing, preview) => {
    expect(factsOf(drawing).preview).toBe(preview);
  });

  it('shows what cannot be read as it came, and says why', () => {
    expect(factsOf('{"broken')).toMatchObject({ preview: 'data: {"broken' });
    expect(factsOf('{"broken').problem).toContain('not JSON');
  });

  it('begins a big event without parsing it', () => {
    const facts = factsOf(`output_text.done {"output_index":0,"text":"${'x'.repeat(50_000)}"}`);
    expect(facts.preview).toMatch(/^\{"type":"response.output_text.done".*…$/);
  });

  it('says which item and part it is about', () => {
    const facts = factsOf('output_text.annotation.added {"item_id":"msg_1","content_index":0,"annotation_index":2,"annotation":null}');
    expect(facts).toMatchObject({ itemId: 'msg_1', part: 'part 0 · annotation 2' });
  });
});
