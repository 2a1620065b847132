import { numberOf, objectOf, valueAt, type JsonObject, type JsonPath } from '#base/json.ts';

/** A cost in US dollars that the server or a gateway itself put into the body. */
export type SentCost = {
  readonly dollars: number;
  /** Where it stands in the body: "usage.cost". */
  readonly field: string;
  /** The number as sent, before its unit was turned into dollars. */
  readonly raw: number;
  readonly unit: 'USD' | 'ticks';
  /** True when it is a gateway's own guess. */
  readonly isGatewayEstimate: boolean;
};

/** xAI counts in ticks of 10⁻¹⁰ USD: 479 fresh, 192 cached and 97 output tokens at $1.25, $0.20 and $2.50 per million are 8,796,500 ticks. */
const DOLLARS_PER_TICK = 1e-10;

const SOURCES: readonly { readonly path: JsonPath; readonly unit: SentCost['unit']; readonly isGatewayEstimate: boolean }[] = [
  { path: ['usage', 'cost'], unit: 'USD', isGatewayEstimate: false },
  { path: ['usage', 'cost_in_usd_ticks'], unit: 'ticks', isGatewayEstimate: false },
  { path: ['usage', 'pydantic_ai_gateway', 'cost_estimate'], unit: 'USD', isGatewayEstimate: true },
];

/** The first cost the body carries (OpenRouter, xAI, then gateways); null when there is none. */
export function readSentCost(response: JsonObject): SentCost | null {
  for (const { path, unit, isGatewayEstimate } of SOURCES) {
    const raw = numberOf(valueAt(response, path));
    if (raw === null || raw < 0) continue;
    return { dollars: unit === 'ticks' ? raw * DOLLARS_PER_TICK : raw, field: path.join('.'), raw, unit, isGatewayEstimate };
  }
  return null;
}

/** OpenRouter's split of the cost, name by name, in US dollars. */
export function readCostDetails(response: JsonObject): readonly { readonly name: string; readonly dollars: number }[] {
  const details = objectOf(valueAt(response, ['usage', 'cost_details'])) ?? {};
  return Object.entries(details).flatMap(([name, value]) => {
    const dollars = numberOf(value);
    return dollars === null ? [] : [{ name, dollars }];
  });
}
