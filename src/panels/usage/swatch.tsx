import type { CSSProperties } from 'react';
import type { TokenLook } from './token-parts.ts';

/** Every part has its own pattern as well as its hue, so that bars can be read without colour. */
const FILLS: Readonly<Record<TokenLook, CSSProperties>> = {
  fresh: { background: 'var(--message)' },
  'whole-input': { background: 'var(--message)' },
  cached: {
    background: 'repeating-linear-gradient(135deg, var(--system) 0 2px, color-mix(in oklab, var(--system) 35%, var(--bg)) 2px 6px)',
  },
  'cache-write': { background: 'radial-gradient(var(--bg) 1.2px, transparent 1.6px) 0 0 / 6px 6px, var(--message)' },
  reasoning: {
    background: 'repeating-linear-gradient(90deg, var(--reasoning) 0 4px, color-mix(in oklab, var(--reasoning) 65%, var(--bg)) 4px 6px)',
  },
  visible: { background: 'var(--tool-output)' },
  'whole-output': { background: 'var(--tool-output)' },
};

/** A filled piece of a bar, `share` of its width (0 to 1). */
export function BarPiece({ look, share, title }: { readonly look: TokenLook; readonly share: number; readonly title: string }) {
  return (
    <span
      title={title}
      className="h-full min-w-0.5 border-r border-bg last:border-r-0"
      style={{ ...FILLS[look], width: `${share * 100}%` }}
    />
  );
}

/** The key to a bar: the same fill, small. */
export function Swatch({ look }: { readonly look: TokenLook }) {
  return <span aria-hidden className="inline-block size-2.5 shrink-0 rounded-[2px]" style={FILLS[look]} />;
}
