import { ExternalLink as Icon } from 'lucide-react';
import { visibleLine } from '#base/visible-text.ts';
import { ExternalLink } from './external-link.tsx';
import { SafeLink, safeUrl } from './safe-link.tsx';

/** A whole URL as a link, its host set apart so that the eye finds it. */
export function UrlLink({ url }: { readonly url: string }) {
  const target = safeUrl(url);
  const rest = target === null ? null : afterOrigin(url, target);
  if (target === null || rest === null) return <ExternalLink url={url} />;
  return (
    <SafeLink target={target} look="break-all text-secondary decoration-transparent hover:decoration-current">
      <span className="text-tertiary">{`${target.protocol}//`}</span>
      <span className="text-accent">{target.host}</span>
      {visibleLine(rest)}
      <Icon size={11} aria-hidden className="ml-1 inline align-baseline text-tertiary" />
    </SafeLink>
  );
}

/**
 * What follows the origin in `url`; null where that does not begin with the plain origin it leads to. User info, an IDN and odd
 * slashes could pass one host off as another: such a link has to name its host.
 */
function afterOrigin(url: string, target: URL): string | null {
  const origin = `${target.protocol}//${target.host}`;
  if (target.host === '' || !url.startsWith(origin)) return null;
  const rest = url.slice(origin.length);
  return /^(?:[/?#]|$)/.test(rest) ? rest : null;
}
