import type { ReactNode } from 'react';
import { visibleLine } from '#base/visible-text.ts';

/** Schemes that a link from foreign data may open. */
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);
/** So much of an address that cannot be opened stands beside the words that were to lead there. */
const SHOWN_BESIDE = 80;

/** The URL of a link that is safe to follow, or null: relative, `javascript:`, `data:` and unreadable ones are not. */
export function safeUrl(url: string): URL | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed !== null && SAFE_SCHEMES.has(parsed.protocol) ? parsed : null;
}

/** A link out of foreign data: opens beside this page and tells the target nothing about us. */
export function SafeLink({ target, look, children }: { readonly target: URL; readonly look: string; readonly children: ReactNode }) {
  return (
    <a
      href={target.href}
      target="_blank"
      rel="noopener noreferrer"
      title={visibleLine(target.href)}
      className={`underline underline-offset-2 ${look}`}
    >
      {children}
    </a>
  );
}

/** An address that is not safe to follow: text, whatever it claims to lead to. */
export function UnsafeUrl({ url, children }: { readonly url: string; readonly children?: ReactNode }) {
  const shown = visibleLine(url);
  return (
    <span className="break-all" title="Not a web link, so it cannot be opened">
      {children ?? shown}
      {children === undefined || children === url || children === shown ? null : (
        <span className="text-tertiary"> ({shown.slice(0, SHOWN_BESIDE)})</span>
      )}
    </span>
  );
}
