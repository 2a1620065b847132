import { expanderOf, rowOf, setTabIndex } from './json-tree-rows.ts';

const ROWS = '[role=treeitem]';

/**
 * Walks a drawn tree by keyboard as the ARIA tree pattern has it: up and down over all rows in view, right opens or goes in,
 * left closes or goes out, Home and End, Enter and Space open and close. Returns true when the key was one of these.
 * The library's own keys reach only rows that can be opened.
 */
export function moveInTree(tree: HTMLElement, from: EventTarget | null, key: string): boolean {
  const row = rowOf(from);
  if (row === null || !tree.contains(row)) return false;
  const isOpen = row.getAttribute('aria-expanded');
  if (key === 'ArrowDown' || key === 'ArrowUp') focusRow(neighbourOf(tree, row, key === 'ArrowDown' ? 1 : -1));
  else if (key === 'Home') focusRow(tree.querySelector<HTMLElement>(ROWS));
  else if (key === 'End') focusRow([...tree.querySelectorAll<HTMLElement>(ROWS)].at(-1));
  else if (key === 'ArrowRight') {
    if (isOpen === 'false') toggle(row);
    else if (isOpen === 'true') focusRow(row.querySelector<HTMLElement>(ROWS));
  } else if (key === 'ArrowLeft') {
    if (isOpen === 'true') toggle(row);
    else focusRow(rowOf(row.parentElement));
  } else if (key === 'Enter' || key === ' ') toggle(row);
  else return false;
  return true;
}

/** Focuses without jumping: a row taller than the view would otherwise scroll to its end. */
export function focusRow(row: HTMLElement | null | undefined) {
  if (row === null || row === undefined) return;
  // Rows get a tab index when they are reached: 2,000 of them at once would be felt.
  if (!row.hasAttribute('tabindex')) setTabIndex(row, -1);
  row.focus({ preventScroll: true });
  // The first line, not the row: an open row is as tall as all it holds.
  const line = row.querySelector('span') ?? row;
  line.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function neighbourOf(tree: HTMLElement, row: HTMLElement, direction: 1 | -1): HTMLElement | undefined {
  const rows = [...tree.querySelectorAll<HTMLElement>(ROWS)];
  return rows[rows.indexOf(row) + direction];
}

function toggle(row: HTMLElement) {
  expanderOf(row)?.click();
}
