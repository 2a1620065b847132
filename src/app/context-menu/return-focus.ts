import { headerOf, headersInView } from '#app/item-focus.ts';
import type { MenuRequest } from './use-place-menu.ts';

/** Gives the focus back to what had it before a menu; where that is gone, to the item, or to the first one that is left. */
export function returnFocus({ element, focused }: Pick<MenuRequest, 'element' | 'focused'>): void {
  const isThere = (one: Element | null): one is HTMLElement =>
    one instanceof HTMLElement && one.isConnected && one !== document.body && one.checkVisibility();
  const next = [focused, headerOf(element), ...headersInView().slice(0, 1)].find(isThere);
  next?.focus({ preventScroll: true });
}
