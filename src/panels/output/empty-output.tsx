import { stringOf, type JsonObject } from '#base/json.ts';
import { isUnfinished } from '#protocol/response-fields.ts';

/** Why there is no item to show, and what to expect. */
export function EmptyOutput({ response }: { readonly response: JsonObject }) {
  const { output, status } = response;
  const isUnreadable = output !== undefined && output !== null && !Array.isArray(output);
  return (
    <div className="p-6 text-center text-secondary">
      <p className="text-lg font-semibold text-text">{isUnreadable ? 'The output is not a list' : 'No output'}</p>
      <p className="mt-1">
        {isUnreadable ? 'This server sent something else in its place. Raw shows it as it is.' : reasonOf(stringOf(status), response)}
      </p>
    </div>
  );
}

function reasonOf(status: string | null, { output }: JsonObject): string {
  if (isUnfinished(status)) return 'The response is still being made. Items appear here once the server has them.';
  if (status === 'failed') return 'The response failed before it produced anything.';
  if (status === 'cancelled') return 'The response was cancelled before it produced anything.';
  return output === undefined || output === null ? 'The server sent no output field.' : 'The server sent an empty list of items.';
}
