/** IDs that are not a response's, told by their prefix. Responses themselves have IDs of any form, so that a match is advice, never a refusal. */

/** `isA` completes "This is the ID of …"; `instead` says where the response's ID is found. */
export type IdKind = { readonly prefix: string; readonly isA: string; readonly instead: string };

const IN_OUTPUT = 'It is part of a response. Look for the ID of the response that holds it: it starts with resp_.';
const IN_LOGS = 'Look for an ID that starts with resp_ near it in the log.';
const OTHER_API = 'It belongs to another part of the API. This viewer opens responses, whose IDs start with resp_.';

const KINDS: readonly IdKind[] = [
  ...kinds(IN_OUTPUT, {
    msg_: 'a message',
    rs_: 'a reasoning item',
    fc_: 'a function call item',
    fco_: 'a function call output',
    call_: 'a tool call (its call_id)',
    ctc_: 'a custom tool call',
    ws_: 'a web search call',
    fs_: 'a file search call',
    ci_: 'a code interpreter call',
    ig_: 'an image generation call',
    cu_: 'a computer call',
    mcp_: 'an MCP call',
    mcpl_: 'a list of MCP tools',
    mcpr_: 'an MCP approval request',
    lsh_: 'a local shell call',
    sh_: 'a shell call',
    sho_: 'a shell call output',
    apc_: 'an apply-patch call',
    tsc_: 'a tool search call',
    tso_: 'a tool search output',
    cmp_: 'a compaction',
    cntr_: 'a code interpreter container',
  }),
  ...kinds('A conversation holds many responses. Look for the resp_… of one of them.', { conv_: 'a conversation' }),
  ...kinds('The response has an ID of its own, in the field id of the body: it starts with resp_.', {
    req_: 'an HTTP request (the x-request-id header)',
    trace_: 'a trace',
    batch_: 'a batch',
    batch_req_: 'a request of a batch',
  }),
  ...kinds(IN_LOGS, { 'org-': 'an organization', proj_: 'a project', 'user-': 'a user', key_: 'an API key (its name, not the key)' }),
  ...kinds(OTHER_API, {
    thread_: 'an Assistants thread',
    run_: 'an Assistants run',
    step_: 'an Assistants run step',
    asst_: 'an assistant',
    'file-': 'a file',
    file_: 'a file',
    vs_: 'a vector store',
    pmpt_: 'a prompt template',
    eval_: 'an evaluation',
    evalrun_: 'an evaluation run',
    'ftjob-': 'a fine-tuning job',
    'ft:': 'a fine-tuned model',
    'cmpl-': 'a legacy completion',
    sess_: 'a Realtime session',
    video_: 'a video',
    upload_: 'an upload',
  }),
];

/** What `id` is the ID of when its prefix says that it is not a response's, else null. The longest prefix wins. */
export function idKindOf(id: string): IdKind | null {
  let best: IdKind | null = null;
  for (const kind of KINDS) {
    if (id.startsWith(kind.prefix) && id.length > kind.prefix.length && kind.prefix.length > (best?.prefix.length ?? 0)) best = kind;
  }
  return best;
}

/** Every prefix that `idKindOf` knows. */
export const OTHER_ID_PREFIXES: readonly string[] = KINDS.map(({ prefix }) => prefix);

function kinds(instead: string, names: Readonly<Record<string, string>>): readonly IdKind[] {
  return Object.entries(names).map(([prefix, isA]) => ({ prefix, isA, instead }));
}
