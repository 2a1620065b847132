import { ExternalLink as Icon } from 'lucide-react';
import type { ReactNode } from 'react';
import { visibleLine } from '#base/visible-text.ts';
import { SafeLink, safeUrl, UnsafeUrl } from './safe-link.tsx';

/** Words that lead out of the page, with the host they lead to. */
export function ExternalLink({ url, children }: { readonly url: string; readonly children?: ReactNode }) {
  const target = safeUrl(url);
  if (target === null) return <UnsafeUrl url={url}>{children}</UnsafeUrl>;
  return (
    <SafeLink target={target} look="break-words text-accent decoration-accent/40 hover:decoration-accent">
      {children ?? visibleLine(url)}
      <span className="text-tertiary no-underline">
        {' '}
        {target.host || target.protocol.replace(':', '')}
        <Icon size={11} aria-hidden className="ml-0.5 inline align-baseline" />
      </span>
    </SafeLink>
  );
}
