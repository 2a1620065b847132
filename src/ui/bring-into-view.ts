/** How long a place that was gone to stays marked. */
const MARKED_MILLISECONDS = 1_600;

/** The element inside `container` that stands for `pointer` or, where nothing does, for the nearest place around it. */
export function elementOfPlace(container: Element, pointer: string): HTMLElement | null {
  const elements = new Map<string, HTMLElement>();
  for (const element of [container, ...container.querySelectorAll('[data-path]')]) {
    const path = element instanceof HTMLElement ? element.dataset['path'] : undefined;
    // A document inside this one has paths of its own.
    if (path === undefined || element.closest('[data-document]')?.contains(container) === false) continue;
    if (element instanceof HTMLElement && !elements.has(path)) elements.set(path, element);
  }
  for (let at = pointer; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const element = elements.get(at);
    if (element !== undefined) return element;
  }
  return null;
}

/** Scrolls to `element` and marks it for a moment, so that the eye finds it. */
export function bringIntoView(element: HTMLElement, block: ScrollLogicalPosition): void {
  element.scrollIntoView({ block, inline: 'nearest' });
  // Held, not moved: there is nothing to reduce for those who want less motion.
  element.animate?.(
    [
      { outline: '2px solid var(--accent)', outlineOffset: '2px' },
      { outline: '2px solid var(--accent)', outlineOffset: '2px' },
    ],
    {
      duration: MARKED_MILLISECONDS,
    },
  );
}
