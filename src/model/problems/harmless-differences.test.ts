import { expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { problemsIn, recordText } from '#testing/mutations/subjects.ts';

const REENCRYPTED = `
  0 created            {"response":{"id":"resp_1","object":"response","status":"in_progress","output":[]}}
  1 output_item.added  {"output_index":0,"item":{"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"gAAAAAaaaa"}}
  2 output_item.done   {"output_index":0,"item":{"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"gAAAAAbbbb"}}
  3 completed          {"response":{"id":"resp_1","object":"response","status":"completed","output":[{"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"gAAAAAcccc"}]}}
`;

/** As GitHub Copilot sends them: only \`output_index\` links the events of an item. */
const IDS_IN_EVERY_EVENT = `
  0 created             {"response":{"id":"resp_1","object":"response","status":"in_progress","output":[]}}
  1 output_item.added   {"output_index":0,"item":{"id":"msg_a","type":"message","role":"assistant","status":"in_progress","content":[]}}
  2 content_part.added  {"output_index":0,"content_index":0,"item_id":"msg_b","part":{"type":"output_text","text":"","annotations":[]}}
  3 output_text.delta   {"output_index":0,"content_index":0,"item_id":"msg_c","delta":"Hi"}
  4 output_text.done    {"output_index":0,"content_index":0,"item_id":"msg_d","text":"Hi"}
  5 content_part.done   {"output_index":0,"content_index":0,"item_id":"msg_e","part":{"type":"output_text","text":"Hi","annotations":[]}}
  6 output_item.done    {"output_index":0,"item":{"id":"msg_f","type":"message","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Hi","annotations":[]}]}}
  7 completed           {"response":{"id":"resp_9","object":"response","status":"completed","output":[{"id":"msg_g","type":"message","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Hi","annotations":[]}]}]}}
`;

const LATE_TOOLS = `
  0 created                    {"response":{"id":"resp_1","object":"response","status":"in_progress","output":[]}}
  1 output_item.added          {"output_index":0,"item":{"id":"mcpl_1","type":"mcp_list_tools","server_label":"shelf","tools":[]}}
  2 output_item.added          {"output_index":1,"item":{"id":"mcpl_2","type":"mcp_list_tools","server_label":"till","tools":[]}}
  3 mcp_list_tools.in_progress {"output_index":0,"item_id":"mcpl_1"}
  4 mcp_list_tools.in_progress {"output_index":1,"item_id":"mcpl_2"}
  5 mcp_list_tools.completed   {"output_index":1,"item_id":"mcpl_2"}
  6 mcp_list_tools.completed   {"output_index":0,"item_id":"mcpl_1"}
  7 output_item.done           {"output_index":1,"item":{"id":"mcpl_2","type":"mcp_list_tools","server_label":"till","tools":[]}}
  8 completed                  {"response":{"id":"resp_1","object":"response","status":"completed","output":[{"id":"mcpl_1","type":"mcp_list_tools","server_label":"shelf","tools":[{"name":"count","input_schema":{}}]},{"id":"mcpl_2","type":"mcp_list_tools","server_label":"till","tools":[{"name":"open","input_schema":{}}]}]}}
`;

function callLeft(item: string): string {
  return `
    0 created            {"response":{"id":"resp_1","object":"response","status":"in_progress","output":[]}}
    1 output_item.added  {"output_index":0,"item":${item}}
    2 output_item.done   {"output_index":0,"item":${item}}
    3 completed          {"response":{"id":"resp_1","object":"response","status":"completed","output":[${item}]}}
  `;
}

it.each([
  ['content that is encrypted anew in each event', REENCRYPTED, 'encrypted-anew'],
  ['another ID in every event', IDS_IN_EVERY_EVENT, 'ids-rotate'],
  ['tools of MCP servers that only the last event lists, and a list that is never done', LATE_TOOLS, 'late-mcp-tools'],
  [
    'a function call left in_progress',
    callLeft('{"id":"fc_1","type":"function_call","status":"in_progress","call_id":"call_1","name":"f","arguments":"{}"}'),
    'call-left-open',
  ],
  [
    'a computer call left in_progress',
    callLeft(
      '{"id":"cu_1","type":"computer_call","status":"in_progress","call_id":"call_1","action":{"type":"screenshot"},"pending_safety_checks":[]}',
    ),
    'call-left-open',
  ],
  [
    'a search left searching',
    callLeft('{"id":"ws_1","type":"web_search_call","status":"searching","action":{"type":"search","query":"otters"}}'),
    'call-left-open',
  ],
  [
    'an image left generating, though it is there',
    callLeft('{"id":"ig_1","type":"image_generation_call","status":"generating","result":"iVBORw0KGgo="}'),
    'call-left-open',
  ],
])('tells of %s as information at most', (_, drawing, id) => {
  const problems = problemsIn(recordText(drawStream(drawing)));
  expect(problems.filter(({ rule }) => rule.severity !== 'info').map(({ rule, findings }) => `${rule.id}: ${findings[0]?.text}`)).toEqual(
    [],
  );
  expect(problems.map(({ rule }) => rule.id)).toContain(id);
});

it('finds nothing wrong with a stream that was joined half-way', () => {
  const joined = `
    5 output_text.delta   {"output_index":0,"content_index":0,"item_id":"msg_1","delta":"i"}
    6 output_text.done    {"output_index":0,"content_index":0,"item_id":"msg_1","text":"Hi"}
    7 content_part.done   {"output_index":0,"content_index":0,"item_id":"msg_1","part":{"type":"output_text","text":"Hi","annotations":[]}}
    8 output_item.done    {"output_index":0,"item":{"id":"msg_1","type":"message","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Hi","annotations":[]}]}}
    9 completed           {"response":{"id":"resp_1","object":"response","status":"completed","output":[{"id":"msg_1","type":"message","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Hi","annotations":[]}]}]}}
  `;
  expect(problemsIn(recordText(drawStream(joined))).map(({ rule }) => rule.id)).toEqual([]);
});
