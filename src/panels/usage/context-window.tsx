import { useCallback } from 'react';
import { formatNumber, formatPercent } from '#base/format-number.ts';
import type { JsonObject } from '#base/json.ts';
import { findContextWindow, type ProviderHint } from '#model/pricing.ts';
import type { ContextTokens } from '#model/usage.ts';
import { useLoaded } from './use-loaded.ts';

type ContextWindowProps = { readonly response: JsonObject; readonly hint: ProviderHint; readonly held: ContextTokens };

/** How much of the model's context window was filled; says so when its size is not known. */
export function ContextWindow({ response, hint, held }: ContextWindowProps) {
  const size = useLoaded(useCallback(() => findContextWindow(response, hint), [response, hint]));
  if (size.kind === 'loading') return <p className="py-1 text-tertiary">looking up the model…</p>;
  if (size.kind === 'failed' || size.value === null) {
    return <p className="py-1 text-secondary">The size of this model’s context window is not known here.</p>;
  }
  const output = held.output ?? 0;
  return (
    <div className="py-1">
      <p>
        <span className="font-semibold">{shareOf(held.input, size.value)}</span> <span className="text-secondary">filled by the input</span>
      </p>
      <div aria-hidden className="my-1 flex h-2 max-w-3xl overflow-hidden rounded bg-inset">
        <span className="shrink-0 bg-message" style={{ width: `${Math.min(1, held.input / size.value) * 100}%` }} />
        <span className="bg-tool-output" style={{ width: `${(output / size.value) * 100}%` }} />
      </div>
      {held.output === null ? null : <p className="text-secondary">{shareOf(held.input + output, size.value)} with the output</p>}
      {held.isSum ? (
        <p className="text-sm text-tertiary">
          Hosted tools can make the model read its input several times, and the count is the sum: the window itself may have been filled
          less.
        </p>
      ) : null}
    </div>
  );
}

function shareOf(tokens: number, window: number): string {
  return `${formatNumber(tokens)} of ${formatNumber(window)} tokens (${formatPercent(tokens / window)})`;
}
