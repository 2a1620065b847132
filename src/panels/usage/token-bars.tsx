import { formatNumber, formatPercent } from '#base/format-number.ts';
import type { Usage } from '#model/usage.ts';
import { BarPiece, Swatch } from './swatch.tsx';
import { inputParts, outputParts, type TokenPart } from './token-parts.ts';

/** Input above output on one scale, each part labelled with its number and share. The table below says the same to screen readers. */
export function TokenBars({ usage }: { readonly usage: Usage }) {
  const scale = Math.max(1, usage.input ?? 0, usage.output ?? 0);
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-2 py-2" aria-hidden>
      <Bar title="in" tokens={usage.input} parts={inputParts(usage)} scale={scale} />
      <Bar title="out" tokens={usage.output} parts={outputParts(usage)} scale={scale} />
    </div>
  );
}

type BarProps = { readonly title: string; readonly tokens: number | null; readonly parts: readonly TokenPart[]; readonly scale: number };

function Bar({ title, tokens, parts, scale }: BarProps) {
  const whole = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.tokens, 0),
  );
  return (
    <>
      <span className="text-right whitespace-nowrap">
        <span className="font-semibold">{tokens === null ? 'not sent' : formatNumber(tokens)}</span>{' '}
        <span className="text-secondary">{title}</span>
      </span>
      <div className="min-w-0">
        <div className="flex h-4 overflow-hidden rounded bg-inset">
          {parts.map((part) => (
            <BarPiece key={part.title} look={part.look} share={part.tokens / Math.max(scale, whole)} title={labelOf(part, whole)} />
          ))}
        </div>
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
          {parts.map((part) => (
            <span key={part.title} className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <Swatch look={part.look} />
              {part.title} <span className="font-medium">{formatNumber(part.tokens)}</span>
              <span className="text-secondary">{formatPercent(part.tokens / whole)}</span>
            </span>
          ))}
        </p>
      </div>
    </>
  );
}

function labelOf(part: TokenPart, whole: number): string {
  return `${part.title}: ${formatNumber(part.tokens)} tokens, ${formatPercent(part.tokens / whole)}`;
}
