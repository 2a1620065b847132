import { plainResponse } from '#sample-api/plain-response.ts';
import type { Story } from './story.ts';
import { citedMessage, thoughts, usageOf, userMessage } from './story-items.ts';

const GUIDE = { title: 'Rate limits', url: 'https://docs.parcels.example/limits' };
const CHANGES = { title: 'Changes in v3', url: 'https://docs.parcels.example/changes/v3' };

const ANSWER = `**Yes, before Monday.** Version 3 counts requests per *token*, no longer per address [Changes in v3].

| | until now | from Monday |
| --- | ---: | ---: |
| requests a minute | 600 | 300 |
| burst | 60 | 20 |
| answer when over | \`503\` | \`429\` with \`Retry-After\` |

What to do:

1. Treat \`429\` like the old \`503\`, and wait as long as \`Retry-After\` says [Rate limits].
2. Give each worker a token of its own.
3. Spread the nightly import over ten minutes: it sends 180 requests in its first second.

\`\`\`ts
if (answer.status === 429) {
  await wait(Number(answer.headers.get('retry-after') ?? 1) * 1000);
  return send(request);
}
\`\`\`
`;

/** A search and an answer. */
export function quickStory(id: string): Story {
  return {
    response: {
      ...plainResponse(id, []),
      instructions: 'You help developers of the parcel service. Look things up before you answer.',
      reasoning: { effort: 'low', summary: 'auto' },
      tools: [{ type: 'web_search', search_context_size: 'low' }],
      usage: usageOf(1482, 1024, 402, 128),
    },
    steps: [
      [
        thoughts(
          'rs_quick_1',
          '**Looking up the new limits**\n\nThe question is about version 3 of the API. I should read what changes there, and whether the import is concerned.',
        ),
      ],
      [
        {
          id: 'ws_quick_1',
          type: 'web_search_call',
          status: 'completed',
          action: {
            type: 'search',
            query: 'parcels API v3 rate limits',
            queries: ['parcels API v3 rate limits'],
            sources: [GUIDE, CHANGES].map(({ url }) => ({ type: 'url', url })),
          },
        },
      ],
      [citedMessage('msg_quick_1', ANSWER, [GUIDE, CHANGES])],
    ],
    input: [userMessage('msg_quick_0', 'Do the rate limits of v3 concern our nightly import?')],
  };
}
