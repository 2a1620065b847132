import { useEffect, useRef, type FocusEvent } from 'react';
import type { View } from '#state/url-state.ts';

/** Where the focus is no use: in a tab that is not looked at, and on the tab that was left. */
const GONE = '[role="tabpanel"][hidden], [role="tab"][aria-selected="false"]';

/**
 * Keeps the focus when the view changes without a press on its tab: by Back, a shortcut, or a jump to a place. It goes to what had it
 * when that view was last looked at, or else to the view's tab. The events belong on every tab panel.
 */
export function useViewFocus(view: View): { readonly onFocusCapture: (event: FocusEvent<HTMLElement>) => void } {
  const lastFocused = useRef(new Map<string, HTMLElement>());
  const lastView = useRef(view);
  useEffect(() => {
    if (lastView.current === view) return;
    lastView.current = view;
    const active = document.activeElement;
    if (active !== null && active !== document.body && active.closest(GONE) === null) return;
    const before = lastFocused.current.get(`view-${view}`);
    const target = before?.isConnected === true ? before : document.getElementById(`tab-${view}`);
    target?.focus({ preventScroll: true });
  }, [view]);
  return {
    onFocusCapture: ({ target, currentTarget }) => {
      if (target instanceof HTMLElement) lastFocused.current.set(currentTarget.id, target);
    },
  };
}
