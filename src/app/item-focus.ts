/** Moving the focus over items. It goes by roles and the contract's attributes, so that every tab with items has it. */

/** The header buttons of the items in the tab in view, in their order. */
export function headersInView(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[role="tabpanel"]:not([hidden]) article[data-item-type] h2 button[aria-expanded]')];
}

/** The header of the item that `element` is part of, or null. */
export function headerOf(element: Element | null): HTMLElement | null {
  return element?.closest('article[data-item-type]')?.querySelector<HTMLElement>('h2 button[aria-expanded]') ?? null;
}

/** Focuses the next (1) or previous (-1) item's header, the first or last when no item has the focus. False without items. */
export function moveBetweenHeaders(step: 1 | -1): boolean {
  const headers = headersInView();
  if (headers.length === 0) return false;
  const current = headerOf(document.activeElement);
  const at = current === null ? -1 : headers.indexOf(current);
  const next = at === -1 ? (step === 1 ? 0 : headers.length - 1) : Math.min(headers.length - 1, Math.max(0, at + step));
  headers[next]?.focus();
  headers[next]?.scrollIntoView({ block: 'nearest' });
  return true;
}
