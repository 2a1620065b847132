import type { ReactNode } from 'react';

const TONES = {
  good: 'text-good border-current/30 bg-good/10',
  warning: 'text-warning border-current/30 bg-warning/10',
  error: 'text-error border-current/30 bg-error/10',
  accent: 'text-accent border-current/30 bg-accent/10',
  neutral: 'text-secondary border-line bg-inset',
  family: 'text-family border-current/30',
} as const;
export type Tone = keyof typeof TONES;

/** A short word about state. Its text says everything; the colour only repeats it. */
export function Badge({
  tone = 'neutral',
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={`inline-flex h-5 shrink-0 items-center gap-1 rounded-full border px-2 text-xs font-medium whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
