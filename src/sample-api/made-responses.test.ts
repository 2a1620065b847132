import { describe, expect, it } from 'vitest';
import { arrayOf, stringOf, valueAt } from '#base/json.ts';
import { agentRun } from './agent-run.ts';
import { longTextResponse } from './long-text.ts';

describe('agentRun', () => {
  it.each([1, 2, 3, 17, 200, 2000])('has exactly %i items, the same every time', (count) => {
    const run = agentRun('resp_1', count);
    expect(arrayOf(run['output'])).toHaveLength(count);
    expect(agentRun('resp_1', count)).toEqual(run);
  });

  it.each([18, 200])('answers every call, gives every item an ID of its own and ends with a message: %i items', (count) => {
    const output = arrayOf(agentRun('resp_1', count)['output']);
    const uses = new Map<unknown, number>();
    for (const item of output) {
      const callId = valueAt(item, ['call_id']);
      if (callId !== undefined) uses.set(callId, (uses.get(callId) ?? 0) + 1);
    }
    expect(new Set(uses.values())).toEqual(new Set([2]));
    expect(new Set(output.map((item) => valueAt(item, ['id']))).size).toBe(count);
    expect(output.at(-1)).toMatchObject({ type: 'message', phase: 'final_answer' });
  });

  it('tells of more than one kind of work', () => {
    const types = new Set(arrayOf(agentRun('resp_1', 200)['output']).map((item) => valueAt(item, ['type'])));
    expect(types.size).toBeGreaterThan(8);
  });
});

it('longTextResponse is one message of about the size asked for, in ASCII', () => {
  const { output } = longTextResponse('resp_1', 1);
  const text = stringOf(valueAt(output, [0, 'content', 0, 'text'])) ?? '';
  expect(arrayOf(output)).toHaveLength(1);
  expect(text).toMatch(/^## 1\. Week 1\n[\n -~]*$/);
  expect(text.length).toBeGreaterThan(1_000_000);
  expect(text.length).toBeLessThan(1_010_000);
});
