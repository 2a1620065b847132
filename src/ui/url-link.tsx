import { ExternalLink as Icon } from 'lucide-react';
import { visibleLine } from '#base/visible-text.ts';
import { ExternalLink, safeUrl } from './external-link.tsx';

/** A whole URL as a link, its host set apart so that the eye finds it. One that is not safe to follow is text. */
export function UrlLink({ url }: { readonly url: string }) {
  const target = safeUrl(url);
  const origin = target === null ? '' : `${target.protocol}//${target.host}`;
  // Anything but a plain origin (userinfo, an IDN, odd slashes) could pass one host off as another: there the parsed host is named.
  if (target === null || target.host === '' || !url.startsWith(origin) || !/^(?:[/?#]|$)/.test(url.slice(origin.length))) {
    return <ExternalLink url={url}>{visibleLine(url)}</ExternalLink>;
  }
  return (
    <a
      href={target.href}
      target="_blank"
      rel="noopener noreferrer"
      title={target.href}
      className="break-all text-secondary underline decoration-transparent underline-offset-2 hover:decoration-current"
    >
      <span className="text-tertiary">{`${target.protocol}//`}</span>
      <span className="text-accent">{target.host}</span>
      {visibleLine(url.slice(origin.length))}
      <Icon size={11} aria-hidden className="ml-1 inline align-baseline text-tertiary" />
    </a>
  );
}
