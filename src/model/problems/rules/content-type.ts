import { EVENT_STREAM_STANDARD } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';

/** Only where the answer came over the network, and the browser let us read its headers. */
export const contentType: ResponseRule = {
  id: 'content-type',
  severity: 'warning',
  title: 'Content type that clients reject',
  proves: 'The `content-type` of the answer is not what its body is: `text/event-stream` for a stream, `application/json` for a Response.',
  suffers: '`EventSource` closes the connection for good; official SDKs hand out the body as text, without events or fields.',
  reference: EVENT_STREAM_STANDARD,
  *check({ recording: { kind, source } }) {
    const sent = source.kind === 'api' ? (source.contentType ?? null) : null;
    if (sent === null) return;
    const essence = sent.split(';')[0]?.trim().toLowerCase() ?? '';
    const isRight = kind === 'stream' ? essence === 'text/event-stream' : essence === 'application/json' || essence.endsWith('+json');
    if (isRight) return;
    const expected = kind === 'stream' ? 'text/event-stream' : 'application/json';
    yield { text: `the content type is ${essence === '' ? 'empty' : essence}, and the body is ${expected}` };
  },
};
