import { Check, Link } from 'lucide-react';
import { useEffect, useState, type MouseEvent } from 'react';
import { copyText } from '#ui/copy-text.ts';

/** A link to the item: a click copies its address, and the browser's own ways (new tab, drag, context menu) work as on any link. */
export function ItemLink({ href, position }: { readonly href: string; readonly position: number }) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [isCopied]);
  function copy(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    // Following it would load the page again and forget a key that is kept in memory only.
    event.preventDefault();
    void copyText(event.currentTarget.href).then(setIsCopied);
  }
  const Icon = isCopied ? Check : Link;
  return (
    <a
      href={href}
      onClick={copy}
      title={isCopied ? 'Copied' : 'Copy link to this item'}
      aria-label={`Copy link to item ${position}`}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded text-secondary hover:bg-inset hover:text-text"
    >
      <Icon size={13} aria-hidden className={isCopied ? 'text-good' : ''} />
      <span aria-live="polite" className="sr-only">
        {isCopied ? 'Copied' : ''}
      </span>
    </a>
  );
}
