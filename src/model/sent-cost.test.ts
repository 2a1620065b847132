import { expect, it } from 'vitest';
import { readCostDetails, readSentCost } from './sent-cost.ts';

it('turns xAI ticks into dollars: 8,796,500 × 10⁻¹⁰', () => {
  const cost = readSentCost({ usage: { cost_in_usd_ticks: 8_796_500 } });
  expect(cost).toMatchObject({ field: 'usage.cost_in_usd_ticks', raw: 8_796_500, unit: 'ticks', isGatewayEstimate: false });
  expect(cost?.dollars).toBeCloseTo(0.00087965, 12);
});

it('reads the cost and its split as OpenRouter sends them', () => {
  const response = { usage: { cost: 0.0041, cost_details: { upstream_inference_cost: null, upstream_inference_input_cost: 0.001 } } };
  expect(readSentCost(response)).toEqual({ dollars: 0.0041, field: 'usage.cost', raw: 0.0041, unit: 'USD', isGatewayEstimate: false });
  expect(readCostDetails(response)).toEqual([{ name: 'upstream_inference_input_cost', dollars: 0.001 }]);
});

it("marks a gateway's number as its guess", () => {
  expect(readSentCost({ usage: { pydantic_ai_gateway: { cost_estimate: 0.0002 } } })).toMatchObject({
    dollars: 0.0002,
    isGatewayEstimate: true,
  });
});

it('keeps a sent 0, and finds nothing in null, text or a negative number', () => {
  expect(readSentCost({ usage: { cost: 0 } })?.dollars).toBe(0);
  for (const cost of [null, 'free', -1, {}]) expect(readSentCost({ usage: { cost } })).toBeNull();
  expect(readSentCost({ usage: null })).toBeNull();
});
