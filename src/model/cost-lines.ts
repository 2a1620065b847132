import { arrayOf, numberOf, objectOf, stringOf, valueAt, type JsonObject } from '#base/json.ts';
import type { ModelPrices } from './price-list.ts';
import { hostedCalls, type Usage } from './usage.ts';

/** One summand of an estimate: `quantity × price / per = dollars`. */
export type CostLine = {
  readonly part: string;
  readonly quantity: number;
  readonly unit: 'token' | 'call';
  /** US dollars for `per` of the unit; null for a rest that has no price of its own. */
  readonly price: number | null;
  readonly per: 1_000_000 | 1_000;
  readonly dollars: number;
};

/** The estimate, line by line; null when the list has no price for input or output tokens. Expects `usage` without conflicts. */
export function costLines(response: JsonObject, usage: Usage, prices: ModelPrices): readonly CostLine[] | null {
  const input = usage.input ?? 0;
  const output = usage.output ?? 0;
  const inputPrice = prices.priceOf('input_mtok', input);
  const outputPrice = prices.priceOf('output_mtok', input);
  if (inputPrice === null || outputPrice === null) return null;
  const isSplit = usage.fresh !== null;
  const lines = [
    tokens(isSplit ? 'fresh input' : 'input (its cached share was not sent)', usage.fresh ?? input, inputPrice),
    tokens('cached input', usage.cached ?? 0, prices.priceOf('cache_read_mtok', input) ?? inputPrice),
    tokens('cache writes', usage.cacheWrite ?? 0, prices.priceOf('cache_write_mtok', input) ?? inputPrice),
    ...outputLines(usage, output, outputPrice, prices.priceOf('output_reasoning_mtok', input)),
    ...callLines(response, prices),
  ].filter((line, index) => index === 0 || line.quantity > 0);
  return [...lines, ...restOf(lines, response, usage, prices)];
}

function outputLines(usage: Usage, output: number, price: number, reasoningPrice: number | null): readonly CostLine[] {
  if (reasoningPrice === null || usage.visible === null)
    return [tokens(usage.reasoning === null ? 'output' : 'output, with reasoning', output, price)];
  return [tokens('visible output', usage.visible, price), tokens('reasoning', Math.min(output, usage.reasoning ?? 0), reasoningPrice)];
}

function tokens(part: string, quantity: number, price: number): CostLine {
  return { part, quantity, unit: 'token', price, per: 1_000_000, dollars: (quantity * price) / 1_000_000 };
}

function callLines(response: JsonObject, prices: ModelPrices): readonly CostLine[] {
  return [
    { part: 'web searches', quantity: webSearches(response), price: prices.priceOf('web_searches_kcount', 0) },
    { part: 'file searches', quantity: fileSearches(response), price: prices.priceOf('storage_searches_kcount', 0) },
  ].flatMap(({ part, quantity, price }) =>
    price === null ? [] : [{ part, quantity, unit: 'call' as const, price, per: 1_000 as const, dollars: (quantity * price) / 1_000 }],
  );
}

/**
 * Searches as billed: what `tool_usage` counts, else the calls that searched (opening or reading a page is free).
 * The older preview tool has prices of its own that the list does not hold, so its calls are not counted here.
 */
function webSearches(response: JsonObject): number {
  if (usesPreviewSearch(response)) return 0;
  const billed = numberOf(valueAt(response, ['tool_usage', 'web_search', 'num_requests']));
  if (billed !== null && billed >= 0) return billed;
  return arrayOf(response['output']).filter(
    (item) => valueAt(item, ['type']) === 'web_search_call' && valueAt(item, ['action', 'type']) === 'search',
  ).length;
}

function fileSearches(response: JsonObject): number {
  return hostedCalls(response).find(({ type }) => type === 'file_search_call')?.calls ?? 0;
}

function usesPreviewSearch(response: JsonObject): boolean {
  return arrayOf(response['tools']).some((tool) => stringOf(objectOf(tool)?.['type'])?.startsWith('web_search_preview') === true);
}

/** Calls of hosted tools that `costLines` leaves out, in words ("code interpreter ×2"); empty when there are none. */
export function unpricedCalls(response: JsonObject, prices: ModelPrices): string {
  const isPriced: Readonly<Record<string, boolean>> = {
    web_search_call: !usesPreviewSearch(response) && prices.priceOf('web_searches_kcount', 0) !== null,
    file_search_call: prices.priceOf('storage_searches_kcount', 0) !== null,
  };
  // The caller's own machine runs these; nobody bills them by the call.
  const isFree = new Set(['computer_call', 'local_shell_call', 'apply_patch_call', 'mcp_call', 'tool_search_call']);
  return hostedCalls(response)
    .filter(({ type }) => isPriced[type] !== true && !isFree.has(type))
    .map(({ type, calls }) => `${type.replace(/_call$/, '').replaceAll('_', ' ')} ×${calls}`)
    .join(', ');
}

/** What the list adds beyond our lines (a price per request, say), so that the sum is always the list's own. */
function restOf(lines: readonly CostLine[], response: JsonObject, usage: Usage, prices: ModelPrices): readonly CostLine[] {
  const total = prices.totalOf({
    input_tokens: usage.input ?? 0,
    cache_read_tokens: usage.cached ?? 0,
    cache_write_tokens: usage.cacheWrite ?? 0,
    output_tokens: usage.output ?? 0,
    output_reasoning_tokens: Math.min(usage.output ?? 0, usage.reasoning ?? 0),
    web_searches: webSearches(response),
    storage_searches: fileSearches(response),
  });
  const rest = total === null ? 0 : total - lines.reduce((sum, line) => sum + line.dollars, 0);
  if (rest < 1e-9) return [];
  return [{ part: 'other list prices', quantity: 1, unit: 'call', price: null, per: 1_000, dollars: rest }];
}
