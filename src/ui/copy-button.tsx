import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';

type CopyButtonProps = {
  /** What is copied; a function when making it costs something. */
  readonly text: string | (() => string);
  /** What the button says and screen readers hear, e.g. "Copy answer text". */
  readonly label: string;
  /** Shows the icon alone; `label` is then the accessible name and the tooltip. */
  readonly iconOnly?: boolean;
};

export function CopyButton({ text, label, iconOnly = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), 1600);
    return () => clearTimeout(timer);
  }, [outcome]);
  async function copy() {
    setOutcome((await copyText(typeof text === 'string' ? text : text())) ? 'copied' : 'refused');
  }
  const said = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser refused to copy' : label;
  const Icon = outcome === 'copied' ? Check : outcome === 'refused' ? TriangleAlert : Copy;
  return (
    <button
      type="button"
      data-own-words
      title={said}
      aria-label={iconOnly ? label : undefined}
      onClick={() => void copy()}
      className="inline-flex h-6 min-w-6 shrink-0 items-center justify-center gap-1 rounded px-1 text-sm text-secondary hover:bg-inset hover:text-text"
    >
      <Icon size={13} aria-hidden className={outcome === 'copied' ? 'text-good' : outcome === 'refused' ? 'text-error' : ''} />
      {iconOnly ? null : <span>{label}</span>}
      <span aria-live="polite" className="sr-only">
        {outcome === null ? '' : said}
      </span>
    </button>
  );
}
