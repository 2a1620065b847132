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

/** So many frames without a change of the page are waited for what opens, and so many in any case. */
const QUIET_FRAMES = 4;
const MOST_FRAMES = 120;

/**
 * As `elementOfPlace`, once what hides the place has opened and what draws it has loaded: at once where it is there, else when the page
 * has come to rest. Null also when it is given up.
 */
export async function arrivalAt(container: Element, pointer: string, signal: AbortSignal): Promise<HTMLElement | null> {
  let hasChanged = true;
  const observer = new MutationObserver(() => {
    hasChanged = true;
  });
  observer.observe(container, { childList: true, subtree: true });
  try {
    for (let frame = 0, quiet = 0; frame < MOST_FRAMES && quiet < QUIET_FRAMES && !signal.aborted; frame += 1, quiet += 1) {
      if (hasChanged && elementOfPlace(container, pointer)?.dataset['path'] === pointer) break;
      if (hasChanged) quiet = 0;
      hasChanged = false;
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
  } finally {
    observer.disconnect();
  }
  return signal.aborted ? null : elementOfPlace(container, pointer);
}

/** Scrolls to `element` and marks it for a moment, so that the eye finds it. */
export function bringIntoView(element: HTMLElement, block: ScrollLogicalPosition): void {
  for (let at = element.parentElement; at !== null; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
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

/** Enough of an element to see that it starts there, in pixels. */
const START = 30;

/** Scrolls as little as shows where `element` starts. The browser's own "nearest" shows the end of one that is taller than its pane. */
export function bringStartIntoView(element: HTMLElement): void {
  const { top, height } = element.getBoundingClientRect();
  const view = viewOf(element);
  if (top >= view.top && top + START <= view.bottom) return;
  element.scrollIntoView({ block: top < view.top || height > view.bottom - view.top ? 'start' : 'nearest', inline: 'nearest' });
}

/** What can be seen of the pane, or else the page, that `element` scrolls in: from below what stands fixed at its top. In pixels of the window. */
function viewOf(element: HTMLElement): { readonly top: number; readonly bottom: number } {
  const pane = element.closest('[data-pane]');
  const scrolls = pane !== null && getComputedStyle(pane).overflowY === 'auto';
  const box = scrolls ? pane.getBoundingClientRect() : new DOMRect(0, 0, innerWidth, innerHeight);
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scrolls ? pane : document.documentElement);
  const above = Number.parseFloat(scrollPaddingTop) || 0;
  return { top: box.top + Math.max(0, above - START), bottom: box.bottom - (Number.parseFloat(scrollPaddingBottom) || 0) };
}
