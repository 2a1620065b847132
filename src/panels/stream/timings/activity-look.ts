import type { CSSProperties } from 'react';
import type { ActivityKind } from '#model/time-shares.ts';

/** How each use of time is drawn: a hue, and a pattern for those who see none. */
export const ACTIVITY_FILLS: Readonly<Record<ActivityKind, CSSProperties>> = {
  waiting: {
    background: 'repeating-linear-gradient(135deg, var(--line-strong) 0 2px, var(--inset) 2px 6px)',
  },
  reasoning: {
    background: 'repeating-linear-gradient(90deg, var(--reasoning) 0 4px, color-mix(in oklab, var(--reasoning) 65%, var(--bg)) 4px 6px)',
  },
  tools: { background: 'radial-gradient(var(--bg) 1.2px, transparent 1.6px) 0 0 / 6px 6px, var(--hosted-tool)' },
  text: { background: 'var(--message)' },
  other: { background: 'var(--system)' },
};

/** The same for thin bars, where no pattern can be seen. */
export const ACTIVITY_COLORS: Readonly<Record<Exclude<ActivityKind, 'waiting'>, string>> = {
  reasoning: 'var(--reasoning)',
  tools: 'var(--hosted-tool)',
  text: 'var(--message)',
  other: 'var(--system)',
};
