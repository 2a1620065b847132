import { describe, expect, it } from 'vitest';
import { arrayOf, objectOf, type JsonValue } from '#base/json.ts';
import { drawFrames, drawStream } from '#testing/event-drawing.ts';
import type { FoldState } from './fold-state.ts';
import { createStreamRecorder, foldStream } from './record-stream.ts';

function fold(drawing: string): FoldState {
  return foldStream(new TextEncoder().encode(drawStream(drawing)));
}

function outputOf({ response }: FoldState): JsonValue | undefined {
  return response?.['output'];
}

/** The texts of all parts and calls, item by item. */
function textsOf(state: FoldState): readonly unknown[] {
  return arrayOf(outputOf(state))
    .map(objectOf)
    .map((item) => item?.['arguments'] ?? arrayOf(item?.['content'] ?? item?.['summary']).map((part) => objectOf(part)?.['text']));
}

describe('snapshots', () => {
  it('merges what each snapshot says, and lets an early empty output erase nothing', () => {
    const state = fold(`
      0 created            {"response":{"id":"resp_1","status":"queued","model":"m","output":[]}}
      1 output_item.added  {"output_index":0,"item":{"type":"message","content":[]}}
      2 in_progress        {"response":{"id":"resp_1","status":"in_progress","output":[]}}
    `);
    expect(state.response).toEqual({ id: 'resp_1', status: 'in_progress', model: 'm', output: [{ type: 'message', content: [] }] });
    expect(state.ending).toBe('cut-off');
  });

  it('adopts the items of a snapshot that has some, as a resumed stream begins', () => {
    const state = fold(`
      5 in_progress        {"response":{"id":"resp_1","output":[{"type":"message","id":"msg_1","content":[{"type":"output_text","text":"Hel"}]}]}}
      6 output_text.delta  {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"lo"}
    `);
    expect(textsOf(state)).toEqual([['Hello']]);
    expect(state).toMatchObject({ firstSequenceNumber: 5, lastSequenceNumber: 6, missing: [], noticeCounts: { gap: 0, stub: 0 } });
  });

  it('takes the items of the terminal snapshot', () => {
    const state = fold(`
      created            {"response":{"id":"resp_1"}}
      output_item.added  {"output_index":0,"item":{"type":"message","content":[]}}
      output_item.added  {"output_index":1,"item":{"type":"message","content":[]}}
      completed          {"response":{"id":"resp_1","status":"completed","output":[{"type":"function_call","arguments":"{}"}]}}
    `);
    expect(outputOf(state)).toEqual([{ type: 'function_call', arguments: '{}' }]);
    expect(state.items).toMatchObject([{ isOpen: false, outputIndex: 0 }]);
  });

  it.each(['"output":[]', '"output":null', '"model":"m"'])('keeps the streamed items when the terminal snapshot has %s', (field) => {
    const state = fold(`
      output_item.added  {"output_index":1,"item":{"type":"message","status":"in_progress"}}
      output_item.done   {"output_index":1,"item":{"type":"message","status":"completed"}}
      output_item.done   {"output_index":0,"item":{"type":"reasoning"}}
      completed          {"response":{"id":"resp_1",${field}}}
    `);
    expect(outputOf(state)).toEqual([{ type: 'reasoning' }, { type: 'message', status: 'completed' }]);
  });

  it('takes an ending without a snapshot at its word', () => {
    expect(fold('created {"response":{"id":"resp_1","status":"in_progress"}}\ncancelled').response).toMatchObject({ status: 'cancelled' });
  });

  it('reads the snapshot of a lifecycle event it does not know', () => {
    const state = fold('response.paused {"response":{"id":"resp_1","status":"paused"}}');
    expect(state).toMatchObject({ response: { status: 'paused' }, unknownTypes: new Map([['response.paused', 1]]) });
  });

  it.each([
    ['completed', 'completed'],
    ['incomplete', 'incomplete'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['response.error', 'failed'],
    ['keepalive', 'cut-off'],
  ])('ends %s as %s', (type, ending) => {
    expect(fold(type).ending).toBe(ending);
  });

  it('ends nothing while the connection is open', () => {
    const recorder = createStreamRecorder();
    recorder.append(new TextEncoder().encode(drawStream('created {"response":{"id":"resp_1"}}')), 0);
    expect(recorder.state().ending).toBeNull();
  });

  it('knows no response as long as no event tells of one', () => {
    expect(fold('keepalive\nfloway:pulse\n[1]')).toMatchObject({ response: null, items: [], eventCount: 3 });
  });
});

describe('sequence numbers', () => {
  it('skips what was there before, and marks gaps and what comes late', () => {
    const state = fold(`
      0 created            {"response":{"id":"resp_1"}}
      1 output_item.added  {"output_index":0,"item":{"type":"message","content":[]}}
      2 output_text.delta  {"output_index":0,"content_index":0,"delta":"a"}
      2 output_text.delta  {"output_index":0,"content_index":0,"delta":"a"}
      6 output_text.delta  {"output_index":0,"content_index":0,"delta":"b"}
      4 output_text.delta  {"output_index":0,"content_index":0,"delta":"c"}
      1 output_item.added  {"output_index":0,"item":{"type":"message","content":[]}}
    `);
    expect(textsOf(state)).toEqual([['abc']]);
    expect(state).toMatchObject({
      eventCount: 7,
      firstSequenceNumber: 0,
      lastSequenceNumber: 6,
      missing: [
        { from: 3, to: 3 },
        { from: 5, to: 5 },
      ],
      noticeCounts: { duplicate: 2, gap: 1, late: 1 },
      notices: [
        { kind: 'duplicate', event: 3, sequenceNumber: 2 },
        { kind: 'gap', event: 4, from: 3, to: 5 },
        { kind: 'late', event: 5, sequenceNumber: 4 },
        { kind: 'duplicate', event: 6, sequenceNumber: 1 },
      ],
    });
  });

  it('reads numbers that are strings, and does without', () => {
    const state = fold(`
      created            {"sequence_number":"0","response":{"id":"resp_1"}}
      output_text.delta  {"sequence_number":null,"output_index":0,"delta":"a"}
      output_text.delta  {"sequence_number":"1","output_index":0,"delta":"b"}
      output_text.delta  {"sequence_number":"1","output_index":0,"delta":"b"}
    `);
    expect(textsOf(state)).toEqual([['ab']]);
    expect(state.lastSequenceNumber).toBe(1);
  });

  it('begins anew with another response in the same stream', () => {
    const state = fold(`
      0 created            {"response":{"id":"resp_1","model":"m"}}
      1 output_text.delta  {"output_index":0,"delta":"old"}
      [DONE]
      0 created            {"response":{"id":"resp_2"}}
      1 output_text.delta  {"output_index":0,"delta":"new"}
    `);
    expect(textsOf(state)).toEqual([['new']]);
    expect(state).toMatchObject({ response: { id: 'resp_2' }, noticeCounts: { restart: 1, duplicate: 0, 'after-done': 0 } });
    expect(state.response).not.toHaveProperty('model');
  });

  it('begins anew when a stream without numbers starts from the beginning', () => {
    const once = `
      created            {"response":{"id":"resp_1"}}
      output_text.delta  {"output_index":0,"delta":"a"}
    `;
    const state = fold(once + once);
    expect(textsOf(state)).toEqual([['a']]);
    expect(state.noticeCounts.restart).toBe(1);
  });

  it('takes a repeated beginning for what it is where there are numbers', () => {
    const state = fold(`
      0 created            {"response":{"id":"resp_1"}}
      1 output_text.delta  {"output_index":0,"delta":"a"}
      0 created            {"response":{"id":"resp_1"}}
      1 output_text.delta  {"output_index":0,"delta":"a"}
    `);
    expect(textsOf(state)).toEqual([['a']]);
    expect(state.noticeCounts).toMatchObject({ restart: 0, duplicate: 2 });
  });
});

describe('finding the item', () => {
  it('goes by output_index before item_id, since ids may rotate', () => {
    const state = fold(`
      output_item.added  {"output_index":0,"item":{"type":"message","id":"a1","content":[]}}
      output_item.added  {"output_index":1,"item":{"type":"message","id":"b1","content":[]}}
      output_text.delta  {"output_index":0,"item_id":"b1","content_index":0,"delta":"first"}
      output_text.delta  {"output_index":1,"item_id":"z9","content_index":0,"delta":"second"}
      output_item.done   {"output_index":0,"item":{"type":"message","id":"a2","content":[{"type":"output_text","text":"first"}]}}
    `);
    expect(textsOf(state)).toEqual([['first'], ['second']]);
    expect(outputOf(state)).toMatchObject([{ id: 'a2' }, { id: 'b1' }]);
  });

  it('keeps interleaved deltas apart', () => {
    const state = fold(`
      output_item.added              {"output_index":0,"item":{"type":"function_call","id":"fc_1","arguments":""}}
      output_item.added              {"output_index":1,"item":{"type":"function_call","id":"fc_2","arguments":""}}
      function_call_arguments.delta  {"output_index":0,"delta":"{\\"a\\""}
      function_call_arguments.delta  {"output_index":1,"delta":"{\\"b\\""}
      function_call_arguments.delta  {"output_index":0,"delta":":1}"}
      function_call_arguments.delta  {"output_index":1,"delta":":2}"}
    `);
    expect(textsOf(state)).toEqual(['{"a":1}', '{"b":2}']);
  });

  it('goes by item_id, then by the last open item of the type, where there are no indexes', () => {
    const state = fold(`
      output_item.added              {"item":{"type":"reasoning","id":"rs_1","content":[]}}
      reasoning_text.delta           {"item_id":"rs_1","delta":"think"}
      output_item.done               {"item":{"type":"reasoning","id":"rs_1","content":[{"type":"reasoning_text","text":"think"}]}}
      output_item.added              {"item":{"type":"function_call","call_id":"call_1","arguments":""}}
      function_call_arguments.delta  {"delta":"{}"}
      output_item.done               {"item":{"type":"function_call","call_id":"call_1","arguments":"{}"}}
      output_item.added              {"item":{"type":"function_call","call_id":"call_2","arguments":""}}
      function_call_arguments.delta  {"delta":"[]"}
      output_item.done               {"item":{"type":"function_call","call_id":"call_2","arguments":"[]","status":"completed"}}
    `);
    expect(textsOf(state)).toEqual([['think'], '{}', '[]']);
    expect(state.items.map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
    expect(state.noticeCounts.stub).toBe(0);
  });

  it('makes a stub for an item that nothing announced, and fills it when it is announced', () => {
    const deltas = `
      reasoning_summary_text.delta   {"output_index":0,"item_id":"rs_1","summary_index":0,"delta":"so"}
      function_call_arguments.delta  {"output_index":2,"item_id":"fc_1","delta":"{}"}
    `;
    const stubs = fold(deltas);
    expect(outputOf(stubs)).toEqual([
      { id: 'rs_1', type: 'reasoning', summary: [{ type: 'summary_text', text: 'so' }] },
      { id: 'fc_1', type: 'function_call', arguments: '{}' },
    ]);
    expect(stubs.items).toMatchObject([{ isStub: true }, { isStub: true, outputIndex: 2 }]);
    expect(stubs.noticeCounts.stub).toBe(2);
    const filled = fold(`${deltas}
      output_item.added  {"output_index":2,"item":{"type":"function_call","id":"fc_1","name":"look","arguments":""}}
    `);
    expect(arrayOf(outputOf(filled))[1]).toEqual({ type: 'function_call', id: 'fc_1', name: 'look', arguments: '{}' });
    expect(filled.items[1]?.isStub).toBe(false);
  });

  it('keeps two items of one index apart', () => {
    const state = fold(`
      output_item.added  {"output_index":0,"item":{"type":"reasoning","id":"rs_1","content":[]}}
      reasoning_text.delta {"output_index":0,"content_index":0,"delta":"think"}
      output_item.done   {"output_index":0,"item":{"type":"reasoning","id":"rs_1","content":[{"type":"reasoning_text","text":"think"}]}}
      output_item.added  {"output_index":0,"item":{"type":"message","id":"msg_1","content":[]}}
      output_text.delta  {"output_index":0,"content_index":0,"delta":"say"}
      output_item.done   {"output_index":0,"item":{"type":"message","id":"msg_1","content":[{"type":"output_text","text":"say"}]}}
    `);
    expect(textsOf(state)).toEqual([['think'], ['say']]);
  });

  it('lets a call take the place of a message that was announced and stayed empty', () => {
    const state = fold(`
      output_item.added  {"output_index":0,"item":{"type":"message","content":[]}}
      output_item.done   {"output_index":0,"item":{"type":"function_call","arguments":"{}"}}
    `);
    expect(outputOf(state)).toEqual([{ type: 'function_call', arguments: '{}' }]);
  });
});

describe('parts', () => {
  it('appends deltas, and lets the whole text win over them', () => {
    const state = fold(`
      output_item.added   {"output_index":0,"item":{"type":"message","content":[]}}
      content_part.added  {"output_index":0,"content_index":0,"part":{"type":"output_text","text":"","annotations":[],"logprobs":[]}}
      output_text.delta   {"output_index":0,"content_index":0,"delta":"Hel","logprobs":[{"token":"Hel"}]}
      output_text.delta   {"output_index":0,"content_index":0,"delta":"lo","logprobs":[{"token":"lo"}]}
      output_text.annotation.added {"output_index":0,"content_index":0,"annotation_index":0,"annotation":{"type":"url_citation"}}
      output_text.annotation.added {"output_index":0,"content_index":0,"annotation_index":1,"annotation":null}
      output_text.done    {"output_index":0,"content_index":0,"text":"Hello!"}
      content_part.added  {"output_index":0,"content_index":1,"part":{"type":"refusal","refusal":""}}
      refusal.delta       {"output_index":0,"content_index":1,"delta":"N"}
      refusal.delta       {"output_index":0,"content_index":1,"delta":"o"}
    `);
    expect(outputOf(state)).toMatchObject([
      {
        content: [
          { type: 'output_text', text: 'Hello!', annotations: [{ type: 'url_citation' }], logprobs: [{ token: 'Hel' }, { token: 'lo' }] },
          { type: 'refusal', refusal: 'No' },
        ],
      },
    ]);
  });

  it('takes an index that grows with every delta for one part', () => {
    const state = fold(`
      output_item.added  {"output_index":0,"item":{"type":"message","content":[]}}
      output_text.delta  {"output_index":0,"content_index":0,"delta":"a"}
      output_text.delta  {"output_index":0,"content_index":1,"delta":"b"}
      output_text.delta  {"output_index":0,"content_index":2,"delta":"c"}
      output_text.done   {"output_index":0,"content_index":3,"text":"abc"}
      content_part.done  {"output_index":0,"content_index":4,"part":{"type":"output_text","text":"abc"}}
      output_text.delta  {"output_index":0,"content_index":5,"delta":"next"}
    `);
    expect(textsOf(state)).toEqual([['abc', 'next']]);
  });

  it('leaves no holes where indexes do, and puts a part that comes later in its place', () => {
    const state = fold(`
      output_item.added   {"output_index":0,"item":{"type":"message","content":[]}}
      content_part.added  {"output_index":0,"content_index":4,"part":{"type":"output_text","text":""}}
      output_text.delta   {"output_index":0,"content_index":4,"delta":"four"}
      content_part.added  {"output_index":0,"content_index":1,"part":{"type":"output_text","text":""}}
      output_text.delta   {"output_index":0,"content_index":1,"delta":"one"}
      output_text.delta   {"output_index":0,"content_index":4,"delta":"!"}
    `);
    expect(textsOf(state)).toEqual([['one', 'four!']]);
  });

  it('folds the other names of reasoning text', () => {
    const state = fold(`
      reasoning_part.added   {"output_index":0,"content_index":0,"part":{"type":"reasoning_text","text":""}}
      reasoning.delta        {"output_index":0,"content_index":0,"delta":"a"}
      reasoning_text.delta   {"output_index":0,"content_index":0,"delta":"b"}
      reasoning_part.done    {"output_index":0,"content_index":0,"part":{"type":"reasoning_text","text":"ab"}}
      reasoning.done         {"output_index":0,"content_index":0,"text":"ab."}
    `);
    expect(outputOf(state)).toMatchObject([{ type: 'reasoning', content: [{ type: 'reasoning_text', text: 'ab.' }] }]);
  });

  it('puts summaries side by side', () => {
    const state = fold(`
      reasoning_summary_part.added  {"output_index":0,"summary_index":0,"part":{"type":"summary_text","text":""}}
      reasoning_summary_text.delta  {"output_index":0,"summary_index":0,"delta":"one"}
      reasoning_summary_text.done   {"output_index":0,"summary_index":0,"text":"One"}
      reasoning_summary_text.delta  {"output_index":0,"summary_index":1,"delta":"two"}
    `);
    expect(textsOf(state)).toEqual([['One', 'two']]);
  });
});

describe('calls', () => {
  it.each([
    ['function_call_arguments', 'function_call', 'arguments'],
    ['mcp_call_arguments', 'mcp_call', 'arguments'],
    ['custom_tool_call_input', 'custom_tool_call', 'input'],
    ['code_interpreter_call_code', 'code_interpreter_call', 'code'],
  ])('gathers %s', (event, type, field) => {
    const delta = (text: string) => `${event}.delta {"output_index":0,"delta":"${text}"}\n`;
    expect(outputOf(fold(delta('a') + delta('b')))).toEqual([{ type, [field]: 'ab' }]);
    expect(outputOf(fold(`${delta('a')}${event}.done {"output_index":0,"${field}":"all"}`))).toEqual([{ type, [field]: 'all' }]);
  });

  it('takes the name of a function from the event that has it', () => {
    const state = fold('function_call_arguments.done {"output_index":0,"arguments":"{}","name":"look_up"}');
    expect(outputOf(state)).toEqual([{ type: 'function_call', arguments: '{}', name: 'look_up' }]);
  });

  it('gathers the commands of a shell and what they wrote', () => {
    const state = fold(`
      output_item.added         {"output_index":0,"item":{"type":"shell_call","action":{"commands":[],"timeout_ms":10}}}
      shell_call_command.added  {"output_index":0,"command_index":0,"command":""}
      shell_call_command.delta  {"output_index":0,"command_index":0,"delta":"ls "}
      shell_call_command.delta  {"output_index":0,"command_index":0,"delta":"-l"}
      shell_call_command.added  {"output_index":0,"command_index":1,"command":""}
      shell_call_command.done   {"output_index":0,"command_index":1,"command":"pwd"}
      output_item.added         {"output_index":1,"item":{"type":"shell_call_output","output":[]}}
      shell_call_output_content.delta {"output_index":1,"command_index":0,"delta":{"stdout":"a\\n"}}
      shell_call_output_content.delta {"output_index":1,"command_index":0,"delta":{"stdout":"b","stderr":"!"}}
      shell_call_output_content.done  {"output_index":1,"command_index":1,"output":[{"stdout":"/","stderr":"","outcome":{"type":"exit","exit_code":0}}]}
    `);
    expect(outputOf(state)).toMatchObject([
      { action: { commands: ['ls -l', 'pwd'], timeout_ms: 10 } },
      {
        output: [
          { stdout: 'a\nb', stderr: '!' },
          { stdout: '/', outcome: { exit_code: 0 } },
        ],
      },
    ]);
  });

  it('gathers the diff of a patch', () => {
    const added =
      'output_item.added {"output_index":0,"item":{"type":"apply_patch_call","operation":{"type":"update_file","path":"a.ts"}}}';
    const delta = 'apply_patch_call_operation_diff.delta {"output_index":0,"delta":"@@"}';
    expect(outputOf(fold(`${added}\n${delta}\n${delta}`))).toMatchObject([{ operation: { path: 'a.ts', diff: '@@@@' } }]);
    const done = 'apply_patch_call_operation_diff.done {"output_index":0,"diff":"-a"}';
    expect(outputOf(fold(`${added}\n${delta}\n${done}`))).toMatchObject([{ operation: { diff: '-a' } }]);
  });

  it('sets the status of items that have one, and keeps it beside those that have none', () => {
    const state = fold(`
      output_item.added         {"output_index":0,"item":{"type":"web_search_call","status":"in_progress"}}
      web_search_call.searching {"output_index":0}
      output_item.added         {"output_index":1,"item":{"type":"mcp_list_tools","tools":[]}}
      mcp_list_tools.failed     {"output_index":1}
    `);
    expect(outputOf(state)).toEqual([
      { type: 'web_search_call', status: 'searching' },
      { type: 'mcp_list_tools', tools: [] },
    ]);
    expect(state.items.map(({ status }) => status)).toEqual(['searching', 'failed']);
  });

  it('shows the last partial image until the image is there', () => {
    const partial = `
      image_generation_call.partial_image {"output_index":0,"partial_image_index":0,"partial_image_b64":"AAAA"}
      image_generation_call.partial_image {"output_index":0,"partial_image_index":1,"partial_image_b64":"BBBB"}
    `;
    const running = fold(partial);
    expect(running.items).toMatchObject([{ preview: { partial_image_b64: 'BBBB' } }]);
    expect(outputOf(running)).toEqual([{ type: 'image_generation_call' }]);
    const done = fold(`${partial}\noutput_item.done {"output_index":0,"item":{"type":"image_generation_call","result":"CCCC"}}`);
    expect(done.items).toMatchObject([{ preview: null, isOpen: false, isStub: false }]);
  });
});

describe('what is beside the response', () => {
  it('keeps errors of both shapes, and goes on behind them', () => {
    const state = fold(`
      0 created  {"response":{"id":"resp_1"}}
      1 error    {"error":{"type":"insufficient_quota","code":"insufficient_quota","message":"No quota.","param":null}}
      2 error    {"code":"server_error","message":"Sorry.","param":"input"}
      3 failed   {"response":{"id":"resp_1","status":"failed"}}
    `);
    expect(state.errors).toEqual([
      { type: 'insufficient_quota', code: 'insufficient_quota', message: 'No quota.', param: null, event: 1 },
      { type: null, code: 'server_error', message: 'Sorry.', param: 'input', event: 2 },
    ]);
    expect(state.response).toMatchObject({ status: 'failed' });
    expect(fold('error {"message":"Sorry."}').ending).toBe('failed');
  });

  it('gathers audio apart', () => {
    const state = fold(`
      audio.delta             {"delta":"AAAA"}
      audio.transcript.delta  {"delta":"Hel"}
      audio.delta             {"delta":"BBBB"}
      audio.transcript.delta  {"delta":"lo"}
    `);
    expect(state.audio).toEqual({ base64Chunks: ['AAAA', 'BBBB'], transcript: 'Hello' });
  });

  it('counts and lists what it cannot read or does not know', () => {
    const state = fold(`
      floway:pulse {"n":1}
      floway:pulse {"n":2}
      {"object":"chat.completion.chunk"}
      {"broken
      [DONE]
      keepalive
    `);
    expect(state.unknownTypes).toEqual(new Map([['floway:pulse', 2]]));
    expect(state.noticeCounts).toMatchObject({ 'unknown-type': 2, unreadable: 2, 'after-done': 1 });
    expect(state.notices).toMatchObject([{}, {}, { event: 2, problem: 'a chunk of a Chat Completion' }, { event: 3 }, { event: 5 }]);
  });
});

describe('states', () => {
  it('never change, and share what did not', () => {
    const recorder = createStreamRecorder();
    const frames = drawFrames(`
      0 created            {"response":{"id":"resp_1","tools":[{"type":"function"}],"output":[]}}
      1 output_item.added  {"output_index":0,"item":{"type":"message","content":[]}}
      2 output_text.delta  {"output_index":0,"content_index":0,"delta":"a"}
      3 output_item.added  {"output_index":1,"item":{"type":"message","content":[]}}
      4 output_text.delta  {"output_index":1,"content_index":0,"delta":"b"}
      5 keepalive
      6 completed          {"response":{"id":"resp_1","tools":[{"type":"function"}],"output":[{"type":"message","content":[{"type":"output_text","annotations":[],"text":"a"}]},{"type":"message","content":[]}]}}
    `);
    const states = frames.map((frame) => {
      recorder.append(new TextEncoder().encode(frame), 0);
      const state = recorder.state();
      return { state, copy: structuredClone(state) };
    });
    for (const { state, copy } of states) expect(state).toEqual(copy);
    const [, , , third, fourth, fifth, last] = states.map(({ state }) => arrayOf(outputOf(state)));
    expect(fourth?.[0]).toBe(third?.[0]);
    expect(fourth?.[1]).not.toBe(third?.[1]);
    expect(states[5]?.state.response).toBe(states[4]?.state.response);
    expect(fifth).toBe(fourth);
    expect(last?.[0]).toBe(fifth?.[0]);
    expect(states[6]?.state.response?.['tools']).toBe(states[0]?.state.response?.['tools']);
  });
});
