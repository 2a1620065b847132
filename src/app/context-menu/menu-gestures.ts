import { placeElementOf, type PlaceElement } from './place-address.ts';

/** A point of the window, in pixels. */
export type MenuPoint = { readonly x: number; readonly y: number };

/** Where the browser's menu stays: it knows what to do with a link, a field or a recording. */
const OWN_MENU = 'a[href], input, textarea, select, [contenteditable], audio, video';

/** Where a long press chooses no words: the header of an item, its row in the rail. */
const NOT_TEXT = 'h2 button[aria-expanded], [data-list-path] [data-position]';

export function hasOwnMenu(target: Element): boolean {
  return target.closest(OWN_MENU) !== null;
}

/** True when text is selected where `point` is: then a right click is about that text. */
export function isInSelection({ x, y }: MenuPoint): boolean {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return false;
  const rects = [...selection.getRangeAt(0).getClientRects()];
  return rects.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}

/** True for the keys that ask for a menu: the menu key, and Shift+F10 on keyboards without it. */
export function asksForMenu({
  key,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>): boolean {
  if (ctrlKey || altKey || metaKey) return false;
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** The place that has the focus, or that the widget with the focus points at. */
export function focusedPlace(focused: Element, panel: Element): PlaceElement | null {
  const active = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
  return placeElementOf(active ?? focused, panel);
}

/** Under the first line of `element`, and inside the window: an open row is as tall as all it holds. */
export function pointUnder(element: Element): MenuPoint {
  const line = element.getAttribute('role') === 'treeitem' ? (element.querySelector('span') ?? element) : element;
  const { left, bottom } = line.getBoundingClientRect();
  return { x: Math.max(0, left), y: Math.min(Math.max(0, bottom), innerHeight) };
}

/** A long press on text chooses words. */
export function isLongPressOnText(event: Event): boolean {
  if (!('pointerType' in event) || event.pointerType === 'mouse') return false;
  return event.pointerType !== '' && !(event.target instanceof Element && event.target.closest(NOT_TEXT) !== null);
}
