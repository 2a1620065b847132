import { isUnfinished } from '#protocol/response-fields.ts';
import { stringOf, type JsonObject } from '#base/json.ts';

/** Why there are no token counts. */
export function NoUsage({ response, isLive }: { readonly response: JsonObject; readonly isLive: boolean }) {
  return (
    <p role="note" className="rounded-md border border-line bg-raised px-3 py-2 text-secondary">
      {isLive ? 'Not counted yet: servers count tokens when the response ends.' : reasonFor(response)}
    </p>
  );
}

function reasonFor(response: JsonObject): string {
  const status = stringOf(response['status']);
  const sent = Object.hasOwn(response, 'usage') ? `usage is ${JSON.stringify(response['usage'])}` : 'usage was not sent';
  if (isUnfinished(status))
    return `${sent}: the response is still ${status === 'queued' ? 'queued' : 'being made'}. Tokens are counted when it ends; fetch it again then.`;
  if (status === 'failed') return `${sent}: the response failed, and servers usually count nothing then.`;
  if (status === 'cancelled') return `${sent}: the response was cancelled before its tokens were counted.`;
  if (status === 'completed' || status === 'incomplete')
    return `${sent}, although the response is ${status}. Some compatible servers do not count tokens.`;
  return `${sent}, and the response has no status that would say why.`;
}
