import { ExternalLink as Icon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Schemes that a link from foreign data may open. */
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The URL of a link that is safe to follow, or null: relative, `javascript:`, `data:` and unreadable ones are not. */
export function safeUrl(url: string): URL | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed !== null && SAFE_SCHEMES.has(parsed.protocol) ? parsed : null;
}

/** A link out of foreign data: shows its host, tells the target nothing about us. Unsafe URLs are shown as text. */
export function ExternalLink({ url, children }: { readonly url: string; readonly children?: ReactNode }) {
  const target = safeUrl(url);
  if (target === null) {
    return (
      <span className="break-all" title="Not a web link, so it cannot be opened">
        {children ?? url}
        {children === undefined || children === url ? null : <span className="text-tertiary"> ({url.slice(0, 80)})</span>}
      </span>
    );
  }
  const host = target.host || target.protocol.replace(':', '');
  return (
    <a
      href={target.href}
      target="_blank"
      rel="noopener noreferrer"
      title={target.href}
      className="break-words text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
    >
      {children ?? url}
      <span className="text-tertiary no-underline">
        {' '}
        {host}
        <Icon size={11} aria-hidden className="ml-0.5 inline align-baseline" />
      </span>
    </a>
  );
}
