import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { beforeCreated } from './before-created.ts';

describe('before-created', () => {
  it('reports what came before response.created', () => {
    expect(findingsInEvents(beforeCreated, '0 in_progress\n1 output_item.added\n2 created\n3 completed')).toMatchObject([
      { text: '2 events from response.in_progress on came before response.created', events: [0] },
    ]);
  });

  it('reports a stream without it, unless it was joined half-way', () => {
    expect(findingsInEvents(beforeCreated, 'in_progress\ncompleted')).toMatchObject([
      { text: '2 events from response.in_progress on came without response.created' },
    ]);
    expect(findingsInEvents(beforeCreated, '7 in_progress\n8 completed')).toEqual([]);
  });

  it('allows errors, pings and events of other protocols', () => {
    expect(findingsInEvents(beforeCreated, 'ping\nkeepalive\ncodex.rate_limits\nerror {"code":"server_error"}\n0 created')).toEqual([]);
  });
});
