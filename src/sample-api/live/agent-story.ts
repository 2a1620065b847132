import type { JsonArray, JsonObject } from '#base/json.ts';
import { assistantMessage, plainResponse } from '#sample-api/plain-response.ts';
import { createWorkItems } from './agent-items.ts';
import type { Story } from './story.ts';
import { thoughts, usageOf, userMessage } from './story-items.ts';

/** An agent finds out why a checkout became slow, mends it, and tells: tools side by side, MCP, Python, a shell, a patch, text. */
export function agentStory(id: string): Story {
  const steps = agentSteps();
  return {
    response: {
      ...plainResponse(id, []),
      instructions: INSTRUCTIONS,
      reasoning: { effort: 'high', summary: 'detailed' },
      tools: TOOLS,
      usage: usageOf(48_212, 39_936, 6_874, 3_392),
    },
    steps,
    input: [userMessage('msg_agent_00', 'Checkout has been slow since about 14:10. Find out why, prepare a fix, tell #checkout.')],
  };
}

function agentSteps(): readonly JsonArray[] {
  const make = createWorkItems();
  return [
    [thoughts('rs_agent_a', FIRST_THOUGHT)],
    [make.listTools('metrics', ['query', 'list_series']), make.listTools('code-host', ['list_deploys', 'get_diff', 'create_pull_request'])],
    [said('a', 'I compare the latency of the last hours with what was deployed in that time.')],
    [
      make.mcp(
        'metrics',
        'query',
        { query: 'histogram_quantile(0.99, checkout_seconds)', from: '13:30', to: '14:40', step: '10m' },
        { output: LATENCY },
      ),
      make.mcp('code-host', 'list_deploys', { service: 'checkout', since: '13:00' }, { output: DEPLOYS }),
    ],
    [thoughts('rs_agent_b', ...SECOND_THOUGHTS)],
    [
      make.mcp('code-host', 'get_diff', { deploy: 4812 }, { output: { files: 1, diff: DEPLOYED_DIFF } }),
      make.files('checkout database connections limit', 'runbook-checkout.md', RUNBOOK),
      make.search('node postgres pool client release after query error', [
        'https://docs.pgpool.example/clients',
        'https://faq.pgpool.example/leaks',
      ]),
    ],
    [make.python(PYTHON, PYTHON_LOGS)],
    [said('b', FINDING)],
    ...make.shell('rg -n "pool.connect" src/ && npm test -- pricing', SHELL),
    [thoughts('rs_agent_c', THIRD_THOUGHT)],
    ...make.patch('src/pricing/load-prices.ts', FIX),
    ...make.shell('npm test -- pricing && npm run soak -- --minutes 2', SOAK),
    [
      make.mcp(
        'code-host',
        'create_pull_request',
        { branch: 'main', title: TITLE },
        { error: '403: main is protected. Push to a branch first.' },
      ),
    ],
    [
      make.mcp(
        'code-host',
        'create_pull_request',
        { branch: 'fix/price-clients', title: TITLE },
        { output: { number: 2291, url: 'https://code.shop.example/checkout/pull/2291' } },
      ),
    ],
    [{ ...said('c', REPORT), phase: 'final_answer' }],
    [
      make.call('post_message', {
        channel: '#checkout',
        text: 'Cause found: deploy 4812 keeps database clients after failed queries. Fix in pull request 2291, tested for two minutes under load. Rolling back 4812 helps at once.',
      }),
      make.call('roll_back', {
        service: 'checkout',
        deploy: 4812,
        to: 4809,
        reason: 'Connections are not given back; p99 at 2.4 s.',
        wait_for_approval: true,
      }),
    ],
  ];
}

function said(name: string, text: string): JsonObject {
  return { ...assistantMessage(`msg_agent_${name}`, text), phase: 'commentary' };
}

const TITLE = 'Give database clients back when a price query fails';
const INSTRUCTIONS = `You are on call for the checkout of a shop. Find causes before you change anything, and prove them with numbers.
Never deploy or roll back yourself: propose it with roll_back and wait.`;

const FIRST_THOUGHT = `**Planning the search**

Slow since 14:10 sounds like a deploy or like load. I need the latency over time, the deploys around it, and the saturation of whatever checkout waits for: the database pool, the price service, the payment provider.`;

const SECOND_THOUGHTS = [
  `**Deploy 4812 fits**

The p99 rises from 0.18 s to 2.4 s within half an hour after 14:07. It climbs in steps and does not jump, so it is hardly a slow query: something is used up bit by bit.`,
  `**A leak, rather than load**

The number of requests is flat. If clients of the pool are not given back after an error, the pool of 20 shrinks with each error until requests queue for the last ones. Then the waiting time explains the latency. I look at the diff, at what the runbook says about the pool, and at how the library wants clients released.`,
];

const THIRD_THOUGHT = `**The smallest fix**

\`client.release()\` stands behind the query, so a query that throws skips it. A \`finally\` gives the client back in both cases. Nothing else in the file needs to change; the test should make a query fail more often than the pool has clients.`;

const LATENCY = {
  unit: 's',
  points: [
    ['13:30', 0.18],
    ['13:40', 0.18],
    ['13:50', 0.17],
    ['14:00', 0.19],
    ['14:10', 0.44],
    ['14:20', 1.1],
    ['14:30', 2.1],
    ['14:40', 2.4],
  ],
};
const DEPLOYS = {
  deploys: [
    { number: 4809, at: '11:52', author: 'ines', title: 'Show delivery days in the basket' },
    { number: 4812, at: '14:07', author: 'tomek', title: 'Load prices in one transaction' },
  ],
};
const DEPLOYED_DIFF = `--- a/src/pricing/load-prices.ts
+++ b/src/pricing/load-prices.ts
@@ -18,3 +18,8 @@ export async function loadPrices(ids: string[]) {
-  return pool.query(PRICES, [ids]);
+  const client = await pool.connect();
+  await client.query('BEGIN');
+  const prices = await client.query(PRICES, [ids]);
+  await client.query('COMMIT');
+  client.release();
+  return prices;
`;
const RUNBOOK = `## Database
Each checkout process has 20 clients in its pool. A request waits up to 5 s for one, then fails with "timeout exceeded when trying to connect".
Watch pool_waiting: above 10 for a minute means that clients are missing.`;

const PYTHON = `import numpy as np

minutes  = np.array([0, 10, 20, 30, 40, 50, 60, 70])
p99      = np.array([.18, .18, .17, .19, .44, 1.1, 2.1, 2.4])
failed   = np.array([0, 1, 0, 2, 6, 13, 17, 19])      # price queries, summed up
requests = np.array([812, 798, 820, 805, 811, 794, 802, 809])

print("p99 ~ failed queries:", np.corrcoef(p99, failed)[0, 1].round(3))
print("p99 ~ requests:      ", np.corrcoef(p99, requests)[0, 1].round(3))
free = 20 - failed
for m, f, p in zip(minutes, free, p99):
    print(f"{m:3d} min  {f:2d} clients left  p99 {p:.2f} s")
`;
const PYTHON_LOGS = `p99 ~ failed queries: 0.981
p99 ~ requests:       -0.112
  0 min  20 clients left  p99 0.18 s
 10 min  19 clients left  p99 0.18 s
 20 min  20 clients left  p99 0.17 s
 30 min  18 clients left  p99 0.19 s
 40 min  14 clients left  p99 0.44 s
 50 min   7 clients left  p99 1.10 s
 60 min   3 clients left  p99 2.10 s
 70 min   1 clients left  p99 2.40 s
`;

const FINDING = `**Found it: deploy 4812 leaks database clients.** \`loadPrices\` now takes a client out of the pool and gives it back only when the query succeeds.

| time | clients left | p99 |
| --- | ---: | ---: |
| 14:00 | 18 | 0.19 s |
| 14:10 | 14 | 0.44 s |
| 14:20 | 7 | 1.10 s |
| 14:40 | 1 | 2.40 s |

Latency follows the failed price queries (r = 0.98) and not the load (r = −0.11). I check that nothing else takes clients by hand, then I mend it.
`;

const SHELL = `src/pricing/load-prices.ts:19:  const client = await pool.connect();
 ✓ pricing 31 tests passed (412 ms)
`;
const FIX = `@@ loadPrices
   const client = await pool.connect();
-  await client.query('BEGIN');
-  const prices = await client.query(PRICES, [ids]);
-  await client.query('COMMIT');
-  client.release();
-  return prices;
+  try {
+    await client.query('BEGIN');
+    const prices = await client.query(PRICES, [ids]);
+    await client.query('COMMIT');
+    return prices;
+  } catch (error) {
+    await client.query('ROLLBACK');
+    throw error;
+  } finally {
+    client.release();
+  }
`;
const SOAK = ` ✓ pricing 32 tests passed (455 ms)
soak: 2 min, 1,604 requests, 5 % of the price queries made to fail
soak: clients out of the pool at the end: 0 of 20
soak: p50 0.07 s  p99 0.19 s  errors 0.9 % (all made)
`;

const REPORT = `## Why checkout is slow

Since deploy **4812** (14:07, *Load prices in one transaction*) every failed price query keeps a database client. About 20 such failures an hour are normal, and the pool has 20 clients: after an hour nearly all of them are gone, and requests wait for the rest.

1. **Now:** roll back to 4809. Restarting the processes helps as well, for an hour.
2. **Fix:** [pull request 2291](https://code.shop.example/checkout/pull/2291) gives the client back in a \`finally\` and rolls the transaction back. Two minutes under load with 5 % failing queries: p99 **0.19 s**, no client lost.
3. **So that it does not come back:** alert on \`pool_waiting > 10\` for a minute, which would have fired at 14:16.

\`\`\`ts
const client = await pool.connect();
try {
  return await inTransaction(client, () => client.query(PRICES, [ids]));
} finally {
  client.release();
}
\`\`\`

I could not push to \`main\`, which is protected, so the pull request comes from \`fix/price-clients\`. I ask for the rollback now; it waits for your approval.
`;

const TOOLS: JsonArray = [
  { type: 'mcp', server_label: 'metrics', server_url: 'https://mcp.metrics.example', require_approval: 'never' },
  { type: 'mcp', server_label: 'code-host', server_url: 'https://mcp.code.example', require_approval: 'never' },
  { type: 'file_search', vector_store_ids: ['vs_runbooks'] },
  { type: 'web_search', search_context_size: 'medium' },
  { type: 'code_interpreter', container: { type: 'auto' } },
  { type: 'shell', environment: { type: 'local' } },
  { type: 'apply_patch' },
  functionTool('post_message', 'Posts a message to a channel.', ['channel', 'text']),
  functionTool('roll_back', 'Asks for a deploy to be rolled back.', ['service', 'reason']),
];

function functionTool(name: string, description: string, fields: readonly string[]): JsonObject {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'string' }]));
  return { type: 'function', name, description, parameters: { type: 'object', properties, required: fields }, strict: false };
}
