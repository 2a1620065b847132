import type { JsonArray, JsonObject } from '#base/json.ts';
import { assistantMessage, plainResponse } from './plain-response.ts';
import { pick, randomNumbers } from './random-numbers.ts';

const BYTES_PER_MEGABYTE = 1_000_000;
/** The share of the biggest node: the list of rows that one tool call gave back. */
const ROWS_SHARE = 0.6;
const STATES = ['packed', 'shipped', 'delivered', 'returned'];
const CARRIERS = ['northline', 'harbour-freight', 'pigeon-express'];

/**
 * A Response of about `megabytes` (10⁶ bytes, ASCII, no indentation), the same for the same arguments. Its first tool call gives back one
 * long array; the rest are turns of reasoning, call, output and message.
 */
export function bigResponse(id: string, megabytes: number): JsonObject {
  const bytes = megabytes * BYTES_PER_MEGABYTE;
  const random = randomNumbers(megabytes);
  const rows = grow(bytes * ROWS_SHARE, (index) => [{ type: 'input_text', text: orderRow(index, random) }]);
  const turns = grow(bytes * (1 - ROWS_SHARE), (index) => turn(index, random));
  const exportCall = call(0, 'export_orders', { since: '2026-01-01', format: 'rows' });
  return { ...plainResponse(id, [...exportCall, output(0, rows), ...turns]), tools: [exportOrdersTool] };
}

function grow(bytes: number, make: (index: number) => JsonArray): JsonArray {
  const values: JsonArray[number][] = [];
  for (let size = 0, index = 1; size < bytes; index += 1) {
    const made = make(index);
    size += JSON.stringify(made).length;
    values.push(...made);
  }
  return values;
}

function turn(index: number, random: () => number): JsonArray {
  const order = orderRow(index, random);
  const lines = Array.from(
    { length: 12 },
    (_, line) => `- **Order ${index}.${line}** is ${pick(STATES, random)} with ${pick(CARRIERS, random)}.`,
  );
  return [
    {
      id: `rs_${index}`,
      type: 'reasoning',
      summary: [{ type: 'summary_text', text: `**Checking batch ${index}**\n\nTotals first, then the carriers.` }],
    },
    ...call(index, 'check_batch', { batch: index }),
    output(index, JSON.stringify({ batch: index, order, lines })),
    assistantMessage(`msg_${index}`, `## Batch ${index}\n\n${lines.join('\n')}\n`),
  ];
}

function call(index: number, name: string, callArguments: JsonObject): JsonArray {
  return [
    {
      id: `fc_${index}`,
      type: 'function_call',
      status: 'completed',
      call_id: `call_${index}`,
      name,
      arguments: JSON.stringify(callArguments),
    },
  ];
}

function output(index: number, value: string | JsonArray): JsonObject {
  return { id: `fco_${index}`, type: 'function_call_output', status: 'completed', call_id: `call_${index}`, output: value };
}

function orderRow(index: number, random: () => number): string {
  return JSON.stringify({
    order: `ord_${String(index).padStart(7, '0')}`,
    cents: Math.floor(random() * 100_000),
    state: pick(STATES, random),
    carrier: pick(CARRIERS, random),
    weight_grams: Math.floor(random() * 20_000),
  });
}

const exportOrdersTool: JsonObject = {
  type: 'function',
  name: 'export_orders',
  description: 'Lists the orders since a day, one row each.',
  parameters: { type: 'object', properties: { since: { type: 'string' }, format: { type: 'string' } }, required: ['since', 'format'] },
  strict: false,
};
