import { expanderOf } from '#ui/json-tree-rows.ts';
import type { MenuSubject } from './menu-groups.ts';

/** What opens and closes at the place that `element` stands for, or else the item around it. */
export function disclosureOf(element: HTMLElement): MenuSubject['disclosure'] {
  if (element.getAttribute('role') === 'treeitem') {
    const expander = expanderOf(element);
    return expander === null
      ? null
      : { isOpen: element.getAttribute('aria-expanded') === 'true', what: '', toggle: () => expander.click() };
  }
  const own = headerOf(element);
  if (own !== null) return disclosureBy(own, element.matches('article') ? 'item' : '');
  const header = headerOf(element.closest('article'));
  return header === null ? null : disclosureBy(header, 'item');
}

function disclosureBy(header: HTMLElement, what: string): MenuSubject['disclosure'] {
  return { isOpen: header.getAttribute('aria-expanded') === 'true', what, toggle: () => header.click() };
}

/** The button that opens and closes all of `element`, not something further inside it. */
function headerOf(element: HTMLElement | null): HTMLElement | null {
  const button = element?.querySelector<HTMLElement>(':is(h2, h3) button[aria-expanded]') ?? null;
  return button?.closest('[data-path]') === element ? button : null;
}
