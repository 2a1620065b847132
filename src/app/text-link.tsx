import type { MouseEvent, ReactNode } from 'react';
import { goTo, hrefOf } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';

type TextLinkProps = { readonly to: UrlState; readonly className?: string; readonly title?: string; readonly children: ReactNode };

/** True for a click that should stay in this page: not one that opens a tab or saves. */
function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** A link inside the app; opens in a new tab as any link does. */
export function TextLink({ to, className = 'text-accent underline underline-offset-2', title, children }: TextLinkProps) {
  function follow(event: MouseEvent) {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(to, 'push');
  }
  return (
    <a href={hrefOf(to)} onClick={follow} className={className} title={title}>
      {children}
    </a>
  );
}
