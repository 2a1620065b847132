import { formatNumber, formatPercent } from '#base/format-number.ts';
import { formatDuration } from '#base/format-duration.ts';
import type { JsonObject } from '#base/json.ts';
import { cacheHitShare, outputSpeed, type Usage } from '#model/usage.ts';

/** The numbers people come for, large: total, cache hits, speed. What is unknown is left out. */
export function UsageHighlights({ response, usage }: { readonly response: JsonObject; readonly usage: Usage }) {
  const hits = cacheHitShare(usage);
  const speed = outputSpeed(response);
  const total = usage.total ?? (usage.input === null || usage.output === null ? null : usage.input + usage.output);
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-2 py-1.5">
      {total === null ? null : (
        <Highlight value={formatNumber(total)} label={usage.total === null ? 'tokens, added up here' : 'tokens in total'} />
      )}
      {hits === null ? null : <Highlight value={formatPercent(hits)} label="of the input came from the cache" />}
      {speed === null ? null : (
        <Highlight
          value={`${formatNumber(Number(speed.tokensPerSecond.toPrecision(3)))} tokens/s`}
          label={`output over ${formatDuration(speed.seconds * 1000)}, from created_at to completed_at (whole seconds, waiting included)`}
        />
      )}
    </div>
  );
}

function Highlight({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <p className="min-w-0">
      <span className="text-lg font-semibold">{value}</span> <span className="text-sm text-secondary">{label}</span>
    </p>
  );
}
