import { stringOf, type JsonObject } from '#base/json.ts';
import { isUnfinished } from '#protocol/response-fields.ts';

type EmptyOutputProps = {
  readonly response: JsonObject;
  readonly isLive?: boolean;
  /** True for a stream that is over, whatever its last snapshot says. */
  readonly hasEnded?: boolean;
};

/** Why there is no item to show, and what to expect. */
export function EmptyOutput({ response, isLive = false, hasEnded = false }: EmptyOutputProps) {
  const { output, status } = response;
  const isUnreadable = output !== undefined && output !== null && !Array.isArray(output);
  return (
    <div className="p-6 text-center text-secondary">
      <p className="text-lg font-semibold text-text">
        {isUnreadable ? 'The output is not a list' : isLive ? 'No output yet' : 'No output'}
      </p>
      <p className="mt-1">
        {isUnreadable
          ? 'This server sent something else in its place. Raw shows it as it is.'
          : isLive
            ? 'Items appear here as they arrive.'
            : reasonOf(stringOf(status), response, hasEnded)}
      </p>
    </div>
  );
}

function reasonOf(status: string | null, { output }: JsonObject, hasEnded: boolean): string {
  if (isUnfinished(status) && hasEnded) return 'The stream ended before the response had any item.';
  if (isUnfinished(status)) return 'The response is still being made. Items appear here once the server has them.';
  if (status === 'failed') return 'The response failed before it produced anything.';
  if (status === 'cancelled') return 'The response was cancelled before it produced anything.';
  return output === undefined || output === null ? 'The server sent no output field.' : 'The server sent an empty list of items.';
}
