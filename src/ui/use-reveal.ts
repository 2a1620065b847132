import { useEffect, useRef, type RefObject } from 'react';
import { formatJsonPointer } from '#base/json-pointer.ts';
import type { JsonPath } from '#base/json.ts';
import { arrivalAt, bringIntoView } from './bring-into-view.ts';

/** Brings the place that `reveal` names into view inside `container` and gives it the focus, once for every object that asks for it. */
export function useReveal(container: RefObject<HTMLElement | null>, reveal: { readonly path: JsonPath } | null): void {
  const seen = useRef<object | null>(null);
  useEffect(() => {
    // Effects run again when a tab comes back into view.
    if (reveal === null || seen.current === reveal || container.current === null) return undefined;
    const given = new AbortController();
    void arrivalAt(container.current, formatJsonPointer(reveal.path), given.signal).then((element) => {
      if (given.signal.aborted) return;
      seen.current = reveal;
      if (element === null) return;
      bringIntoView(element, 'center');
      if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
      element.focus({ preventScroll: true });
    });
    return () => given.abort();
  }, [container, reveal]);
}
