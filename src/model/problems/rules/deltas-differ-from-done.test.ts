import { describe, expect, it } from 'vitest';
import { streamFindings } from '#testing/rule-findings.ts';
import { deltasDifferFromDone } from './deltas-differ-from-done.ts';

describe('deltas-differ-from-done', () => {
  const texts = (drawing: string) => streamFindings(deltasDifferFromDone, drawing).map(({ text }) => text);
  const message = 'output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1"}}';

  it('lays the two texts side by side, with the events that told them', () => {
    const found = streamFindings(
      deltasDifferFromDone,
      `0 created {"response":{"id":"resp_1"}}
       1 ${message}
       2 output_text.delta {"output_index":0,"content_index":0,"delta":"Hel","obfuscation":"x9"}
       3 output_text.delta {"output_index":0,"content_index":0,"delta":"lo"}
       4 output_text.done {"output_index":0,"content_index":0,"text":"Help!"}`,
    );
    expect(found).toEqual([
      {
        text: 'output[0].content[0].text has 5 characters in 2 deltas, but 5 characters in response.output_text.done',
        events: [2, 4],
        paths: [['output', 0, 'content', 0, 'text']],
        outputIndex: 0,
        texts: { labels: ['2 deltas', 'response.output_text.done'], texts: ['Hello', 'Help!'] },
      },
    ]);
  });

  it('goes on to the part and to the item', () => {
    const stream = (part: string, item: string) => `
      created {"response":{"id":"resp_1"}}
      ${message}
      output_text.delta {"output_index":0,"content_index":0,"delta":"Hi"}
      output_text.done {"output_index":0,"content_index":0,"text":"Hi"}
      content_part.done {"output_index":0,"content_index":0,"part":{"type":"output_text","text":"${part}"}}
      output_item.done {"output_index":0,"item":{"type":"message","id":"msg_1","content":[{"type":"output_text","text":"${item}"}]}}`;
    expect(texts(stream('Hi', 'Hi'))).toEqual([]);
    expect(texts(stream('Hi!', 'Hi!'))).toEqual([
      'output[0].content[0].text has 2 characters in response.output_text.done, but 3 characters in response.content_part.done',
    ]);
    expect(texts(stream('Hi', 'Ho'))).toEqual([
      'output[0].content[0].text has 2 characters in response.content_part.done, but 2 characters in response.output_item.done',
    ]);
  });

  it('does not take the end of one part for the end of another with its index', () => {
    expect(
      texts(`created {"response":{"id":"resp_1"}}
             output_item.added {"output_index":0,"item":{"type":"reasoning","id":"rs_1"}}
             reasoning_summary_text.delta {"output_index":0,"summary_index":0,"delta":"Hel"}
             content_part.done {"output_index":0,"content_index":0,"part":{"type":"reasoning_text","text":"Hm."}}
             reasoning_summary_text.delta {"output_index":0,"summary_index":0,"delta":"lo"}
             reasoning_summary_text.done {"output_index":0,"summary_index":0,"text":"Hello"}`),
    ).toEqual([]);
  });

  it('compares with the finished item where nothing else ends the text', () => {
    expect(
      texts(`created {"response":{"id":"resp_1"}}
             output_item.added {"output_index":0,"item":{"type":"function_call","id":"fc_1","call_id":"call_1"}}
             function_call_arguments.delta {"output_index":0,"delta":"{}"}
             output_item.done {"output_index":0,"item":{"type":"function_call","id":"fc_1","call_id":"call_1","arguments":"{ }"}}`),
    ).toEqual(['output[0].arguments has 2 characters in 1 delta, but 3 characters in response.output_item.done']);
  });

  it.each<readonly [string, string, string, string]>([
    ['message', 'refusal', '"content_index":0,', 'refusal'],
    ['reasoning', 'reasoning_text', '"content_index":0,', 'text'],
    ['reasoning', 'reasoning', '"content_index":0,', 'text'],
    ['reasoning', 'reasoning_summary_text', '"summary_index":1,', 'text'],
    ['function_call', 'function_call_arguments', '', 'arguments'],
    ['mcp_call', 'mcp_call_arguments', '', 'arguments'],
    ['custom_tool_call', 'custom_tool_call_input', '', 'input'],
    ['code_interpreter_call', 'code_interpreter_call_code', '', 'code'],
    ['apply_patch_call', 'apply_patch_call_operation_diff', '', 'diff'],
    ['shell_call', 'shell_call_command', '"command_index":0,', 'command'],
  ])('a %s by its %s', (type, name, index, field) => {
    const stream = (whole: string) => `
      created {"response":{"id":"resp_1"}}
      output_item.added {"output_index":0,"item":{"type":"${type}","id":"item_1"}}
      response.${name}.delta {"output_index":0,${index}"delta":"a"}
      response.${name}.delta {"output_index":0,${index}"delta":"b"}
      response.${name}.done {"output_index":0,${index}"${field}":"${whole}"}`;
    expect(texts(stream('ab'))).toEqual([]);
    expect(texts(stream('ac'))).toHaveLength(1);
  });

  it('tells what a shell wrote to stdout from what it wrote to stderr', () => {
    const stream = (stdout: string, stderr: string) => `
      created {"response":{"id":"resp_1"}}
      output_item.added {"output_index":0,"item":{"type":"shell_call_output","id":"sho_1"}}
      shell_call_output_content.delta {"output_index":0,"command_index":0,"delta":{"stdout":"ok"}}
      shell_call_output_content.delta {"output_index":0,"command_index":0,"delta":{"stderr":"oh"}}
      shell_call_output_content.done {"output_index":0,"command_index":0,"output":[{"stdout":"${stdout}","stderr":"${stderr}"}]}`;
    expect(texts(stream('ok', 'oh'))).toEqual([]);
    expect(texts(stream('ok', 'no'))).toEqual([
      'output[0].output[0].stderr has 2 characters in 2 deltas, but 2 characters in response.shell_call_output_content.done',
    ]);
  });

  it('does not ask for deltas, nor for what came before a stream was joined', () => {
    expect(
      texts(`created {"response":{"id":"resp_1"}}
             ${message}
             output_text.done {"output_index":0,"content_index":0,"text":"Hi"}`),
    ).toEqual([]);
    expect(
      texts(`7 output_text.delta {"output_index":0,"content_index":0,"delta":"lo"}
             8 output_text.done {"output_index":0,"content_index":0,"text":"Hello"}`),
    ).toEqual([]);
  });
});
