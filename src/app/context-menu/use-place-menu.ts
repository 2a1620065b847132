import { useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { asksForMenu, focusedPlace, hasOwnMenu, isInSelection, isLongPressOnText, pointUnder, type MenuPoint } from './menu-gestures.ts';
import { placeElementOf, type PlaceElement } from './place-address.ts';

/** A menu that was asked for. */
export type MenuRequest = PlaceElement &
  MenuPoint & {
    readonly isByKey: boolean;
    /** Had the focus before. */
    readonly focused: Element | null;
    /** Tells requests apart. */
    readonly count: number;
  };

/** After a key that asks for a menu, the browser may ask for its own: it is the same wish. */
const SAME_WISH_MILLISECONDS = 500;

/** When a menu is asked for, and for which place. `panelEvents` belong on every tab panel. */
export function usePlaceMenu() {
  const [request, setRequest] = useState<MenuRequest | null>(null);
  const wasSelected = useRef(false);
  const keyPressedAt = useRef(-Infinity);

  function open(place: PlaceElement, point: MenuPoint, isByKey: boolean) {
    setRequest((last) => ({ ...place, ...point, isByKey, focused: document.activeElement, count: (last?.count ?? 0) + 1 }));
  }
  function openMenu(button: HTMLElement) {
    const panel = button.closest('[role="tabpanel"]');
    const place = panel === null ? null : placeElementOf(button, panel);
    if (place !== null) open(place, pointUnder(button), button.matches(':focus-visible'));
  }
  /** Some systems choose the word under a right click before they ask for the menu; what counts is what was chosen before. */
  function onPointerDownCapture({ clientX: x, clientY: y }: PointerEvent<HTMLElement>) {
    wasSelected.current = isInSelection({ x, y });
  }
  function onContextMenu(event: MouseEvent<HTMLElement>) {
    const { target, currentTarget, clientX: x, clientY: y } = event;
    if (event.timeStamp - keyPressedAt.current < SAME_WISH_MILLISECONDS) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented || event.shiftKey || !(target instanceof Element)) return;
    if (wasSelected.current || hasOwnMenu(target) || isLongPressOnText(event.nativeEvent)) return;
    const place = placeElementOf(target, currentTarget);
    if (place === null) return;
    event.preventDefault();
    chooseRow(place.element);
    open(place, { x, y }, false);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target, currentTarget } = event;
    if (!asksForMenu(event) || !(target instanceof Element) || hasOwnMenu(target)) return;
    const place = focusedPlace(target, currentTarget);
    if (place === null) return;
    event.preventDefault();
    keyPressedAt.current = event.timeStamp;
    const isRow = place.element.getAttribute('role') === 'treeitem';
    open(place, pointUnder(isRow ? place.element : target), true);
  }

  return { panelEvents: { onPointerDownCapture, onContextMenu, onKeyDown }, openMenu, request };
}

/** A right click on a row of a tree chooses it, as a click does; rows that take no focus are left as they are. */
function chooseRow(row: HTMLElement): void {
  if (row.getAttribute('role') !== 'treeitem' || !row.hasAttribute('tabindex')) return;
  row.click();
  row.focus({ preventScroll: true });
}
