import type { JsonPath } from '#base/json.ts';
import type { View } from '#state/url-state.ts';

/** The place of the first item that the reader sees in a view: where a search begins. Null where there are no items. */
export function firstItemInView(view: View): JsonPath | null {
  const panel = document.getElementById(`view-${view}`);
  const top = Math.max(0, panel?.getBoundingClientRect().top ?? 0);
  const articles = [...(panel?.querySelectorAll<HTMLElement>('article[data-position]') ?? [])];
  const first = articles.find((article) => article.getBoundingClientRect().bottom > top);
  const { path, position } = first?.dataset ?? {};
  const list = path?.split('/')[1];
  return list === undefined || position === undefined ? null : [list, Number(position)];
}
