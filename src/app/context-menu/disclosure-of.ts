import { expanderOf } from '#ui/json-tree-rows.ts';
import type { MenuAction } from '#ui/context-menu.tsx';

/** What opens and closes at the place that `element` stands for, or else the item around it; nothing where nothing opens. */
export function disclosuresOf(element: HTMLElement): readonly MenuAction[] {
  if (element.getAttribute('role') === 'treeitem') return rowDisclosures(element);
  const own = headerOf(element);
  if (own !== null) return [toggleBy(own, element.matches('article') ? ' item' : '')];
  const header = headerOf(element.closest('article'));
  return header === null ? [] : [toggleBy(header, ' item')];
}

/** A row of a tree; trees that can open all that a row holds do so on Alt and click. */
function rowDisclosures(row: HTMLElement): readonly MenuAction[] {
  const verb = verbOf(row);
  const expander = expanderOf(row);
  if (expander !== null) return [{ label: verb, run: () => expander.click() }];
  const arrow = row.querySelector<HTMLElement>('[data-toggle]');
  if (arrow === null) return [];
  const click = (altKey: boolean) => () => void arrow.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, altKey }));
  return [
    { label: verb, run: click(false) },
    { label: `${verb} all of it`, run: click(true) },
  ];
}

function toggleBy(header: HTMLElement, what: string): MenuAction {
  return { label: `${verbOf(header)}${what}`, run: () => header.click() };
}

function verbOf(disclosing: HTMLElement): 'Expand' | 'Collapse' {
  return disclosing.getAttribute('aria-expanded') === 'true' ? 'Collapse' : 'Expand';
}

/** The button that opens and closes all of `element`, not something further inside it. */
function headerOf(element: HTMLElement | null): HTMLElement | null {
  const button = element?.querySelector<HTMLElement>(':is(h2, h3) button[aria-expanded]') ?? null;
  return button?.closest('[data-path]') === element ? button : null;
}
