/** How bad something is; each has a shape and a colour of its own. */
export type MarkedSeverity = 'error' | 'warning' | 'info';

const MARKS: Readonly<Record<MarkedSeverity, { readonly ink: string; readonly shape: string }>> = {
  error: { ink: 'text-error', shape: 'M5 0.6 9.4 5 5 9.4 0.6 5Z' },
  warning: { ink: 'text-warning', shape: 'M5 0.9 9.6 9.1 0.4 9.1Z' },
  info: { ink: 'text-accent', shape: 'M5 1.5a3.5 3.5 0 1 0 0.01 0ZM5 3a2 2 0 1 1 -0.01 0Z' },
};

type SeverityMarkProps = {
  readonly severity: MarkedSeverity;
  /** What screen readers hear, and what it says on hover; nothing where words beside it say it. */
  readonly words?: string;
  /** In pixels. */
  readonly size?: number;
};

/** A small shape that says how bad something is: a diamond for errors, a triangle for warnings, a ring for what is good to know. */
export function SeverityMark({ severity, words, size = 9 }: SeverityMarkProps) {
  const { ink, shape } = MARKS[severity];
  return (
    <span data-severity={severity} title={words} className={`inline-flex shrink-0 ${ink}`}>
      <svg width={size} height={size} viewBox="0 0 10 10" fill="currentColor" fillRule="evenodd" aria-hidden>
        <path d={shape} />
      </svg>
      {words === undefined ? null : <span className="sr-only">{words}</span>}
    </span>
  );
}
