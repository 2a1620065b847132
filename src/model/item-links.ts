import { arrayOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** What another item is to the one that links to it. */
export type ItemLinkRole = 'call' | 'output' | 'approval request' | 'approval answer' | 'approved call' | 'program' | 'child call';

export type ItemLink = { readonly role: ItemLinkRole; readonly position: number };

/** For each position that belongs to a thread: the other items of the thread, in the order of the list. */
export type ItemLinks = ReadonlyMap<number, readonly ItemLink[]>;

/** The names by which items point at each other, each with the positions that use it. */
type Ends = {
  readonly calls: Map<string, number[]>;
  readonly outputs: Map<string, number[]>;
  readonly programs: Map<string, number[]>;
  readonly children: Map<string, number[]>;
  readonly requests: Map<string, number[]>;
  readonly answers: Map<string, number[]>;
  readonly approvedCalls: Map<string, number[]>;
};

/**
 * Threads within one list of items, in any order: a call and its outputs (`call_id`), an MCP approval with its answer and the call that
 * followed (`approval_request_id`), a program and the calls it made (`caller.caller_id`, reference §2.1). Empty names link nothing.
 */
export function linkItems(items: JsonValue | undefined): ItemLinks {
  const ends = endsOf(arrayOf(items));
  const links = new Map<number, ItemLink[]>();
  join(links, ends.calls, 'call', ends.outputs, 'output');
  join(links, ends.programs, 'program', ends.children, 'child call');
  join(links, ends.requests, 'approval request', ends.answers, 'approval answer');
  join(links, ends.requests, 'approval request', ends.approvedCalls, 'approved call');
  join(links, ends.answers, 'approval answer', ends.approvedCalls, 'approved call');
  for (const found of links.values()) found.sort((one, other) => one.position - other.position);
  return links;
}

function endsOf(items: readonly JsonValue[]): Ends {
  const ends: Ends = {
    calls: new Map(),
    outputs: new Map(),
    programs: new Map(),
    children: new Map(),
    requests: new Map(),
    answers: new Map(),
    approvedCalls: new Map(),
  };
  for (const [position, value] of items.entries()) {
    const item = objectOf(value);
    const type = item === null ? null : stringOf(item['type']);
    if (item === null || type === null) continue;
    addEnds(ends, item, type, position);
  }
  return ends;
}

function addEnds(ends: Ends, item: JsonObject, type: string, position: number): void {
  const isOutput = type.endsWith('_output');
  // The local shell's output has no call_id: its id is the call's (reference §2.1).
  const callId = item['call_id'] ?? (type === 'local_shell_call_output' ? item['id'] : undefined);
  add(isOutput ? ends.outputs : ends.calls, callId, position);
  if (type === 'program') add(ends.programs, item['call_id'], position);
  else if (!isOutput) add(ends.children, objectOf(item['caller'])?.['caller_id'], position);
  if (type === 'mcp_approval_request') add(ends.requests, item['id'], position);
  else if (type === 'mcp_approval_response') add(ends.answers, item['approval_request_id'], position);
  else add(ends.approvedCalls, item['approval_request_id'], position);
}

function add(ends: Map<string, number[]>, name: JsonValue | undefined, position: number): void {
  const key = stringOf(name);
  if (key === null || key === '') return;
  const positions = ends.get(key);
  if (positions === undefined) ends.set(key, [position]);
  else positions.push(position);
}

/** More items than this under one name are a server that gives all of them the same: such a name links nothing. */
const MOST_OF_A_NAME = 200;

function join(
  links: Map<number, ItemLink[]>,
  ones: ReadonlyMap<string, readonly number[]>,
  oneRole: ItemLinkRole,
  others: ReadonlyMap<string, readonly number[]>,
  otherRole: ItemLinkRole,
): void {
  for (const [name, onePositions] of ones) {
    const otherPositions = others.get(name) ?? [];
    if (onePositions.length * otherPositions.length > MOST_OF_A_NAME) continue;
    for (const one of onePositions) {
      for (const other of otherPositions) {
        push(links, one, { role: otherRole, position: other });
        push(links, other, { role: oneRole, position: one });
      }
    }
  }
}

function push(links: Map<number, ItemLink[]>, position: number, link: ItemLink): void {
  const found = links.get(position);
  if (found === undefined) links.set(position, [link]);
  else found.push(link);
}
