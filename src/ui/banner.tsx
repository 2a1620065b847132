import { CircleAlert, CircleX, Info } from 'lucide-react';
import type { ReactNode } from 'react';

const KINDS = {
  error: { icon: CircleX, look: 'border-error/40 bg-error/8', ink: 'text-error' },
  warning: { icon: CircleAlert, look: 'border-warning/40 bg-warning/8', ink: 'text-warning' },
  info: { icon: Info, look: 'border-line-strong bg-raised', ink: 'text-accent' },
} as const;

/** A statement about the whole view. `error` is announced at once, the others when the reader gets there. */
export function Banner({
  kind,
  title,
  children,
}: {
  readonly kind: keyof typeof KINDS;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const { icon: Icon, look, ink } = KINDS[kind];
  return (
    <div role={kind === 'error' ? 'alert' : 'note'} className={`flex gap-2.5 rounded-md border px-3 py-2 ${look}`}>
      <Icon size={16} aria-hidden className={`mt-0.5 shrink-0 ${ink}`} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{title}</p>
        {children === undefined ? null : <div className="mt-0.5 break-words text-secondary">{children}</div>}
      </div>
    </div>
  );
}
