import { formatJsonPointer } from '#base/json-pointer.ts';
import type { PlaceAddress } from '#model/place.ts';
import { INPUT_ITEMS_PATH } from '#model/reveal.ts';

/** An element that stands for a place, and the place it names. */
export type PlaceElement = { readonly element: HTMLElement; readonly address: PlaceAddress };

/** The innermost place inside `panel` that `from` is part of; null outside of every place. */
export function placeElementOf(from: Element, panel: Element): PlaceElement | null {
  const listed = listedItem(from);
  if (listed !== null) return listed;
  const element = from.closest<HTMLElement>('[data-path]');
  if (element === null || !panel.contains(element)) return null;
  const root = element.closest<HTMLElement>('[data-document]');
  const document = root !== null && panel.contains(root) ? documentOf(root) : 'response';
  const outside = document === 'text' ? (root?.parentElement ?? null) : null;
  const around = outside === null ? null : placeElementOf(outside, panel);
  if (document === 'text' && around === null) return null;
  return { element, address: { document, pointer: element.dataset['path'] ?? '', around: around?.address ?? null } };
}

/** The item that a row of a rail stands for. Rows are no places of their own: what is revealed is the item. */
function listedItem(from: Element): PlaceElement | null {
  const element = from.closest<HTMLElement>('[data-list-path] [data-position]');
  const list = element?.closest<HTMLElement>('[data-list-path]')?.dataset['listPath'];
  if (element === null || list === undefined) return null;
  const document = list === formatJsonPointer(INPUT_ITEMS_PATH) ? 'input_items' : 'response';
  return { element, address: { document, pointer: `${list}/${element.dataset['position'] ?? ''}`, around: null } };
}

function documentOf(root: HTMLElement): PlaceAddress['document'] {
  const name = root.dataset['document'];
  return name === 'input_items' || name === 'text' ? name : 'response';
}
